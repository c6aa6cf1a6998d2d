import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timeOfDayIn } from "#lib/kernel/days.ts";
import type { WorkCalendar } from "#lib/kernel/workdays.ts";
import { batchOf, checkHours, DEFAULT_HOURS, mayLeaveFrom } from "./quiet.ts";

const berlin: WorkCalendar = {
  timeZone: "Europe/Berlin",
  workdays: [1, 2, 3, 4, 5],
  off: (day) => day === "2026-12-24" || day === "2026-12-25",
};
const from = (at: string, hours = DEFAULT_HOURS, calendar = berlin) =>
  mayLeaveFrom(new Date(at), hours, calendar)?.toISOString() ?? null;

describe("from when on letters may leave", () => {
  it.each([
    ["in the middle of a workday, at once", "2026-11-18T10:00:00Z", "2026-11-18T10:00:00.000Z"],
    ["before eight, from eight on", "2026-11-18T05:00:00Z", "2026-11-18T07:00:00.000Z"],
    ["in the first minute", "2026-11-18T07:00:00Z", "2026-11-18T07:00:00.000Z"],
    ["after six, the next morning", "2026-11-18T17:00:00Z", "2026-11-19T07:00:00.000Z"],
    ["on Friday evening, on Monday", "2026-11-20T17:00:00Z", "2026-11-23T07:00:00.000Z"],
    ["on Sunday, on Monday", "2026-11-22T12:00:00Z", "2026-11-23T07:00:00.000Z"],
    ["before Christmas, after the weekend behind it", "2026-12-23T18:00:00Z", "2026-12-28T07:00:00.000Z"],
    // Clocks go forward on Sunday 28 March 2027 and back on Sunday 25 October 2026.
    ["over the change to summer time", "2027-03-26T18:00:00Z", "2027-03-29T06:00:00.000Z"],
    ["over the change to winter time", "2026-10-23T17:00:00Z", "2026-10-26T07:00:00.000Z"],
  ])("%s", (_, at, expected) => {
    expect(from(at)).toBe(expected);
  });

  it("is an hour that is skipped moved on, and one that comes twice taken once", () => {
    const always = { ...DEFAULT_HOURS, daysOff: true, fromTime: "02:30", untilTime: "04:00" };
    expect(from("2027-03-28T00:00:00Z", always)).toBe("2027-03-28T01:30:00.000Z");
    expect(from("2026-10-24T23:00:00Z", always)).toBe("2026-10-25T00:30:00.000Z");
  });

  it("is never outside them, never before, and the same once it is there", () => {
    const zone = fc.constantFrom("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe");
    const at = fc.date({
      min: new Date("2026-01-01T00:00:00Z"),
      max: new Date("2028-12-31T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(at, zone, (now, timeZone) => {
        const leaves = mayLeaveFrom(now, DEFAULT_HOURS, { ...berlin, timeZone }) as Date;
        expect(leaves.getTime()).toBeGreaterThanOrEqual(now.getTime());
        const time = timeOfDayIn(leaves, timeZone);
        expect(time >= "08:00" && time < "18:00").toBe(true);
        expect(mayLeaveFrom(leaves, DEFAULT_HOURS, { ...berlin, timeZone })).toEqual(leaves);
      }),
    );
  });

  it("is never where no day is a workday", () => {
    expect(from("2026-11-18T10:00:00Z", DEFAULT_HOURS, { ...berlin, off: () => true })).toBeNull();
  });
});

it("keeps the rate in batches that hold nobody up", () => {
  for (const perMinute of [1, 5, 12, 120, 600, 6_000]) {
    const { size, everyMs } = batchOf(perMinute);
    expect(size).toBeLessThanOrEqual(100);
    expect((size / everyMs) * 60_000).toBeCloseTo(perMinute, 6);
  }
});

it.each([
  [{ fromTime: "8:00" }, "fromTime"],
  [{ untilTime: "24:00" }, "untilTime"],
  [{ fromTime: "18:00" }, "untilTime"],
  [{ perMinute: 0 }, "perMinute"],
  [{ perMinute: 1.5 }, "perMinute"],
])("refuses %o", (wrong, field) => {
  expect(() => checkHours({ ...DEFAULT_HOURS, ...wrong })).toThrow(expect.objectContaining({ field }));
});
