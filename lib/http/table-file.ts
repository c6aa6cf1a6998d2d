import { minorDigits, type Money } from "#lib/kernel/money.ts";
import { CSV_MARK, csvLine } from "./csv-out.ts";
import { XLSX_TYPE, xlsxFile, type Sheet, type SheetCell } from "./xlsx-out.ts";

export const CSV_TYPE = "text/csv; charset=utf-8";
export const FILE_KINDS = ["csv", "xlsx"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** As a route says what it answers: without its characters. */
export const FILE_TYPES: Record<FileKind, string> = { csv: "text/csv", xlsx: XLSX_TYPE };

/** The same rows that a workbook has, as CSV: days as days, amounts with digits and a point. */
export function csvFile(rows: readonly (readonly SheetCell[])[]): string {
  return CSV_MARK + rows.map((row) => csvLine(row.map(plain))).join("");
}

/** Tables as a file that is saved and not shown: all of them as sheets of a workbook, the first alone as CSV. `name` without its ending. */
export async function tableFile(
  kind: FileKind,
  name: string,
  sheets: readonly [Sheet, ...Sheet[]],
): Promise<Response> {
  return kind === "csv"
    ? fileAnswer(csvFile(sheets[0].rows), CSV_TYPE, `${name}.csv`)
    : fileAnswer(await xlsxFile(sheets), XLSX_TYPE, `${name}.xlsx`);
}

export function fileAnswer(body: BodyInit, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}

function plain(cell: SheetCell): string {
  if (cell === null) return "";
  if ("text" in cell) return cell.text;
  if ("day" in cell) return cell.day;
  if ("number" in cell) return String(cell.number);
  return decimal(cell.money);
}

/** Digits and a point, exactly. */
function decimal({ minor, currency }: Money): string {
  const digits = minorDigits(currency);
  const all = String(Math.abs(minor)).padStart(digits + 1, "0");
  const point = digits === 0 ? all : `${all.slice(0, -digits)}.${all.slice(-digits)}`;
  return minor < 0 ? `-${point}` : point;
}
