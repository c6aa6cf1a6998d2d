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
  /** Where mail to us comes in, "askwell@in.example.com"; null: none does. */
  mailAddress: string | null;
  /** Where to listen for mail servers; null: nowhere. */
  smtpListen: { host: string; port: number } | null;
  /** The mailbox to read; null: none. */
  imapUrl: string | null;
  /** The name by which a mail server of ours signs what it found out about a sender; null: none does. */
  mailAuthServer: string | null;
  connections: number;
}

/** Reads the environment. Throws Problem invalid, naming the variable, for anything that cannot be. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const port = wholeNumber(env, "PORT", 4600, 0, 65_535);
  const host = env["HOST"] || "127.0.0.1";
  return {
    ...mailIn(env),
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

type MailIn = Pick<Settings, "mailAddress" | "smtpListen" | "imapUrl" | "mailAuthServer">;

function mailIn(env: Readonly<Record<string, string | undefined>>): MailIn {
  const found = {
    mailAddress: matching(env, "MAIL_ADDRESS", MAILBOX, "askwell@in.example.com"),
    smtpListen: listening(env),
    imapUrl: urlOf(env, "IMAP_URL", ["imaps:", "imap:"], "imaps://askwell:password@imap.example.com/INBOX"),
    mailAuthServer: matching(env, "MAIL_AUTH_SERVER", HOST, "mx.example.com"),
  };
  for (const [name, value] of [
    ["SMTP_LISTEN", found.smtpListen],
    ["IMAP_URL", found.imapUrl],
    ["MAIL_AUTH_SERVER", found.mailAuthServer],
  ] as const)
    if (value !== null && found.mailAddress === null)
      throw new Problem(
        "invalid",
        `${name} is set, and MAIL_ADDRESS is not; say which address mail comes in at, MAIL_ADDRESS=askwell@in.example.com`,
        "MAIL_ADDRESS",
      );
  if (found.imapUrl !== null && !namesUser(found.imapUrl))
    throw unusable("IMAP_URL", "imaps://askwell:password@imap.example.com/INBOX");
  if (found.mailAuthServer !== null && found.smtpListen === null && found.imapUrl === null)
    throw new Problem(
      "invalid",
      "MAIL_AUTH_SERVER is set, and neither SMTP_LISTEN nor IMAP_URL is; say by which way mail comes in",
      "MAIL_AUTH_SERVER",
    );
  return found;
}

function namesUser(url: string): boolean {
  return URL.canParse(url) && new URL(url).username !== "";
}

// Without a plus, which is where a member's own token goes.
const MAILBOX = /^[a-z0-9](?:[a-z0-9._-]{0,30}[a-z0-9])?@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;
const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i;
const HOST_AND_PORT = /^(\[[0-9a-f:.]+\]|[^:[\]\s]+):(\d{1,5})$/i;

function listening(env: Readonly<Record<string, string | undefined>>): Settings["smtpListen"] {
  const text = matching(env, "SMTP_LISTEN", HOST_AND_PORT, "127.0.0.1:2525");
  const [, host = "", port = ""] = HOST_AND_PORT.exec(text ?? "") ?? [];
  if (text === null) return null;
  if (Number(port) > 65_535) throw unusable("SMTP_LISTEN", "127.0.0.1:2525");
  return { host: host.replaceAll(/[[\]]/g, ""), port: Number(port) };
}

function matching(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  pattern: RegExp,
  example: string,
): string | null {
  const text = env[name];
  if (!text) return null;
  if (pattern.test(text)) return text;
  throw unusable(name, example);
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
  throw unusable(name, example);
}

function unusable(name: string, example: string): Problem {
  return new Problem(
    "invalid",
    `${name} is not an address that Askwell can use; write it like ${example}`,
    name,
  );
}
