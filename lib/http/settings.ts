import { isIPv6 } from "node:net";
import { resolve } from "node:path";
import { Problem } from "#lib/kernel/problem.ts";
import { senderNamed } from "#lib/mail/sender.ts";

/** What is written to the log, and all that is worse. */
const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

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
  logLevel: (typeof LOG_LEVELS)[number];
}

/** Reads the environment. Throws Problem invalid, naming the variable, for anything that cannot be. */
export function readSettings(env: Env): Settings {
  const port = wholeNumber(env, "PORT", 4600, 0, 65_535);
  const host = hostNamed(env, "HOST") ?? "127.0.0.1";
  return {
    ...mailIn(env),
    port,
    host,
    dataFolder: resolve(env["ASKWELL_DATA"] || "data"),
    databaseUrl: databaseUrl(env),
    url: homeUrl(env) ?? `http://${isIPv6(host) ? `[${host}]` : host}:${port}`,
    smtpUrl: smtpUrl(env),
    connections: wholeNumber(env, "ASKWELL_CONNECTIONS", 10, 4, 500),
    logLevel: logLevel(env),
  };
}

type Env = Readonly<Record<string, string | undefined>>;

/** Its password may hold what an address may not, and its host may be left to PostgreSQL: pg reads both. */
function databaseUrl(env: Env): string | null {
  const example = "postgres://user:password@host:5432/askwell";
  const text = env["DATABASE_URL"];
  if (!text) return null;
  if (!/^postgres(?:ql)?:\/\//.test(text) || !URL.canParse(text.replace("@/", "@host/")))
    throw unusable("DATABASE_URL", example);
  return text.replace(/\/+$/, "");
}

function homeUrl(env: Env): string | null {
  const example = "https://askwell.example.com";
  const text = urlOf(env, "ASKWELL_URL", ["http:", "https:"], example);
  // Pages, cookies and links stand at the root of a host.
  if (text !== null && !/^[^/]+\/\/[^/?#@]+$/.test(text))
    throw unusable("ASKWELL_URL", `${example}, with nothing behind the host`);
  return text;
}

function smtpUrl(env: Env): string | null {
  const example = "smtp://user:password@mail.example.com:587";
  const text = urlOf(env, "SMTP_URL", ["smtp:", "smtps:"], example);
  if (text === null) return null;
  const { pathname, searchParams } = new URL(text);
  // Else it is the rest of a password with a slash in it, and what stands before it no host.
  if (!["", "/"].includes(pathname)) throw unusable("SMTP_URL", example);
  const from = searchParams.get("from");
  if (from !== null && senderNamed(from) === null)
    throw unusable("SMTP_URL", `${example}?from=Askwell%20<askwell@example.com>`);
  return text;
}

function logLevel(env: Env): Settings["logLevel"] {
  const text = env["ASKWELL_LOG"];
  const level = LOG_LEVELS.find((each) => each === (text || "warn").toLowerCase());
  if (level !== undefined) return level;
  throw new Problem(
    "invalid",
    `ASKWELL_LOG is "${text}"; it must be one of ${LOG_LEVELS.join(", ")}`,
    "ASKWELL_LOG",
  );
}

/** A name, or an address of IPv4 or IPv6, with or without its brackets. */
function hostNamed(env: Env, name: string): string | null {
  const text = env[name];
  if (!text) return null;
  const host = text.replace(/^\[(.*)\]$/, "$1");
  if (HOST.test(host) || isIPv6(host)) return host;
  throw new Problem(
    "invalid",
    `${name} is "${text}"; it must be a name or an address, such as 127.0.0.1`,
    name,
  );
}

type MailIn = Pick<Settings, "mailAddress" | "smtpListen" | "imapUrl" | "mailAuthServer">;

function mailIn(env: Env): MailIn {
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

function listening(env: Env): Settings["smtpListen"] {
  const text = matching(env, "SMTP_LISTEN", HOST_AND_PORT, "127.0.0.1:2525");
  const [, host = "", port = ""] = HOST_AND_PORT.exec(text ?? "") ?? [];
  if (text === null) return null;
  if (Number(port) > 65_535) throw unusable("SMTP_LISTEN", "127.0.0.1:2525");
  return { host: host.replaceAll(/[[\]]/g, ""), port: Number(port) };
}

function matching(env: Env, name: string, pattern: RegExp, example: string): string | null {
  const text = env[name];
  if (!text) return null;
  if (pattern.test(text)) return text;
  throw unusable(name, example);
}

function wholeNumber(env: Env, name: string, otherwise: number, least: number, most: number): number {
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

/** With a host, and a name and a password that can be read. The value is not repeated in the error, for passwords stand in such addresses. */
function urlOf(env: Env, name: string, schemes: string[], example: string): string | null {
  const text = env[name];
  if (!text) return null;
  if (!/^[a-z]+:\/\//.test(text) || !URL.canParse(text)) throw unusable(name, example);
  const { protocol, hostname, username, password, pathname } = new URL(text);
  if (!schemes.includes(protocol) || hostname === "") throw unusable(name, example);
  if (!isReadable(`${username}${password}${pathname}`))
    throw new Problem(
      "invalid",
      `${name} has a "%" that stands for no letter; write one that is meant as %25`,
      name,
    );
  return text.replace(/\/+$/, "");
}

function isReadable(escaped: string): boolean {
  try {
    decodeURIComponent(escaped);
    return true;
  } catch {
    return false;
  }
}

function unusable(name: string, example: string): Problem {
  return new Problem(
    "invalid",
    `${name} is not an address that Askwell can use; write it like ${example}`,
    name,
  );
}
