import type { SheetCell } from "#lib/http/xlsx-out.ts";
import type { Rate } from "#lib/kernel/rates.ts";

export function headCells(names: readonly string[]): SheetCell[] {
  return names.map((text) => ({ text }));
}

export function numberCell(value: number | null): SheetCell {
  return value === null ? null : { number: value };
}

/** The share and its interval. */
export function rateCells(rate: Rate): [SheetCell, SheetCell, SheetCell] {
  if (rate.kind === "too-early") return TOO_EARLY;
  return [shareCell(rate.value), shareCell(rate.low), shareCell(rate.high)];
}

/** From 0 to 1. */
export function shareCell(share: number): SheetCell {
  return { number: Math.round(share * 10_000) / 10_000 };
}

type Median<Value> =
  | { kind: "too-early" }
  | { kind: "median"; value: Value | null; low: Value | null; high: Value | null };

/** The median and its interval. */
export function medianCells<Value>(
  median: Median<Value> | undefined,
  cell: (value: Value) => SheetCell,
): [SheetCell, SheetCell, SheetCell] {
  if (median === undefined) return [null, null, null];
  if (median.kind === "too-early") return TOO_EARLY;
  const known = (value: Value | null) => (value === null ? null : cell(value));
  return [known(median.value), known(median.low), known(median.high)];
}

const TOO_EARLY: [SheetCell, SheetCell, SheetCell] = [{ text: "too early" }, null, null];
