import type { Interval } from "./rates.ts";

/**
 * The exact interval for the mean of a count of rare events: F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28
 * (1936) 437-442. Divide by the time for a rate. Throws RangeError unless `events` is a whole number from 0 on.
 */
export function poissonInterval(events: number, confidence = 0.95): Interval {
  if (!Number.isSafeInteger(events) || events < 0) throw new RangeError(`not a count: ${events}`);
  const tail = (1 - confidence) / 2;
  const far = events + 20 + 10 * Math.sqrt(events + 1);
  return {
    low: events === 0 ? 0 : rootOf((mean) => 1 - upTo(events - 1, mean) - tail, events),
    high: rootOf((mean) => tail - upTo(events, mean), far),
  };
}

/** How likely at most so many events are. The first term of a large mean is too small to be a number, so that it is scaled until the sum has grown. */
function upTo(events: number, mean: number): number {
  if (mean === 0) return 1;
  let scale = mean > MOST_EXACT ? mean - MOST_EXACT : 0;
  let term = Math.exp(scale - mean);
  let sum = term;
  for (let at = 1; at <= events; at += 1) {
    term *= mean / at;
    sum += term;
    if (scale > 0 && sum > TOO_LARGE) {
      const step = Math.min(scale, MOST_EXACT);
      scale -= step;
      term *= Math.exp(-step);
      sum *= Math.exp(-step);
    }
  }
  return Math.min(1, sum * Math.exp(-scale));
}

const MOST_EXACT = 300;
const TOO_LARGE = 1e100;

/** Where a rising function crosses nought between 0 and `high`. */
function rootOf(rising: (mean: number) => number, high: number): number {
  let [low, top] = [0, high];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + top) / 2;
    if (rising(middle) < 0) low = middle;
    else top = middle;
  }
  return (low + top) / 2;
}

const HALVINGS = 60;
