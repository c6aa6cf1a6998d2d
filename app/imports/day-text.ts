import { type Day, addDays, dayIn, isDay } from "#lib/kernel/days.ts";

export type DayOrder = "day-first" | "month-first";

/** How the dates of a column are read; `assumption` says so for the preview when the dates do not settle it. */
export interface DayColumn {
  order: DayOrder;
  assumption: string | null;
}

/** What the cells of a column say about the order of day and month. */
export interface DayEvidence {
  dayFirst: number;
  monthFirst: number;
  /** One that could be either, as it stands in the file. */
  either: string | null;
}

export function newDayEvidence(): DayEvidence {
  return { dayFirst: 0, monthFirst: 0, either: null };
}

export function weighDay(evidence: DayEvidence, text: string): void {
  const parts = numericParts(text.trim());
  if (!parts) return;
  const { first, second, separator } = parts;
  if (separator === "." || first > 12) evidence.dayFirst++;
  else if (second > 12) evidence.monthFirst++;
  else if (first !== second) evidence.either ??= text.trim();
}

/** Settles each column by its own dates, else by those of the file's other columns, else by `usual`. */
export function settleDays(columns: Map<string, DayEvidence>, usual: DayOrder): Map<string, DayColumn> {
  const all = [...columns.values()];
  const dayFirst = all.reduce((sum, { dayFirst }) => sum + dayFirst, 0);
  const monthFirst = all.reduce((sum, { monthFirst }) => sum + monthFirst, 0);
  const fromFile = dayFirst === monthFirst ? null : dayFirst > monthFirst ? "day-first" : "month-first";
  return new Map([...columns].map(([name, seen]) => [name, settle(name, seen, fromFile, usual)]));
}

/**
 * The day that a cell names, or null: ISO with or without time and zone, 7/23/2004, 23.07.2004, "23 Jul 2021",
 * "Jul 23, 2021", a spreadsheet's day number, milliseconds since 1970. A time with a zone is a day in `timeZone`.
 */
export function readDay(text: string, order: DayOrder, timeZone: string): Day | null {
  const cell = text.trim();
  return isoDay(cell, timeZone) ?? numericDay(cell, order) ?? wordyDay(cell) ?? countedDay(cell, timeZone);
}

function settle(
  name: string,
  { dayFirst, monthFirst, either }: DayEvidence,
  fromFile: DayOrder | null,
  usual: DayOrder,
): DayColumn {
  if (dayFirst > 0 && monthFirst > 0) {
    const order = dayFirst >= monthFirst ? "day-first" : "month-first";
    return { order, assumption: `The dates in "${name}" are mixed; they are read ${ORDER_WORDS[order]}.` };
  }
  if (dayFirst > 0) return { order: "day-first", assumption: null };
  if (monthFirst > 0) return { order: "month-first", assumption: null };
  const order = fromFile ?? usual;
  if (either === null) return { order, assumption: null };
  const because = fromFile ? " like the other dates of the file" : "";
  const read = numericDay(either, order);
  return {
    order,
    assumption: `"${either}" in "${name}" is read ${ORDER_WORDS[order]}${because}: ${read}.`,
  };
}

const ORDER_WORDS = { "day-first": "day first", "month-first": "month first" };

const TIME = String.raw`(?:,?[T\s]+(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*([AaPp]\.?[Mm]\.?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?`;
const ISO = new RegExp(String.raw`^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})${TIME}$`);
const NUMERIC = new RegExp(String.raw`^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})${TIME}$`);
const DAY_WORD_YEAR = new RegExp(
  String.raw`^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s-]+(?:de\s+)?(\p{L}+)\.?,?[\s-]+(?:de\s+)?(\d{4}|\d{2})${TIME}$`,
  "iu",
);
const WORD_DAY_YEAR = new RegExp(
  String.raw`^(?:\p{L}+\.?,?\s+)?(\p{L}+)\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})${TIME}$`,
  "iu",
);

function isoDay(cell: string, timeZone: string): Day | null {
  const match = ISO.exec(cell);
  if (!match) return null;
  const [, year, separator, month, date, hour, minute, second, , zone] = match;
  if (separator === "" && (month!.length < 2 || date!.length < 2)) return null;
  const day = dayOf(Number(year), Number(month), Number(date));
  if (day === null || zone === undefined) return day;
  const offset =
    zone === "Z" || /^[UG]/.test(zone)
      ? "Z"
      : zone.replace(/^(.\d\d):?(\d\d)?$/, (_, h, m) => `${h}:${m ?? "00"}`);
  const at = new Date(`${day}T${hour!.padStart(2, "0")}:${minute}:${second ?? "00"}${offset}`);
  return Number.isNaN(at.getTime()) ? null : dayIn(at, timeZone);
}

function numericDay(cell: string, order: DayOrder): Day | null {
  const parts = numericParts(cell);
  if (!parts) return null;
  const { first, second, year, separator } = parts;
  const isDayFirst = separator === "." || order === "day-first";
  return isDayFirst ? dayOf(year, second, first) : dayOf(year, first, second);
}

function numericParts(
  cell: string,
): { first: number; second: number; year: number; separator: string } | null {
  const match = NUMERIC.exec(cell);
  if (!match) return null;
  const [, first, separator, second, year] = match;
  return { first: Number(first), second: Number(second), year: fullYear(year!), separator: separator! };
}

function wordyDay(cell: string): Day | null {
  const dayWord = DAY_WORD_YEAR.exec(cell);
  if (dayWord) return dayOf(fullYear(dayWord[3]!), monthNamed(dayWord[2]!), Number(dayWord[1]));
  const wordDay = WORD_DAY_YEAR.exec(cell);
  return wordDay ? dayOf(Number(wordDay[3]), monthNamed(wordDay[1]!), Number(wordDay[2])) : null;
}

function countedDay(cell: string, timeZone: string): Day | null {
  if (/^\d{12,13}$/.test(cell)) return dayIn(new Date(Number(cell)), timeZone);
  const count = /^(\d{5})(?:\.\d+)?$/.exec(cell);
  // Spreadsheets count days from 1899-12-30; these are the years 1954 to 2119.
  const days = count ? Number(count[1]) : 0;
  return days >= 20_000 && days <= 80_000 ? addDays("1899-12-30", days) : null;
}

/** Years outside 1900 to 2199 are typing errors. */
function dayOf(year: number, month: number | null, date: number): Day | null {
  if (year < 1900 || year > 2199) return null;
  const day = `${padded(year, 4)}-${padded(month ?? 0, 2)}-${padded(date, 2)}`;
  return isDay(day) ? day : null;
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, "0");
}

/** Two digits are a year from 1970 to 2069. */
function fullYear(year: string): number {
  const number = Number(year);
  if (year.length > 2) return number;
  return number < 70 ? 2000 + number : 1900 + number;
}

let monthNames: Map<string, number> | undefined;

function monthNamed(word: string): number | null {
  monthNames ??= namesOfMonths();
  return monthNames.get(plainWord(word)) ?? null;
}

function namesOfMonths(): Map<string, number> {
  const names = new Map<string, number>();
  for (const locale of ["en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "pl"]) {
    for (const month of ["long", "short"] as const) {
      const format = new Intl.DateTimeFormat(locale, { day: "numeric", month, timeZone: "UTC" });
      for (let index = 0; index < 12; index++) {
        const parts = format.formatToParts(Date.UTC(2026, index, 15));
        const name = plainWord(parts.find(({ type }) => type === "month")?.value ?? "");
        if (name !== "" && !names.has(name)) names.set(name, index + 1);
      }
    }
  }
  names.set("sept", 9);
  return names;
}

function plainWord(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/[\p{M}.]/gu, "")
    .toLowerCase();
}
