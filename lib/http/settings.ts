import { resolve } from "node:path";
import { Problem } from "#lib/kernel/problem.ts";

export interface Settings {
  port: number;
  host: string;
  /** Absolute path of the data folder. */
  dataFolder: string;
  /** An existing PostgreSQL; null: the one that comes along. */
  databaseUrl: string | null;
  /** Where people reach the house: no slash at the end. */
  url: string;
  smtpUrl: string | null;
  connections: number;
}

/** Reads the environment. Throws Problem invalid, naming the variable, for anything that cannot be. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const port = wholeNumber(env, "PORT", 4600, 0, 65_535);
  const host = env["HOST"] || "127.0.0.1";
  return {
    port,
    host,
    dataFolder: resolve(env["ASKWELL_DATA"] || "data"),
    databaseUrl: urlOf(
      env,
      "DATABASE_URL",
      ["postgres:", "postgresql:"],
      "postgres://user:password@host:5432/askwell",
    ),
    url:
      urlOf(env, "ASKWELL_URL", ["http:", "https:"], "https://askwell.example.com") ??
      `http://${host}:${port}`,
    smtpUrl: urlOf(env, "SMTP_URL", ["smtp:", "smtps:"], "smtp://user:password@mail.example.com:587"),
    connections: wholeNumber(env, "ASKWELL_CONNECTIONS", 10, 4, 500),
  };
}

function wholeNumber(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  otherwise: number,
  least: number,
  most: number,
): number {
  const text = env[name];
  if (!text) return otherwise;
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new Problem(
    "invalid",
    `${name} is "${text}"; it must be a whole number from ${least} to ${most}`,
    name,
  );
}

/** The value is not repeated in the error, for passwords stand in such addresses. */
function urlOf(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  schemes: string[],
  example: string,
): string | null {
  const text = env[name];
  if (!text) return null;
  const scheme = /^[a-z]+:(?=\/\/)/.exec(text)?.[0];
  if (scheme && schemes.includes(scheme)) return text.replace(/\/+$/, "");
  throw new Problem(
    "invalid",
    `${name} is not an address that Askwell can use; write it like ${example}`,
    name,
  );
}
