import { once } from "node:events";
import { Readable } from "node:stream";
import type pg from "pg";

// What pg calls on something that it sends, and its connection answers with, while a COPY is going on.
interface CopyConnection {
  stream: Readable & { writableNeedDrain: boolean };
  query(sql: string): void;
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

const BLOCK_BYTES = 65_536;

/** The bytes of a `copy … to stdout`, asked for no faster than they are taken. On a plain client, not a pipelined one. */
export function copyOut(client: pg.Client, sql: string): Readable {
  let connection: CopyConnection | undefined;
  let block = Buffer.allocUnsafe(BLOCK_BYTES);
  let filled = 0;
  const rows = new Readable({ read: () => void connection?.stream.resume() });
  const push = (bytes: Uint8Array | null) => {
    if (!rows.push(bytes)) connection?.stream.pause();
  };
  const flush = () => {
    if (filled > 0) push(block.subarray(0, filled));
    block = Buffer.allocUnsafe(BLOCK_BYTES);
    filled = 0;
  };
  const query = {
    submit(asked: CopyConnection) {
      connection = asked;
      asked.query(sql);
    },
    // The parser reuses the bytes of a row once this returns.
    handleCopyData({ chunk }: { chunk: Buffer }) {
      if (filled + chunk.length > BLOCK_BYTES) flush();
      if (chunk.length > BLOCK_BYTES) return push(Buffer.from(chunk));
      filled += chunk.copy(block, filled);
    },
    handleCommandComplete: flush,
    handleReadyForQuery: () => push(null),
    handleError: (error: Error) => void rows.destroy(error),
  };
  client.query(query as unknown as pg.Submittable);
  return rows;
}

/** Carries out a `copy … from stdin` with these bytes; answers how many rows came. When `bytes` throws, none did. */
export function copyIn(client: pg.Client, sql: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  return new Promise((resolve, reject) => {
    const refused = new AbortController();
    let failure: unknown;
    let rows = 0;
    const feed = async (connection: CopyConnection) => {
      try {
        for await (const chunk of bytes) {
          if (refused.signal.aborted) return;
          connection.sendCopyFromChunk(chunk);
          if (connection.stream.writableNeedDrain)
            await once(connection.stream, "drain", { signal: refused.signal });
        }
        connection.endCopyFrom();
      } catch (error) {
        if (refused.signal.aborted) return;
        failure = error;
        connection.sendCopyFail("the rows could not be read");
      }
    };
    const query = {
      submit: (connection: CopyConnection) => connection.query(sql),
      handleCopyInResponse: (connection: CopyConnection) => void feed(connection),
      handleCommandComplete: ({ text }: { text: string }) => void (rows = Number(text.split(" ").at(-1))),
      handleReadyForQuery: () => resolve(rows),
      handleError(error: Error) {
        refused.abort();
        reject(failure ?? error);
      },
    };
    client.query(query as unknown as pg.Submittable);
  });
}
