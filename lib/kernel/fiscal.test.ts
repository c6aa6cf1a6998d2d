import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays, type Day, dayOfEpoch, daysBetween, epochOf } from "./days.ts";
import {
  type Calendar,
  type MonthOfYear,
  type Pattern,
  type PeriodKind,
  periodOf,
  periodsBetween,
  previousPeriods,
} from "./fiscal.ts";
import { fourthDay, type Weekday, weekOf } from "./weeks.ts";

const KINDS: PeriodKind[] = ["week", "month", "quarter"];
const PATTERNS: Pattern[] = ["months", "4-4-5", "4-5-4", "5-4-4"];
const CALENDARS: Calendar[] = PATTERNS.flatMap((pattern) =>
  [1, 2, 3, 4, 5, 6, 7].flatMap((firstDay) =>
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((startMonth) => ({
      pattern,
      firstDay: firstDay as Weekday,
      startMonth: startMonth as MonthOfYear,
    })),
  ),
);
const anyCalendar = fc.constantFrom(...CALENDARS);
const anyKind = fc.constantFrom(...KINDS);
const anyDay = fc.integer({ min: epochOf("1900-01-01"), max: epochOf("2199-12-31") }).map(dayOfEpoch);

const MONDAYS: Calendar = { firstDay: 1, pattern: "months", startMonth: 1 };
const RETAIL: Calendar = { firstDay: 7, pattern: "4-5-4", startMonth: 2 };

function weeksIn(period: { start: Day; end: Day }, firstDay: Weekday): Day[] {
  const weeks: Day[] = [];
  for (let week = weekOf(period.start, firstDay); week <= period.end; week = addDays(week, 7))
    weeks.push(week);
  return weeks;
}

describe("periodOf, by hand", () => {
  test.each<[string, Day, PeriodKind, Calendar, Day, Day, number, number, number]>([
    [
      "a Sunday closes its Monday week",
      "2026-11-22",
      "week",
      MONDAYS,
      "2026-11-16",
      "2026-11-22",
      2026,
      47,
      1,
    ],
    ["1 January 2026 is a Thursday", "2026-01-01", "month", MONDAYS, "2025-12-29", "2026-02-01", 2026, 1, 5],
    [
      "1 January 2027 is a Friday: still 2026",
      "2027-01-01",
      "week",
      MONDAYS,
      "2026-12-28",
      "2027-01-03",
      2026,
      53,
      1,
    ],
    ["so its month is December", "2027-01-01", "month", MONDAYS, "2026-11-30", "2027-01-03", 2026, 12, 5],
    ["and its quarter the fourth", "2027-01-01", "quarter", MONDAYS, "2026-09-28", "2027-01-03", 2026, 4, 14],
    ["31 May 2026 is a Sunday", "2026-05-31", "month", MONDAYS, "2026-05-04", "2026-05-31", 2026, 5, 4],
    [
      "a year from October is named by October",
      "2026-03-10",
      "quarter",
      { ...MONDAYS, startMonth: 10 },
      "2025-12-29",
      "2026-03-29",
      2025,
      2,
      13,
    ],
    [
      "retail: last month of a 53-week year",
      "2024-02-03",
      "month",
      RETAIL,
      "2023-12-31",
      "2024-02-03",
      2023,
      12,
      5,
    ],
    ["retail: first month after it", "2024-02-04", "month", RETAIL, "2024-02-04", "2024-03-02", 2024, 1, 4],
    ["retail: the 53rd week", "2024-02-03", "week", RETAIL, "2024-01-28", "2024-02-03", 2023, 53, 1],
    [
      "retail: fourth quarter with 14 weeks",
      "2023-11-01",
      "quarter",
      RETAIL,
      "2023-10-29",
      "2024-02-03",
      2023,
      4,
      14,
    ],
  ])("%s: %s by %s", (_why, day, kind, calendar, start, end, year, number, weeks) => {
    expect(periodOf(day, kind, calendar)).toEqual({ kind, start, end, year, number, weeks });
  });
});

describe("all 336 calendars, 1999 to 2041", () => {
  it.each(KINDS)("%ss tile the days, number from 1 without a gap and name the year once", (kind) => {
    const wrong: unknown[] = [];
    for (const calendar of CALENDARS) {
      const periods = periodsBetween(kind, "1999-01-01", "2041-12-31", calendar);
      for (const [index, period] of periods.entries()) {
        const { start, end, weeks, year, number } = period;
        const next = periods[index + 1];
        const wholeWeeks =
          weekOf(start, calendar.firstDay) === start && daysBetween(start, end) + 1 === weeks * 7;
        const touches = !next || addDays(end, 1) === next.start;
        const counts =
          !next ||
          (next.year === year && next.number === number + 1) ||
          (next.year === year + 1 && next.number === 1 && isLastNumber(kind, number));
        if (!wholeWeeks || !touches || !counts) wrong.push({ calendar, period, next });
      }
    }
    expect(wrong).toEqual([]);
  });

  it("years have 52 or 53 weeks and start with the first week whose fourth day is in the start month", () => {
    const wrong: unknown[] = [];
    for (const calendar of CALENDARS) {
      for (let year = 2000; year <= 2040; year += 1) {
        const month = String(calendar.startMonth).padStart(2, "0");
        const first = periodOf(`${year}-${month}-15`, "quarter", calendar);
        const last = periodOf(addDays(first.start, 360), "week", calendar);
        const weeks = periodsBetween("week", first.start, addDays(first.start, 363), calendar);
        const after = periodOf(addDays(first.start, 364), "week", calendar);
        const total = weeks.length + (after.year === year ? 1 : 0);
        const right =
          first.year === year &&
          first.number === 1 &&
          last.year === year &&
          fourthDay(first.start).slice(0, 7) === `${year}-${month}` &&
          fourthDay(addDays(first.start, -7)).slice(0, 7) < `${year}-${month}` &&
          (total === 53) === (after.number === 53) &&
          periodOf(addDays(first.start, total * 7), "week", calendar).year === year + 1;
        if (!right) wrong.push({ calendar, year, first, total });
      }
    }
    expect(wrong).toEqual([]);
  });
});

function isLastNumber(kind: PeriodKind, number: number): boolean {
  return kind === "quarter"
    ? number === 4
    : kind === "month"
      ? number === 12
      : number === 52 || number === 53;
}

describe("any calendar", () => {
  it("gives every day of a period that same period", () => {
    fc.assert(
      fc.property(anyDay, anyKind, anyCalendar, (day, kind, calendar) => {
        const period = periodOf(day, kind, calendar);
        expect(period.start <= day && day <= period.end).toBe(true);
        expect(periodOf(period.start, kind, calendar)).toEqual(period);
        expect(periodOf(period.end, kind, calendar)).toEqual(period);
        expect(periodOf(addDays(period.end, 1), kind, calendar)).not.toEqual(period);
      }),
      { numRuns: 500 },
    );
  });

  it("puts a week whole into one month and a month whole into one quarter of the same year", () => {
    fc.assert(
      fc.property(anyDay, anyCalendar, (day, calendar) => {
        const quarter = periodOf(day, "quarter", calendar);
        const months = periodsBetween("month", quarter.start, quarter.end, calendar);
        const first = (quarter.number - 1) * 3 + 1;
        expect(months.map((month) => month.number)).toEqual([first, first + 1, first + 2]);
        expect(months.every((month) => month.year === quarter.year)).toBe(true);
        expect(months[0]!.start).toBe(quarter.start);
        expect(months[2]!.end).toBe(quarter.end);
        expect(months.reduce((sum, month) => sum + month.weeks, 0)).toBe(quarter.weeks);
        for (const month of months) {
          const weeks = periodsBetween("week", month.start, month.end, calendar);
          expect(weeks.map((week) => week.start)).toEqual(weeksIn(month, calendar.firstDay));
          expect(weeks.every((week) => week.year === quarter.year)).toBe(true);
        }
      }),
    );
  });

  it("by months: a month holds exactly the weeks whose fourth day lies in it", () => {
    fc.assert(
      fc.property(anyDay, anyCalendar, (day, any) => {
        const calendar: Calendar = { ...any, pattern: "months" };
        const month = periodOf(day, "month", calendar);
        const name = fourthDay(weekOf(day, calendar.firstDay)).slice(0, 7);
        const named = weeksIn(month, calendar.firstDay).map((week) => fourthDay(week).slice(0, 7));
        expect(new Set(named)).toEqual(new Set([name]));
        expect(fourthDay(addDays(month.start, -7)).slice(0, 7)).not.toBe(name);
        expect(fourthDay(addDays(month.end, 1)).slice(0, 7)).not.toBe(name);
        expect(((calendar.startMonth + month.number - 2) % 12) + 1).toBe(Number(name.slice(5)));
      }),
      { numRuns: 300 },
    );
  });

  it("by a pattern: months have its weeks, and a 53rd week joins the twelfth", () => {
    const patterned = fc.constantFrom(...CALENDARS.filter(({ pattern }) => pattern !== "months"));
    fc.assert(
      fc.property(anyDay, patterned, (day, calendar) => {
        const { year } = periodOf(day, "week", calendar);
        const months = periodsBetween("month", addDays(day, -380), addDays(day, 380), calendar).filter(
          (month) => month.year === year,
        );
        const quarter = calendar.pattern.split("-").map(Number);
        const expected = [...quarter, ...quarter, ...quarter, ...quarter];
        const total = months.reduce((sum, month) => sum + month.weeks, 0);
        if (total === 53) expected[11]! += 1;
        expect(months.map((month) => month.weeks)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("looks back over the last periods and finds the same ones as looking between", () => {
    fc.assert(
      fc.property(
        anyDay,
        anyKind,
        fc.integer({ min: 1, max: 60 }),
        anyCalendar,
        (day, kind, count, calendar) => {
          const periods = previousPeriods(day, kind, count, calendar);
          expect(periods).toHaveLength(count);
          expect(periods.at(-1)).toEqual(periodOf(day, kind, calendar));
          expect(periodsBetween(kind, periods[0]!.start, day, calendar)).toEqual(periods);
        },
      ),
    );
  });
});

it("has no periods for a span that ends before it starts, nor when none are asked for", () => {
  expect(periodsBetween("week", "2026-11-22", "2026-11-21", MONDAYS)).toEqual([]);
  expect(previousPeriods("2026-11-22", "week", 0, MONDAYS)).toEqual([]);
});
