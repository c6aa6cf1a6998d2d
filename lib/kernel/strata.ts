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

/** The same two, each seen for so much time, in which so much happened to them. */
export interface TimedStratum {
  first: { events: number; time: number };
  second: { events: number; time: number };
}

/**
 * How many times as fast it happens to the first as to the second where like is compared with like: the Mantel-Haenszel ratio of rates, with
 * the variance of its logarithm, both from Greenland and Robins (1985, as above). 95 % interval. Strata in which one of the two was not seen
 * weigh nothing; null where nothing happened to one of them in any other.
 */
export function rateRatioWithin(strata: readonly TimedStratum[]): (Interval & { value: number }) | null {
  let [above, below, spread] = [0, 0, 0];
  for (const { first, second } of strata) {
    if (first.time === 0 || second.time === 0) continue;
    const time = first.time + second.time;
    above += (first.events * second.time) / time;
    below += (second.events * first.time) / time;
    spread += ((first.events + second.events) * first.time * second.time) / time ** 2;
  }
  if (above === 0 || below === 0) return null;
  return ratioOf(Math.log(above / below), Math.sqrt(spread / (above * below)));
}

/** Logarithms of amounts, as sums: how many, of them, and of their squares. */
export interface LogSums {
  n: number;
  sum: number;
  squares: number;
}

/**
 * How many times as large the first typically are as the second where like is compared with like: the difference of mean logarithms by least
 * squares with a mean of its own for each stratum (two-way layout without interaction; H. Scheffé, The Analysis of Variance (1959) chapter 4),
 * spread as within the cells. 95 % interval. Null where nothing has a like in the other group, or no two are in one cell.
 */
export function sizeRatioWithin(
  strata: readonly { first: LogSums; second: LogSums }[],
): (Interval & { value: number }) | null {
  let [weights, differences, squares, freedom] = [0, 0, 0, 0];
  for (const { first, second } of strata) {
    if (first.n === 0 || second.n === 0) continue;
    const weight = (first.n * second.n) / (first.n + second.n);
    weights += weight;
    differences += weight * (first.sum / first.n - second.sum / second.n);
    for (const { n, sum, squares: own } of [first, second]) squares += Math.max(0, own - sum ** 2 / n);
    freedom += first.n + second.n - 2;
  }
  if (freedom === 0) return null;
  return ratioOf(differences / weights, Math.sqrt(squares / freedom / weights));
}

function ratioOf(log: number, deviation: number): Interval & { value: number } {
  const reach = Z[0.95] * deviation;
  return { value: Math.exp(log), low: Math.exp(log - reach), high: Math.exp(log + reach) };
}
