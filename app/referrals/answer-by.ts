import { dayIn, instantOf, type Day } from "#lib/kernel/days.ts";
import { DEFAULT_CLOCKS, type Clocks } from "#team/clocks.ts";
import { workdayAfter, workdayOnOrAfter, type WorkCalendar } from "#lib/kernel/workdays.ts";

/** An introduction as it arrived. */
export interface Arrival {
  /** The day it counts on; null while it is a name only. */
  countsFrom: Day | null;
  /** The moment it was logged, where that was its day; null for one that was logged later. */
  arrivedAt: Date | null;
}

type Respond = Pick<Clocks, "respondBy" | "respondCutoff">;

/** METHOD.md, rule 6: until when the member whose calendar it is answers an introduction; null for a name, which nobody waits behind. */
export function answerBy(
  arrival: Arrival,
  calendar: WorkCalendar,
  respond: Respond = DEFAULT_CLOCKS,
): Date | null {
  const { countsFrom, arrivedAt } = arrival;
  if (countsFrom === null) return null;
  const { timeZone } = calendar;
  const onItsDay = arrivedAt !== null && dayIn(arrivedAt, timeZone) === countsFrom;
  const late = onItsDay && arrivedAt > instantOf(countsFrom, respond.respondCutoff, timeZone);
  const day = late ? workdayAfter(countsFrom, calendar) : workdayOnOrAfter(countsFrom, calendar);
  return instantOf(day, respond.respondBy, timeZone);
}
