import type { Day } from "#lib/kernel/days.ts";
import type { Assumptions } from "./assumptions.ts";
import { readDay } from "./day-text.ts";
import { type Columns, fieldsOf, type ImportKind, type Mapping } from "./fields.ts";
import { readId, tidy } from "./read-cell.ts";
import type { Remark } from "./records.ts";

/** Everything that reading the rows of one file takes. */
export interface ReadingPlan {
  kind: ImportKind;
  system: string;
  /** Where the columns of a field stand, the best first. */
  places: Record<string, { index: number; column: string }[]>;
  assumptions: Assumptions;
  /** The workspace's; ISO 4217. */
  currency: string;
  timeZone: string;
}

export interface Workplace {
  currency: string;
  timeZone: string;
}

/** Columns of the mapping that the file does not have are passed over. */
export function planReading(
  headers: string[],
  mapping: Mapping,
  assumptions: Assumptions,
  { currency, timeZone }: Workplace,
): ReadingPlan {
  const places: ReadingPlan["places"] = {};
  for (const field of Object.keys(fieldsOf(mapping.kind))) {
    const columns = (mapping.columns as Columns)[field] ?? [];
    const found = columns.map((column) => ({ index: headers.indexOf(column), column }));
    places[field] = found.filter(({ index }) => index >= 0);
  }
  return { kind: mapping.kind, system: mapping.system, places, assumptions, currency, timeZone };
}

export interface Cell {
  text: string;
  column: string;
}

/** The cells of one row by field, and what there is to say about them. */
export interface RowCells<F extends string> {
  plan: ReadingPlan;
  problems: Remark[];
  notes: Remark[];
  /** The cells of a field that hold something, the best column first. */
  each(field: F): Cell[];
  first(field: F): Cell | undefined;
  text(field: F): string | null;
  id(field: F): string | null;
  /** A date that cannot be read is either a problem of the row or left out with a note. */
  day(field: F, unread: "problem" | "note"): Day | null;
  problem(field: F, reason: string, column?: string): void;
  note(field: F, reason: string, column?: string): void;
}

export function rowCells<F extends string>(plan: ReadingPlan, cells: string[]): RowCells<F> {
  const row: RowCells<F> = {
    plan,
    problems: [],
    notes: [],
    each: (field) =>
      plan.places[field]!.map(({ index, column }) => ({ text: tidy(cells[index] ?? ""), column })).filter(
        ({ text }) => text !== "",
      ),
    first(field) {
      for (const { index, column } of plan.places[field]!) {
        const text = tidy(cells[index] ?? "");
        if (text !== "") return { text, column };
      }
      return undefined;
    },
    text: (field) => row.first(field)?.text ?? null,
    id(field) {
      const cell = row.first(field);
      const id = cell ? readId(cell.text, plan.system) : null;
      if (cell && id === null)
        row.note(field, `a spreadsheet has shortened the id "${cell.text}"; it is left out`);
      return id;
    },
    day(field, unread) {
      const cell = row.first(field);
      if (!cell) return null;
      const order = plan.assumptions.days[cell.column]?.order ?? "day-first";
      const day = readDay(cell.text, order, plan.timeZone);
      if (day !== null) return day;
      const what = `"${short(cell.text)}" is not a date${order === "day-first" ? "" : " with the month first"}`;
      if (unread === "problem") row.problem(field, what, cell.column);
      else row.note(field, `${what} and is left out`, cell.column);
      return null;
    },
    problem(field, reason, column = plan.places[field]![0]?.column) {
      row.problems.push({ field, column: column ?? null, reason });
    },
    note(field, reason, column = plan.places[field]![0]?.column) {
      row.notes.push({ field, column: column ?? null, reason });
    },
  };
  return row;
}

/** Enough of a cell to find it again. */
export function short(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
