import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays, dayOfEpoch, daysBetween, weekdayOf } from "./days.ts";
import { fourthDay, nextWeek, type Weekday, weekOf } from "./weeks.ts";

const anyDay = fc.integer({ min: -200_000, max: 200_000 }).map(dayOfEpoch);
const anyFirstDay = fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>;

describe("weekOf", () => {
  test.each([
    ["2026-11-22", 1, "2026-11-16"],
    ["2026-11-22", 7, "2026-11-22"],
    ["2026-11-22", 6, "2026-11-21"],
    ["2026-11-23", 1, "2026-11-23"],
    ["2026-01-01", 1, "2025-12-29"],
  ] as const)("%s with weeks from day %i is in the week of %s", (day, firstDay, expected) => {
    expect(weekOf(day, firstDay)).toBe(expected);
  });

  it("starts on the first day, at most six days before, and is the week of each of its days", () => {
    fc.assert(
      fc.property(anyDay, anyFirstDay, (day, firstDay) => {
        const week = weekOf(day, firstDay);
        expect(weekdayOf(week)).toBe(firstDay);
        expect(daysBetween(week, day)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(week, day)).toBeLessThan(7);
        expect(weekOf(addDays(week, 6), firstDay)).toBe(week);
        expect(weekOf(nextWeek(week), firstDay)).toBe(addDays(week, 7));
      }),
    );
  });
});

it("the fourth day of a Monday week is its Thursday", () => {
  expect(fourthDay("2026-11-16")).toBe("2026-11-19");
  expect(weekdayOf(fourthDay("2026-11-16"))).toBe(4);
});
