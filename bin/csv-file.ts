import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { CSV_MARK, csvLine } from "#lib/http/csv-out.ts";
import { minorDigits, type Money } from "#lib/kernel/money.ts";

/** Writes rows to a CSV file, only for its owner's eyes; it has its name when it is whole. Answers how many. */
export async function writeCsv(
  path: string,
  headers: readonly string[],
  rows: AsyncIterable<readonly Record<string, unknown>[]>,
): Promise<number> {
  let count = 0;
  async function* lines(): AsyncGenerator<string> {
    yield CSV_MARK + csvLine(headers);
    for await (const some of rows) {
      count += some.length;
      yield some.map((row) => csvLine(headers.map((header) => cellOf(row[header])))).join("");
    }
  }
  const staged = `${path}.part`;
  try {
    await pipeline(lines, createWriteStream(staged, { mode: 0o600 }));
    await rename(staged, path);
  } catch (error) {
    await rm(staged, { force: true });
    throw error;
  }
  return count;
}

/** Instants in UTC, lists with semicolons between, money as a decimal number. */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(cellOf).join("; ");
  if (typeof value === "object") return "minor" in value ? decimalOf(value as Money) : JSON.stringify(value);
  return typeof value === "string" ? value : JSON.stringify(value);
}

function decimalOf({ minor, currency }: Money): string {
  const digits = minorDigits(currency);
  const whole = String(Math.abs(minor)).padStart(digits + 1, "0");
  const sign = minor < 0 ? "-" : "";
  return digits === 0 ? `${sign}${whole}` : `${sign}${whole.slice(0, -digits)}.${whole.slice(-digits)}`;
}
