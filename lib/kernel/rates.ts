export interface Interval {
  low: number;
  high: number;
}

export type Confidence = 0.9 | 0.95 | 0.99;

export type Rate =
  | { kind: "too-early"; n: number }
  | { kind: "rate"; value: number; low: number; high: number; n: number };

/** Under this many events a rate says nothing yet. */
export const ENOUGH_EVENTS = 20;

/** A share with its 95 % interval, or "too early" under 20 events. */
export function rateOf(successes: number, n: number): Rate {
  const { low, high } = wilson(successes, n);
  return n < ENOUGH_EVENTS ? { kind: "too-early", n } : { kind: "rate", value: successes / n, low, high, n };
}

/**
 * The score interval for a proportion: E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", JASA 22 (1927) 209-212; method 3 of Newcombe, Statist. Med. 17 (1998) 857-872.
 * Bounds are shares from 0 to 1; nothing observed (n = 0) leaves 0 to 1. Throws RangeError unless both are whole
 * and 0 <= successes <= n.
 */
export function wilson(successes: number, n: number, confidence: Confidence = 0.95): Interval {
  if (!Number.isSafeInteger(successes) || !Number.isSafeInteger(n) || successes < 0 || successes > n) {
    throw new RangeError(`not a share: ${successes} of ${n}`);
  }
  if (n === 0) return { low: 0, high: 1 };
  const z = Z[confidence];
  const share = successes / n;
  const centre = share + (z * z) / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return {
    low: successes === 0 ? 0 : (centre - spread) / scale,
    high: successes === n ? 1 : (centre + spread) / scale,
  };
}

/**
 * By how much a first share is above a second, with its 95 % interval: method 10 of R. G. Newcombe, "Interval estimation for the
 * difference between independent proportions", Statist. Med. 17 (1998) 873-890. Null while either has under 20 events.
 */
export function differenceOf(
  first: { successes: number; n: number },
  second: { successes: number; n: number },
): (Interval & { value: number }) | null {
  if (Math.min(first.n, second.n) < ENOUGH_EVENTS) return null;
  return newcombe(first, second);
}

/** The same without a least number. */
export function newcombe(
  first: { successes: number; n: number },
  second: { successes: number; n: number },
): Interval & { value: number } {
  const [p, q] = [first.successes / first.n, second.successes / second.n];
  const [a, b] = [wilson(first.successes, first.n), wilson(second.successes, second.n)];
  return {
    value: p - q,
    low: p - q - Math.hypot(p - a.low, b.high - q),
    high: p - q + Math.hypot(a.high - p, q - b.low),
  };
}

// Two-sided quantiles of the standard normal distribution.
export const Z: Readonly<Record<Confidence, number>> = {
  0.9: 1.6448536269514722,
  0.95: 1.959963984540054,
  0.99: 2.5758293035489004,
};
