import { createTransport } from "nodemailer";
import { Problem } from "#lib/kernel/problem.ts";

export interface Letter {
  to: { name: string; address: string };
  subject: string;
  /** Plain text; lines as they are. */
  text: string;
}

export interface Mailer {
  /**
   * Hands a letter to the mail server. Throws Problem unavailable when it may work later, and Problem invalid when the
   * server will never take this letter.
   */
  send(letter: Letter): Promise<void>;
}

// A job's transaction is open meanwhile.
const PATIENCE_MS = 20_000;

/**
 * `smtpUrl` is smtp://user:password@host:587 (TLS as soon as the server offers it) or smtps://…; `?from=Askwell <a@b.c>` names
 * the sender. Without it the user is the sender when that is an address, else askwell@ the host where people reach us.
 */
export function createMailer(smtpUrl: string, url: string): Mailer {
  const address = new URL(smtpUrl);
  const from = senderOf(address, url);
  const transport = createTransport({
    host: address.hostname,
    port: address.port === "" ? undefined : Number(address.port),
    secure: address.protocol === "smtps:",
    ...(address.username === ""
      ? {}
      : { auth: { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) } }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text }) {
      try {
        await transport.sendMail({ from, to, subject, text });
      } catch (error) {
        throw problemOf(error);
      }
    },
  };
}

function senderOf(address: URL, url: string): string | { name: string; address: string } {
  const given = address.searchParams.get("from");
  if (given) return given;
  const user = decodeURIComponent(address.username);
  return { name: "Askwell", address: user.includes("@") ? user : `askwell@${new URL(url).hostname}` };
}

/** An SMTP answer from 500 on is final (RFC 5321, 4.2.1), except for a refused login, which a person can mend. */
function problemOf(error: unknown): Problem {
  const { responseCode = 0, code = "" } = error as { responseCode?: number; code?: string };
  if (code === "EAUTH")
    return new Problem("unavailable", "the mail server refused the name or password in SMTP_URL");
  if (responseCode >= 500)
    return new Problem("invalid", `the mail server refused the letter (${responseCode})`);
  return new Problem("unavailable", "the mail server cannot be reached just now");
}
