/**
 * The value that `share` of the sorted values lie below, between the two nearest: type 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in
 * statistical packages", The American Statistician 50 (1996) 361-365. Type 7 because whoever recounts an export gets the same: it is
 * PERCENTILE.INC of spreadsheets and percentile_cont of PostgreSQL. `share` is from 0 to 1. Throws RangeError without values.
 */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (below === undefined || above === undefined)
    throw new RangeError(`no quantile ${share} of ${sorted.length}`);
  // Without the test Infinity - Infinity would be no number.
  return below === above ? below : below + (above - below) * (at - Math.floor(at));
}

export function sortedUp(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b);
}
