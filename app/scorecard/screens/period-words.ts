import type { Day } from "#lib/kernel/days.ts";
import type { Calendar, Period, PeriodKind } from "#lib/kernel/fiscal.ts";
import { dayText } from "#lib/kernel/day-words.ts";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** "week of 16 November", "November", "quarter 4": with the year where it is not this one's. */
export function periodText(period: Period, calendar: Calendar, today: Day): string {
  if (period.kind === "week") return `week of ${dayText(period.start, today)}`;
  const year = period.kind === "month" ? yearOfMonth(period, calendar) : period.year;
  const now = Number(today.slice(0, 4));
  if (period.kind === "month") return `${monthName(period, calendar)}${year === now ? "" : ` ${year}`}`;
  return `quarter ${period.number}, ${yearText(period.year, calendar)}`;
}

/** For a bar or a narrow column: "16 Nov", "Nov", "Q4". */
export function shortPeriod(period: Period, calendar: Calendar): string {
  if (period.kind === "week") {
    const month = MONTHS[Number(period.start.slice(5, 7)) - 1]?.slice(0, 3);
    return `${Number(period.start.slice(8))} ${month}`;
  }
  if (period.kind === "month") return monthName(period, calendar).slice(0, 3);
  return `Q${period.number} ${yearText(period.year, calendar)}`;
}

export const THIS: Record<PeriodKind, string> = {
  week: "this week",
  month: "this month",
  quarter: "this quarter",
};
export const LAST: Record<PeriodKind, string> = {
  week: "last 13 weeks",
  month: "last 13 months",
  quarter: "last 13 quarters",
};

function monthName(period: Period, calendar: Calendar): string {
  return MONTHS[monthIndex(period, calendar) % 12] ?? "";
}

function yearOfMonth(period: Period, calendar: Calendar): number {
  return period.year + Math.floor(monthIndex(period, calendar) / 12);
}

/** Months since January of the year in which the fiscal year starts. */
function monthIndex(period: Period, calendar: Calendar): number {
  return calendar.startMonth - 1 + period.number - 1;
}

/** "2026", or "2026/27" for a fiscal year that does not start in January. */
function yearText(year: number, calendar: Calendar): string {
  return calendar.startMonth === 1 ? String(year) : `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
}
