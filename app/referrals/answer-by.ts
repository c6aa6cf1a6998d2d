import { addDays, dayIn, instantOf, weekdayOf, type Day } from "#lib/kernel/days.ts";

export type DayOff = (day: Day) => boolean;

/** An introduction as it arrived. */
export interface Arrival {
  /** The day it counts on; null while it is a name only. */
  countsFrom: Day | null;
  /** The moment it was logged, where that was its day; null for one that was logged later. */
  arrivedAt: Date | null;
}

const END_OF_DAY = "18:00";
const TOO_LATE_FOR_TODAY = "16:00";

/** METHOD.md, rule 6: until when an introduction is to be answered; null for a name, which nobody waits behind. */
export function answerBy(arrival: Arrival, timeZone: string, isDayOff: DayOff = isWeekend): Date | null {
  const { countsFrom, arrivedAt } = arrival;
  if (countsFrom === null) return null;
  const onItsDay = arrivedAt !== null && dayIn(arrivedAt, timeZone) === countsFrom;
  const late = onItsDay && arrivedAt > instantOf(countsFrom, TOO_LATE_FOR_TODAY, timeZone);
  const day = late || isDayOff(countsFrom) ? businessDayAfter(countsFrom, isDayOff) : countsFrom;
  return instantOf(day, END_OF_DAY, timeZone);
}

export function isWeekend(day: Day): boolean {
  return weekdayOf(day) > 5;
}

function businessDayAfter(day: Day, isDayOff: DayOff): Day {
  let next = addDays(day, 1);
  while (isDayOff(next)) next = addDays(next, 1);
  return next;
}
