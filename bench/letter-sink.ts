import { SMTPServer } from "smtp-server";

/** A mail server on 127.0.0.1 that takes all there is and counts it, keeping nothing but the addresses. */
export interface LetterSink {
  url: string;
  taken(): number;
  countBy(): Map<string, number>;
  connections(): number;
  close(): Promise<void>;
}

export async function openLetterSink(): Promise<LetterSink> {
  const by = new Map<string, number>();
  let taken = 0;
  let connections = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, { envelope }, done) {
      stream.resume();
      stream.on("end", () => {
        // A letter counts once all of it is here, be its sender alive or not.
        for (const { address } of envelope.rcptTo) by.set(address, (by.get(address) ?? 0) + 1);
        taken += 1;
        done();
      });
    },
  });
  server.on("error", () => {});
  server.server.on("connection", () => void (connections += 1));
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken: () => taken,
    countBy: () => by,
    connections: () => connections,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
