import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, daysBetween, weekdayOf } from "./days.ts";
import { Problem } from "./problem.ts";
import type { Weekday } from "./weeks.ts";
import { isWorkday, type WorkCalendar, workdayAfter, workdaysIn, workdayOnOrAfter } from "./workdays.ts";

const OFFICE: readonly Weekday[] = [1, 2, 3, 4, 5];
const GULF: readonly Weekday[] = [7, 1, 2, 3, 4];
const SIX_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6];
const PART_TIME: readonly Weekday[] = [2, 3];

const CHRISTMAS = new Set(["2026-12-25", "2026-12-26", "2027-01-01"]);
const AWAY = { from: "2026-11-23", to: "2026-11-27" };

describe("the workday on or after a day", () => {
  // 18 November 2026 is a Wednesday.
  it.each<[string, readonly Weekday[], Day, Day, Day]>([
    ["Wednesday in an office", OFFICE, "2026-11-18", "2026-11-18", "2026-11-19"],
    ["Friday in an office", OFFICE, "2026-11-20", "2026-11-20", "2026-11-23"],
    ["Saturday in an office", OFFICE, "2026-11-21", "2026-11-23", "2026-11-23"],
    ["Sunday in an office", OFFICE, "2026-11-22", "2026-11-23", "2026-11-23"],
    ["Thursday where weeks run Sunday to Thursday", GULF, "2026-11-19", "2026-11-19", "2026-11-22"],
    ["Friday where weeks run Sunday to Thursday", GULF, "2026-11-20", "2026-11-22", "2026-11-22"],
    ["Sunday where weeks run Sunday to Thursday", GULF, "2026-11-22", "2026-11-22", "2026-11-23"],
    ["Saturday of six days", SIX_DAYS, "2026-11-21", "2026-11-21", "2026-11-23"],
    ["Sunday of six days", SIX_DAYS, "2026-11-22", "2026-11-23", "2026-11-23"],
    ["Wednesday of Tuesday and Wednesday", PART_TIME, "2026-11-18", "2026-11-18", "2026-11-24"],
    ["Thursday of Tuesday and Wednesday", PART_TIME, "2026-11-19", "2026-11-24", "2026-11-24"],
    ["Monday of Tuesday and Wednesday", PART_TIME, "2026-11-16", "2026-11-17", "2026-11-17"],
    ["the last day of a leap February", OFFICE, "2028-02-29", "2028-02-29", "2028-03-01"],
    ["a Thursday at the year's end", OFFICE, "2026-12-31", "2026-12-31", "2027-01-01"],
  ])("%s", (_, workdays, day, onOrAfter, after) => {
    const calendar = calendarOf(workdays);
    expect(workdayOnOrAfter(day, calendar)).toBe(onOrAfter);
    expect(workdayAfter(day, calendar)).toBe(after);
  });

  it.each<[string, readonly Weekday[], Day, Day, Day]>([
    ["Christmas Eve, before a long week-end", OFFICE, "2026-12-24", "2026-12-24", "2026-12-28"],
    ["Christmas Day, a Friday", OFFICE, "2026-12-25", "2026-12-28", "2026-12-28"],
    ["Boxing Day of six days, a Saturday", SIX_DAYS, "2026-12-26", "2026-12-28", "2026-12-28"],
    ["Boxing Day where Sunday is worked", GULF, "2026-12-26", "2026-12-27", "2026-12-27"],
    ["New Year's Day, a Friday", OFFICE, "2027-01-01", "2027-01-04", "2027-01-04"],
    ["New Year's Eve where Friday is off anyway", GULF, "2026-12-31", "2026-12-31", "2027-01-03"],
  ])("%s, with the holidays", (_, workdays, day, onOrAfter, after) => {
    const calendar = calendarOf(workdays, (each) => CHRISTMAS.has(each));
    expect(workdayOnOrAfter(day, calendar)).toBe(onOrAfter);
    expect(workdayAfter(day, calendar)).toBe(after);
  });

  it.each<[string, readonly Weekday[], Day, Day]>([
    ["the Friday before a week away", OFFICE, "2026-11-20", "2026-11-20"],
    ["the first day away", OFFICE, "2026-11-23", "2026-11-30"],
    ["the last day away", OFFICE, "2026-11-27", "2026-11-30"],
    ["away in the only two days of the week", PART_TIME, "2026-11-23", "2026-12-01"],
    ["back on a Saturday of six days", SIX_DAYS, "2026-11-25", "2026-11-28"],
  ])("%s", (_, workdays, day, expected) => {
    const calendar = calendarOf(workdays, (each) => each >= AWAY.from && each <= AWAY.to);
    expect(workdayOnOrAfter(day, calendar)).toBe(expected);
  });

  it("may be most of a year away", () => {
    const calendar = calendarOf(OFFICE, (day) => day < "2027-11-17");
    expect(workdayOnOrAfter("2026-11-18", calendar)).toBe("2027-11-17");
  });
});

describe("a calendar without a workday", () => {
  it.each<[string, WorkCalendar]>([
    ["no weekday is worked", calendarOf([])],
    ["every day is a holiday", calendarOf(OFFICE, () => true)],
    ["the only weekday is always off", calendarOf([3], (day) => weekdayOf(day) === 3)],
    ["away for two years", calendarOf(OFFICE, (day) => day < "2028-11-18")],
  ])("is refused in words: %s", (_, calendar) => {
    const ask = () => workdayOnOrAfter("2026-11-18", calendar);
    expect(ask).toThrow(Problem);
    expect(ask).toThrow("no day in the year from 2026-11-18 on is a workday");
    expect(() => workdayAfter("2026-11-17", calendar)).toThrow(Problem);
  });
});

describe("for any calendar", () => {
  const days = fc.integer({ min: -3000, max: 3000 }).map((count) => addDays("2026-11-18", count));
  const weekdays = fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 });
  // At most every third week wholly off, so that a workday is always near.
  const calendars = fc
    .record({ workdays: weekdays, off: fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 20 }) })
    .map(({ workdays, off }) =>
      calendarOf(workdays, (day) => off.includes(daysBetween("2010-01-01", day) % 97)),
    );

  it("finds a workday, not before the day, and nothing between is one", () => {
    fc.assert(
      fc.property(days, calendars, (day, calendar) => {
        const found = workdayOnOrAfter(day, calendar);
        expect(isWorkday(found, calendar)).toBe(true);
        expect(found >= day).toBe(true);
        for (let each = day; each < found; each = addDays(each, 1))
          expect(isWorkday(each, calendar)).toBe(false);
      }),
    );
  });

  it("asking again stays where it is, and after goes on", () => {
    fc.assert(
      fc.property(days, calendars, (day, calendar) => {
        const found = workdayOnOrAfter(day, calendar);
        expect(workdayOnOrAfter(found, calendar)).toBe(found);
        expect(workdayAfter(day, calendar) > day).toBe(true);
        expect(workdayAfter(day, calendar) >= found).toBe(true);
        expect(workdayAfter(day, calendar) === found).toBe(!isWorkday(day, calendar));
      }),
    );
  });

  it("a later day never has an earlier workday", () => {
    fc.assert(
      fc.property(days, fc.nat(60), calendars, (day, later, calendar) => {
        expect(workdayOnOrAfter(addDays(day, later), calendar) >= workdayOnOrAfter(day, calendar)).toBe(true);
      }),
    );
  });
});

describe("workdays that changed", () => {
  const once = { untilDay: "2026-11-04", workdays: PART_TIME };
  const twice = { untilDay: "2026-11-18", workdays: OFFICE };
  const calendar = { ...calendarOf([6]), before: [once, twice] };

  it.each([
    ["2026-11-03", PART_TIME.includes(2)],
    ["2026-11-04", true],
    ["2026-11-17", true],
    ["2026-11-18", false],
    ["2026-11-21", true],
  ] as const)("hold until the day of the change: %s", (day, expected) => {
    expect(isWorkday(day, calendar)).toBe(expected);
  });
});

function calendarOf(workdays: readonly Weekday[], off: (day: Day) => boolean = () => false): WorkCalendar {
  return { timeZone: "Europe/Berlin", workdays, off };
}

describe("the workdays in a stretch", () => {
  it("are those on which somebody is there, both ends included", () => {
    const office = { timeZone: "Europe/Berlin", workdays: OFFICE, off: (day: Day) => CHRISTMAS.has(day) };
    expect(workdaysIn("2026-12-21", "2027-01-03", office)).toBe(8);
    expect(workdaysIn("2026-12-24", "2026-12-24", office)).toBe(1);
    expect(workdaysIn("2026-12-24", "2026-12-23", office)).toBe(0);
    expect(workdaysIn("2026-12-21", "2026-12-27", { ...office, workdays: PART_TIME })).toBe(2);
  });
});
