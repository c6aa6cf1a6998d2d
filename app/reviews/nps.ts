import { ENOUGH_EVENTS } from "#lib/kernel/rates.ts";

/** 0 to 6, 7 and 8, 9 and 10: F. Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003. */
export const SCORE_GROUPS = ["detractor", "passive", "promoter"] as const;
export type ScoreGroup = (typeof SCORE_GROUPS)[number];

export function groupOfScore(score: number): ScoreGroup {
  if (!Number.isInteger(score) || score < 0 || score > 10) throw new RangeError(`not a score: ${score}`);
  return score <= 6 ? "detractor" : score <= 8 ? "passive" : "promoter";
}

/** How many of each. */
export type ScoreCounts = Record<ScoreGroup, number>;

export type Nps =
  | { kind: "too-early"; n: number; counts: ScoreCounts }
  | { kind: "nps"; value: number; low: number; high: number; n: number; counts: ScoreCounts };

/** The share of promoters less that of detractors, from -100 to 100, with its 95 % interval; "too early" under 20 answers. */
export function npsOf(scores: readonly number[]): Nps {
  const counts: ScoreCounts = { detractor: 0, passive: 0, promoter: 0 };
  for (const score of scores) counts[groupOfScore(score)] += 1;
  const n = scores.length;
  if (n < ENOUGH_EVENTS) return { kind: "too-early", n, counts };
  const value = (100 * (counts.promoter - counts.detractor)) / n;
  return { kind: "nps", value, ...npsInterval(counts), n, counts };
}

// The two-sided 95 % quantile of the standard normal distribution.
const Z = 1.959963984540054;

/**
 * The adjusted Wald interval with three more answers, weighted as a triangle: 3/4 of one to the promoters and to the detractors,
 * 3/2 to those between. B. Rocks, "Interval Estimation for the 'Net Promoter Score'", The American Statistician 70 (2016) 365-372,
 * where it is AW(3, T); variance of a difference of two shares of one multinomial. In points from -100 to 100, cut there.
 */
export function npsInterval({ detractor, passive, promoter }: ScoreCounts): { low: number; high: number } {
  const n = detractor + passive + promoter + 3;
  const up = (promoter + 0.75) / n;
  const down = (detractor + 0.75) / n;
  const centre = up - down;
  const spread = Z * Math.sqrt((up + down - centre * centre) / n);
  return { low: 100 * Math.max(-1, centre - spread), high: 100 * Math.min(1, centre + spread) };
}
