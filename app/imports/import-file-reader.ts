import type { Tx } from "#lib/storage/database.ts";
import { openTable, type CsvTable } from "./csv-table-reader.ts";
import { type CsvRecord, isFault } from "./csv-record.ts";
import { decodeText, textOf } from "./csv-text.ts";
import { findPart } from "./import-store.ts";
import { otherKind } from "./other-kind.ts";
import { isKnownHeader } from "./recognise.ts";
import { isCards } from "./vcard.ts";
import { openCards } from "./vcard-table-reader.ts";

export interface OpenFile {
  table: CsvTable;
  /** Bytes that have been read so far. */
  bytesRead: () => number;
}

/** The kept file as a table, read part by part. */
export async function openFile(tx: Tx, importId: string): Promise<OpenFile> {
  let read = 0;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (let part = 0; ; part++) {
      const found = await findPart(tx, importId, part);
      if (!found) return;
      read += found.length;
      yield found;
    }
  }
  const { pieces } = textOf(bytes());
  const first = await pieces.next();
  const all = thenTheRest(first.done ? "" : first.value, pieces);
  const isBook = !first.done && isCards(first.value);
  return { table: isBook ? openCards(all) : await openTable(all, isKnownHeader), bytesRead: () => read };
}

async function* thenTheRest(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

const HEAD_BYTES = 4096;

/** Why the kept file cannot be a CSV file, by its first bytes; null when it may be one. */
export async function whyNoTable(tx: Tx, importId: string, fileName: string): Promise<string | null> {
  const head = (await findPart(tx, importId, 0))?.subarray(0, HEAD_BYTES) ?? new Uint8Array(0);
  return otherKind(head, await decodeText(head), fileName);
}

/** What the table holds, in batches of about `size` records. */
export async function* inBatches(table: CsvTable, size: number): AsyncGenerator<CsvRecord[]> {
  let held: CsvRecord[] = [];
  for await (const batch of table.batches) {
    held.push(...batch);
    for (; held.length >= size; held = held.slice(size)) yield held.slice(0, size);
  }
  if (held.length > 0) yield held;
}

const LONGEST_SAMPLE = 80;

/** Some first rows, for the mapping screen and for recognising ids. */
export async function sampleRows(table: CsvTable, count: number): Promise<string[][]> {
  for await (const batch of table.batches) {
    const rows = batch.flatMap((record) => (isFault(record) ? [] : [record.cells]));
    if (rows.length > 0)
      return rows.slice(0, count).map((cells) => cells.map((cell) => cell.slice(0, LONGEST_SAMPLE)));
  }
  return [];
}
