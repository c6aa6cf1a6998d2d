import { chiSquareAbove } from "./distributions.ts";
import { Z, type Confidence, type Interval } from "./rates.ts";

/** So many that ended at this time, or that were seen for so long and had not ended yet. Any unit of time, from 0 on. */
export interface Lives {
  time: number;
  ended: boolean;
  many: number;
}

/** What holds from this time, at which something ended, until the next. */
export interface Step {
  time: number;
  atRisk: number;
  ended: number;
  /** How many last longer, from 0 to 1, and its standard error (Greenwood). */
  share: number;
  error: number;
  low: number;
  high: number;
}

export interface Curve {
  n: number;
  ended: number;
  steps: Step[];
}

/**
 * How many last longer than a time where some have not ended yet: E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete
 * observations", JASA 53 (1958) 457-481. Whoever was last seen at a time was still at risk then. Limits by the complementary log-log of
 * Greenwood's error (J. D. Kalbfleisch and R. L. Prentice, 2nd ed. 2002, section 1.4); where nobody is left the upper one stays what it was.
 * Throws RangeError for times below 0 and counts that are none.
 */
export function survivalOf(lives: readonly Lives[], confidence: Confidence = 0.95): Curve {
  const moments = momentsOf(lives);
  const n = moments[0]?.atRisk ?? 0;
  const steps: Step[] = [];
  let [share, variance, high] = [1, 0, 1];
  for (const { time, atRisk, ended } of moments) {
    if (ended === 0) continue;
    share = ended === atRisk ? 0 : share * (1 - ended / atRisk);
    if (share === 0) {
      steps.push({ time, atRisk, ended, share, error: 0, low: 0, high });
      break;
    }
    variance += ended / (atRisk * (atRisk - ended));
    const error = Math.sqrt(variance);
    const reach = (Z[confidence] * error) / -Math.log(share);
    high = share ** Math.exp(-reach);
    steps.push({ time, atRisk, ended, share, error: share * error, low: share ** Math.exp(reach), high });
  }
  return { n, ended: steps.reduce((sum, step) => sum + step.ended, 0), steps };
}

/** A time with its limits; null: it lies beyond what was seen. */
export interface TimeUntil {
  value: number | null;
  low: number | null;
  high: number | null;
}

/**
 * When `share` of them have ended, 0.5 for the median; the limits where those of the curve say so (R. Brookmeyer and J. Crowley, Biometrics
 * 38 (1982) 29-41). Where the curve keeps just that share for a while, the middle of it, as R's survfit has it.
 */
export function timeUntil({ steps }: Curve, share = 0.5): TimeUntil {
  const left = 1 - share;
  const when = (side: "share" | "low" | "high") => {
    const at = steps.findIndex((step) => step[side] < left + TOLERANCE);
    const found = steps[at];
    if (found === undefined) return null;
    if (Math.abs(found[side] - left) >= TOLERANCE) return found.time;
    const next = steps.slice(at).find((step) => step[side] < found[side]);
    return next === undefined ? found.time : (found.time + next.time) / 2;
  };
  return { value: when("share"), low: when("low"), high: when("high") };
}

// R's: the square root of the smallest number that adds to one.
const TOLERANCE = 1.5e-8;

/**
 * By how much the first time is later than the second, from the limits of each: G. Y. Zou and A. Donner, "Construction of confidence limits
 * about effect measures", Statist. Med. 27 (2008) 1693-1702. Null where a time or a limit lies beyond what was seen.
 */
export function differenceOfTimes(
  first: TimeUntil,
  second: TimeUntil,
): (Interval & { value: number }) | null {
  const { value: a, low: aLow, high: aHigh } = first;
  const { value: b, low: bLow, high: bHigh } = second;
  if (a === null || b === null || aLow === null || bLow === null || aHigh === null || bHigh === null)
    return null;
  return {
    value: a - b,
    low: a - b - Math.hypot(a - aLow, bHigh - b),
    high: a - b + Math.hypot(aHigh - a, b - bLow),
  };
}

export interface LogRank {
  chiSquare: number;
  degrees: number;
  p: number;
  /** By group. */
  ended: number[];
  expected: number[];
}

/**
 * Whether groups end at different speeds: N. Mantel, Cancer Chemotherapy Reports 50 (1966) 163-170, for two groups and more, with the
 * variance for ties. Each stratum holds the same groups in the same order, and only likes are compared in it; without strata give one. Null
 * where no two groups were ever at risk together when something ended.
 */
export function logRank(strata: readonly (readonly (readonly Lives[])[])[]): LogRank | null {
  const size = Math.max(0, ...strata.map((groups) => groups.length));
  const ended = Array.from({ length: size }, () => 0);
  const expected = Array.from({ length: size }, () => 0);
  const variance = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (const groups of strata) {
    for (const { all, each } of moreAtOnce(groups)) {
      const spread = all.atRisk > 1 ? (all.ended * (all.atRisk - all.ended)) / (all.atRisk - 1) : 0;
      each.forEach((one, j) => {
        const part = one.atRisk / all.atRisk;
        ended[j]! += one.ended;
        expected[j]! += all.ended * part;
        each.forEach((other, k) => {
          variance[j]![k]! += spread * part * (Number(j === k) - other.atRisk / all.atRisk);
        });
      });
    }
  }
  const beyond = ended.map((count, j) => count - expected[j]!);
  const { chiSquare, degrees } = weighed(beyond, variance);
  return degrees === 0
    ? null
    : { chiSquare, degrees, p: chiSquareAbove(chiSquare, degrees), ended, expected };
}

interface Moment {
  time: number;
  atRisk: number;
  ended: number;
}

/** Each time at which somebody ended or was last seen, in order. */
function momentsOf(lives: readonly Lives[]): Moment[] {
  const counts = new Map<number, { ended: number; gone: number }>();
  for (const { time, ended, many } of lives) {
    if (!(time >= 0 && time < Infinity)) throw new RangeError(`not a time: ${time}`);
    if (!Number.isSafeInteger(many) || many < 0) throw new RangeError(`not a count: ${many}`);
    const count = counts.get(time) ?? { ended: 0, gone: 0 };
    count.gone += many;
    if (ended) count.ended += many;
    counts.set(time, count);
  }
  let atRisk = [...counts.values()].reduce((sum, { gone }) => sum + gone, 0);
  return [...counts]
    .toSorted(([a], [b]) => a - b)
    .map(([time, { ended, gone }]) => {
      const moment = { time, atRisk, ended };
      atRisk -= gone;
      return moment;
    });
}

/** Each time at which something ended, with who was at risk then in each of the groups. */
function moreAtOnce(groups: readonly (readonly Lives[])[]): { all: Moment; each: Moment[] }[] {
  const moments = groups.map(momentsOf);
  const places = groups.map(() => 0);
  return momentsOf(groups.flat())
    .filter(({ ended }) => ended > 0)
    .map((all) => ({
      all,
      each: moments.map((own, group) => {
        while ((own[places[group]!]?.time ?? Infinity) < all.time) places[group]! += 1;
        const next = own[places[group]!];
        if (next === undefined) return { time: all.time, atRisk: 0, ended: 0 };
        return { time: all.time, atRisk: next.atRisk, ended: next.time === all.time ? next.ended : 0 };
      }),
    }));
}

/** How far these are from nought for their variance, which some of them may share: elimination that leaves out what is settled already. */
function weighed(beyond: readonly number[], variance: number[][]): { chiSquare: number; degrees: number } {
  const least = 1e-9 * Math.max(0, ...variance.map((row, j) => row[j]!));
  const left = [...beyond];
  const rows = variance.map((row) => [...row]);
  let [chiSquare, degrees] = [0, 0];
  rows.forEach((row, j) => {
    const pivot = row[j]!;
    if (pivot <= least) return;
    chiSquare += left[j]! ** 2 / pivot;
    degrees += 1;
    for (let i = j + 1; i < rows.length; i += 1) {
      const factor = rows[i]![j]! / pivot;
      left[i]! -= factor * left[j]!;
      row.forEach((value, k) => (rows[i]![k]! -= factor * value));
    }
  });
  return { chiSquare, degrees };
}
