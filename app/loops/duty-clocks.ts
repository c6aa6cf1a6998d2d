import { addDays, dayIn, instantOf, type Day } from "#lib/kernel/days.ts";
import { isWorkday, workdayAfter, workdayOnOrAfter, type WorkCalendar } from "#lib/kernel/workdays.ts";
import type { Clocks } from "#team/clocks.ts";

const HOUR_MS = 3_600_000;

/** Whose working days count on a day: the rep's, or those of whoever stands in for them. */
export type CalendarOn = (day: Day) => WorkCalendar;

/** Something that happened on a day; `at` is the moment, where that is known. */
export interface Happened {
  day: Day;
  at: Date | null;
}

/** METHOD.md, rule 6: thanks within so many hours; moved to the end of the next working day when that falls on a day off. */
export function withinHours(from: Happened, hours: number, clocks: Clocks, calendarOn: CalendarOn): Date {
  const { timeZone } = calendarOn(from.day);
  const due = new Date(momentOf(from, clocks, timeZone).getTime() + hours * HOUR_MS);
  const day = dayIn(due, timeZone);
  const calendar = calendarOn(day);
  return isWorkday(day, calendar) ? due : instantOf(workdayAfter(day, calendar), clocks.respondBy, timeZone);
}

/** The same rule for so many days: by the end of that day, or of the next working day. */
export function withinDays(from: Day, days: number, clocks: Clocks, calendarOn: CalendarOn): Date {
  const day = addDays(from, days);
  const calendar = calendarOn(day);
  return instantOf(workdayOnOrAfter(day, calendar), clocks.respondBy, calendar.timeZone);
}

/** What was logged on a later day is taken to have happened at the end of its own: nobody is late by the logging. */
function momentOf({ day, at }: Happened, clocks: Clocks, timeZone: string): Date {
  return at !== null && dayIn(at, timeZone) === day ? at : instantOf(day, clocks.respondBy, timeZone);
}
