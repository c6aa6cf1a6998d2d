import { drawBeta } from "./draws.ts";
import { quantile, sortedUp } from "./quantiles.ts";
import { uniformFrom, type Uniform } from "./random.ts";
import type { Interval } from "./rates.ts";

export interface Chances {
  seed: number;
  times?: number;
  confidence?: number;
}

/**
 * The median with its interval by percentiles of resampled medians: B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993)
 * chapter 13; not their BCa, whose acceleration a median does not have (a jackknifed median takes two values only). The same seed gives the
 * same interval. Throws RangeError without values.
 */
export function medianRange(values: readonly number[], chances: Chances): Interval & { value: number } {
  const sorted = sortedUp(values);
  return rangeOf(quantile(sorted, 0.5), resampledMedian(sorted), chances);
}

/** By how much the median of the first is above that of the second, each resampled for itself. */
export function medianDifference(
  first: readonly number[],
  second: readonly number[],
  chances: Chances,
): Interval & { value: number } {
  const [a, b] = [sortedUp(first), sortedUp(second)];
  const [drawA, drawB] = [resampledMedian(a), resampledMedian(b)];
  const value = quantile(a, 0.5) - quantile(b, 0.5);
  return rangeOf(value, (uniform) => drawA(uniform) - drawB(uniform), chances);
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
function resampledMedian(sorted: readonly number[]): (uniform: Uniform) => number {
  const n = sorted.length;
  const middle = Math.ceil(n / 2);
  const at = (place: number) => sorted[Math.min(n - 1, Math.floor(place * n))]!;
  return (uniform) => {
    const place = drawBeta(uniform, middle, n + 1 - middle);
    if (n % 2 === 1) return at(place);
    const next = 1 - (1 - place) * (1 - uniform()) ** (1 / (n - middle));
    return (at(place) + at(next)) / 2;
  };
}
