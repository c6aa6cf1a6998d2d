import { Buffer } from "node:buffer";
import { CsvError, parse } from "csv-parse/sync";
import { type CsvRecord, isFault } from "./csv-record.ts";

/**
 * Reads records in batches as the text comes in; never throws for what the text says. Blank lines are left out,
 * NUL characters dropped, line ends may be mixed. A quote that is opened and never closed costs one line: that line
 * becomes a fault, and reading goes on with the next.
 */
export async function* csvRecords(
  text: AsyncIterable<string>,
  separator: string,
  firstLine = 1,
): AsyncGenerator<CsvRecord[]> {
  let parts: Buffer[] = [];
  let length = 0;
  let line = firstLine;
  let blockBytes = BLOCK_BYTES;

  function* take(atEnd: boolean): Generator<CsvRecord[]> {
    let held = Buffer.concat(parts);
    while (held.length >= (atEnd ? 1 : blockBytes)) {
      const isWhole = atEnd && held.length <= blockBytes;
      const block = readBlock(held.subarray(0, blockBytes), separator, line, isWhole);
      if (block.records.length > 0) yield block.records;
      held = held.subarray(block.used);
      line = block.nextLine;
      // After a fault in small steps, so that a file full of faults is not read over and over; in larger ones
      // when a record is longer than the block.
      if (block.faulty) blockBytes = AFTER_FAULT_BYTES;
      else blockBytes = block.used > 0 ? Math.min(blockBytes * 2, BLOCK_BYTES) : blockBytes * 2;
    }
    parts = [held];
    length = held.length;
  }

  for await (const piece of text) {
    const bytes = Buffer.from(withoutNul(piece));
    parts.push(bytes);
    length += bytes.length;
    if (length >= blockBytes) yield* take(false);
  }
  yield* take(true);
}

/** The first records of a text, for guessing; faults are left out. */
export function firstRecords(text: string, separator: string, count: number): string[][] {
  const { records } = readBlock(Buffer.from(withoutNul(text)), separator, 1, true, count);
  return records
    .filter((record) => !isFault(record))
    .slice(0, count)
    .map((row) => row.cells!);
}

const BLOCK_BYTES = 64 * 1024;
const AFTER_FAULT_BYTES = 512;
// Twice the longest text field of Salesforce (131,072 characters of up to 4 bytes).
const LONGEST_RECORD_BYTES = 1024 * 1024;

interface Block {
  records: CsvRecord[];
  /** Bytes that are dealt with, and the line that starts behind them. */
  used: number;
  nextLine: number;
  faulty: boolean;
}

function readBlock(
  bytes: Buffer,
  separator: string,
  firstLine: number,
  isWhole: boolean,
  most?: number,
): Block {
  const records: CsvRecord[] = [];
  let used = 0;
  let line = firstLine;
  for (const { record, info } of tokenised(bytes, separator, most)) {
    const end = info.bytes;
    // The last record may go on in the text to come.
    if (end >= bytes.length && !isWhole) break;
    const start = afterBlankLines(bytes, used);
    line += lineEndsIn(bytes, used, start);
    const ownLines = lineEndsIn(bytes, start, end);
    const cells = reread(record, bytes.subarray(start, end), separator, ownLines);
    if (cells === null) return afterUnclosedQuote(bytes, start, line, records);
    records.push({ line, cells });
    line += ownLines;
    used = end;
  }
  const start = afterBlankLines(bytes, used);
  const isStuck = isWhole || (used === 0 && bytes.length >= LONGEST_RECORD_BYTES);
  if (!isStuck || start === bytes.length) {
    const dealtWith = isStuck ? start : used;
    return { records, used: dealtWith, nextLine: line + lineEndsIn(bytes, used, dealtWith), faulty: false };
  }
  return afterUnclosedQuote(bytes, start, line + lineEndsIn(bytes, used, start), records);
}

interface Token {
  record: string[];
  /** `bytes` is where the record ends. */
  info: { bytes: number };
}

/** Lenient: stray quotes inside a cell stay as they are, rows may have any length. An unclosed quote ends the list. */
function tokenised(bytes: Buffer, separator: string, most = -1): Token[] {
  return parse(bytes, { ...LENIENT, delimiter: separator, to: most }) as unknown as Token[];
}

const LENIENT = {
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  ltrim: true,
  skip_records_with_error: true,
  max_record_size: 0,
  info: true,
};

const STRICT = { ...LENIENT, relax_quotes: false, rtrim: true, skip_records_with_error: false };

/**
 * A cell that starts with a quotation mark may be quoted after all, with blanks behind it; then a stricter look finds
 * its text. Null when a record of several lines does not stand up to that look: a quote in it was never closed.
 */
function reread(cells: string[], raw: Buffer, separator: string, lines: number): string[] | null {
  if (!cells.some((cell) => cell.startsWith('"'))) return cells;
  try {
    const [strict] = parse(raw, { ...STRICT, delimiter: separator }) as unknown as Token[];
    return strict?.record ?? cells;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return lines > 1 && error.code !== "INVALID_OPENING_QUOTE" ? null : cells;
  }
}

function afterUnclosedQuote(bytes: Buffer, start: number, line: number, records: CsvRecord[]): Block {
  const end = lineEndAfter(bytes, start);
  const raw = bytes.toString("utf8", start, end).replace(/[\r\n]+$/, "");
  const problem = "a quotation mark is opened in this line and never closed";
  return { records: [...records, { line, problem, raw }], used: end, nextLine: line + 1, faulty: true };
}

const LF = 0x0a;
const CR = 0x0d;

function lineEndAfter(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === LF) return at + 1;
    if (bytes[at] === CR) return bytes[at + 1] === LF ? at + 2 : at + 1;
  }
  return bytes.length;
}

function afterBlankLines(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === LF || bytes[at] === CR) at++;
  return at;
}

/** Line ends in a stretch; its last line counts although the file may end without a line end. */
function lineEndsIn(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at = lineEndAfter(bytes, at)) count++;
  return count;
}

function withoutNul(text: string): string {
  return text.includes("\0") ? text.replaceAll("\0", "") : text;
}
