import { addDays, type Day } from "#lib/kernel/days.ts";
import { nextWeek, weekOf, type Weekday } from "#lib/kernel/weeks.ts";

/** A week of one skill: how often it was rehearsed, and the share of the points that was kept on average. */
export interface CurveWeek {
  week: Day;
  n: number;
  /** Null: it was not rehearsed. */
  share: number | null;
}

/** The last weeks of one skill, the oldest first, the present one included. */
export function curveOf(
  practised: readonly { day: Day; share: number }[],
  today: Day,
  firstDay: Weekday,
  howMany: number,
): CurveWeek[] {
  const now = weekOf(today, firstDay);
  const byWeek = Map.groupBy(practised, ({ day }) => weekOf(day, firstDay));
  const weeks: CurveWeek[] = [];
  for (let week = addDays(now, -7 * (howMany - 1)); week <= now; week = nextWeek(week)) {
    const shares = (byWeek.get(week) ?? []).map(({ share }) => share);
    const sum = shares.reduce((all, share) => all + share, 0);
    weeks.push({ week, n: shares.length, share: shares.length === 0 ? null : sum / shares.length });
  }
  return weeks;
}
