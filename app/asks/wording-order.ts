import { ENOUGH_EVENTS, wilson } from "#lib/kernel/rates.ts";

/** How often something was tried, and how often an introduction came of it. */
export interface Tried {
  key: string;
  talks: number;
  introductions: number;
}

/**
 * The words that work first. Proven ones (20 talks or more) stand by the lower bound of the 95 % Wilson interval of
 * introductions per talk: E. Miller, "How Not To Sort By Average Rating" (2009), on E. B. Wilson, JASA 22 (1927) 209-212.
 * Unproven ones have no place of their own yet: they stand at the share of all of these together, so that what is surely
 * better than the rest is before them, and what is not is behind them; the least tried of them first, so that each gets its turn.
 * What nothing tells apart stays in the order it came in.
 */
export function byWhatWorks<T extends Tried>(wordings: readonly T[]): T[] {
  const talks = wordings.reduce((sum, each) => sum + each.talks, 0);
  const all = talks === 0 ? 0 : wordings.reduce((sum, each) => sum + each.introductions, 0) / talks;
  const placeOf = (each: T) =>
    isProven(each) ? wilson(Math.min(each.introductions, each.talks), each.talks).low : all;
  return wordings.toSorted(
    (a, b) =>
      placeOf(b) - placeOf(a) ||
      Number(isProven(b)) - Number(isProven(a)) ||
      (isProven(a) ? b.talks - a.talks : a.talks - b.talks),
  );
}

export function isProven({ talks }: Pick<Tried, "talks">): boolean {
  return talks >= ENOUGH_EVENTS;
}
