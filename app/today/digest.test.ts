import { describe, expect, it } from "vitest";
import { instantOf } from "#lib/kernel/days.ts";
import type { WorkCalendar } from "#lib/kernel/workdays.ts";
import { cleanSetting, digestTimes, isDueAt, LATE_HOURS, mailStateOf, USUAL } from "./digest.ts";

const berlin: WorkCalendar = {
  timeZone: "Europe/Berlin",
  workdays: [1, 2, 3, 4, 5],
  off: (day) => day === "2026-11-18",
};

describe("the time of the day's mail", () => {
  it.each([
    ["a minute before", "2026-11-17", "2026-11-17T06:29:59Z", false],
    ["at half past seven", "2026-11-17", "2026-11-17T06:30:00Z", true],
    ["a little late", "2026-11-17", "2026-11-17T09:00:00Z", true],
    ["in the afternoon, when it is of no use", "2026-11-17", "2026-11-17T10:30:00Z", false],
    ["on a holiday or a day away", "2026-11-18", "2026-11-18T06:30:00Z", false],
    ["on a Saturday", "2026-11-21", "2026-11-21T06:30:00Z", false],
    // Summer time ended on 25 October, and begins on 28 March: the clock on the wall counts.
    ["the Friday before winter time", "2026-10-23", "2026-10-23T05:30:00Z", true],
    ["the Monday of winter time", "2026-10-26", "2026-10-26T05:30:00Z", false],
    ["the Monday of winter time, an hour later", "2026-10-26", "2026-10-26T06:30:00Z", true],
    ["the Monday of summer time", "2027-03-29", "2027-03-29T05:30:00Z", true],
  ])("%s", (_, today, now, due) => {
    expect(isDueAt(USUAL, { now: new Date(now), today, calendar: berlin })).toBe(due);
  });

  it("is the same on the wall in each time zone, also where the clock jumps over it", () => {
    for (const timeZone of ["Pacific/Auckland", "America/St_Johns", "Asia/Kolkata", "America/Sao_Paulo"]) {
      const calendar = { ...berlin, timeZone };
      const now = instantOf("2026-11-17", "07:30", timeZone);
      expect(isDueAt(USUAL, { now, today: "2026-11-17", calendar }), timeZone).toBe(true);
    }
    const jump: WorkCalendar = { timeZone: "Africa/Cairo", workdays: [5], off: () => false };
    // Cairo begins summer time at midnight of the last Friday of April: 00:00 to 01:00 are not there, 05:00 is.
    const at = instantOf("2026-04-24", "05:00", jump.timeZone);
    expect(isDueAt({ ...USUAL, atTime: "05:00" }, { now: at, today: "2026-04-24", calendar: jump })).toBe(
      true,
    );
  });

  it("never comes where it is not wanted", () => {
    const now = new Date("2026-11-17T06:30:00Z");
    expect(isDueAt({ ...USUAL, wanted: false }, { now, today: "2026-11-17", calendar: berlin })).toBe(false);
  });

  it("is a quarter of an hour between five and eight in the evening", () => {
    expect(digestTimes()).toHaveLength(61);
    for (const atTime of digestTimes()) expect(cleanSetting({ ...USUAL, atTime }).atTime).toBe(atTime);
    for (const atTime of ["04:45", "20:15", "7:30", "07:31", "07:30:00", "", "25:00"])
      expect(() => cleanSetting({ ...USUAL, atTime }), atTime).toThrow("quarter of an hour");
    expect(LATE_HOURS).toBeLessThan(12);
  });
});

describe("a mail on its way", () => {
  const none = { handedAt: null, acceptedAt: null, doubtedAt: null, failedAt: null };
  const at = new Date("2026-11-17T06:30:00Z");
  it.each([
    [{}, "waiting"],
    [{ handedAt: at }, "leaving"],
    [{ handedAt: at, acceptedAt: at }, "sent"],
    [{ handedAt: at, doubtedAt: at }, "doubted"],
    [{ failedAt: at }, "failed"],
  ])("%o is %s", (times, state) => {
    expect(mailStateOf({ ...none, ...times })).toBe(state);
  });
});
