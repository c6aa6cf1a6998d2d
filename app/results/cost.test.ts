import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodOf, type Calendar } from "#lib/kernel/fiscal.ts";
import { addDays } from "#lib/kernel/days.ts";
import { checkHoursOfOne, cleanSpent, eachOf, hoursIn, middleOf, monthSpent, wholeMonths } from "./cost.ts";

const CALENDAR: Calendar = { firstDay: 1, pattern: "months", startMonth: 1 };
const EUR = (minor: number) => ({ minor, currency: "EUR" });

describe("what was spent", () => {
  it.each([
    [
      { hours: 7.5, amount: null, note: "  " },
      { minutes: 450, amount: null, note: null },
    ],
    [
      { hours: null, amount: EUR(120_00), note: "the fair" },
      { minutes: null, amount: EUR(120_00), note: "the fair" },
    ],
    [
      { hours: 100_000, amount: EUR(1), note: null },
      { minutes: 6_000_000, amount: EUR(1), note: null },
    ],
  ])("is kept: %j", (said, kept) => expect(cleanSpent(said)).toEqual(kept));

  it.each([
    [{ hours: null, amount: null }, "hours", "write hours, an amount, or both"],
    [{ hours: 0, amount: null }, "hours", "to the quarter"],
    [{ hours: -2, amount: null }, "hours", "to the quarter"],
    [{ hours: 1.1, amount: null }, "hours", "to the quarter"],
    [{ hours: 100_000.25, amount: null }, "hours", "at most 100,000"],
    [{ hours: Number.NaN, amount: null }, "hours", "to the quarter"],
    [{ hours: null, amount: EUR(0) }, "amount", "more than nothing"],
    [{ hours: null, amount: EUR(-5) }, "amount", "more than nothing"],
    [{ hours: null, amount: EUR(1.5) }, "amount", "whole number"],
    [{ hours: null, amount: { minor: 5, currency: "EUX" } }, "amount", "not a currency code"],
  ])("is refused with what to do: %j", (said, field, words) => {
    expect(() => cleanSpent({ note: null, ...said })).toThrow(expect.objectContaining({ field }));
    expect(() => cleanSpent({ note: null, ...said })).toThrow(words);
  });

  it.each([
    ["7", 7],
    [" 7,25 ", 7.25],
    ["0.5", 0.5],
    ["7:30", 7.5],
    ["7:60", null],
    ["", null],
    ["many", null],
    ["-1", null],
  ])("is typed as people write hours: %j", (text, hours) => expect(hoursIn(text)).toBe(hours));
});

it("has for one person no more hours than the month", () => {
  expect(() => checkHoursOfOne({ minutes: 672 * 60 }, { weeks: 4 })).not.toThrow();
  expect(() => checkHoursOfOne({ minutes: null }, { weeks: 4 })).not.toThrow();
  expect(() => checkHoursOfOne({ minutes: 672 * 60 + 15 }, { weeks: 4 })).toThrow("at most 672 hours");
});

describe("a month", () => {
  it("is this one or one before, never one to come", () => {
    expect(monthSpent(undefined, "2026-11-18", CALENDAR)).toMatchObject({
      start: "2026-11-02",
      end: "2026-11-29",
    });
    expect(monthSpent("2026-11-29", "2026-11-18", CALENDAR).start).toBe("2026-11-02");
    expect(monthSpent("2026-11-01", "2026-11-18", CALENDAR).start).toBe("2026-09-28");
    expect(() => monthSpent("2026-11-30", "2026-11-18", CALENDAR)).toThrow("still to come");
    expect(() => monthSpent("1999-11-30", "2026-11-18", CALENDAR)).toThrow("not counted");
  });

  it("is found again by its middle, whatever day weeks begin on and whatever its pattern", () => {
    const calendars = fc.record({
      firstDay: fc.constantFrom(1, 6, 7) as fc.Arbitrary<1>,
      pattern: fc.constant("months" as const),
      startMonth: fc.constantFrom(1, 4, 10) as fc.Arbitrary<1>,
    });
    fc.assert(
      fc.property(calendars, calendars, fc.nat(4_000), (one, other, days) => {
        const month = periodOf(addDays("2020-01-01", days), "month", one);
        const again = periodOf(middleOf(month), "month", { ...other, startMonth: one.startMonth });
        expect([again.year, again.number]).toEqual([month.year, month.number]);
      }),
    );
  });

  it("is taken whole where it shares a week with what was asked for", () => {
    const asked = { from: "2026-09-07", to: "2026-11-22" };
    expect(wholeMonths(asked, CALENDAR)).toEqual({ from: "2026-08-31", to: "2026-11-29" });
  });
});

describe("the cost of a client", () => {
  it("shows nothing where nothing was kept, and is too early under 20", () => {
    expect(eachOf({ minutes: 0, money: [], won: 30 })).toEqual({ kind: "nothing-kept" });
    expect(eachOf({ minutes: 600, money: [], won: 19 })).toEqual({ kind: "too-early" });
    expect(eachOf({ minutes: 600, money: [], won: 0 })).toEqual({ kind: "too-early" });
  });

  it("is hours and money for each, currencies apart", () => {
    expect(
      eachOf({ minutes: 6_000, money: [EUR(50_000), { minor: 999, currency: "JPY" }], won: 20 }),
    ).toEqual({
      kind: "each",
      minutes: 300,
      money: [EUR(2_500), { minor: 50, currency: "JPY" }],
    });
  });
});
