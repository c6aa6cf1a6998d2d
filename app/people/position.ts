import type { Day } from "#lib/kernel/days.ts";
import { isDay } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";

/** A time at an employer; `untilDay` is the first day no longer there, null for the current one. */
export interface Stay {
  personId: string;
  accountId: string;
  title: string | null;
  fromDay: Day | null;
  untilDay: Day | null;
}

/**
 * The stays of a person and of those merged into them as one history, the current one first. A merged record's current position
 * is not the kept one's; where it says nothing that the kept one does not say, it is left out.
 */
export function historyOf<S extends Stay>(stays: readonly S[], keptId: string): (S & { current: boolean })[] {
  const own = stays.filter((stay) => stay.personId === keptId);
  const others = stays.filter((stay) => stay.personId !== keptId && !own.some((mine) => saysAll(mine, stay)));
  const all = [...own, ...others].map((stay) => ({
    ...stay,
    current: stay.personId === keptId && stay.untilDay === null,
  }));
  return all.toSorted((one, other) => place(one) - place(other) || laterFirst(one, other));
}

/**
 * The account at which somebody worked on that day, as far as their positions say; null when none does. What the kept record
 * says goes before what a merged one says, and of several the one that began last.
 */
export function accountOn(stays: readonly Stay[], keptId: string, day: Day): string | null {
  const there = stays.filter(
    ({ fromDay, untilDay }) => (fromDay === null || fromDay <= day) && (untilDay === null || day < untilDay),
  );
  const rank = (stay: Stay) => `${stay.personId === keptId ? 1 : 0} ${stay.fromDay ?? ""}`;
  return there.toSorted((one, other) => (rank(one) < rank(other) ? 1 : -1))[0]?.accountId ?? null;
}

/** Throws Problem invalid for a time that cannot be, or is still to come. */
export function checkStay(stay: { fromDay: Day | null; untilDay: Day | null }, today: Day): void {
  checkDay(stay.fromDay, today, "fromDay");
  checkDay(stay.untilDay, today, "untilDay");
  if (stay.fromDay && stay.untilDay && stay.untilDay <= stay.fromDay) {
    throw invalid("the last day lies before the first", "untilDay");
  }
}

function checkDay(day: Day | null, today: Day, field: string): void {
  if (day === null) return;
  if (!isDay(day) || day < "1900-01-01") throw invalid("write the day as YYYY-MM-DD", field);
  if (day > today) throw invalid("this day is still to come; write it down when it has happened", field);
}

function saysAll(mine: Stay, other: Stay): boolean {
  return (
    mine.accountId === other.accountId &&
    (other.title === null || other.title.toLowerCase() === mine.title?.toLowerCase()) &&
    (other.fromDay === null || other.fromDay === mine.fromDay) &&
    (other.untilDay === null || other.untilDay === mine.untilDay)
  );
}

function place(stay: { current: boolean; untilDay: Day | null }): number {
  if (stay.current) return 0;
  return stay.untilDay === null ? 1 : 2;
}

function laterFirst(one: Stay, other: Stay): number {
  const key = (stay: Stay) => `${stay.untilDay ?? "9999"} ${stay.fromDay ?? "0000"}`;
  return key(other).localeCompare(key(one));
}
