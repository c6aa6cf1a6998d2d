import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it, test } from "vitest";
import {
  addDays,
  dayIn,
  dayOfEpoch,
  daysBetween,
  epochOf,
  instantOf,
  timeOfDayIn,
  isDay,
  isDayInReach,
  isTimeZone,
  weekdayOf,
} from "./days.ts";
import { Problem } from "./problem.ts";

const anyDay = fc.integer({ min: epochOf("0001-01-01"), max: epochOf("9999-12-31") }).map(dayOfEpoch);
const DAY_MS = 86_400_000;

describe("isDayInReach", () => {
  test.each([
    ["1900-01-01", true],
    ["2199-12-31", true],
    ["1899-12-31", false],
    ["2200-01-01", false],
    ["0202-04-15", false],
    ["2026-02-30", false],
    ["", false],
  ])("%j is %s", (text, expected) => {
    expect(isDayInReach(text)).toBe(expected);
  });
});

describe("isDay", () => {
  test.each([
    ["2026-11-22", true],
    ["2024-02-29", true],
    ["2000-02-29", true],
    ["0001-01-01", true],
    ["9999-12-31", true],
    ["2023-02-29", false],
    ["1900-02-29", false],
    ["2026-04-31", false],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-01-00", false],
    ["0000-01-01", false],
    ["2026-1-2", false],
    ["2026-11-22T00:00", false],
    ["2026-11-22\n", false],
    ["+02026-11-22", false],
    ["", false],
    [null, false],
    [20_261_122, false],
  ])("%j is %s", (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });

  it("knows every month's last day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const last = Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
        const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-`;
        expect(isDay(text + last)).toBe(true);
        expect(isDay(text + (last + 1))).toBe(false);
      }),
    );
  });
});

describe("day arithmetic", () => {
  test.each([
    ["2026-11-22", 1, "2026-11-23"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2023-02-28", 1, "2023-03-01"],
    ["2026-01-01", -1, "2025-12-31"],
    ["1970-01-01", -1, "1969-12-31"],
    ["2026-11-22", 0, "2026-11-22"],
    ["2000-01-01", 36_525, "2100-01-01"],
  ])("%s and %i days is %s", (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
    expect(daysBetween(day, expected)).toBe(count);
  });

  it("agrees with Temporal on every day of the years 1 to 9999", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, count) => {
        const there = Temporal.PlainDate.from(day);
        expect(weekdayOf(day)).toBe(there.dayOfWeek);
        const sum = there.add({ days: count });
        fc.pre(sum.year >= 1 && sum.year <= 9999);
        expect(addDays(day, count)).toBe(sum.toString());
        expect(daysBetween(day, sum.toString())).toBe(count);
      }),
      { numRuns: 1000 },
    );
  });

  it("sorts as text in the order of time", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(a < b).toBe(daysBetween(a, b) > 0);
      }),
    );
  });

  it("tells a person when a day is too far away, and faults on what is no day", () => {
    expect(() => addDays("9999-12-31", 1)).toThrow(Problem);
    expect(() => addDays("0001-01-01", -1)).toThrow(Problem);
    expect(() => addDays("tomorrow", 1)).toThrow(RangeError);
    expect(() => addDays("2026-11-22", 0.5)).toThrow(RangeError);
    expect(() => weekdayOf("2026-02-30")).toThrow(RangeError);
  });
});

describe("time zones", () => {
  test.each([
    ["Europe/Berlin", true],
    ["America/Argentina/Buenos_Aires", true],
    ["UTC", true],
    ["Etc/GMT+5", true],
    ["Asia/Kolkata", true],
    ["Europe/Atlantis", false],
    ["+05:30", false],
    ["", false],
    ["Europe/Berlin'; drop table facts", false],
    [undefined, false],
  ])("%j is a zone: %s", (text, expected) => {
    expect(isTimeZone(text)).toBe(expected);
  });

  test.each([
    ["2026-11-22T10:59:59Z", "Pacific/Auckland", "2026-11-22"],
    ["2026-11-22T11:00:00Z", "Pacific/Auckland", "2026-11-23"],
    ["2026-11-22T04:59:59.999Z", "America/New_York", "2026-11-21"],
    ["2026-11-22T05:00:00Z", "America/New_York", "2026-11-22"],
    ["2026-01-01T00:00:00Z", "UTC", "2026-01-01"],
    ["1969-12-31T23:59:59.500Z", "UTC", "1969-12-31"],
    ["2011-12-30T09:59:59Z", "Pacific/Apia", "2011-12-29"],
    ["2011-12-30T10:00:00Z", "Pacific/Apia", "2011-12-31"],
  ])("at %s in %s it is %s", (instant, zone, expected) => {
    expect(dayIn(new Date(instant), zone)).toBe(expected);
  });

  const zones = fc.constantFrom(
    "UTC",
    "Europe/Dublin",
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Pacific/Apia",
    "Asia/Kathmandu",
    "Antarctica/Troll",
    "America/Nuuk",
    "Asia/Gaza",
  );
  const somedays = fc.integer({ min: epochOf("1972-01-01"), max: epochOf("2037-12-31") }).map(dayOfEpoch);
  const minutes = fc.integer({ min: 0, max: 1439 });

  it("agrees with Temporal on the instant of any local time", () => {
    fc.assert(
      fc.property(somedays, minutes, zones, (day, minute, timeZone) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
        const there = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone);
        expect(instantOf(day, time, timeZone).getTime()).toBe(there.epochMilliseconds);
      }),
      { numRuns: 1500 },
    );
  });

  it("agrees with Temporal on the day of any instant", () => {
    const ms = fc.integer({ min: epochOf("1900-01-01") * DAY_MS, max: epochOf("2100-01-01") * DAY_MS });
    fc.assert(
      fc.property(ms, zones, (at, timeZone) => {
        const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
        expect(dayIn(new Date(at), timeZone)).toBe(there.toPlainDate().toString());
      }),
      { numRuns: 1500 },
    );
  });

  it("moves a time in Samoa's skipped day on by that day", () => {
    expect(instantOf("2011-12-30", "12:00", "Pacific/Apia").toISOString()).toBe("2011-12-30T22:00:00.000Z");
  });

  it("refuses what is not a time, a zone or a date, in words", () => {
    expect(() => instantOf("2026-11-22", "24:00", "UTC")).toThrow(/HH:MM/);
    expect(() => instantOf("2026-11-22", "9:00", "UTC")).toThrow(Problem);
    expect(() => instantOf("2026-11-22", "09:00", "Mars/Olympus")).toThrow(/time zone/);
    expect(() => dayIn(new Date(Number.NaN), "UTC")).toThrow(RangeError);
    expect(() => dayIn(new Date("-000100-01-01"), "UTC")).toThrow(Problem);
  });
});

describe("timeOfDayIn", () => {
  it.each([
    ["2026-11-18T17:00:00Z", "Europe/Berlin", "18:00"],
    ["2026-07-18T22:05:59Z", "Europe/Berlin", "00:05"],
    ["2026-11-18T17:00:00Z", "Asia/Kolkata", "22:30"],
  ])("%s in %s is %s", (instant, zone, time) => {
    expect(timeOfDayIn(new Date(instant), zone)).toBe(time);
  });
});
