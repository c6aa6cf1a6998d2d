import { drawPrior, posterior, teamRatesOf } from "#lib/kernel/beta-binomial.ts";
import { drawBeta, drawBinomial } from "#lib/kernel/draws.ts";
import { uniformFrom, type Uniform } from "#lib/kernel/random.ts";
import { ENOUGH_EVENTS } from "#lib/kernel/rates.ts";
import { asksIn, drawWeeks, inflowIn, type DrawnWeeks } from "./drawn-weeks.ts";
import { lagDrawer, within, type Lag } from "./lag.ts";
import { rangeOf, rising, type Range } from "./range.ts";
import { perStep, STEPS, type Step } from "./step.ts";
import { NO_TURNS, turnDrawer, type Turns } from "./turns.ts";

/**
 * Of so many tries that are so many whole weeks old, those that came to the step: of asks those that brought an introduction, of introductions
 * those that led to a meeting, of meetings those that led to a deal won. Whatever was said since, what has not come may still come.
 */
export interface Cohort {
  age: number;
  tried: number;
  came: number;
}

export interface RepPast {
  steps: Record<Step, readonly Cohort[]>;
  /**
   * Asks in a week: the goal alone, which need not be whole, or what they were in each of the weeks one's own pace is read from. Empty: they
   * do not ask here any more, and no more is asked of them.
   */
  pace: readonly number[];
  /** Introductions in each of the last weeks that were not the first of an ask: those that came unasked, and any more that an ask brought. */
  inflow?: readonly number[];
}

export interface Ahead {
  reps: readonly RepPast[];
  lags: Record<Step, Lag>;
  weeks: number;
  /** The first step of which it is not known how long it takes. */
  untold?: Step | null;
  /** How asking went on from earlier weeks; without it, all coming weeks are like the last ones. */
  turns?: Turns;
  /** So many asks more of everybody in each week. */
  more?: number;
  seed: number;
  rounds?: number;
}

/** few: under twenty tries of the step · how-long: it is not known yet how long the step takes. */
export const WHYS_EARLY = ["few", "how-long"] as const;
export type TooEarly = { kind: "too-early"; step: Step; n: number; why: (typeof WHYS_EARLY)[number] };

export type Projection =
  | TooEarly
  /** What has come by the end of each week, all weeks before it included. */
  | { kind: "projection"; steps: Record<Step, Range[]> };

/** So many rounds, as many reps make the sum of a round steadier: else a company would wait for digits that nobody reads. */
export function roundsFor(reps: number): number {
  return Math.max(LEAST_ROUNDS, Math.min(ROUNDS, Math.round((ROUNDS * MANY_REPS) / Math.max(1, reps))));
}

/**
 * What the coming weeks bring: reps × asks × their own rates, each drawn to the team's, with the lag of the team's own past; what is in hand
 * already goes on as well. A simulation of that many rounds (1,000 unless said otherwise), the same for the same seed.
 * `onRound` is told now and then how many rounds are done.
 */
export function project(ahead: Ahead, onRound?: (done: number, rounds: number) => void): Projection {
  const early = tooEarly(ahead);
  if (early) return early;
  const { weeks, more = 0, rounds = ROUNDS } = ahead;
  const play = player(ahead);
  const steps = perStep(() => Array.from({ length: weeks }, () => noughts(rounds)));
  for (let round = 0; round < rounds; round += 1) {
    const came = play((rep, { uniform, drawn, ask }) => {
      if (rep.pace.length === 0) return;
      for (let week = 0; week < weeks; week += 1)
        ask(week, wholeOf(uniform, asksIn(rep.pace, drawn, week) + more));
    });
    for (const step of STEPS) {
      let sum = 0;
      came[step].forEach((many, week) => {
        sum += many;
        steps[step][week]![round] = sum;
      });
    }
    if ((round + 1) % TOLD_EVERY === 0) onRound?.(round + 1, rounds);
  }
  return { kind: "projection", steps: perStep((step) => rising(steps[step].map(rangeOf))) };
}

export type Plan =
  | TooEarly
  /** A week and rep, and introductions in all; null where it takes more than MOST_ASKS, or nothing asked now can bring it in time. */
  | {
      kind: "plan";
      asks: Record<keyof Range, number | null>;
      introductions: Record<keyof Range, number | null>;
    };

/** Backwards by the same rounds: from deals wanted within the weeks to the asks that it takes of every rep in each of them. */
export function planFor(
  wanted: number,
  ahead: Ahead,
  onRound?: (done: number, rounds: number) => void,
): Plan {
  const early = tooEarly(ahead);
  if (early) return early;
  const { weeks, rounds = ROUNDS } = ahead;
  const play = player(ahead);
  const asks: number[] = [];
  const introductions: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun: Round[] = [];
    const came = play((rep, each) => {
      if (rep.pace.length > 0) begun.push(each);
    });
    let asked = 0;
    while (sum(came.deals) < wanted && asked < MOST_ASKS && begun.length > 0) {
      asked += 1;
      for (const { ask } of begun) for (let week = 0; week < weeks; week += 1) ask(week, 1);
    }
    const reached = sum(came.deals) >= wanted;
    asks.push(reached ? asked : Infinity);
    introductions.push(reached ? sum(came.introductions) : Infinity);
    if ((round + 1) % TOLD_EVERY === 0) onRound?.(round + 1, rounds);
  }
  return { kind: "plan", asks: reachable(rangeOf(asks)), introductions: reachable(rangeOf(introductions)) };
}

interface Round {
  uniform: Uniform;
  drawn: DrawnWeeks;
  /** So many more asks in this week, and all that comes of them. */
  ask: (week: number, many: number) => void;
}

/** Each call is one round: rates are drawn, what is in hand goes on, what comes unasked comes, then each rep asks. Answers what came in which week. */
function player({ reps, lags, weeks, seed, turns = NO_TURNS }: Ahead) {
  const uniform = uniformFrom(seed);
  const known = reps.map(({ steps }) => perStep((step) => seen(steps[step], lags[step])));
  const inHand = reps.map(({ steps }) => STEPS.map((step) => waiting(steps[step], lags[step])));
  const some = everySoMany(known);
  const team = perStep((step) => teamRatesOf(some.map((rep) => rep[step])));
  const draws = STEPS.map((step) => lagDrawer(uniform, lags[step]));
  const hasYear = turns.yearAgo.length > 0;
  const drawTurn = turnDrawer(uniform, turns, weeks);
  const longest = Math.max(1, ...reps.flatMap(({ pace, inflow = [] }) => [pace.length, inflow.length]));

  return (asking: (rep: RepPast, round: Round) => void): Record<Step, number[]> => {
    const came = perStep(() => noughts(weeks));
    const at = STEPS.map((step) => came[step]);
    const priors = perStep((step) => drawPrior(uniform, team[step]));
    const drawn = { ...drawWeeks(uniform, weeks, longest), turn: drawTurn(), hasYear };
    reps.forEach((rep, index) => {
      const rates = STEPS.map((step) => {
        const { a, b } = posterior(priors[step], known[index]![step]);
        return drawBeta(uniform, a, b);
      });
      const arrive = (step: number, week: number): void => {
        if (week >= weeks) return;
        at[step]![week]! += 1;
        if (step + 1 < STEPS.length && uniform() < rates[step + 1]!)
          arrive(step + 1, week + draws[step + 1]!(0));
      };
      inHand[index]!.forEach((cohorts, step) => {
        for (const { age, many, gone } of cohorts) {
          const chance = (rates[step]! * (1 - gone)) / (1 - rates[step]! * gone);
          const coming = drawBinomial(uniform, many, chance);
          for (let each = 0; each < coming; each += 1) arrive(step, draws[step]!(gone) - age - 1);
        }
      });
      const { inflow = [] } = rep;
      if (inflow.length > 0)
        for (let week = 0; week < weeks; week += 1)
          for (let left = wholeOf(uniform, inflowIn(inflow, drawn, week)); left > 0; left -= 1)
            arrive(0, week);
      asking(rep, {
        uniform,
        drawn,
        ask: (week, many) => {
          for (let left = drawBinomial(uniform, many, rates[0]!); left > 0; left -= 1)
            arrive(0, week + draws[0]!(0));
        },
      });
    });
    return came;
  };
}

/** A try counts for as much as would have come of it by now if it comes at all: young ones hardly speak against a rate. */
function seen(cohorts: readonly Cohort[], lag: Lag): { came: number; tried: number } {
  let [all, came] = [0, 0];
  for (const { age, tried, came: already } of cohorts) {
    came += already;
    all += tried * within(lag, age);
  }
  return { came, tried: Math.max(came, all) };
}

/** So many say enough of how the rates of all of them lie, and with each more it takes longer. */
function everySoMany<T>(reps: readonly T[]): readonly T[] {
  const every = Math.ceil(reps.length / MOST_COMPARED);
  return every < 2 ? reps : reps.filter((_, at) => at % every === 0);
}

/**
 * Of a step, how many tries the rounds go on from, and younger than how many weeks these are: by then all has come that ever does.
 */
export function inHandOf(
  reps: readonly Pick<RepPast, "steps">[],
  step: Step,
  lag: Lag,
): { many: number; weeks: number } {
  const all = lag.findIndex((share) => share >= 1);
  return {
    many: reps.reduce(
      (total, { steps }) => total + waiting(steps[step], lag).reduce((own, { many }) => own + many, 0),
      0,
    ),
    weeks: all === -1 ? lag.length : all,
  };
}

/** What may still come. `gone`: the share that would have come by now, of those that ever do. */
function waiting(cohorts: readonly Cohort[], lag: Lag): { age: number; many: number; gone: number }[] {
  return cohorts
    .map(({ age, tried, came }) => ({ age, many: tried - came, gone: within(lag, age) }))
    .filter(({ many, gone }) => many > 0 && gone < 1);
}

/** 1.7 is two in seven of ten weeks, and one in the others. */
function wholeOf(uniform: Uniform, asks: number): number {
  const whole = Math.floor(asks);
  return whole === asks ? whole : whole + Number(uniform() < asks - whole);
}

function tooEarly({ reps, untold }: Ahead): TooEarly | null {
  for (const step of STEPS) {
    const n = sum(reps.flatMap(({ steps }) => steps[step].map(({ tried }) => tried)));
    if (n < ENOUGH_EVENTS) return { kind: "too-early", step, n, why: "few" };
    if (step === untold) return { kind: "too-early", step, n, why: "how-long" };
  }
  return null;
}

function reachable({ low, middle, high }: Range): Record<keyof Range, number | null> {
  return { low: finite(low), middle: finite(middle), high: finite(high) };
}

function finite(value: number): number | null {
  return value === Infinity ? null : value;
}

function noughts(length: number): number[] {
  return Array.from({ length }, () => 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

const ROUNDS = 1_000;
const LEAST_ROUNDS = 250;
const MANY_REPS = 50;
const MOST_COMPARED = 120;
const TOLD_EVERY = 50;
/** A week: nobody has more conversations of this kind than a dozen a workday. */
const MOST_ASKS = 60;
