import type { Day } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";
import type { NamedDay } from "./holiday.ts";

/** The all-day events of a calendar file, day by day. */
export interface CalendarDays {
  /** As the calendar calls itself; null where it does not say. */
  name: string | null;
  days: NamedDay[];
  /** Events that have a time of day, and are no days off. */
  timed: number;
  /** Events that could not be understood. */
  unread: number;
}

export interface Span {
  from: Day;
  to: Day;
}

export const MOST_FILE_BYTES = 2_000_000;
// A calendar of days off has a few dozen; one of appointments has them every day.
export const MOST_DAYS_A_YEAR = 120;

/** Beginnings of files that people bring for a calendar, and what to do about it. */
const KINDS: readonly { begins: string; reason: string }[] = [
  {
    begins: "PK\u0003\u0004",
    reason: "this is a packed file or a workbook; unpack it, and bring the .ics file in it",
  },
  { begins: "%PDF", reason: "this is a PDF; bring the calendar it was made from, as an .ics file" },
  {
    begins: "BEGIN:VCARD",
    reason: "these are contacts, not days; bring them where people come in, and a calendar (.ics) here",
  },
  {
    begins: "<",
    reason: "this is a web page; take the link that says .ics or iCal there, and bring that file",
  },
];

/** The text of the file, which may be UTF-8 or older. Throws Problem invalid for what is no calendar, saying what it is. */
export function calendarText(bytes: Uint8Array): string {
  const text = textOf(bytes).replace(/^\uFEFF/, "");
  if (text.trim() === "") throw invalid("this file is empty; export the calendar once more", "file");
  const begins = text.trimStart().slice(0, 20).toUpperCase();
  const known = KINDS.find((each) => begins.startsWith(each.begins));
  if (known) throw invalid(known.reason, "file");
  if (!begins.startsWith("BEGIN:VCALENDAR"))
    throw invalid("this is no calendar file; bring one that ends in .ics, as calendars export it", "file");
  return text;
}

/** Throws Problem invalid where the days of the file are none to be off. */
export function checkDays(found: CalendarDays, span: Span): void {
  if (found.days.length === 0) {
    const why =
      found.timed > 0 ? `all ${found.timed} events in it have a time of day` : "no event in it falls there";
    throw invalid(
      `there is no all-day event from ${span.from.slice(0, 4)} to ${span.to.slice(0, 4)} in this file: ${why}`,
      "file",
    );
  }
  const years = Map.groupBy(found.days, ({ day }) => day.slice(0, 4));
  for (const [year, days] of years)
    if (days.length > MOST_DAYS_A_YEAR)
      throw invalid(
        `this calendar has ${days.length} whole days in ${year}, more than anybody has off; bring one of holidays alone`,
        "file",
      );
}

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
