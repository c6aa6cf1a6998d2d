/** `line` is the line of the file, counted from 1, on which the record starts. */
export interface CsvRow {
  line: number;
  cells: string[];
}

/** A record that cannot be used; `cells` as far as they could be told apart. */
export interface CsvFault {
  line: number;
  problem: string;
  raw: string;
  cells?: string[];
}

export type CsvRecord = CsvRow | CsvFault;

export function isFault(record: CsvRecord): record is CsvFault {
  return "problem" in record;
}
