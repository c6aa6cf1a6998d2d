import type { Interval } from "#lib/kernel/rates.ts";

/** What `n` people said who each put the same things in order: per thing the sum of its ranks, 1 for the first; ties share their middle rank. */
export interface RankSums {
  n: number;
  sums: readonly number[];
}

/** From 1, always first, to the number of things. `n` is at least 1. */
export function meanRanks({ n, sums }: RankSums): number[] {
  return sums.map((sum) => sum / n);
}

/**
 * Borda's points (J.-C. de Borda, "Mémoire sur les élections au scrutin", 1781): the last of k gets `last`, each place before it one
 * more. Ties, and things that were not ranked, share the points of their places.
 */
export function bordaPoints({ n, sums }: RankSums, last: 0 | 1 = 0): number[] {
  return sums.map((sum) => (sums.length + last) * n - sum);
}

/**
 * Kendall's coefficient of concordance, from 0 (nobody agrees) to 1 (all the same order):
 * W = (12 Σ R² − 3 n² k (k + 1)²) / (n² k (k² − 1) − n T), R the sums of the k things, T the sum of t³ − t over every group of t that tie
 * within one answer. M. G. Kendall and B. Babington Smith, "The problem of m rankings", Ann. Math. Statist. 10 (1939) 275-287; with
 * ties S. Siegel and N. J. Castellan, Nonparametric Statistics, 2nd ed. 1988, section 9.4. Null where there is nothing to agree on.
 */
export function kendallsW({ n, sums }: RankSums, ties = 0): number | null {
  const k = sums.length;
  const most = n * n * k * (k * k - 1) - n * ties;
  if (n < 2 || most <= 0) return null;
  const squares = sums.reduce((total, sum) => total + sum * sum, 0);
  return Math.min(1, Math.max(0, (12 * squares - 3 * n * n * k * (k + 1) ** 2) / most));
}

/** Friedman's statistic for the same sums: n (k − 1) W, which is about chi-squared with k − 1 degrees of freedom where n is not small. */
export function friedman(w: number, { n, sums }: RankSums): number {
  return n * (sums.length - 1) * w;
}

/**
 * How often chance alone would reach a chi-squared as high, for an even number of degrees of freedom: M. Abramowitz and I. Stegun,
 * Handbook of Mathematical Functions, 1964, 26.4.5. Throws RangeError for an odd number.
 */
export function chanceOf(chiSquared: number, freedom: number): number {
  if (freedom < 2 || freedom % 2 !== 0) throw new RangeError("for an even number of degrees of freedom");
  let [term, sum] = [1, 1];
  for (let at = 1; at < freedom / 2; at += 1) {
    term *= chiSquared / 2 / at;
    sum += term;
  }
  return Math.min(1, Math.exp(-chiSquared / 2) * sum);
}

/** A mean of n, with the sum and the sum of squares that it comes from. */
export interface Spread {
  n: number;
  sum: number;
  squares: number;
}

/**
 * By how much a mean changed, with an interval by the normal distribution (B. L. Welch, Biometrika 34 (1947) 28-35, without his
 * correction for small n: ask for ten). It takes the two for different people, as nobody knows who is who. For five things looked at
 * together `z` is 2.576 (Bonferroni): all five intervals hold at once 19 times of 20.
 */
export function changeOfMean(before: Spread, now: Spread, z = 2.576): Interval & { value: number } {
  const value = now.sum / now.n - before.sum / before.n;
  const reach = z * Math.sqrt(varianceOf(before) / before.n + varianceOf(now) / now.n);
  return { value, low: value - reach, high: value + reach };
}

function varianceOf({ n, sum, squares }: Spread): number {
  return n < 2 ? 0 : Math.max(0, (squares - (sum * sum) / n) / (n - 1));
}
