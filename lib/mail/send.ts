import { Readable } from "node:stream";
import { createTransport } from "nodemailer";
import { Problem } from "#lib/kernel/problem.ts";
import { senderNamed } from "./sender.ts";

export interface Letter {
  to: { name: string; address: string };
  subject: string;
  /** Plain text; lines as they are. */
  text: string;
  /** The same for programs that show it. */
  html?: string;
  /** More headers, "List-Unsubscribe" say. */
  headers?: Readonly<Record<string, string>>;
  /** The Message-ID of what it answers, with its brackets. */
  inReplyTo?: string;
  /** Whose name stands before the sender's address; not said: the house's own. */
  fromName?: string;
  /** Where answers go; not said: to the sender's address. */
  replyTo?: { name: string; address: string };
  /** By which mail programs know a letter that comes twice; the sender's host is added. Not said: a new one. */
  id?: string;
}

export interface Handing {
  /** Awaited once the server will take the letter to this recipient, before the first byte of it goes out. */
  begins?: () => Promise<void>;
  /** Goes to this address alone, whomever the letter names: a blind copy. */
  only?: string;
}

export interface Mailer {
  /**
   * Hands a letter to the mail server. Throws Problem unavailable when it may work later, and Problem invalid when the
   * server will never take this letter. When the connection broke after the last byte and before the server's answer,
   * nobody knows: Problem unavailable with the fact `mayHaveLeft`. What the server said has its reply as the facts `code` and `says`,
   * and `ofRecipient` where it was about the address.
   */
  send(letter: Letter, handing?: Handing): Promise<void>;
}

export interface MailDoor extends Mailer {
  /** What `work` sends travels over one connection, one letter after the other; see bench/letters.bench.ts for what that saves. */
  together<T>(work: (mailer: Mailer) => Promise<T>): Promise<T>;
}

// A job's transaction is open meanwhile.
const PATIENCE_MS = 20_000;
const MOST_WORDS = 200;

/**
 * `smtpUrl` is smtp://user:password@host:587 (TLS as soon as the server offers it) or smtps://…; `?from=Askwell <a@b.c>` names
 * the sender. Without it the user is the sender when that is an address, else askwell@ the host where people reach us.
 */
export function createMailer(smtpUrl: string, url: string): MailDoor {
  const address = new URL(smtpUrl);
  const from = senderOf(address, url);
  const options = {
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
  };
  return {
    ...mailerOver(from, () => createTransport(options)),
    async together(work) {
      const transport = createTransport({
        ...options,
        pool: true,
        maxConnections: 1,
        maxMessages: Infinity,
        maxRequeues: 1,
      });
      try {
        return await work(mailerOver(from, () => transport));
      } finally {
        transport.close();
      }
    },
  };
}

type Sent = Parameters<ReturnType<typeof createTransport>["sendMail"]>[0] & { course: Course };

function mailerOver(
  from: { name: string; address: string },
  transportFor: () => Pick<ReturnType<typeof createTransport>, "use" | "sendMail">,
): Mailer {
  const watched = new WeakSet<object>();
  return {
    async send({ to, subject, text, html, headers, inReplyTo, fromName, replyTo, id }, handing = {}) {
      const course: Course = { handing, began: false, wholly: false };
      const transport = transportFor();
      if (!watched.has(transport)) {
        watched.add(transport);
        transport.use("stream", ({ message, data }, done) => {
          const whole = message.createReadStream.bind(message);
          message.createReadStream = () => Readable.from(handedOver(whole, (data as unknown as Sent).course));
          done();
        });
      }
      const { only } = handing;
      const sent: Sent = {
        course,
        from: fromName === undefined ? from : { name: fromName, address: from.address },
        to,
        subject,
        text,
        ...(html !== undefined && { html }),
        ...(headers && { headers: { ...headers } }),
        ...(inReplyTo && { inReplyTo, references: inReplyTo }),
        ...(replyTo && { replyTo }),
        ...(id && { messageId: `<${id}@${from.address.split("@").at(-1)}>` }),
        ...(only && { envelope: { from: from.address, to: [only] } }),
      };
      try {
        await transport.sendMail(sent);
      } catch (error) {
        if (course.stoppedBy !== undefined) throw course.stoppedBy;
        throw problemOf(error, course);
      }
    },
  };
}

interface Course {
  handing: Handing;
  /** Its first byte was asked for; a letter is not read a second time. */
  began: boolean;
  /** Its last byte was read, so that the server may have it all. */
  wholly: boolean;
  /** What `begins` threw. */
  stoppedBy?: unknown;
}

/** The message, read only when the server waits for it. */
async function* handedOver(whole: () => Readable, course: Course): AsyncGenerator<Buffer> {
  if (course.began) throw new Error("the connection broke off in the middle of a letter");
  course.began = true;
  try {
    await course.handing.begins?.();
  } catch (error) {
    course.stoppedBy = error;
    throw error;
  }
  for await (const chunk of whole()) yield chunk as Buffer;
  course.wholly = true;
}

function senderOf(address: URL, url: string): { name: string; address: string } {
  const given = senderNamed(address.searchParams.get("from") ?? "");
  if (given) return given;
  const user = decodeURIComponent(address.username);
  return { name: "Askwell", address: user.includes("@") ? user : `askwell@${new URL(url).hostname}` };
}

/** An SMTP answer from 500 on is final (RFC 5321, 4.2.1), except for a refused login, which a person can mend. */
function problemOf(error: unknown, { wholly }: Course): Problem {
  const {
    responseCode = 0,
    response = "",
    code = "",
    command = "",
  } = error as { responseCode?: number; response?: string; code?: string; command?: string };
  if (code === "EAUTH")
    return new Problem("unavailable", "the mail server refused the name or password in SMTP_URL");
  if (wholly && responseCode === 0)
    return new Problem(
      "unavailable",
      "the connection to the mail server broke off before it said whether it has the letter",
      undefined,
      { mayHaveLeft: true },
    );
  const says = firstLine(response) || String(responseCode);
  const facts =
    responseCode === 0 ? undefined : { code: responseCode, says, ofRecipient: command === "RCPT TO" };
  if (responseCode >= 500)
    return new Problem("invalid", `the mail server refused the letter (${says})`, undefined, facts);
  return new Problem("unavailable", "the mail server cannot be reached just now", undefined, facts);
}

/** The server's own words, "550 5.1.1 no such user", as far as a person reads them. */
function firstLine(response: string): string {
  return (response.split(/[\r\n]/)[0] ?? "")
    .replaceAll(/[^\p{L}\p{N}\p{P}\p{Zs}]/gu, "")
    .slice(0, MOST_WORDS);
}
