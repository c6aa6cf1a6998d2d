import type { CalendarEvents } from "#lib/calendar/calendar-event.ts";
import { addDays, daysBetween, type Day } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { dayByDay, type NamedDay } from "./holiday.ts";

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

/** The all-day events of a calendar, day by day, within the span. What is cancelled is none. */
export function daysOfEvents({ name, events, timed, unread }: CalendarEvents, span: Span): CalendarDays {
  const days = events
    .filter(({ allDay, cancelled }) => allDay && !cancelled)
    .flatMap(({ day: first, lastDay, title }) => {
      const from = first < span.from ? span.from : first;
      const to = lastDay > span.to ? span.to : lastDay;
      const count = Math.max(0, daysBetween(from, to) + 1);
      return Array.from({ length: count }, (_, at) => ({ day: addDays(from, at), name: title || "Day off" }));
    });
  return { name, days: dayByDay(days), timed, unread };
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
