import { fullDay } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { AbsenceView } from "../absence-view.ts";

/** "away until Friday 27 November; Jonas Weber stands in", "away from Monday 23 November", "away on Monday 23 November". */
export function awayText(absence: AbsenceView, today: Day): string {
  const { standIn } = absence;
  return `${whenAway(absence, today)}${standIn === null ? "" : `; ${standIn.name} stands in`}`;
}

function whenAway({ fromDay, toDay }: AbsenceView, today: Day): string {
  if (fromDay === toDay) return fromDay === today ? "away today" : `away on ${fullDay(fromDay, today)}`;
  if (fromDay <= today) return `away until ${fullDay(toDay, today)}`;
  return `away from ${fullDay(fromDay, today)} until ${fullDay(toDay, today)}`;
}
