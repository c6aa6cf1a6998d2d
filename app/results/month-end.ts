import { daysBetween, type Day } from "#lib/kernel/days.ts";
import { periodOf, periodsBetween, type Calendar, type Period } from "#lib/kernel/fiscal.ts";
import type { Step } from "./step.ts";
import { stretchNamed } from "./stretch.ts";

/** By what a month is judged, what comes of it first. */
export const PLANNED = ["deals-closed", "referrals-received", "people-asked"] as const;
export type Planned = (typeof PLANNED)[number];

export interface Attained {
  count: number;
  /** Null: none is set. */
  goal: number | null;
}

/** How many are missing; 0 where the goal is reached, null where none is set. Goals have one decimal. */
export function shortBy({ count, goal }: Attained): number | null {
  return goal === null ? null : Math.max(0, Math.round((goal - count) * 10) / 10);
}

/** The months of its fiscal year up to and with this one. */
export function yearToDate(month: Period, calendar: Calendar): Period[] {
  return periodsBetween("month", stretchNamed("year", month.end, calendar).from, month.end, calendar);
}

/** How many of a month's weeks are over; all of them once it is. */
export function weeksOver({ start, weeks }: Pick<Period, "start" | "weeks">, today: Day): number {
  return Math.min(weeks, Math.max(0, Math.floor(daysBetween(start, today) / 7)));
}

/** The quarter that holds the month, for what is in hand. */
export function quarterOf(month: Pick<Period, "end">, calendar: Calendar): Period {
  return periodOf(month.end, "quarter", calendar);
}

/** Goals of several months together; null where none of them has one. */
export function goalsTogether(goals: readonly (number | null)[]): number | null {
  const set = goals.filter((goal) => goal !== null);
  return set.length === 0 ? null : Math.round(set.reduce((sum, goal) => sum + goal, 0) * 10) / 10;
}

/** What may still come of a step. */
export const OPEN_NAMES: Record<Step, string> = {
  introductions: "Asks without an introduction yet",
  meetings: "Introductions not met yet",
  deals: "People met, not clients yet",
};
