import { drawBeta } from "#lib/kernel/draws.ts";
import type { Uniform } from "#lib/kernel/random.ts";
import { lagOf } from "#results/lag.ts";
import type { Ahead, Cohort, RepPast } from "#results/projection.ts";
import { STEPS, type Step } from "#results/step.ts";
import { PACE_WEEKS, turnsOf } from "#results/turns.ts";

export const TRUE_LAGS: Record<Step, number[]> = {
  introductions: [0.3, 0.55, 0.75, 0.85, 0.95, 1],
  meetings: [0.1, 0.5, 0.8, 0.95, 1],
  deals: [0, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.75, 0.85, 0.9, 0.95, 1],
};
export const WEEKS_AHEAD = 13;

export interface Invented {
  reps?: number;
  /** As how many tries those of a team are alike; 18 unless said otherwise. */
  alike?: number;
  /** The least and the most that a rep's asks in a week are on average. */
  asks?: readonly [number, number];
  /** A year and a half is known: they grew into asking, and each year has five quiet weeks. */
  uneven?: boolean;
}

/** A team with rates, paces and lags of its own: 40 weeks are known unless it is uneven, and what the 13 after them brought. */
export function inventedPast(
  uniform: Uniform,
  { reps: many = 6, alike = 18, asks: [least, most] = [3, 7], uneven = false }: Invented = {},
): { ahead: Ahead; outcome: Record<Step, number> } {
  const known = uneven ? 78 : 40;
  const shape = uneven ? unevenWeeks(uniform, known + WEEKS_AHEAD) : null;
  const outcome = { introductions: 0, meetings: 0, deals: 0 };
  const tries: Record<Step, { came: number | null; age: number; many: number }[]> = {
    introductions: [],
    meetings: [],
    deals: [],
  };
  const paces: number[][] = [];
  const reps = Array.from({ length: many }, (): RepPast => {
    const rates = {
      introductions: drawBeta(uniform, alike / 3, (2 * alike) / 3),
      meetings: drawBeta(uniform, (2 * alike) / 3, alike / 3),
      deals: drawBeta(uniform, alike / 4, (3 * alike) / 4),
    };
    const own: Record<Step, Cohort[]> = { introductions: [], meetings: [], deals: [] };
    const usual = least + (most - least) * uniform();
    const pace = Array.from({ length: known + WEEKS_AHEAD }, (_, week) =>
      Math.round(usual * 2 * uniform() * (shape?.[week] ?? 1)),
    );
    paces.push(pace.slice(0, known).toReversed());
    const follow = (from: number, week: number) => {
      const step = STEPS[from];
      if (step === undefined) return;
      const comes = uniform() < rates[step] ? week + lagDrawn(uniform, TRUE_LAGS[step]) : null;
      const isKnown = comes !== null && comes < known;
      if (week < known) {
        const age = known - 1 - week;
        tries[step].push({ came: isKnown ? comes - week : null, age, many: 1 });
        const cohort = (own[step][age] ??= { age, tried: 0, came: 0 });
        cohort.tried += 1;
        cohort.came += Number(isKnown);
      }
      if (comes === null || comes >= known + WEEKS_AHEAD) return;
      if (comes >= known) outcome[step] += 1;
      follow(from + 1, comes);
    };
    pace.forEach((asks, week) => {
      for (let at = 0; at < asks; at += 1) follow(0, week);
    });
    for (const step of STEPS) own[step] = own[step].filter(Boolean);
    return { steps: own, pace: pace.slice(known - PACE_WEEKS, known) };
  });
  const lags = {
    introductions: lagOf(tries.introductions),
    meetings: lagOf(tries.meetings),
    deals: lagOf(tries.deals),
  };
  return { ahead: { reps, lags, turns: turnsOf(paces), weeks: WEEKS_AHEAD, seed: 1 }, outcome };
}

/** From somewhat more than half to somewhat more than the whole, with three weeks in summer and two at the turn of the year at a third. */
function unevenWeeks(uniform: Uniform, weeks: number): number[] {
  const begin = Math.floor(uniform() * 52);
  return Array.from(
    { length: weeks },
    (_, week) => (0.6 + (0.6 * week) / weeks) * (isQuiet((begin + week) % 52) ? 1 / 3 : 1),
  );
}

export function lagDrawn(uniform: Uniform, lag: readonly number[]): number {
  const at = uniform();
  return lag.findIndex((share) => at < share);
}

function isQuiet(week: number): boolean {
  return week < 2 || (week >= 30 && week < 33);
}
