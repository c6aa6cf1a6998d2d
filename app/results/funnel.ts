import { daysBetween } from "#lib/kernel/days.ts";
import { periodsBetween, type Calendar, type PeriodKind } from "#lib/kernel/fiscal.ts";
import { differenceOf, rateOf, type Interval, type Rate } from "#lib/kernel/rates.ts";
import { lagOf, type Lag } from "./lag.ts";
import { perStep, STEPS, type Step } from "./step.ts";
import type { Stretch } from "./stretch.ts";

/** So many tries of an age, and after how many weeks they came; `cohort`: of which stretch of asks. */
export interface CohortTries {
  cohort: number;
  step: Step;
  age: number;
  lag: number | null;
  many: number;
}

/** The numbers of the funnel, each with its facts: a step, or with "level" the introductions met at the level that counts. */
export const FUNNEL_FACTS = [...STEPS, "level"] as const;
export type FunnelOf = (typeof FUNNEL_FACTS)[number];

export interface FunnelStep {
  came: number;
  tried: number;
  rate: Rate;
  /** Of what comes in the end, the share that has not had the time yet, by the team's own lag; null: as good as nothing, or it is not known. */
  mayStill: number | null;
}

/** What came of the asks of some weeks, until today. */
export interface FunnelCohort extends Stretch {
  steps: Record<Step, FunnelStep>;
  /** Introductions that led to a meeting with somebody whose part in buying is known, and of them those with somebody who decides. */
  level: { came: number; tried: number; rate: Rate };
}

/** Of tries that are at least so many weeks old, what came within as many: both stretches had the same time. */
export interface StepCompared {
  step: Step;
  weeks: number;
  now: { came: number; tried: number };
  before: { came: number; tried: number };
  /** Now less before; null: too early for one of them. */
  difference: (Interval & { value: number }) | null;
}

export interface Funnel {
  whole: FunnelCohort;
  before: FunnelCohort;
  cohorts: (FunnelCohort & { kind: PeriodKind; year: number; number: number })[];
  compared: StepCompared[];
  /** Where it leaks most against one's own past; null: nowhere that can be told from chance. */
  leak: Step | null;
}

/** What is asked of the reader: the stretch before begins first, then a cohort a fiscal quarter, or a month where the stretch is short. */
export function cohortStarts({ from, to }: Stretch, before: Stretch, calendar: Calendar) {
  const kind = daysBetween(from, to) < SHORT_DAYS ? "month" : "quarter";
  const periods = periodsBetween(kind, from, to, calendar).map((period) => ({
    ...period,
    start: period.start < from ? from : period.start,
    end: period.end > to ? to : period.end,
  }));
  return { starts: [before.from, ...periods.map(({ start }) => start)], periods };
}

/** `cohort` 0 is the stretch before; the others are the periods in their order. */
export function funnelOf(
  tries: readonly CohortTries[],
  levels: readonly { cohort: number; known: number; decide: number }[],
  { stretch, before, calendar }: { stretch: Stretch; before: Stretch; calendar: Calendar },
): Funnel {
  const { periods } = cohortStarts(stretch, before, calendar);
  const lags = lagsOf(tries);
  const cohort = (within: Stretch, isIn: (at: number) => boolean): FunnelCohort => {
    const own = tries.filter((each) => isIn(each.cohort));
    const known = levels.filter((each) => isIn(each.cohort));
    const [came, tried] = [sum(known, ({ decide }) => decide), sum(known, (each) => each.known)];
    return {
      from: within.from,
      to: within.to,
      steps: perStep((step) => stepOf(own, step, lags[step])),
      level: { came, tried, rate: rateOf(came, tried) },
    };
  };
  const compared = STEPS.map((step) => compare(tries, step, lags[step]));
  return {
    whole: cohort(stretch, (at) => at > 0),
    before: cohort(before, (at) => at === 0),
    cohorts: periods
      .map(({ kind, year, number, start, end }, index) => ({
        kind,
        year,
        number,
        ...cohort({ from: start, to: end }, (at) => at === index + 1),
      }))
      .filter(({ steps }) => steps.introductions.tried > 0),
    compared,
    leak: leakOf(compared),
  };
}

function lagsOf(tries: readonly CohortTries[]): Record<Step, Lag> {
  return perStep((step) =>
    lagOf(tries.filter((each) => each.step === step).map(({ lag, age, many }) => ({ came: lag, age, many }))),
  );
}

function stepOf(tries: readonly CohortTries[], step: Step, lag: Lag): FunnelStep {
  const own = tries.filter((each) => each.step === step);
  const tried = sum(own, ({ many }) => many);
  const came = sum(own, (each) => (each.lag === null ? 0 : each.many));
  const open = 1 - sum(own, ({ age, many }) => many * (lag[age] ?? 1)) / Math.max(1, tried);
  // Of nothing that ever came no lag can be read.
  const isKnown = tried > 0 && tries.some((each) => each.step === step) && lag.length > 1;
  return { came, tried, rate: rateOf(came, tried), mayStill: isKnown && open >= WORTH_SAYING ? open : null };
}

function compare(tries: readonly CohortTries[], step: Step, lag: Lag): StepCompared {
  const weeks = lag.findIndex((share) => share >= MOST_OF_IT);
  const ripe = tries.filter((each) => each.step === step && each.age >= weeks);
  const within = (isIn: (cohort: number) => boolean) => {
    const own = ripe.filter(({ cohort }) => isIn(cohort));
    return {
      tried: sum(own, ({ many }) => many),
      came: sum(own, ({ lag: after, many }) => (after !== null && after <= weeks ? many : 0)),
    };
  };
  const [now, before] = [within((at) => at > 0), within((at) => at === 0)];
  const difference = differenceOf(
    { successes: now.came, n: now.tried },
    { successes: before.came, n: before.tried },
  );
  return { step, weeks, now, before, difference };
}

/** Of the steps that are surely lower than before, the one that has lost the largest part of what it was. */
function leakOf(compared: readonly StepCompared[]): Step | null {
  const lower = compared.filter(({ difference }) => difference !== null && difference.high < 0);
  const lost = ({ difference, before }: StepCompared) => difference!.value / (before.came / before.tried);
  return lower.toSorted((a, b) => lost(a) - lost(b))[0]?.step ?? null;
}

function sum<T>(some: readonly T[], of: (each: T) => number): number {
  return some.reduce((total, each) => total + of(each), 0);
}

/** A quarter has a week more at most. */
const SHORT_DAYS = 14 * 7;
const WORTH_SAYING = 0.1;
const MOST_OF_IT = 0.9;
