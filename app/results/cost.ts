import type { Day } from "#lib/kernel/days.ts";
import { addDays } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { periodOf, type Calendar, type Period } from "#lib/kernel/fiscal.ts";
import { checkMoney, type Money } from "#lib/kernel/money.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { ENOUGH_EVENTS } from "#lib/kernel/rates.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Stretch } from "./stretch.ts";

/** What was spent on an origin in a month, by somebody or by the company as a whole. */
export interface Spent {
  minutes: number | null;
  amount: Money | null;
  note: string | null;
}

const QUARTER_HOUR = 15;
/** A month of a large team, written down at once. */
export const MOST_HOURS = 100_000;
const MOST_MINOR = 10 ** 13;
const LONGEST_NOTE = 500;

/** Throws Problem invalid naming the field that cannot be. */
export function cleanSpent(said: { hours: number | null; amount: Money | null; note: string | null }): Spent {
  const { hours, amount } = said;
  if (hours === null && amount === null) throw invalid("write hours, an amount, or both", "hours");
  const minutes = hours === null ? null : hours * 60;
  if (minutes !== null && !(minutes > 0 && minutes <= MOST_HOURS * 60 && minutes % QUARTER_HOUR === 0))
    throw invalid(
      `write hours to the quarter, such as 7.5 or 12.25, more than none and at most ${MOST_HOURS.toLocaleString("en-GB")}`,
      "hours",
    );
  if (amount !== null) checkMoney(amount, { field: "amount", least: 1, most: MOST_MINOR });
  return { minutes, amount, note: cleanText(said.note, LONGEST_NOTE, "note") };
}

/** One person has no more hours in a month than it has. Throws Problem invalid. */
export function checkHoursOfOne({ minutes }: Pick<Spent, "minutes">, { weeks }: Pick<Period, "weeks">): void {
  const most = weeks * 7 * 24;
  if (minutes !== null && minutes > most * 60)
    throw invalid(
      `one person has at most ${most} hours in that month; is a point missing, as in 7.5?`,
      "hours",
    );
}

/** The fiscal month that holds a day, for what was spent in it; this one unless said otherwise. Throws Problem invalid. */
export function monthSpent(said: Day | undefined, today: Day, calendar: Calendar): Period {
  const month = periodOf(said ?? today, "month", calendar);
  factDay(month.start, today, "month");
  return month;
}

/** By which a month is found again, whatever day weeks begin on. */
export function middleOf({ start, weeks }: Period): Day {
  return addDays(start, Math.floor((weeks * 7) / 2));
}

/** The months that share a week with the stretch, whole: what was spent is known by the month. */
export function wholeMonths({ from, to }: Stretch, calendar: Calendar): Stretch {
  return { from: periodOf(from, "month", calendar).start, to: periodOf(to, "month", calendar).end };
}

/** What one client cost: both sides and, from 20 clients on, what that is for each. */
export type Each =
  | { kind: "nothing-kept" }
  | { kind: "too-early" }
  | { kind: "each"; minutes: number; money: Money[] };

export function eachOf({
  minutes,
  money,
  won,
}: {
  minutes: number;
  money: readonly Money[];
  won: number;
}): Each {
  if (minutes === 0 && money.length === 0) return { kind: "nothing-kept" };
  if (won < ENOUGH_EVENTS) return { kind: "too-early" };
  return {
    kind: "each",
    minutes: Math.round(minutes / won),
    money: money.map(({ minor, currency }) => ({ minor: Math.round(minor / won), currency })),
  };
}

/** "7", "7.5", "7,5" or "7:30" as hours; null where it is none of them. */
export function hoursIn(text: string): number | null {
  const clock = /^\s*(\d{1,6}):([0-5]\d)\s*$/.exec(text);
  if (clock) return Number(clock[1]) + Number(clock[2]) / 60;
  return /^\s*\d{1,6}(?:[.,]\d{1,2})?\s*$/.test(text) ? Number(text.trim().replace(",", ".")) : null;
}
