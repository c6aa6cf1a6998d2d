import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import { SMTPServer, type SMTPServerAddress, type SMTPServerSession } from "smtp-server";
import type { Clock } from "#lib/kernel/clock.ts";
import { whyNot } from "#lib/http/listen.ts";
import { countOne, isUsedUp } from "#lib/http/rate.ts";
import { Problem } from "#lib/kernel/problem.ts";
import type { Database } from "#lib/storage/database.ts";
import type { InTray } from "./in-tray.ts";
import { MOST_BYTES } from "./read-mail.ts";

/** A mail server that takes mail to us and nothing else. */
export interface Receiver {
  host: string;
  port: number;
  close(): Promise<void>;
}

export interface Listening {
  host: string;
  port: number;
}

export interface ReceiverOptions {
  listen: Listening;
  database: Database;
  clock: Clock;
  tray: Pick<InTray, "keep">;
  /** Whether mail to that address is for us. */
  isOurs: (address: string) => Promise<boolean>;
  onError?: (error: Error) => void;
  /** Smaller in tests. */
  limits?: Partial<typeof LIMITS>;
}

const LIMITS = {
  /** Of one message. */
  bytes: MOST_BYTES,
  /** Of all that are on their way in at once. */
  bytesAtOnce: 100 * 1024 * 1024,
  connections: 40,
  connectionsOfOne: 10,
  recipients: 20,
  /** From one server, in a minute. */
  messages: 120,
  /** To addresses that nobody has, from one server in ten minutes. */
  strangers: 30,
  idleMs: 60_000,
  messageMs: 300_000,
};

/**
 * Listens for mail servers. A message is answered "250" when it is kept, not before: a server that is stopped in between is told it
 * once more. Nothing is ever relayed, and nobody signs in.
 */
export async function openReceiver(options: ReceiverOptions): Promise<Receiver> {
  const limits = { ...LIMITS, ...options.limits };
  const { database, clock, tray, isOurs, onError = () => {} } = options;
  const open = new Map<string, number>();
  let onTheirWay = 0;

  const server = new SMTPServer({
    banner: "Askwell",
    authOptional: true,
    // A certificate of nobody's would promise what it does not hold; the mail server before us has one.
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    hideSMTPUTF8: false,
    size: limits.bytes,
    maxClients: limits.connections,
    socketTimeout: limits.idleMs,
    closeTimeout: 2_000,
    logger: false,
    onConnect({ remoteAddress }, done) {
      const there = (open.get(remoteAddress) ?? 0) + 1;
      if (there > limits.connectionsOfOne) return done(refusal(421, "too many connections from there"));
      open.set(remoteAddress, there);
      done();
    },
    onClose({ remoteAddress }) {
      const left = (open.get(remoteAddress) ?? 0) - 1;
      if (left > 0) open.set(remoteAddress, left);
      else open.delete(remoteAddress);
    },
    onRcptTo(address, session, done) {
      void answer(done, welcome(address, session));
    },
    onData(stream, session, done) {
      void answer(done, takeIn(stream, session));
    },
  });

  async function welcome({ address }: SMTPServerAddress, session: SMTPServerSession): Promise<void> {
    if (session.envelope.rcptTo.length >= limits.recipients) throw refusal(452, "too many recipients");
    if (await isOurs(address)) return;
    // Behind a relay all mail comes from one server: those who are here are let in however many others it asked for.
    const strangers = {
      of: `mail to nobody from ${session.remoteAddress}`,
      most: limits.strangers,
      seconds: 600,
    };
    if (await isUsedUp(database, strangers, clock.now()))
      throw refusal(450, "4.7.1 too many addresses that are not here; come back later");
    await countOne(database, strangers, clock.now()).catch(unlessTooMany);
    throw refusal(550, "5.1.1 no such address here");
  }

  async function takeIn(stream: Readable, session: SMTPServerSession): Promise<void> {
    const late = setTimeout(() => stream.destroy(new Error("too slow")), limits.messageMs);
    let held = 0;
    const chunks: Buffer[] = [];
    try {
      const messages = { of: `mail from ${session.remoteAddress}`, most: limits.messages, seconds: 60 };
      let refused: Error | null = null;
      await countOne(database, messages, clock.now()).catch((error: unknown) => {
        unlessTooMany(error);
        refused = refusal(451, "4.7.1 too many messages; come back in a minute");
      });
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        if (refused) continue;
        held += chunk.length;
        onTheirWay += chunk.length;
        if (held > limits.bytes) refused = refusal(552, "5.3.4 the message is too large");
        else if (onTheirWay > limits.bytesAtOnce)
          refused = refusal(451, "4.3.1 too much at once; come back later");
        if (refused) {
          chunks.length = 0;
          onTheirWay -= held;
          held = 0;
        } else chunks.push(chunk);
      }
      if (refused) throw refused;
      const { envelope, remoteAddress, hostNameAppearsAs } = session;
      await tray.keep({
        raw: Buffer.concat(chunks),
        recipients: envelope.rcptTo.map(({ address }) => address.toLowerCase()),
        came: {
          by: "smtp",
          ip: remoteAddress,
          helo: hostNameAppearsAs || "",
          sender: envelope.mailFrom ? envelope.mailFrom.address : "",
        },
      });
    } finally {
      clearTimeout(late);
      onTheirWay -= held;
    }
  }

  const answer = async (done: (error?: Error | null) => void, work: Promise<void>) => {
    let error: Error | null = null;
    try {
      await work;
    } catch (thrown) {
      error = thrown as Error;
      if (!("responseCode" in error)) {
        onError(error);
        error = refusal(451, "4.3.0 something broke on our side; come back later");
      }
    }
    done(error);
  };

  await new Promise<void>((listening, failed) => {
    server.once("error", (error: NodeJS.ErrnoException) => failed(unheard(options.listen, error)));
    server.listen(options.listen.port, options.listen.host, () => {
      server.removeAllListeners("error").on("error", onError);
      listening();
    });
  });
  const { address, port } = server.server.address() as AddressInfo;
  return { host: address, port, close: () => new Promise((closed) => server.close(() => closed())) };
}

function unheard({ host, port }: Listening, error: NodeJS.ErrnoException): Problem {
  const where = `nothing can listen for mail at ${host}:${port} (SMTP_LISTEN)`;
  return new Problem("unavailable", `${where}: ${whyNot(error)}`);
}

function refusal(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}

function unlessTooMany(error: unknown): void {
  if (!(error instanceof Problem && error.kind === "too-many")) throw error;
}
