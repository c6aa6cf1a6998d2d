import { daysBetween, type Day } from "#lib/kernel/days.ts";
import { differenceOf, ENOUGH_EVENTS } from "#lib/kernel/rates.ts";

/** Something about the facts behind a statement that is worth a look together, said as facts. None of it says why. */
export type Look = WrittenLate | HigherLevels | RaisedAtTheEnd | RaisedBack | Circle | OwnColleague;

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

/** Into a level that pays, dated back to before it was said. */
export interface RaisedBack {
  kind: "raised-back";
  changes: LevelChange[];
}

export interface LevelChange {
  referralId: string;
  contactName: string;
  /** For which it was said, and on which it was written down. */
  day: Day;
  writtenOn: Day;
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
  /** back: the contact introduced the source · given: we introduced the two to each other · round: the contact introduced `via`, who introduced the source. */
  other: { kind: "back" | "given" | "round"; id: string; day: Day; via: Via | null };
}

export interface Via {
  referralId: string;
  name: string;
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
export const PUNCTUAL_DAYS = 3;
/** Where nothing is usual yet. */
const A_WEEK = 7;
const FEW = 3;
/** What is written down later than this is worth a look alone, however few there are of it. */
const A_FORTNIGHT = 14;

/** Whether it depends on what is usual: of hardly anything late there is nothing to say, whatever is usual. */
export function mayBeLate(lags: readonly number[]): boolean {
  return isMuch(lags.filter((lag) => lag > PUNCTUAL_DAYS));
}

function isMuch(late: readonly number[]): boolean {
  return late.length >= FEW || late.some((lag) => lag > A_FORTNIGHT);
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
  const usualDays = Math.max(PUNCTUAL_DAYS, usual.within ?? A_WEEK);
  const late = lags.filter((lag) => lag > usualDays);
  if (!isMuch(late)) return null;
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
export function raisedAtTheEnd(all: readonly LevelChange[]): RaisedAtTheEnd | null {
  const changes = all.filter((change) => !isDatedBack(change));
  const isOdd = changes.some(({ lowered }) => lowered !== null) || changes.length >= FEW;
  return isOdd ? { kind: "raised-at-the-end", changes } : null;
}

/** What was raised into a level that pays, for a day that had gone by when it was said. */
export function raisedBack(all: readonly LevelChange[], paid: readonly number[]): RaisedBack | null {
  const changes = all.filter(
    (change) => isDatedBack(change) && paid.includes(change.to) && !paid.includes(change.from),
  );
  return changes.length > 0 ? { kind: "raised-back", changes } : null;
}

function isDatedBack({ day, writtenOn }: LevelChange): boolean {
  return daysBetween(day, writtenOn) > PUNCTUAL_DAYS;
}

/** For how many days before a period's end a raised level is looked at. */
export function lastDaysOf(period: "week" | "month" | "quarter"): number {
  return period === "week" ? 2 : 7;
}
