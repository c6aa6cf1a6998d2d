/** How far somebody came in a quarter towards their own goal of introductions; below the first nobody is told anything. */
export const TIERS = ["half-way", "goal", "beyond"] as const;
export type Tier = (typeof TIERS)[number];

/** Of the goal, the highest first. */
const FROM: readonly (readonly [Tier, number])[] = [
  ["beyond", 1.5],
  ["goal", 1],
  ["half-way", 0.5],
];

export interface TierStanding {
  tier: Tier | null;
  /** The goal for the days on which they are there, rounded to one decimal; null: there is none. */
  goal: number | null;
  /** The next one, and how many introductions are missing; null: they have them all, or there is no goal. */
  next: { tier: Tier; missing: number } | null;
}

/**
 * `goal` is for somebody who is there all the quarter, `there` the share of its workdays on which they are: part-time and absences
 * make the goal smaller, never the tier. An introduction is the least that earns one.
 */
export function tierOf(count: number, goal: number | null, there: number): TierStanding {
  if (goal === null || goal <= 0 || there <= 0) return { tier: null, goal: null, next: null };
  const own = goal * there;
  const needed = FROM.map(([tier, share]) => [tier, Math.max(1, Math.ceil(own * share - 1e-9))] as const);
  const reached = needed.findIndex(([, least]) => count >= least);
  const next = needed.at(reached === -1 ? -1 : reached - 1);
  return {
    tier: needed[reached]?.[0] ?? null,
    goal: Math.round(own * 10) / 10,
    next: reached === 0 || next === undefined ? null : { tier: next[0], missing: next[1] - count },
  };
}
