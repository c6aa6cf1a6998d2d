import { describe, expect, it } from "vitest";
import type { WorkCalendar } from "#lib/kernel/workdays.ts";
import { answerBy } from "./answer-by.ts";

const BERLIN = office("Europe/Berlin");

describe("until when an introduction is to be answered", () => {
  // 18 November 2026 is a Wednesday; Berlin is one hour ahead of UTC in winter, two in summer.
  it.each([
    ["Wednesday morning", "2026-11-18", "2026-11-18T08:00:00Z", "2026-11-18T17:00:00.000Z"],
    ["Wednesday at 16:00 sharp", "2026-11-18", "2026-11-18T15:00:00Z", "2026-11-18T17:00:00.000Z"],
    ["Wednesday a moment after 16:00", "2026-11-18", "2026-11-18T15:00:00.001Z", "2026-11-19T17:00:00.000Z"],
    ["Wednesday night", "2026-11-18", "2026-11-18T22:59:00Z", "2026-11-19T17:00:00.000Z"],
    ["Friday afternoon, 17:00", "2026-11-20", "2026-11-20T16:00:00Z", "2026-11-23T17:00:00.000Z"],
    ["Friday noon", "2026-11-20", "2026-11-20T11:00:00Z", "2026-11-20T17:00:00.000Z"],
    ["Saturday morning", "2026-11-21", "2026-11-21T08:00:00Z", "2026-11-23T17:00:00.000Z"],
    ["Sunday night", "2026-11-22", "2026-11-22T22:30:00Z", "2026-11-23T17:00:00.000Z"],
    ["logged on a later day", "2026-11-18", null, "2026-11-18T17:00:00.000Z"],
    ["logged later, of a Saturday", "2026-11-21", null, "2026-11-23T17:00:00.000Z"],
    [
      "the night before in UTC, this day here",
      "2026-11-18",
      "2026-11-17T23:30:00Z",
      "2026-11-18T17:00:00.000Z",
    ],
    [
      "a name that became one days after it arrived",
      "2026-11-20",
      "2026-11-18T17:30:00Z",
      "2026-11-20T17:00:00.000Z",
    ],
    ["the Friday before summer time", "2026-03-27", "2026-03-27T16:00:00Z", "2026-03-30T16:00:00.000Z"],
  ])("%s", (_, countsFrom, at, by) => {
    const arrivedAt = at === null ? null : new Date(at);
    expect(answerBy({ countsFrom, arrivedAt }, BERLIN)?.toISOString()).toBe(by);
  });

  it("is never for a name only", () => {
    expect(answerBy({ countsFrom: null, arrivedAt: new Date("2026-11-18T08:00:00Z") }, BERLIN)).toBeNull();
  });

  it("goes by the clocks of the workspace", () => {
    const arrival = { countsFrom: "2026-11-18", arrivedAt: new Date("2026-11-18T20:00:00Z") };
    expect(answerBy(arrival, office("America/New_York"))?.toISOString()).toBe("2026-11-18T23:00:00.000Z");
    expect(answerBy(arrival, BERLIN)?.toISOString()).toBe("2026-11-19T17:00:00.000Z");
  });

  it("takes any days off", () => {
    const midweek = { ...BERLIN, off: (day: string) => ["2026-11-18", "2026-11-19"].includes(day) };
    const arrival = { countsFrom: "2026-11-18", arrivedAt: new Date("2026-11-18T08:00:00Z") };
    expect(answerBy(arrival, midweek)?.toISOString()).toBe("2026-11-20T17:00:00.000Z");
    expect(answerBy({ countsFrom: "2026-11-21", arrivedAt: null }, midweek)?.toISOString()).toBe(
      "2026-11-23T17:00:00.000Z",
    );
  });

  it.each<[string, WorkCalendar["workdays"], string, string, string]>([
    ["Thursday late, Sunday to Thursday", [7, 1, 2, 3, 4], "2026-11-19", "T15:30:00Z", "2026-11-22"],
    ["Friday, Sunday to Thursday", [7, 1, 2, 3, 4], "2026-11-20", "T08:00:00Z", "2026-11-22"],
    ["Saturday, six days", [1, 2, 3, 4, 5, 6], "2026-11-21", "T08:00:00Z", "2026-11-21"],
    ["Saturday late, six days", [1, 2, 3, 4, 5, 6], "2026-11-21", "T15:30:00Z", "2026-11-23"],
    ["Wednesday, of Mondays and Tuesdays", [1, 2], "2026-11-18", "T08:00:00Z", "2026-11-23"],
  ])("knows working weeks: %s", (_, workdays, countsFrom, at, day) => {
    const arrival = { countsFrom, arrivedAt: new Date(countsFrom + at) };
    expect(answerBy(arrival, { ...BERLIN, workdays })?.toISOString()).toBe(`${day}T17:00:00.000Z`);
  });

  it("goes by other times of day where they are given", () => {
    const arrival = { countsFrom: "2026-11-18", arrivedAt: new Date("2026-11-18T11:30:00Z") };
    const respond = { respondBy: "17:00", respondCutoff: "12:00" };
    expect(answerBy(arrival, BERLIN, respond)?.toISOString()).toBe("2026-11-19T16:00:00.000Z");
  });
});

function office(timeZone: string): WorkCalendar {
  return { timeZone, workdays: [1, 2, 3, 4, 5], off: () => false };
}
