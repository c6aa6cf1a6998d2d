import { describe, expect, it } from "vitest";
import type { Calendar } from "#lib/kernel/fiscal.ts";
import { KPIS } from "#team/measure.ts";
import { countsFrom, KPI_FIELDS, MEASURE_FIELDS, periodsAsked } from "./scorecard.ts";

const MONTHS: Calendar = { firstDay: 1, pattern: "months", startMonth: 1 };
const TODAY = "2026-11-18";

describe("the five KPIs of some sums", () => {
  it("are added over currencies, money of each currency apart, the largest first", () => {
    const counts = countsFrom(
      [
        sum("people-asked", 4),
        sum("deals-closed", 1),
        sum("deals-closed", 2, 500, "JPY"),
        sum("deals-closed", 1, 900, "EUR"),
        sum("deals-won", 9, 100, "EUR"),
        sum("referrals-given", 3),
      ],
      { "people-asked": 5, "meetings-held": null, "referrals-given": 2 },
    );
    expect(counts).toEqual({
      peopleAsked: { count: 4, goal: 5 },
      referralsReceived: { count: 0, goal: null },
      meetingsScheduled: { count: 0, goal: null },
      meetingsHeld: { count: 0, goal: null },
      dealsClosed: {
        count: 4,
        goal: null,
        money: [
          { minor: 900, currency: "EUR" },
          { minor: 500, currency: "JPY" },
        ],
      },
      touches: { count: 0, goal: null },
      referralsGiven: { count: 3, goal: 2 },
    });
  });

  it("has a name in the answer for every KPI", () => {
    expect(Object.keys(KPI_FIELDS)).toEqual([...KPIS]);
    expect(Object.keys(countsFrom([], {}))).toEqual(Object.values(MEASURE_FIELDS));
  });
});

describe("the periods asked for", () => {
  it("are the last thirteen up to today, or up to the day given", () => {
    expect(starts("week", {}, TODAY, MONTHS)).toHaveLength(13);
    expect(starts("week", {}, TODAY, MONTHS).at(-1)).toBe("2026-11-16");
    expect(starts("month", { to: "2026-03-01" }, TODAY, MONTHS)).toHaveLength(13);
    expect(starts("month", { to: "2026-03-01" }, TODAY, MONTHS).at(-1)).toBe("2026-02-02");
  });

  it("are whole ones that share a day with the stretch", () => {
    expect(starts("week", { from: "2026-11-15", to: "2026-11-16" }, TODAY, MONTHS)).toEqual([
      "2026-11-09",
      "2026-11-16",
    ]);
    expect(starts("quarter", { from: "2026-10-01" }, TODAY, MONTHS)).toEqual(["2026-09-28"]);
    expect(starts("week", { from: "2026-12-01" }, TODAY, MONTHS)).toEqual(["2026-11-30"]);
  });

  it.each([
    [{ from: "2026-11-16", to: "2026-11-15" }, "to"],
    [{ from: "0001-01-01", to: "9999-12-31" }, "from"],
    [{ from: "2015-01-01", to: "2026-11-15" }, "from"],
  ])("refuses %j", (stretch, field) => {
    expect(() => periodsAsked("week", stretch, TODAY, MONTHS)).toThrow(expect.objectContaining({ field }));
  });

  it("may be ten years of weeks", () => {
    expect(starts("week", { from: "2016-11-21", to: TODAY }, TODAY, MONTHS)).toHaveLength(522);
  });
});

function sum(measure: string, count: number, minor = 0, currency = "") {
  return { measure, count, minor, currency };
}

function starts(...asked: Parameters<typeof periodsAsked>): string[] {
  return periodsAsked(...asked).map((period) => period.start);
}
