import { isDay, type Day } from "./days.ts";
import { isId } from "./ids.ts";
import { invalid } from "./problem.ts";

/** `nextCursor` is null on the last page. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export type CursorValue = string | number | null;

export const PAGE_LIMIT = 100;

/** The sort values of the last row shown, as one word for an address: the next page starts after it. */
export function encodeCursor(values: CursorValue[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify(values));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** The values again, `length` of them. Throws Problem invalid for anything encodeCursor did not write. */
export function decodeCursor(cursor: string, length: number): CursorValue[] {
  const values = valuesIn(cursor);
  if (!Array.isArray(values) || values.length !== length || !values.every(isCursorValue)) {
    throw foreignCursor();
  }
  return values;
}

/** The cursor of a list that is sorted by day and id. Throws Problem invalid like decodeCursor. */
export function decodeDayCursor(cursor: string): [day: Day, id: string] {
  const [day, id] = decodeCursor(cursor, 2);
  if (!isDay(day) || !isId(id)) throw foreignCursor();
  return [day, id];
}

function foreignCursor() {
  return invalid(
    "This cursor does not belong to this list. Start again from the first page, without a cursor.",
    "cursor",
  );
}

/** The values again, each of its kind: for lists sorted by other things. Throws Problem invalid like decodeCursor. */
export function decodeCursorAs(
  cursor: string,
  kinds: readonly ("text" | "number" | "id")[],
): (string | number)[] {
  const values = decodeCursor(cursor, kinds.length);
  if (!values.every((value, at) => fits(value, kinds[at]))) throw foreignCursor();
  return values as (string | number)[];
}

function fits(value: CursorValue, kind = ""): boolean {
  return kind === "id" ? isId(value) : typeof value === (kind === "text" ? "string" : kind);
}

function valuesIn(cursor: string): unknown {
  if (!/^[A-Za-z0-9_-]{1,8192}$/.test(cursor)) return null;
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll("-", "+").replaceAll("_", "/")), (c) =>
      c.charCodeAt(0),
    );
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

function isCursorValue(value: unknown): value is CursorValue {
  // PostgreSQL's text holds neither NUL nor half a surrogate pair.
  if (typeof value === "string") return !value.includes("\0") && value.isWellFormed();
  return value === null || (typeof value === "number" && Number.isFinite(value));
}
