import { drawBeta } from "./draws.ts";
import { quantile, sortedUp } from "./quantiles.ts";
import { uniformFrom, type Uniform } from "./random.ts";
import type { Interval } from "./rates.ts";

export interface Chances {
  seed: number;
  times?: number;
  confidence?: number;
}

/** So many values, the smallest first; `at` is asked for places from 0 on, near the middle only (see nearMiddle). */
export interface InOrder {
  n: number;
  at: (place: number) => number;
}

export function inOrder(values: readonly number[]): InOrder {
  const sorted = sortedUp(values);
  return { n: sorted.length, at: (place) => sorted[place]! };
}

/**
 * The same of values of which only those near the middle are known, equal ones together and the smallest first: `before` is how many are
 * smaller than all of them. A place beyond them is answered by the one that is known nearest to it.
 */
export function inOrderFrom(
  runs: readonly { value: number; many: number }[],
  { n, before }: { n: number; before: number },
): InOrder {
  let end = before;
  const ends = runs.map(({ many }) => (end += many));
  return {
    n,
    at: (place) => {
      let [low, high] = [0, ends.length - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (ends[middle]! > place) high = middle;
        else low = middle + 1;
      }
      return runs[low]!.value;
    },
  };
}

/**
 * The first and the last place, from 0 on, that a resampled median may take: six standard deviations of its place, 1/(2√n) each, to either
 * side. One in five hundred million lies beyond.
 */
export function nearMiddle(n: number): { first: number; last: number } {
  const reach = Math.ceil(3 * Math.sqrt(n)) + 1;
  const middle = Math.floor(n / 2);
  return { first: Math.max(0, middle - reach), last: Math.min(n - 1, middle + reach) };
}

/**
 * The median with its interval by percentiles of resampled medians: B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993)
 * chapter 13; not their BCa, whose acceleration a median does not have (a jackknifed median takes two values only). The same seed gives the
 * same interval. Throws RangeError without values.
 */
export function medianRange(values: InOrder, chances: Chances): Interval & { value: number } {
  return rangeOf(medianOf(values), resampledMedian(values), chances);
}

/** By how much the median of the first is above that of the second, each resampled for itself. */
export function medianDifference(
  first: InOrder,
  second: InOrder,
  chances: Chances,
): Interval & { value: number } {
  const [drawA, drawB] = [resampledMedian(first), resampledMedian(second)];
  const value = medianOf(first) - medianOf(second);
  return rangeOf(value, (uniform) => drawA(uniform) - drawB(uniform), chances);
}

function medianOf({ n, at }: InOrder): number {
  if (n === 0) throw new RangeError("of nothing there is no median");
  return (at(Math.floor((n - 1) / 2)) + at(Math.floor(n / 2))) / 2;
}

function rangeOf(
  value: number,
  draw: (uniform: Uniform) => number,
  { seed, times = 2_000, confidence = 0.95 }: Chances,
): Interval & { value: number } {
  const uniform = uniformFrom(seed);
  const drawn = sortedUp(Array.from({ length: times }, () => draw(uniform)));
  const tail = (1 - confidence) / 2;
  return { value, low: quantile(drawn, tail), high: quantile(drawn, 1 - tail) };
}

/**
 * The median of as many values drawn with replacement. Their places are uniform, so the middle one of them is a beta draw and none of the
 * others needs drawing (H. A. David and H. N. Nagaraja, Order Statistics, 3rd ed. 2003, section 2.1); of an even number the next above it
 * is the least of the rest. A million values take no longer than ten.
 */
function resampledMedian(values: InOrder): (uniform: Uniform) => number {
  const { n } = values;
  const middle = Math.ceil(n / 2);
  const at = (place: number) => values.at(Math.min(n - 1, Math.floor(place * n)));
  return (uniform) => {
    const place = drawBeta(uniform, middle, n + 1 - middle);
    if (n % 2 === 1) return at(place);
    const next = 1 - (1 - place) * (1 - uniform()) ** (1 / (n - middle));
    return (at(place) + at(next)) / 2;
  };
}
