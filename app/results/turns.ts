import type { Uniform } from "#lib/kernel/random.ts";
import { sortedUp } from "#lib/kernel/quantiles.ts";

/** How much was asked in each week after some day, as a multiple of a week now. */
export type Turn = readonly number[];

export interface Turns {
  /** After each week of the past that has enough weeks before it; none: too little is known. */
  any: readonly Turn[];
  /** After the weeks about a year ago. */
  yearAgo: readonly Turn[];
}

/** Weeks that one's own pace is read from. */
export const PACE_WEEKS = 13;

export const NO_TURNS: Turns = { any: [], yearAgo: [] };

/**
 * How far off one would have been, in the past, with what was usual in the weeks before: errors of forecasts made in the same way, taken as they
 * were and in a row, so that holidays, growth and bad months are as likely, as deep and as long in the coming weeks as they were (R. J. Hyndman
 * and G. Athanasopoulos, Forecasting: Principles and Practice, 3rd ed. 2021, sections 5.5 and 5.10; blocks of them: H. R. Künsch, Annals of
 * Statistics 17 (1989) 1217-1241). `asks`: of each in the weeks since they are here, the latest first.
 */
export function turnsOf(here: readonly (readonly number[])[]): Turns {
  const oldest = Math.max(0, ...here.map(({ length }) => length));
  const now = beforeWeek(here, 0, oldest);
  if (now === null) return NO_TURNS;
  const lately = now.weeks.reduce((all, each) => all + each, 0) / now.weeks.length;
  /** Of those who were here in the weeks before. */
  const turnAfter = (age: number, weeksBefore: number): Turn[] => {
    const before = beforeWeek(here, weeksBefore, oldest);
    if (before === null) return [];
    const then = asksInWeeks(before.those, Math.max(0, age - MOST_AHEAD), age).toReversed();
    return [then.map((asks) => rounded((asks / before.usual) * (now.usual / lately)))];
  };
  const any = Array.from({ length: oldest }, (_, age) => turnAfter(age + 1, age + 1)).flat();
  if (any.length < LEAST_TURNS) return NO_TURNS;
  const yearAgo = YEAR_AGO.filter((age) => age <= oldest).flatMap((age) =>
    // Whoever has not much more than a year is held to the first weeks there are.
    turnAfter(age, Math.min(age, oldest - PACE_WEEKS)),
  );
  return { any, yearAgo };
}

/**
 * One turn of the coming weeks: as likely as not that of a year ago, as nobody knows of one year whether it was the season; else that after
 * any week. Where it was not known any longer, another goes on.
 */
export function turnDrawer(uniform: Uniform, { any, yearAgo }: Turns, weeks: number): () => Turn | null {
  const known = Array.from({ length: weeks }, (_, week) => any.filter(({ length }) => length > week));
  const last = known.findLastIndex(({ length }) => length > 0);
  const one = (some: readonly Turn[]): Turn => some[Math.floor(uniform() * some.length)]!;
  return () => {
    if (last === -1) return null;
    let turn: Turn = yearAgo.length > 0 && uniform() < 1 / 2 ? one(yearAgo) : [];
    return known.map((_, week) => {
      const at = Math.min(week, last);
      if (turn.length <= at) turn = one(known[at]!);
      return turn[at]!;
    });
  };
}

/** Weeks before one that is so many weeks ago, and what was usual in them; null: there were too few weeks, or too few asks in them. */
function beforeWeek(here: readonly (readonly number[])[], age: number, oldest: number) {
  const many = Math.min(PACE_WEEKS, oldest - age);
  if (many < LEAST_WEEKS) return null;
  const those = here.filter(({ length }) => length >= age + many);
  const weeks = asksInWeeks(those, age, age + many);
  const usual = usualOf(weeks);
  return usual * many < LEAST_ASKS ? null : { those, weeks, usual };
}

/** The mean of the middle half (interquartile mean): three weeks of holiday do not make the weeks after them look like growth. */
function usualOf(weeks: readonly number[]): number {
  const off = Math.floor(weeks.length / 4);
  const middle = sortedUp(weeks).slice(off, weeks.length - off);
  return middle.reduce((all, each) => all + each, 0) / middle.length;
}

function asksInWeeks(those: readonly (readonly number[])[], from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => those.reduce((all, asks) => all + asks[from + at]!, 0));
}

/** It travels to the browser. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** As far as anybody asks ahead, in weeks. */
const MOST_AHEAD = 26;
const YEAR_AGO = [51, 52, 53];
const LEAST_WEEKS = 8;
const LEAST_TURNS = 10;
/** As everywhere: of fewer nothing is said. */
const LEAST_ASKS = 20;
