import { ENOUGH_EVENTS, newcombe, type Interval } from "#lib/kernel/rates.ts";
import { differenceWithin, type Stratum } from "#lib/kernel/strata.ts";
import { logRank, type LogRank, type Lives } from "#lib/kernel/survival.ts";

/** What may make two groups differ besides what they are compared for. */
export const BESIDES = ["account-size", "rep"] as const;
export type Beside = (typeof BESIDES)[number];

/** So many of one group that are alike in everything besides, of which so many succeeded. */
export interface Alike {
  group: "first" | "second";
  /** For each, in which stratum they are; what is not known is a stratum of its own. */
  beside: Record<Beside, string>;
  many: number;
  successes: number;
}

export interface Unlike {
  beside: Beside;
  /** The share of either group that would have to be elsewhere for both to be alike, from 0 to 1. */
  apart: number;
}

/**
 * In what two groups are not alike by a tenth and more: half the sum of the distances between their shares (the total variation distance). Not
 * by a test: a difference by chance misleads as much as any other (P. C. Austin, Statist. Med. 28 (2009) 3083-3107). The farthest apart
 * first; nothing while either group has under 20.
 */
export function unlikeIn(items: readonly Pick<Alike, "group" | "beside" | "many">[]): Unlike[] {
  const [first, second] = [countOf(items, "first"), countOf(items, "second")];
  if (Math.min(first, second) < ENOUGH_EVENTS) return [];
  return BESIDES.map((beside) => {
    const strata = [...Map.groupBy(items, (item) => item.beside[beside]).values()];
    const distances = strata.map((own) =>
      Math.abs(countOf(own, "first") / first - countOf(own, "second") / second),
    );
    return { beside, apart: distances.reduce((sum, distance) => sum + distance, 0) / 2 };
  })
    .filter(({ apart }) => apart >= NOT_ALIKE)
    .toSorted((a, b) => b.apart - a.apart);
}

export type Difference = Interval & { value: number };

export type Comparison =
  | { kind: "too-early"; first: number; second: number }
  | {
      kind: "compared";
      first: number;
      second: number;
      /** By how much the first share is above the second, all taken together. */
      plain: Difference;
      unlike: Unlike[];
      within: Within | null;
    };

/** The same where only likes are compared: each with those of the other group that are in the same stratum of all that is unlike. */
export interface Within {
  besides: Beside[];
  /** Null: too few have a like in the other group. */
  difference: Difference | null;
  /** Of the first and of the second group, how many have a like in the other. */
  first: number;
  second: number;
  /**
   * holds: as it was taken together · gone: within strata it may be nothing · turned: there it is surely the other way round (Simpson's
   * paradox) · found: it shows only there · unclear: it may be nothing either way, or cannot be said.
   */
  verdict: "holds" | "gone" | "turned" | "found" | "unclear";
}

/** Two shares compared, and where the groups are not alike once more within strata (Mantel-Haenszel). */
export function compare(items: readonly Alike[]): Comparison {
  const [first, second] = [countOf(items, "first"), countOf(items, "second")];
  if (Math.min(first, second) < ENOUGH_EVENTS) return { kind: "too-early", first, second };
  const { first: one, second: other } = stratumOf(items);
  const plain = newcombe(one, other);
  const unlike = unlikeIn(items);
  const within =
    unlike.length === 0
      ? null
      : withinStrata(
          items,
          unlike.map(({ beside }) => beside),
          plain,
        );
  return { kind: "compared", first, second, plain, unlike, within };
}

/** So many that took so long, or that are still open after so long. */
export interface AlikeLives extends Lives {
  group: "first" | "second";
  beside: Record<Beside, string>;
}

/** Whether one group is faster where only likes are compared, for those strata; null where nothing can be said. */
export function fasterWithin(items: readonly AlikeLives[], besides: readonly Beside[]): LogRank | null {
  const strata = [...Map.groupBy(items, (item) => keyOf(item, besides)).values()];
  return logRank(
    strata.map((own) => [
      own.filter(({ group }) => group === "first"),
      own.filter(({ group }) => group === "second"),
    ]),
  );
}

function withinStrata(items: readonly Alike[], besides: Beside[], plain: Difference): Within {
  const strata = [...Map.groupBy(items, (item) => keyOf(item, besides)).values()].map(stratumOf);
  const both = strata.filter((stratum) => stratum.first.n > 0 && stratum.second.n > 0);
  const [first, second] = [
    both.reduce((sum, stratum) => sum + stratum.first.n, 0),
    both.reduce((sum, stratum) => sum + stratum.second.n, 0),
  ];
  const difference = Math.min(first, second) < ENOUGH_EVENTS ? null : differenceWithin(both);
  return { besides, difference, first, second, verdict: verdictOf(plain, difference) };
}

function verdictOf(plain: Difference, within: Difference | null): Within["verdict"] {
  if (within === null) return "unclear";
  const [before, after] = [signOf(plain), signOf(within)];
  if (before === 0) return after === 0 ? "unclear" : "found";
  if (after === 0) return "gone";
  return before === after ? "holds" : "turned";
}

/** 0: the interval holds nought. */
function signOf({ low, high }: Interval): -1 | 0 | 1 {
  return low > 0 ? 1 : high < 0 ? -1 : 0;
}

function stratumOf(items: readonly Alike[]): Stratum {
  const side = (group: Alike["group"]) => ({
    successes: items.reduce((sum, item) => sum + (item.group === group ? item.successes : 0), 0),
    n: countOf(items, group),
  });
  return { first: side("first"), second: side("second") };
}

function countOf(items: readonly Pick<Alike, "group" | "many">[], group: Alike["group"]): number {
  return items.reduce((sum, item) => sum + (item.group === group ? item.many : 0), 0);
}

function keyOf({ beside }: Pick<Alike, "beside">, besides: readonly Beside[]): string {
  return JSON.stringify(besides.map((each) => beside[each]));
}

const NOT_ALIKE = 0.1;
