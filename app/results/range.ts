import { quantile, sortedUp } from "#lib/kernel/quantiles.ts";

/** Of ten times, eight: what a range is meant to hold. */
export const MEANT_TO_HOLD = 0.8;

/** In so many rounds it was from `low` to `high`, both included. */
export interface Range {
  low: number;
  middle: number;
  high: number;
}

/**
 * The whole numbers that come nearest to holding 8 of 10 rounds: of few deals each end holds many of them, so that the range between the
 * tenths, both ends included, would hold more than it says.
 */
export function rangeOf(drawn: readonly number[]): Range {
  const sorted = sortedUp(drawn);
  const middle = Math.round(quantile(sorted, 0.5));
  const [low, high] = [Math.floor(quantile(sorted, 0.1)), Math.ceil(quantile(sorted, 0.9))];
  const off = (range: Range) =>
    Math.abs(
      sorted.filter((each) => range.low <= each && each <= range.high).length / sorted.length - MEANT_TO_HOLD,
    );
  return [
    { low, middle, high },
    { low: low + 1, middle, high },
    { low, middle, high: high - 1 },
    { low: low + 1, middle, high: high - 1 },
  ]
    .filter((range) => range.low <= middle && middle <= range.high)
    .reduce((best, range) => (off(range) < off(best) - TINY ? range : best));
}

/** What had come by a week has come by the next: to whole numbers the ends could else fall by one. */
export function rising(ranges: readonly Range[]): Range[] {
  let [low, high] = [0, 0];
  return ranges.map((range) => {
    low = Math.max(low, range.low);
    high = Math.max(high, range.high);
    return { ...range, low, high };
  });
}

const TINY = 1e-9;
