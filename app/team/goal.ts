import type { Day } from "#lib/kernel/days.ts";
import { type Calendar, type Period, type PeriodKind, periodOf, periodsBetween } from "#lib/kernel/fiscal.ts";
import { invalid } from "#lib/kernel/problem.ts";
import type { Measure } from "./measure.ts";

/** A goal as it was set for one scope and KPI; it stands from its day until the next one for both. */
export interface GoalSet {
  fromDay: Day;
  every: PeriodKind;
  /** Null: from that day on this scope sets nothing, and the next wider one holds. */
  amount: number | null;
}

export interface Goal {
  every: PeriodKind;
  amount: number;
}

export const GOAL_KINDS = ["week", "month", "quarter"] as const satisfies readonly PeriodKind[];

/** What holds for every rep of a workspace that has set nothing: METHOD, rule 8. */
export const DEFAULT_GOALS: Readonly<Partial<Record<Measure, Goal>>> = {
  "referrals-received": { every: "month", amount: 5 },
};

/** No week has more, and sums over ten thousand members stay exact. */
export const HIGHEST_GOAL = 100_000;

/** The newest goal of one scope that stands on the day, or null when that scope sets none. `goals` come in any order. */
export function standingGoal(goals: readonly GoalSet[], day: Day): Goal | null {
  let newest: GoalSet | null = null;
  for (const goal of goals) {
    if (goal.fromDay <= day && (newest === null || goal.fromDay > newest.fromDay)) newest = goal;
  }
  return newest === null || newest.amount === null ? null : { every: newest.every, amount: newest.amount };
}

/** The goal that holds on the day: the narrowest scope that sets one wins. `layers`: member, team, workspace. */
export function goalOn(
  layers: readonly (readonly GoalSet[])[],
  day: Day,
  otherwise: Goal | null,
): Goal | null {
  for (const layer of layers) {
    const goal = standingGoal(layer, day);
    if (goal) return goal;
  }
  return otherwise;
}

/**
 * What to reach in a period, not rounded; null when no goal holds on its last day.
 * A goal set for longer periods is spread evenly: over 52/12 weeks a month and 13 a quarter, and over a quarter's months
 * by their weeks. One set for shorter periods is added up, each of them with the goal that holds at its own end.
 */
export function goalFor(
  layers: readonly (readonly GoalSet[])[],
  period: Period,
  calendar: Calendar,
  otherwise: Goal | null = null,
  periodsIn: PeriodsIn = periodsWithin,
): number | null {
  const goal = goalOn(layers, period.end, otherwise);
  if (goal === null || goal.every === period.kind) return goal?.amount ?? null;
  if (LENGTH[goal.every] < LENGTH[period.kind]) {
    const parts = periodsIn(goal.every, period, calendar);
    return parts.reduce((sum, part) => sum + (goalFor(layers, part, calendar, otherwise, periodsIn) ?? 0), 0);
  }
  if (period.kind === "week") return (goal.amount * LENGTH.week) / LENGTH[goal.every];
  return (goal.amount * period.weeks) / periodOf(period.start, goal.every, calendar).weeks;
}

/** The shorter periods that a period is made of. */
export type PeriodsIn = (kind: PeriodKind, period: Period, calendar: Calendar) => Period[];

export function periodsWithin(kind: PeriodKind, period: Period, calendar: Calendar): Period[] {
  return periodsBetween(kind, period.start, period.end, calendar);
}

/** As goals are shown: to one decimal, a half upwards. Members are added up before, so that ten times 1.15 is 11.5. */
export function roundGoal(amount: number): number {
  return Math.round(amount * 10 + 1e-9) / 10;
}

/** Throws Problem invalid for an amount that is no goal. */
export function checkGoalAmount(amount: number | null): void {
  if (amount === null || (Number.isInteger(amount) && amount >= 0 && amount <= HIGHEST_GOAL)) return;
  throw invalid(`a goal is a whole number from 0 to ${HIGHEST_GOAL}`, "amount");
}

/** In weeks, on average. */
const LENGTH: Record<PeriodKind, number> = { week: 1, month: 52 / 12, quarter: 13 };
