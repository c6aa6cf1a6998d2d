import { ENOUGH_EVENTS, newcombe, type Interval } from "#lib/kernel/rates.ts";
import {
  differenceWithin,
  rateRatioWithin,
  sizeRatioWithin,
  type LogSums,
  type Stratum,
} from "#lib/kernel/strata.ts";

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

/** Deals of one group that are alike in everything besides: at each age how many were closed, and how many days they were looked at. */
export interface AlikeTimes {
  group: "first" | "second";
  beside: Record<Beside, string>;
  many: number;
  /** One for each of AGES, so that young deals are compared with young ones. */
  ages: readonly { events: number; time: number }[];
}

/** In days: each from its first until the next one's. */
export const AGES = [0, 15, 31, 61, 121, 241] as const;

/** Won deals of one group that are alike in everything besides. */
export interface AlikeSizes {
  group: "first" | "second";
  beside: Record<Beside, string>;
  many: number;
  /** Of amounts above nothing. */
  logs: LogSums;
}

export interface WithinRatio extends Omit<Within, "difference"> {
  /** How many times as fast, or as large, the first are. Null: too few have a like in the other group. */
  ratio: Difference | null;
}

/** Whether the first close faster where only likes are compared; null where the groups are alike. `later`: all taken together, in days. */
export function fasterWithin(items: readonly AlikeTimes[], later: Interval | null): WithinRatio | null {
  const plain = later && { low: -later.high, high: -later.low };
  const closed = ({ ages }: AlikeTimes) => ages.reduce((sum, { events }) => sum + events, 0);
  return ratioWithin(items, plain, closed, (strata) =>
    rateRatioWithin(
      strata.flatMap((own) =>
        AGES.map((_, age) => {
          const side = (group: AlikeTimes["group"]) => {
            const there = own.filter((item) => item.group === group).map(({ ages }) => ages[age]!);
            return {
              events: there.reduce((sum, { events }) => sum + events, 0),
              time: there.reduce((sum, { time }) => sum + time, 0),
            };
          };
          return { first: side("first"), second: side("second") };
        }),
      ),
    ),
  );
}

/** Whether the first are larger where only likes are compared; null where the groups are alike. `larger`: all taken together. */
export function largerWithin(items: readonly AlikeSizes[], larger: Interval | null): WithinRatio | null {
  return ratioWithin(
    items,
    larger,
    ({ logs }) => logs.n,
    (strata) =>
      sizeRatioWithin(
        strata.map((own) => {
          const side = (group: AlikeSizes["group"]) => {
            const there = own.filter((item) => item.group === group).map(({ logs }) => logs);
            return {
              n: there.reduce((sum, { n }) => sum + n, 0),
              sum: there.reduce((all, { sum }) => all + sum, 0),
              squares: there.reduce((sum, { squares }) => sum + squares, 0),
            };
          };
          return { first: side("first"), second: side("second") };
        }),
      ),
  );
}

type Placed = Pick<Alike, "group" | "beside" | "many">;

function ratioWithin<T extends Placed>(
  items: readonly T[],
  plain: Interval | null,
  eventsOf: (item: T) => number,
  estimate: (strata: T[][]) => Difference | null,
): WithinRatio | null {
  const besides = unlikeIn(items).map(({ beside }) => beside);
  if (besides.length === 0) return null;
  const strata = strataOfBoth(items, besides);
  const [first, second] = [countOf(strata.flat(), "first"), countOf(strata.flat(), "second")];
  const events = strata.flat().map((item) => ({ group: item.group, many: eventsOf(item) }));
  const isEarly = Math.min(countOf(events, "first"), countOf(events, "second")) < ENOUGH_EVENTS;
  const ratio = isEarly ? null : estimate(strata);
  const logs = ratio && { low: Math.log(ratio.low), high: Math.log(ratio.high) };
  return { besides, ratio, first, second, verdict: verdictOf(plain, logs) };
}

function withinStrata(items: readonly Alike[], besides: Beside[], plain: Difference): Within {
  const both = strataOfBoth(items, besides);
  const [first, second] = [countOf(both.flat(), "first"), countOf(both.flat(), "second")];
  const difference = Math.min(first, second) < ENOUGH_EVENTS ? null : differenceWithin(both.map(stratumOf));
  return { besides, difference, first, second, verdict: verdictOf(plain, difference) };
}

/** Those strata in which there are some of either group. */
function strataOfBoth<T extends Placed>(items: readonly T[], besides: readonly Beside[]): T[][] {
  return [...Map.groupBy(items, (item) => keyOf(item, besides)).values()].filter(
    (own) => countOf(own, "first") > 0 && countOf(own, "second") > 0,
  );
}

function verdictOf(plain: Interval | null, within: Interval | null): Within["verdict"] {
  if (within === null) return "unclear";
  const [before, after] = [plain === null ? 0 : signOf(plain), signOf(within)];
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
