import type { Day } from "#lib/kernel/days.ts";
import { minorDigits, type Money } from "#lib/kernel/money.ts";
import { defuse } from "./csv-out.ts";

/** A cell says of itself what it is, so that text never turns into a number, a day or a formula. */
export type SheetCell = { text: string } | { number: number } | { money: Money } | { day: Day } | null;

export interface Sheet {
  name: string;
  /** In characters, one a column. */
  widths: readonly number[];
  /** The first stands still while the others are scrolled. */
  rows: readonly (readonly SheetCell[])[];
}

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * A workbook of sheets. Text is written as text and defused besides, so that it is no formula after it was edited in place or saved as
 * CSV either. Amounts are exact: the number nearest to a decimal of at most 15 digits is written as that decimal.
 */
export async function xlsxFile(sheets: readonly Sheet[]): Promise<Buffer<ArrayBuffer>> {
  const { default: writeExcelFile } = await import("write-excel-file/node");
  const made = sheets.map(({ name, widths, rows }) => ({
    sheet: sheetName(name),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    data: rows.map((row, at) => row.map((cell) => written(cell, at === 0))),
  }));
  return Buffer.from(await writeExcelFile(made).toBuffer());
}

function written(cell: SheetCell, isHead: boolean) {
  if (cell === null) return null;
  if ("text" in cell) {
    const text = { type: String, value: defuse(cell.text) };
    return isHead ? { ...text, fontWeight: "bold" as const } : text;
  }
  if ("number" in cell) return { type: Number, value: cell.number };
  if ("day" in cell) return { type: Date, value: new Date(`${cell.day}T00:00:00Z`), format: "yyyy-mm-dd" };
  const digits = minorDigits(cell.money.currency);
  return {
    type: Number,
    value: cell.money.minor / 10 ** digits,
    format: digits === 0 ? "#,##0" : `#,##0.${"0".repeat(digits)}`,
  };
}

/** What a spreadsheet takes as the name of a sheet: 31 characters, and some not at all. */
function sheetName(name: string): string {
  return (
    name
      .replaceAll(/[\\/?*[\]:']/g, " ")
      .slice(0, 31)
      .trim() || "Sheet"
  );
}
