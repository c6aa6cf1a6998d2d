import type { Socket } from "node:net";
import { text } from "node:stream/consumers";
import type { Readable } from "node:stream";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

/** A letter as it arrived: the envelope, and the message as text. */
export interface Arrived {
  from: string;
  to: string[];
  message: string;
}

/** A real mail server on 127.0.0.1 that keeps what comes, for tests. */
export interface Mailbox {
  url: string;
  letters: Arrived[];
  /** Makes it answer with that code instead: to every recipient, or to one. */
  refuse(code: number | null, recipient?: string): void;
  /** What happens when a whole letter is there, before it is answered: hang up, say. */
  whenItArrives(what: ((hangUp: () => void) => void) | null): void;
  /** How many came in so far. */
  connections(): number;
  close(): Promise<void>;
}

export async function openMailbox(): Promise<Mailbox> {
  const letters: Arrived[] = [];
  let refusal: { code: number; recipient: string | undefined } | null = null;
  let arrival: ((hangUp: () => void) => void) | null = null;
  const keep = async (stream: Readable, { envelope: { mailFrom, rcptTo } }: SMTPServerSession) => {
    const message = await text(stream);
    letters.push({ from: mailFrom ? mailFrom.address : "", to: rcptTo.map((each) => each.address), message });
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, done) {
      if (refusal === null || (refusal.recipient ?? address) !== address) return done();
      done(Object.assign(new Error("not here"), { responseCode: refusal.code }));
    },
    onData(stream, session, done) {
      const kept = () => {
        arrival?.(() => sockets.forEach((socket) => socket.destroy()));
        done();
      };
      // A letter that breaks off is none.
      keep(stream, session).then(kept, () => {});
    },
  });
  const sockets = new Set<Socket>();
  let connections = 0;
  server.server.on("connection", (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refuse: (code, recipient) => (refusal = code === null ? null : { code, recipient }),
    whenItArrives: (what) => (arrival = what),
    connections: () => connections,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
