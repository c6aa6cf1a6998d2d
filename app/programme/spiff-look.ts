import type { Day } from "#lib/kernel/days.ts";
import { differenceOf, ENOUGH_EVENTS } from "#lib/kernel/rates.ts";

/** Something about the facts behind a statement that is worth a look together, said as facts. None of it says why. */
export type Look = WrittenLate | HigherLevels | RaisedAtTheEnd | Circle | OwnColleague;

export interface WrittenLate {
  kind: "written-late";
  late: number;
  of: number;
  /** Days between the day of a fact and when it was written down that more than `usualDays` were. */
  longest: number;
  usualDays: number;
  /** What is usual was read from so many facts before, the rep's own or their team's; none: there are too few. */
  usual: { whose: "own" | "team" | "nobody"; n: number };
}

export interface HigherLevels {
  kind: "higher-levels";
  now: Share;
  against: { whose: "own" | "team" } & Share;
  /** By so many points more, with the 95 % interval. */
  more: { low: number; high: number };
}

export interface Share {
  high: number;
  of: number;
}

export interface RaisedAtTheEnd {
  kind: "raised-at-the-end";
  changes: LevelChange[];
}

export interface LevelChange {
  referralId: string;
  contactName: string;
  day: Day;
  from: number;
  to: number;
  lowered: { day: Day; to: number } | null;
}

/** The same two people, the other way round or joined by us as well. */
export interface Circle {
  kind: "circle";
  referralId: string;
  sourceName: string;
  contactName: string;
  /** back: the contact introduced the source · given: we introduced the two to each other. */
  other: { kind: "back" | "given"; id: string; day: Day };
}

export interface OwnColleague {
  kind: "own-colleague";
  referralId: string;
  sourceName: string;
  memberName: string;
  by: "address" | "name";
}

/** With so many facts of before something can be called usual. */
export const LOOKED_BACK_DAYS = 91;
/** Two days are nothing: whoever writes down Friday's talks on Monday is punctual. */
const LEAST_USUAL = 3;
/** Where nothing is usual yet. */
const A_WEEK = 7;
const FEW = 3;

/** Whether it depends on what is usual: of hardly anything late there is nothing to say, whatever is usual. */
export function mayBeLate(lags: readonly number[]): boolean {
  return lags.filter((lag) => lag > LEAST_USUAL).length >= FEW;
}

/** `lags` are days between a fact and when it was written down; `own` and `team` those of before. Null: nothing to look at. */
export function writtenLate(
  lags: readonly number[],
  own: { n: number; within: number | null },
  team: { n: number; within: number | null },
): WrittenLate | null {
  const usual =
    own.n >= ENOUGH_EVENTS
      ? ({ whose: "own", ...own } as const)
      : team.n >= ENOUGH_EVENTS
        ? ({ whose: "team", ...team } as const)
        : ({ whose: "nobody", n: own.n, within: A_WEEK } as const);
  const usualDays = Math.max(LEAST_USUAL, usual.within ?? A_WEEK);
  const late = lags.filter((lag) => lag > usualDays);
  if (late.length < FEW) return null;
  return {
    kind: "written-late",
    late: late.length,
    of: lags.length,
    longest: Math.max(...late),
    usualDays,
    usual: { whose: usual.whose, n: usual.n },
  };
}

/** Against one's own past, or where that is too short against the others of the team; only where the whole interval is above. */
export function higherLevels(now: Share, before: Share, others: Share): HigherLevels | null {
  for (const [whose, share] of [
    ["own", before],
    ["team", others],
  ] as const) {
    const difference = differenceOf(
      { successes: now.high, n: now.of },
      { successes: share.high, n: share.of },
    );
    if (difference === null) continue;
    if (difference.low <= 0) return null;
    const { low, high } = difference;
    return { kind: "higher-levels", now, against: { whose, ...share }, more: { low, high } };
  }
  return null;
}

/** What was raised in the last days and lowered since, or where much was. */
export function raisedAtTheEnd(changes: readonly LevelChange[]): RaisedAtTheEnd | null {
  const isOdd = changes.some(({ lowered }) => lowered !== null) || changes.length >= FEW;
  return isOdd ? { kind: "raised-at-the-end", changes: [...changes] } : null;
}

/** For how many days before a period's end a raised level is looked at. */
export function lastDaysOf(period: "week" | "month" | "quarter"): number {
  return period === "week" ? 2 : 7;
}
