import { addDays, type Day } from "#lib/kernel/days.ts";

/** told: a check-in was made; waiting: there is time for it still; away: most of the week's workdays were off. */
export interface WeekTold {
  week: Day;
  told: boolean;
  waiting: boolean;
  away: boolean;
}

/**
 * So many weeks in a row were reported, whatever was kept in them. A week away, and one that can still be told of, neither add
 * nor break. `weeks` come in any order; a week that is missing was not reported.
 */
export function streakOf(weeks: readonly WeekTold[]): number {
  const sorted = weeks.toSorted((a, b) => (a.week < b.week ? 1 : -1));
  let streak = 0;
  let expected = sorted[0]?.week;
  for (const { week, told, waiting, away } of sorted) {
    if (week !== expected) return streak;
    expected = addDays(week, -7);
    if (told) streak += 1;
    else if (!waiting && !away) return streak;
  }
  return streak;
}
