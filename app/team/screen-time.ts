import { dayIn, type Day } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { fourthDay, nextWeek, weekOf, type Weekday } from "#lib/kernel/weeks.ts";

/**
 * Seconds of one quarter of an hour, by UTC. Everywhere on earth midnight falls on the beginning of one, so each lies
 * whole within a day, whatever the workspace's time zone.
 */
export interface Spent {
  from: string;
  seconds: number;
}

export const QUARTER_MS = 900_000;
export const MOST_SECONDS = QUARTER_MS / 1000;
// An hour less than a batch's Idempotency-Key is kept at least: what is known to have been counted is never counted again.
export const KEPT_MS = 47 * 3_600_000;
/** As many quarters as that holds, and those at both ends. */
export const MOST_QUARTERS = KEPT_MS / QUARTER_MS + 2;
// As far as a device may believe itself ahead of the server.
const AHEAD_MS = 30_000;
/** So far back weeks are kept: a year and the week it begins in. */
export const WEEKS_KEPT = 53;
/** Of fewer members nothing is told: somebody could guess whose time it is. */
export const LEAST_MEMBERS = 5;

/** With so many seconds more, active up to `at`, in milliseconds. */
export function withSeconds(spent: readonly Spent[], seconds: number, at: number): Spent[] {
  const began = at - seconds * 1000;
  const from = new Date(began - (began % QUARTER_MS)).toISOString();
  const before = spent.find((each) => each.from === from)?.seconds ?? 0;
  const same = { from, seconds: Math.min(before + seconds, MOST_SECONDS) };
  return [...spent.filter((each) => each.from !== from), same];
}

/** Without what is too old to be added to a week. */
export function stillCounting(spent: readonly Spent[], at: number): Spent[] {
  return spent.filter(({ from }) => Date.parse(from) >= at - KEPT_MS);
}

/** Throws Problem invalid, with the sentence, for a batch that cannot be or comes too late. */
export function checkSpent(spent: readonly Spent[], now: Date): void {
  const at = now.getTime();
  if (new Set(spent.map(({ from }) => Date.parse(from))).size < spent.length)
    throw invalid("each quarter of an hour stands once in a batch", "spent");
  for (const { from, seconds } of spent) {
    const began = Date.parse(from);
    if (began % QUARTER_MS !== 0)
      throw invalid(`${from} is not the beginning of a quarter of an hour`, "spent");
    if (began < at - KEPT_MS)
      throw invalid("time that was spent two days ago is not added any more", "spent");
    if (began + seconds * 1000 > at + AHEAD_MS)
      throw invalid(`${seconds} seconds have not passed yet since ${from}`, "spent");
  }
}

/** By the fourth day of the week in which it was spent, in the workspace's time zone; the earliest week first. */
export function byWeek(
  spent: readonly Spent[],
  timeZone: string,
  firstDay: Weekday,
): { midWeek: Day; seconds: number }[] {
  const weeks = new Map<Day, number>();
  for (const { from, seconds } of spent) {
    const midWeek = fourthDay(weekOf(dayIn(new Date(from), timeZone), firstDay));
    weeks.set(midWeek, (weeks.get(midWeek) ?? 0) + seconds);
  }
  return [...weeks]
    .map(([midWeek, seconds]) => ({ midWeek, seconds }))
    .toSorted((a, b) => (a.midWeek < b.midWeek ? -1 : 1));
}

/** The weeks that hold `from` to `to`, the first one first. Throws Problem invalid for a stretch turned round or too long. */
export function weeksWithin(from: Day, to: Day, firstDay: Weekday): Day[] {
  if (from > to) throw invalid("the stretch ends before it begins: from is later than to", "to");
  const last = weekOf(to, firstDay);
  const weeks: Day[] = [];
  for (let week = weekOf(from, firstDay); week <= last; week = nextWeek(week)) {
    if (weeks.length === WEEKS_KEPT)
      throw invalid(`time on screens is kept for ${WEEKS_KEPT} weeks; ask for fewer`, "from");
    weeks.push(week);
  }
  return weeks;
}
