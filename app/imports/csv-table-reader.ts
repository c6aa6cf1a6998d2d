import { csvRecords, firstRecords } from "./csv-reader.ts";
import { type CsvRecord, isFault } from "./csv-record.ts";
import { uniqueHeaders } from "./headers.ts";
import { asBefore, mendColumn } from "./mend-file.ts";
import { withoutFooter } from "./report-footer.ts";

export type Separator = "," | ";" | "\t" | "|";

export interface CsvTable {
  separator: string;
  /** Unique names of the columns, in the order of the file. */
  headers: string[];
  /** The names as they stand in the file. */
  titles: string[];
  headerLine: number;
  /** What stood above the header: LinkedIn's notes, the title of a report. */
  preamble: string[];
  /** True for a file to mend that comes back; its column of reasons and its defusing are taken off again. */
  isBroughtBack: boolean;
  /** An address book: each row is a card. */
  holdsCards?: boolean;
  /** Batches of rows as wide as the header, and of faults. */
  batches: AsyncGenerator<CsvRecord[]>;
}

/**
 * Finds the separator (Excel's `sep=` line is obeyed) and the header, then gives the rows: short ones filled up,
 * empty ones and the footer of Salesforce reports left out, too long ones as faults. `knows` tells a header that
 * is known, which is then found below any preamble. An empty file has no headers.
 */
export async function openTable(
  text: AsyncIterable<string>,
  knows: (cells: string[]) => boolean = () => false,
): Promise<CsvTable> {
  const reader = text[Symbol.asyncIterator]();
  const head = await headOf(reader);
  const asked = /^\uFEFF?"?sep=(.)"?[^\S\t]*(?:\r\n|\n|\r|$)/i.exec(head);
  const body = asked ? head.slice(asked[0].length) : head;
  const separator = asked ? asked[1]! : separatorOf(body);
  const records = csvRecords(thenTheRest(body, reader), separator, asked ? 2 : 1);

  const first: CsvRecord[] = [];
  while (first.length < HEAD_RECORDS) {
    const { done, value } = await records.next();
    if (done) break;
    first.push(...value);
  }
  const at = headerAt(first, knows);
  const header = first[at];
  const rows = first.slice(at + 1);
  const written = header && !isFault(header) ? titlesIn(header.cells, rows) : [];
  const back = mendColumn(written);
  const titles = back < 0 ? written : asBefore(written, back);
  const shaped = fitted(rows, records, { titles: written, back, separator });
  return {
    separator,
    titles,
    headers: uniqueHeaders(titles),
    headerLine: header?.line ?? 1,
    preamble: first.slice(0, at).map((row) => (isFault(row) ? row.raw : row.cells.join(" ").trim())),
    isBroughtBack: back >= 0,
    batches: withoutFooter(shaped),
  };
}

const HEAD_CHARS = 64 * 1024;
const HEAD_RECORDS = 30;
const SEPARATORS: Separator[] = [",", ";", "\t", "|"];

/** The candidate by which most of the first records get the same number of cells; the comma when none does. */
export function separatorOf(text: string): Separator {
  let best: Separator = ",";
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const widths = firstRecords(text, separator, HEAD_RECORDS).map((cells) => cells.length);
    const usual = commonest(widths.filter((width) => width > 1));
    const agreeing = widths.filter((width) => width === usual).length;
    // Squared, so that a text with separators in every row but the header does not win.
    const score = (agreeing / widths.length) ** 2 * Math.log2(usual);
    if (score > bestScore) [best, bestScore] = [separator, score];
  }
  return best;
}

function commonest(numbers: number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  let best = 1;
  for (const [number, count] of counts) if (count > (counts.get(best) ?? 0)) best = number;
  return best;
}

async function headOf(reader: AsyncIterator<string>): Promise<string> {
  let head = "";
  while (head.length < HEAD_CHARS) {
    const { done, value } = await reader.next();
    if (done) break;
    head += value;
  }
  return head;
}

async function* thenTheRest(head: string, reader: AsyncIterator<string>): AsyncGenerator<string> {
  yield head;
  for (let next = await reader.next(); !next.done; next = await reader.next()) yield next.value;
}

function headerAt(records: CsvRecord[], knows: (cells: string[]) => boolean): number {
  const head = records.slice(0, HEAD_RECORDS);
  const known = head.findIndex((record) => !isFault(record) && knows(record.cells));
  if (known >= 0) return known;
  const widths = head.map((record) => (isFault(record) ? 0 : withoutTrailingEmpties(record.cells).length));
  const usual = commonest(widths.filter((width) => width > 1));
  // Half of the usual width: a preamble is a sentence, a header names its columns.
  const wide = widths.findIndex((width) => width >= Math.max(1, usual / 2) && width > (usual > 1 ? 1 : 0));
  return Math.max(0, wide);
}

/** Trailing columns without a name count only when one of the first rows has something in them. */
function titlesIn(header: string[], rows: CsvRecord[]): string[] {
  const lengths = rows.map((row) => (isFault(row) ? 0 : withoutTrailingEmpties(row.cells).length));
  const used = Math.min(header.length, Math.max(0, ...lengths));
  return header.slice(0, Math.max(withoutTrailingEmpties(header).length, used));
}

function withoutTrailingEmpties(cells: string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);
}

interface Shape {
  titles: string[];
  /** Where the column of a file to mend stands, or -1. */
  back: number;
  separator: string;
}

async function* fitted(
  first: CsvRecord[],
  rest: AsyncIterable<CsvRecord[]>,
  shape: Shape,
): AsyncGenerator<CsvRecord[]> {
  yield first.flatMap((record) => fit(record, shape));
  for await (const batch of rest) yield batch.flatMap((record) => fit(record, shape));
}

function fit(record: CsvRecord, { titles, back, separator }: Shape): CsvRecord[] {
  if (isFault(record)) return [record];
  const width = titles.length;
  const { line } = record;
  const cells = withoutTrailingEmpties(record.cells);
  if (cells.length === 0 || isHeaderAgain(cells, titles)) return [];
  if (cells.length <= width) {
    const all = [...cells, ...Array<string>(width - cells.length).fill("")];
    return [{ line, cells: back < 0 ? all : asBefore(all, back) }];
  }
  const name = separator === "\t" ? "a tab" : `a "${separator}"`;
  const problem = `${cells.length} cells where the header names ${width} columns: is there ${name} in a cell without quotation marks?`;
  return [{ line, problem, raw: cells.join(separator), cells }];
}

/** Where two exports were put into one file. */
function isHeaderAgain(cells: string[], titles: string[]): boolean {
  return titles.length > 1 && titles.every((title, index) => title === (cells[index] ?? ""));
}
