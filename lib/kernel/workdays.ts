import { addDays, type Day, weekdayOf } from "./days.ts";
import { conflict } from "./problem.ts";
import type { Weekday } from "./weeks.ts";

/** When somebody works: on which weekdays, and on which days of the calendar not at all. */
export interface WorkCalendar {
  timeZone: string;
  /** Today, and as far ahead as is known. */
  workdays: readonly Weekday[];
  /** What held before, where they have changed, the earliest first: each until its day, the day itself not among them. */
  before?: readonly { untilDay: Day; workdays: readonly Weekday[] }[];
  /** Holidays of the workspace and of the member, and the member's absences. */
  off: (day: Day) => boolean;
}

export function isWorkday(day: Day, calendar: WorkCalendar): boolean {
  return worksOn({ day, weekday: weekdayOf(day) }, calendar);
}

function worksOn({ day, weekday }: DayOfWeek, calendar: WorkCalendar): boolean {
  return workdaysOn(day, calendar).includes(weekday) && !calendar.off(day);
}

function workdaysOn(day: Day, { workdays, before }: WorkCalendar): readonly Weekday[] {
  return before?.find(({ untilDay }) => day < untilDay)?.workdays ?? workdays;
}

/** The day itself when it is a workday. Throws Problem conflict when no day of the year from it is one. */
export function workdayOnOrAfter(day: Day, calendar: WorkCalendar): Day {
  for (let ahead = 0; ahead < A_YEAR; ahead++) {
    const next = addDays(day, ahead);
    if (isWorkday(next, calendar)) return next;
  }
  throw conflict(
    `no day in the year from ${day} on is a workday; look at the workdays, holidays and absences`,
  );
}

/** The first workday after the day, whatever the day is. Throws as workdayOnOrAfter does. */
export function workdayAfter(day: Day, calendar: WorkCalendar): Day {
  return workdayOnOrAfter(addDays(day, 1), calendar);
}

export interface DayOfWeek {
  day: Day;
  weekday: Weekday;
}

/** Every day from one to another, both included: made once where many calendars are asked about them. */
export function daysOfWeeks(from: Day, to: Day): DayOfWeek[] {
  const days: DayOfWeek[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push({ day, weekday: weekdayOf(day) });
  return days;
}

/** How many of these days are workdays. */
export function workdaysAmong(days: readonly DayOfWeek[], calendar: WorkCalendar): number {
  return days.reduce((count, each) => count + (worksOn(each, calendar) ? 1 : 0), 0);
}

/** How many days from one to another are workdays, both included. */
export function workdaysIn(from: Day, to: Day, calendar: WorkCalendar): number {
  return workdaysAmong(daysOfWeeks(from, to), calendar);
}

/** Holidays and absences left fewer than half of the workdays of the week from this day on. */
export function wasAway(week: Day, calendar: WorkCalendar): boolean {
  return wasAwayAmong(daysOfWeeks(week, addDays(week, 6)), calendar);
}

/** The same of the days of a week that were made once for many calendars. */
export function wasAwayAmong(days: readonly DayOfWeek[], calendar: WorkCalendar): boolean {
  return 2 * workdaysAmong(days, calendar) < workdaysAmong(days, { ...calendar, off: NEVER });
}

const NEVER = () => false;

const A_YEAR = 366;
