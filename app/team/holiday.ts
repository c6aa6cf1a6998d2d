import type { Day } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";
import { mayChangeFor, mayLead, type Rights, type Whose } from "./member.ts";

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

/** Where a holiday came from. */
export const HOLIDAY_ORIGINS = ["hand", "country", "file"] as const;
export type HolidayOrigin = (typeof HOLIDAY_ORIGINS)[number];

/** A day off, as a country's list or a calendar file names it. */
export interface NamedDay {
  day: Day;
  name: string;
}

/** This year and the next two: as far as holidays are written down. */
export const YEARS_AHEAD = 2;
export const MOST_HOLIDAY_NAME = 120;

/** Everybody's are a leader's; a member's own are theirs, and their managers'. `whose` is null for everybody's. */
export function mayKeepHolidays(actor: Rights, whose: Whose | null): boolean {
  return whose === null ? mayLead(actor) : mayChangeFor(actor, whose);
}

/** The years that lists are added for. */
export function yearsFrom(today: Day): { first: number; last: number } {
  const first = Number(today.slice(0, 4));
  return { first, last: first + YEARS_AHEAD };
}

/** Each day once, in order; what falls on one day is named together. */
export function dayByDay(days: readonly NamedDay[]): NamedDay[] {
  const names = new Map<Day, Set<string>>();
  for (const { day, name } of days) names.set(day, (names.get(day) ?? new Set()).add(name));
  return [...names]
    .map(([day, all]) => ({ day, name: [...all].join(", ").slice(0, MOST_HOLIDAY_NAME) }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** Trimmed. Throws Problem invalid. */
export function cleanHolidayName(name: string): string {
  const clean = name.trim();
  if (clean === "" || clean.length > MOST_HOLIDAY_NAME)
    throw invalid(`say in 1 to ${MOST_HOLIDAY_NAME} characters what day it is`, "name");
  return clean;
}

/** In the order of the week, each once. Throws Problem invalid. */
export function cleanWorkdays(workdays: readonly Weekday[]): Weekday[] {
  const clean = WEEKDAYS.filter((each) => workdays.includes(each));
  if (clean.length === 0) throw invalid("a week needs at least one workday", "workdays");
  return clean;
}
