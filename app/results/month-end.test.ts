import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#lib/kernel/days.ts";
import { periodOf, type Calendar, type MonthOfYear } from "#lib/kernel/fiscal.ts";
import { goalsTogether, quarterOf, shortBy, weeksOver, yearToDate } from "./month-end.ts";

const CALENDAR: Calendar = { firstDay: 1, pattern: "months", startMonth: 1 };
const NOVEMBER = periodOf("2026-11-18", "month", CALENDAR);

describe("short of the goal", () => {
  it.each([
    [{ count: 3, goal: 5 }, 2],
    [{ count: 5, goal: 5 }, 0],
    [{ count: 7, goal: 5 }, 0],
    [{ count: 0, goal: 0 }, 0],
    [{ count: 1, goal: 1.3 }, 0.3],
    [{ count: 3, goal: null }, null],
  ])("%j is by %s", (attained, short) => expect(shortBy(attained)).toBe(short));

  it("is nothing to say where no month has a goal", () => {
    expect(goalsTogether([null, null])).toBeNull();
    expect(goalsTogether([null, 2.1, 4.3])).toBe(6.4);
    expect(goalsTogether([])).toBeNull();
  });
});

describe("the weeks of a month", () => {
  it.each([
    ["2026-11-02", 0],
    ["2026-11-08", 0],
    ["2026-11-09", 1],
    ["2026-11-29", 3],
    ["2026-11-30", 4],
    ["2027-05-01", 4],
  ])("on %s are over: %i", (today, over) => expect(weeksOver(NOVEMBER, today)).toBe(over));
});

describe("the year to date", () => {
  it("is the fiscal year's months up to this one, one after the other", () => {
    const calendars = fc.record({
      firstDay: fc.constantFrom(1, 6, 7),
      pattern: fc.constantFrom("months", "4-4-5", "4-5-4", "5-4-4"),
      startMonth: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(calendars, fc.nat(4_000), (made, days) => {
        const calendar = { ...made, startMonth: made.startMonth as MonthOfYear } as Calendar;
        const month = periodOf(addDays("2020-01-01", days), "month", calendar);
        const months = yearToDate(month, calendar);
        expect(months.at(-1)).toEqual(month);
        expect(months.map(({ number }) => number)).toEqual(months.map((_, at) => at + 1));
        expect(new Set(months.map(({ year }) => year))).toEqual(new Set([month.year]));
        const quarter = quarterOf(month, calendar);
        expect(quarter.start <= month.start && quarter.end >= month.end).toBe(true);
      }),
    );
  });
});
