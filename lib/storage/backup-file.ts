import { createHash, randomBytes, type Hash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { Problem } from "#lib/kernel/problem.ts";

/**
 * The first line of a backup. After it come the tables in this order, each as the line `table NAME`, its rows in the text
 * form of PostgreSQL's COPY, and the line `\.`; the last line is `sha256 HEX` of all before it. The whole is gzipped.
 */
export interface BackupHeader {
  askwellBackup: 1;
  madeAt: string;
  migrations: { number: number; name: string; hash: string }[];
  tables: BackupTable[];
}

export interface BackupTable {
  name: string;
  columns: string[];
  rows: number;
}

const END_OF_TABLE = Buffer.from("\\.\n");
const END_INSIDE = Buffer.from("\n\\.\n");
const NEWLINE = 10;
const MOST_HEADER_BYTES = 16_000_000;

/** Writes a whole backup or, when anything fails, leaves what was at `path` as it is. Only its owner may read the file. */
export async function writeBackup(
  path: string,
  header: BackupHeader,
  rowsOf: (table: BackupTable) => AsyncIterable<Buffer>,
): Promise<{ bytes: number }> {
  const staged = `${path}.${randomBytes(4).toString("hex")}.part`;
  try {
    // Flushed to the disk before it is closed.
    const file = createWriteStream(staged, { flags: "wx", mode: 0o600, flush: true });
    await pipeline(backupLines(header, rowsOf), createGzip({ level: 5 }), file);
    await rename(staged, path);
    await syncFolder(dirname(path));
    return { bytes: file.bytesWritten };
  } catch (error) {
    await rm(staged, { force: true });
    throw unwritable(path, error);
  }
}

/**
 * Reads a backup from its beginning to its end. `onTable` must take all rows of its table. Throws Problem invalid when the file
 * is no backup, damaged, cut off, or of a later form.
 */
export async function readBackup(
  path: string,
  onHeader: (header: BackupHeader) => void | Promise<void>,
  onTable: (table: BackupTable, rows: AsyncIterable<Buffer>) => Promise<unknown>,
  chunkBytes = 262_144,
): Promise<void> {
  const hash = createHash("sha256");
  const cursor = cursorOver(unzipped(path, chunkBytes), hash, () => damaged(path, "is cut off"));
  try {
    const header = headerIn(await cursor.line(MOST_HEADER_BYTES), path);
    await onHeader(header);
    for (const table of header.tables) {
      if ((await cursor.line(200)) !== `table ${table.name}`)
        throw damaged(path, `lacks the table ${table.name}`);
      const seen = { rows: 0 };
      await onTable(table, cursor.rows(seen));
      if (seen.rows !== table.rows)
        throw damaged(path, `has ${seen.rows} rows of ${table.name} where there should be ${table.rows}`);
    }
    const digest = hash.digest("hex");
    if ((await cursor.line(200, false)) !== `sha256 ${digest}`)
      throw damaged(path, "is not as it was written");
    if (!(await cursor.atEnd())) throw damaged(path, "goes on after its end");
  } finally {
    await cursor.close();
  }
}

async function* backupLines(
  header: BackupHeader,
  rowsOf: (table: BackupTable) => AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  const sealed = (bytes: string | Buffer) => {
    const chunk = Buffer.from(bytes as Buffer);
    hash.update(chunk);
    return chunk;
  };
  yield sealed(`${JSON.stringify(header)}\n`);
  for (const table of header.tables) {
    yield sealed(`table ${table.name}\n`);
    for await (const rows of rowsOf(table)) yield sealed(rows);
    yield sealed(END_OF_TABLE);
  }
  yield Buffer.from(`sha256 ${hash.digest("hex")}\n`);
}

function headerIn(line: string, path: string): BackupHeader {
  let header: Partial<BackupHeader>;
  try {
    header = JSON.parse(line);
  } catch {
    throw new Problem("invalid", `${path} is not a backup of Askwell`);
  }
  if (typeof header?.askwellBackup !== "number")
    throw new Problem("invalid", `${path} is not a backup of Askwell`);
  if (header.askwellBackup !== 1) {
    throw new Problem(
      "invalid",
      `${path} was made by a newer Askwell (form ${String(header.askwellBackup)}); restore it with that one`,
    );
  }
  return header as BackupHeader;
}

/** Reads lines and rows off a stream of bytes, adding to the hash what it has read. */
function cursorOver(source: AsyncGenerator<Buffer>, hash: Hash, cutOff: () => Problem) {
  let held: Buffer = Buffer.alloc(0);

  async function more(): Promise<boolean> {
    const { value, done } = await source.next();
    if (done) return false;
    held = held.length === 0 ? value : Buffer.concat([held, value]);
    return true;
  }

  function take(length: number): Buffer {
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    return taken;
  }

  return {
    async line(most: number, sealed = true): Promise<string> {
      let searched = 0;
      let end = held.indexOf(NEWLINE);
      while (end < 0) {
        searched = held.length;
        if (searched > most) throw cutOff();
        if (!(await more())) throw cutOff();
        end = held.indexOf(NEWLINE, searched);
      }
      const line = take(end + 1);
      if (sealed) hash.update(line);
      return line.toString("utf8", 0, end);
    },

    /** Up to the end of the table, in whatever pieces they come; counts them. */
    async *rows(seen: { rows: number }): AsyncGenerator<Buffer> {
      while (held.length < END_OF_TABLE.length) if (!(await more())) throw cutOff();
      if (!held.subarray(0, END_OF_TABLE.length).equals(END_OF_TABLE)) {
        for (;;) {
          const end = held.indexOf(END_INSIDE);
          // What may be the beginning of an end is held back until more has come.
          const length = end < 0 ? held.length - END_INSIDE.length + 1 : end + 1;
          if (length > 0) {
            const rows = take(length);
            hash.update(rows);
            seen.rows += linesIn(rows);
            yield rows;
          }
          if (end >= 0) break;
          if (!(await more())) throw cutOff();
        }
      }
      hash.update(take(END_OF_TABLE.length));
    },

    atEnd: async () => held.length === 0 && !(await more()),
    close: () => source.return(undefined),
  };
}

async function* unzipped(path: string, chunkSize: number): AsyncGenerator<Buffer> {
  const file = createReadStream(path);
  const bytes = createGunzip({ chunkSize });
  file.on("error", (error) => bytes.destroy(error));
  file.pipe(bytes);
  try {
    for await (const chunk of bytes) yield chunk as Buffer;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new Problem("invalid", `there is no file ${path}`);
    if (code === "Z_BUF_ERROR") throw damaged(path, "is cut off");
    if (message === "incorrect header check")
      throw new Problem("invalid", `${path} is not a backup of Askwell`);
    if (code?.startsWith("Z_")) throw damaged(path, "is not as it was written");
    throw new Problem("invalid", `${path} cannot be read: ${message}`);
  } finally {
    file.destroy();
  }
}

/** Each row of a COPY is one line. */
export function linesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
}

function damaged(path: string, how: string): Problem {
  return new Problem("invalid", `${path} ${how}; use another backup`);
}

/** What the file system says is a thing that its owner can do something about; anything else stays as it is. */
function unwritable(path: string, error: unknown): unknown {
  const { syscall, message } = error as NodeJS.ErrnoException;
  return syscall ? new Problem("unavailable", `${path} cannot be written: ${message}`) : error;
}

/** Makes the new name as lasting as the file. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
