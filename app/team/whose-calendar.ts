import type { Day } from "#lib/kernel/days.ts";
import type { WorkCalendar } from "#lib/kernel/workdays.ts";
import { isAwayOn, standInOn, type Absence } from "./absence.ts";

/**
 * Whose working days count for what a rep owes: their own, so that an absence moves it on; or those of whoever stands in for
 * them on that day, so that with a stand-in nobody waits.
 */
export function calendarOn(
  calendars: ReadonlyMap<string, WorkCalendar>,
  absences: readonly Absence[],
  memberId: string,
  day: Day,
): WorkCalendar {
  const who = isAwayOn(absences, memberId, day) ? (standInOn(absences, memberId, day) ?? memberId) : memberId;
  const calendar = calendars.get(who) ?? calendars.get(memberId);
  if (!calendar) throw new Error("a calendar was asked for of somebody who is no member");
  return calendar;
}
