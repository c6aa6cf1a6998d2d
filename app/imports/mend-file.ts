import { CSV_MARK, csvLine, undefuse } from "#lib/http/csv-out.ts";
import { plainHeader } from "./headers.ts";

/** The name of the last column: what is to be mended in each row. */
export const MEND_HEADER = "Askwell: what to mend";

/** A row that did not go in; `cells` as far as they could be told apart, else only `raw`. */
export interface BadRow {
  cells?: string[];
  raw?: string;
  reasons: string[];
}

/** The first line of a file to mend: the original columns and what to mend. */
export function mendHead(titles: string[], separator: string): string {
  return CSV_MARK + csvLine([...titles, MEND_HEADER], separator);
}

/** One row of it. What does not fit under the columns stands in the last of them, so that nothing is lost. */
export function mendLine(row: BadRow, width: number, separator: string): string {
  const cells = row.cells ?? [row.raw ?? ""];
  const fitting =
    cells.length <= width ? cells : [...cells.slice(0, width - 1), cells.slice(width - 1).join(separator)];
  const padding = Array<string>(Math.max(0, width - fitting.length)).fill("");
  return csvLine([...fitting, ...padding, row.reasons.join("; ")], separator);
}

/** Where the column of what to mend stands in a file that is brought back; -1 in any other file. */
export function mendColumn(titles: string[]): number {
  return titles.findIndex((title) => plainHeader(undefuse(title)) === plainHeader(MEND_HEADER));
}

/** The titles or the cells of a row as they were before they were written to a file to mend. */
export function asBefore(cells: string[], mendColumn: number): string[] {
  return cells.filter((_, index) => index !== mendColumn).map(undefuse);
}
