import { dayIn, instantOf, type Day } from "#lib/kernel/days.ts";
import { workdayAfter, workdayOnOrAfter, type WorkCalendar } from "#lib/kernel/workdays.ts";

/** An introduction as it arrived. */
export interface Arrival {
  /** The day it counts on; null while it is a name only. */
  countsFrom: Day | null;
  /** The moment it was logged, where that was its day; null for one that was logged later. */
  arrivedAt: Date | null;
}

/** METHOD.md, rule 6, as "HH:MM": until when on a workday, and after when it is the next one. */
const RESPOND = { respondBy: "18:00", respondCutoff: "16:00" };

/** Until when the member whose calendar it is answers an introduction; null for a name, which nobody waits behind. */
export function answerBy(arrival: Arrival, calendar: WorkCalendar, respond = RESPOND): Date | null {
  const { countsFrom, arrivedAt } = arrival;
  if (countsFrom === null) return null;
  const { timeZone } = calendar;
  const onItsDay = arrivedAt !== null && dayIn(arrivedAt, timeZone) === countsFrom;
  const late = onItsDay && arrivedAt > instantOf(countsFrom, respond.respondCutoff, timeZone);
  const day = late ? workdayAfter(countsFrom, calendar) : workdayOnOrAfter(countsFrom, calendar);
  return instantOf(day, respond.respondBy, timeZone);
}
