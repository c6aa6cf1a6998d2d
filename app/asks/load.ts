import { rateOf, type Rate } from "#lib/kernel/rates.ts";

/** What one source bore, or one rep did, in a time. */
export interface LoadLine {
  id: string;
  name: string;
  asks: number;
  /** By how many reps they were asked, or how many sources the rep asked. */
  others: number;
  named: number;
  references: number;
  against: number;
  permitted: number;
}

/** Asks that named someone, of all asks: one that waits for its answer counts as one that did not. */
export function acceptanceOf({ named, asks }: Pick<LoadLine, "named" | "asks">): Rate {
  return rateOf(named, asks);
}

/** The fewest who together made or bore half of the asks, the busiest first; all are needed where nobody stands out. */
export function carryingHalf<L extends Pick<LoadLine, "id" | "asks">>(lines: readonly L[]): L[] {
  const inOrder = lines
    .filter(({ asks }) => asks > 0)
    .toSorted((a, b) => b.asks - a.asks || (a.id < b.id ? -1 : 1));
  const half = inOrder.reduce((sum, { asks }) => sum + asks, 0) / 2;
  const carrying: L[] = [];
  for (let sum = 0; sum < half; sum += carrying.at(-1)?.asks ?? 0) carrying.push(inOrder[carrying.length]!);
  return carrying;
}
