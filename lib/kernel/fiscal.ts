import { type Day, dayOfEpoch, epochOf, epochOfParts, partsOfEpoch } from "./days.ts";
import { type Weekday, weekOfEpoch } from "./weeks.ts";

export type Pattern = "months" | "4-4-5" | "4-5-4" | "5-4-4";
export type MonthOfYear = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

export interface Calendar {
  firstDay: Weekday;
  pattern: Pattern;
  /** The calendar month in which the fiscal year starts; 1 is January. */
  startMonth: MonthOfYear;
}

export type PeriodKind = "week" | "month" | "quarter";

/**
 * Whole weeks, `start` to `end`, both included. `year` is the fiscal year: the calendar year of the fourth day of
 * its first week, so that a year from February 2026 to January 2027 is 2026. `number` counts within that year,
 * from 1: the week (1 to 53), the fiscal month (1 to 12; 1 is the calendar's start month), the quarter (1 to 4).
 * Fiscal month n goes by the name of calendar month (startMonth + n - 2) % 12 + 1, wherever its weeks lie.
 */
export interface Period {
  kind: PeriodKind;
  start: Day;
  end: Day;
  year: number;
  number: number;
  weeks: number;
}

export function periodOf(day: Day, kind: PeriodKind, calendar: Calendar): Period {
  return periodAt(epochOf(day), kind, calendar);
}

/** Every period that shares a day with `from` to `to` (both included), oldest first; none when `to` is earlier. */
export function periodsBetween(kind: PeriodKind, from: Day, to: Day, calendar: Calendar): Period[] {
  const last = epochOf(to);
  const periods: Period[] = [];
  for (let at = epochOf(from); at <= last;) {
    const period = periodAt(at, kind, calendar);
    periods.push(period);
    at = epochOf(period.end) + 1;
  }
  return periods;
}

/** The last `count` periods up to and with the one that holds `day`, oldest first. */
export function previousPeriods(day: Day, kind: PeriodKind, count: number, calendar: Calendar): Period[] {
  const periods: Period[] = [];
  for (let at = epochOf(day); periods.length < count;) {
    const period = periodAt(at, kind, calendar);
    periods.push(period);
    at = epochOf(period.start) - 1;
  }
  return periods.toReversed();
}

function periodAt(epoch: number, kind: PeriodKind, calendar: Calendar): Period {
  const week = weekOfEpoch(epoch, calendar.firstDay);
  const [fourthYear, fourthMonth] = partsOfEpoch(week + 3);
  const year = fourthMonth >= calendar.startMonth ? fourthYear : fourthYear - 1;
  const weekIndex = (week - monthStart(year, 0, calendar)) / 7;
  if (kind === "week") return period(kind, week, week + 7, year, weekIndex + 1);

  const month =
    calendar.pattern === "months"
      ? (fourthMonth - calendar.startMonth + 12) % 12
      : WEEKS_BEFORE[calendar.pattern].findLastIndex((before) => before <= weekIndex);
  const size = kind === "month" ? 1 : 3;
  const index = Math.floor(month / size);
  const start = monthStart(year, index * size, calendar);
  return period(kind, start, monthStart(year, (index + 1) * size, calendar), year, index + 1);
}

/** The first day of a fiscal month, counted from 0; month 12 is the first of the next year. */
function monthStart(year: number, month: number, calendar: Calendar): number {
  if (month === 12) return monthStart(year + 1, 0, calendar);
  const { firstDay, pattern, startMonth } = calendar;
  // The first week whose fourth day lies in a month is the week that holds the month's 4th, whatever day weeks start on.
  const firstWeekOf = (y: number, m: number) => weekOfEpoch(epochOfParts(y, m, 4), firstDay);
  if (pattern !== "months") return firstWeekOf(year, startMonth) + 7 * WEEKS_BEFORE[pattern][month]!;
  const sinceJanuary = startMonth - 1 + month;
  return firstWeekOf(year + Math.floor(sinceJanuary / 12), (sinceJanuary % 12) + 1);
}

const WEEKS_BEFORE = {
  "4-4-5": [0, 4, 8, 13, 17, 21, 26, 30, 34, 39, 43, 47],
  "4-5-4": [0, 4, 9, 13, 17, 22, 26, 30, 35, 39, 43, 48],
  "5-4-4": [0, 5, 9, 13, 18, 22, 26, 31, 35, 39, 44, 48],
};

function period(kind: PeriodKind, start: number, next: number, year: number, number: number): Period {
  return {
    kind,
    start: dayOfEpoch(start),
    end: dayOfEpoch(next - 1),
    year,
    number,
    weeks: (next - start) / 7,
  };
}
