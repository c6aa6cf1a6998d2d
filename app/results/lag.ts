import type { Uniform } from "#lib/kernel/random.ts";
import { survivalOf } from "#lib/kernel/survival.ts";

/** Of all that ever come, the share that has come within so many weeks and none, one, two …; the last is 1. */
export type Lag = readonly number[];

/**
 * After how many weeks it came, from the team's own past: by how fast what has not come yet grows less (Kaplan-Meier), so that young tries do
 * not make it look quick. `came`: weeks from each try until it came, null while it has not; `age`: weeks since the try.
 */
export function lagOf(tries: readonly { came: number | null; age: number; many: number }[]): Lag {
  const { steps } = survivalOf(
    tries.map(({ came, age, many }) => ({ time: came ?? age, ended: came !== null, many })),
  );
  const all = 1 - (steps.at(-1)?.share ?? 1);
  if (all === 0) return [1];
  const lag: number[] = [];
  let come = 0;
  for (const { time, share } of steps) {
    while (lag.length < time) lag.push(come);
    come = (1 - share) / all;
    lag.push(come);
  }
  lag[lag.length - 1] = 1;
  return lag;
}

/**
 * Whether a past is long enough to know how long it takes: of what came, nine tenths came well before its oldest tries were as old. Else what is
 * slow has not been seen, and what has not come yet would be taken for what never comes (R. A. Maller and S. Zhou, Survival Analysis with
 * Long-Term Survivors, 1996, chapter 4: sufficient follow-up). `watched`: weeks since the oldest try.
 */
export function isLagKnown(lag: Lag, watched: number): boolean {
  return within(lag, Math.floor(watched * WELL_BEFORE)) >= NEARLY_ALL;
}

/** The share that has come by that age. */
export function within(lag: Lag, age: number): number {
  return age < 0 ? 0 : (lag[age] ?? 1);
}

/** Draws in weeks; `gone`: the share that would have come by now, and did not. */
export function lagDrawer(uniform: Uniform, lag: Lag): (gone: number) => number {
  // Where to begin to look, for each part of the way from 0 to 1: a lag may be a year long.
  const begin = Array.from({ length: PARTS }, (_, part) => {
    const week = lag.findIndex((share) => share > part / PARTS);
    return week === -1 ? lag.length - 1 : week;
  });
  return (gone) => {
    const at = gone + (1 - gone) * uniform();
    let week = begin[Math.min(PARTS - 1, Math.floor(at * PARTS))]!;
    while (week < lag.length - 1 && lag[week]! <= at) week += 1;
    return week;
  };
}

const PARTS = 64;
const WELL_BEFORE = 0.75;
const NEARLY_ALL = 0.9;
