import { text } from "node:stream/consumers";
import type { Readable } from "node:stream";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

/** A letter as it arrived: the envelope, and the message as text. */
export interface Arrived {
  from: string;
  to: string[];
  message: string;
}

/** A real mail server on 127.0.0.1 that keeps what comes, for tests. `refuse` makes it answer with that code instead. */
export interface Mailbox {
  url: string;
  letters: Arrived[];
  refuse(code: number | null): void;
  close(): Promise<void>;
}

export async function openMailbox(): Promise<Mailbox> {
  const letters: Arrived[] = [];
  let refusal: number | null = null;
  const keep = async (stream: Readable, { envelope: { mailFrom, rcptTo } }: SMTPServerSession) => {
    const message = await text(stream);
    letters.push({ from: mailFrom ? mailFrom.address : "", to: rcptTo.map((each) => each.address), message });
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo(_address, _session, done) {
      if (refusal === null) return done();
      done(Object.assign(new Error("not here"), { responseCode: refusal }));
    },
    onData(stream, session, done) {
      stream.on("end", done);
      void keep(stream, session);
    },
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refuse: (code) => (refusal = code),
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
