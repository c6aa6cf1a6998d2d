import { medianDifference, medianRange, type InOrder } from "#lib/kernel/bootstrap.ts";
import { ENOUGH_EVENTS, type Interval } from "#lib/kernel/rates.ts";

/** In minor units of one currency. */
export type DealSize =
  | { kind: "too-early"; n: number }
  | ({ kind: "median"; n: number; value: number } & Interval);

export interface LargerOrNot {
  first: DealSize;
  second: DealSize;
  /** By how much the median of the first is above that of the second; null while it is too early for either. */
  larger: (Interval & { value: number }) | null;
}

/** The median, as one giant deal makes any mean. To whole minor units. */
export function dealSize(minors: InOrder): DealSize {
  const { n } = minors;
  if (n < ENOUGH_EVENTS) return { kind: "too-early", n };
  return { kind: "median", n, ...whole(medianRange(minors, { seed: SEED })) };
}

export function compareSizes(first: InOrder, second: InOrder): LargerOrNot {
  const [one, other] = [dealSize(first), dealSize(second)];
  const early = one.kind === "too-early" || other.kind === "too-early";
  return {
    first: one,
    second: other,
    larger: early ? null : whole(medianDifference(first, second, { seed: SEED })),
  };
}

function whole({ value, low, high }: Interval & { value: number }): Interval & { value: number } {
  return { value: Math.round(value), low: Math.round(low), high: Math.round(high) };
}

/** Always the same: who looks twice sees the same range twice. */
const SEED = 1987;
