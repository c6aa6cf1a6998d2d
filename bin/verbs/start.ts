import { join } from "node:path";
import { alone } from "../alone.ts";
import { bundleInOrder, ensureBundle } from "../bundle.ts";

import { root } from "../runtime.mjs";

export const help = `
askwell start

Brings the packages, the screens and the database to order, and serves.

Settings, from the environment:
  PORT           4600
  HOST           127.0.0.1
  ASKWELL_DATA   ./data: the database, its password and its log
  DATABASE_URL   a PostgreSQL 15 or newer to use in place of the one that comes along
  ASKWELL_URL    the address people reach Askwell under, when it is another than the one above
  SMTP_URL       where mail goes out; without it nothing is sent
  MAIL_ADDRESS   the address at which mail comes in, by one of the next two; see docs/guide/mail-that-comes-in.md
  SMTP_LISTEN    host:port to listen at for mail servers
  IMAP_URL       the mailbox to read, imaps://user:password@host/INBOX
  MAIL_AUTH_SERVER  the mail server of yours whose word about a sender counts
  ASKWELL_LOG    warn: what is written to the log, and all that is worse; info tells of each mail that comes in

Ctrl-C or SIGTERM stops it, the database included.
`;

export async function run(args: string[], say: (line: string) => void): Promise<number> {
  if (args.length > 0) {
    console.error(`askwell start takes no "${args[0]}"; its settings come from the environment.\n${help}`);
    return 2;
  }
  if (!bundleInOrder()) await alone(() => ensureBundle(say), say);
  return becomeServer();
}

/** Its own process goes on as the server: what is sent to it arrives, and its exit code is the server's. */
function becomeServer(): never {
  const parent =
    process.env["ASKWELL_PARENT"] ?? (process.env["npm_lifecycle_event"] ? String(process.ppid) : "");
  const tether = join(root, "bin", "tether.mjs");
  const env = { ...process.env, ASKWELL_PARENT: parent };
  // Only to say that it is experimental, which helps nobody here.
  process.removeAllListeners("warning");
  return process.execve!(
    process.execPath,
    [process.execPath, "--import", tether, join(root, "main.ts")],
    env,
  );
}
