import { Z, type Interval } from "./rates.ts";

/** The same two ways, tried by one: so many successes of so many. */
export interface Stratum {
  first: { successes: number; n: number };
  second: { successes: number; n: number };
}

/**
 * By how much the first share is above the second where like is compared with like: the Mantel-Haenszel risk difference of S. Greenland
 * and J. Robins, Biometrics 41 (1985) 55-68, with the variance of T. Sato, Biometrics 45 (1989) 1323-1324, which holds for few large and
 * for many small strata. 95 % interval. Strata in which one of the two was not tried tell nothing and weigh nothing; null where none is left.
 */
export function differenceWithin(strata: readonly Stratum[]): (Interval & { value: number }) | null {
  let [weights, differences, p, q] = [0, 0, 0, 0];
  for (const { first, second } of strata) {
    const { successes: a, n: n1 } = first;
    const { successes: b, n: n0 } = second;
    if (n1 === 0 || n0 === 0) continue;
    const n = n1 + n0;
    weights += (n1 * n0) / n;
    differences += (a * n0 - b * n1) / n;
    p += (n1 * n1 * b - n0 * n0 * a + (n1 * n0 * (n0 - n1)) / 2) / (n * n);
    q += (a * (n0 - b) + b * (n1 - a)) / (2 * n);
  }
  if (weights === 0) return null;
  const value = differences / weights;
  const deviation = Math.sqrt(Math.max(0, value * p + q)) / weights;
  return {
    value,
    low: Math.max(-1, value - Z[0.95] * deviation),
    high: Math.min(1, value + Z[0.95] * deviation),
  };
}
