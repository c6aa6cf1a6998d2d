import { rateOf, type Rate } from "#lib/kernel/rates.ts";
import { isLagKnown, lagOf, type Lag } from "./lag.ts";
import { inHandOf, roundsFor, type Ahead, type Cohort, type RepPast } from "./projection.ts";
import { perStep, STEPS, type Step } from "./step.ts";
import { PACE_WEEKS, turnsOf, type Turns } from "./turns.ts";

/** What a projection is made from: each rep's own, and how late things come for all of them. */
export interface Past {
  reps: PastRep[];
  lags: Record<Step, Lag>;
  turns: Turns;
  untold: Step | null;
  rates: Record<Step, Rate & { came: number }>;
}

export interface PastRep extends Required<RepPast> {
  /** In a week; null: none is set. */
  goal: { asks: number | null; introductions: number | null };
}

/** What was tried, counted; see cohort-reader.ts. */
export interface Tried {
  memberId: string | null;
  step: Step;
  age: number;
  lag: number | null;
  came: boolean;
  many: number;
}

/** Whoever asks here now. */
export interface Here {
  id: string;
  /** Since so many whole weeks. */
  weeks: number;
}

/** What is older counts as that old; no lag is read that is longer. */
export const OLDEST = 78;

/** Weeks are counted back from the last day. Whoever is not here any more has what is in hand, and asks no more. */
export function pastOf({
  tried,
  weeks,
  here,
  goals,
}: {
  tried: readonly Tried[];
  weeks: readonly { memberId: string; age: number; asks: number; unasked: number }[];
  here: readonly Here[];
  goals: ReadonlyMap<string, PastRep["goal"]>;
}): Past {
  const [ofAll, ofMembers] = [
    tried.filter(({ memberId }) => memberId === null),
    tried.filter(({ memberId }) => memberId !== null),
  ];
  const lags = perStep((step) => lagOf(ofAll.filter((each) => each.step === step).map(asLife)));
  const triedBy = Map.groupBy(ofMembers, ({ memberId }) => memberId!);
  const weeksBy = Map.groupBy(weeks, ({ memberId }) => memberId);
  const hereBy = new Map(here.map((each) => [each.id, each]));
  const ids = [...new Set([...hereBy.keys(), ...triedBy.keys()])].toSorted();
  const reps = ids.map((id): PastRep => {
    const own = weeksBy.get(id) ?? [];
    const there = hereBy.get(id);
    const begun = Math.max(there?.weeks ?? PACE_WEEKS, ...own.map(({ age }) => age + 1));
    const long = Math.max(1, Math.min(PACE_WEEKS, begun));
    const inWeek = (what: "asks" | "unasked") =>
      Array.from({ length: long }, (_, age) => own.find((week) => week.age === age)?.[what] ?? 0);
    const steps = triedBy.get(id) ?? [];
    return {
      steps: perStep((step) => cohortsOf(steps, step, lags[step])),
      pace: there === undefined ? [] : inWeek("asks"),
      inflow: inWeek("unasked"),
      goal: goals.get(id) ?? { asks: null, introductions: null },
    };
  });
  return {
    reps,
    lags,
    untold: untoldIn(ofAll, lags),
    turns: turnsOf(here.map(({ id, weeks: since }) => asksByWeek(triedBy.get(id) ?? [], since))),
    rates: perStep((step) => {
      const own = ofMembers.filter((each) => each.step === step);
      const n = sumOf(own);
      const came = sumOf(own.filter((each) => each.came));
      return { ...rateOf(came, n), came };
    }),
  };
}

/** Everybody as often as in the last weeks, or as often as their goal says. */
export type Pace = "own" | "goal";

export interface Asked {
  weeks: number;
  /** So many asks more of everybody in a week. */
  more?: number;
  pace?: Pace;
  seed?: number;
}

/** The question, for browser and server alike: the same past and the same question have the same answer. */
export function aheadOf(past: Past, { weeks, more = 0, pace = "own", seed = SEED }: Asked): Ahead {
  const reps = pace === "own" ? past.reps : past.reps.map((rep) => ({ ...rep, pace: paceOfGoal(rep, past) }));
  return {
    reps,
    lags: past.lags,
    untold: past.untold,
    turns: past.turns,
    weeks,
    more,
    seed,
    rounds: roundsFor(past.reps.length),
  };
}

/**
 * Asks that have brought no introduction, introductions that led to no meeting, people met who bought nothing, as far as they may still;
 * `weeks`: those younger than that, null where none is too old. While it is too early to say how long things take, all of them.
 */
export function openIn(
  { reps, lags }: Pick<Past, "reps" | "lags">,
  isEarly: boolean,
): Record<Step, { many: number; weeks: number | null }> {
  return perStep((step) => {
    if (isEarly) {
      const cells = reps.flatMap(({ steps }) => steps[step]);
      return { many: cells.reduce((sum, { tried, came }) => sum + tried - came, 0), weeks: null };
    }
    const { many, weeks } = inHandOf(reps, step, lags[step]);
    return { many, weeks: weeks > OLDEST ? null : weeks };
  });
}

/** Asks in a week as the goal has them; a goal of introductions by the team's share of asks that bring one. Without a goal one's own weeks. */
function paceOfGoal({ pace, goal }: PastRep, { reps, lags }: Past): readonly number[] {
  if (pace.length === 0) return pace;
  if (goal.asks !== null) return [goal.asks];
  if (goal.introductions === null) return pace;
  const share = shareIn(reps, lags);
  return share === 0 ? pace : [goal.introductions / share];
}

/** Of asks that had the time for it. */
function shareIn(reps: readonly PastRep[], lags: Past["lags"]): number {
  const cells = reps.flatMap(({ steps }) => steps.introductions);
  const ripe = cells.reduce((sum, { age, tried }) => sum + tried * (lags.introductions[age] ?? 1), 0);
  return ripe === 0 ? 0 : cells.reduce((sum, { came }) => sum + came, 0) / ripe;
}

/** Of nothing that ever came it is not known either. */
function untoldIn(tried: readonly Tried[], lags: Past["lags"]): Step | null {
  const isTold = (step: Step) => {
    const own = tried.filter((each) => each.step === step);
    const watched = own.reduce((oldest, { age }) => Math.max(oldest, age), 0);
    return (
      own.some(({ came, many }) => came && many > 0) && (watched >= OLDEST || isLagKnown(lags[step], watched))
    );
  };
  return STEPS.find((step) => !isTold(step)) ?? null;
}

/** The latest first. */
function asksByWeek(tried: readonly Tried[], since: number): number[] {
  const asks = Array.from({ length: Math.min(since, OLDEST) }, () => 0);
  for (const { step, age, many } of tried)
    if (step === "introductions" && age < asks.length) asks[age]! += many;
  return asks;
}

/** Those of which nothing more will come are one. */
function cohortsOf(tried: readonly Tried[], step: Step, lag: Lag): Cohort[] {
  const cohorts = new Map<number, Cohort>();
  for (const { step: of, age, came, many } of tried) {
    if (of !== step) continue;
    const until = Math.min(age, lag.length);
    const cohort = cohorts.get(until) ?? { age: until, tried: 0, came: 0 };
    cohort.tried += many;
    if (came) cohort.came += many;
    cohorts.set(until, cohort);
  }
  return [...cohorts.values()].toSorted((a, b) => a.age - b.age);
}

function asLife({ lag, age, many }: Tried): { came: number | null; age: number; many: number } {
  return { came: lag, age, many };
}

function sumOf(tried: readonly Tried[]): number {
  return tried.reduce((sum, { many }) => sum + many, 0);
}

/** Always the same: who looks twice sees the same range twice. */
const SEED = 2041;
