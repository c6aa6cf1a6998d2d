import { describe, expect, it } from "vitest";
import { periodOf, type Calendar } from "#lib/kernel/fiscal.ts";
import { periodText, shortPeriod } from "./period-words.ts";

const JANUARY: Calendar = { firstDay: 1, pattern: "months", startMonth: 1 };
const APRIL: Calendar = { firstDay: 1, pattern: "4-4-5", startMonth: 4 };
const TODAY = "2026-11-18";

describe("a period in words", () => {
  it.each([
    ["2026-11-18", "week", JANUARY, "week of 16 November", "16 Nov"],
    ["2025-11-18", "week", JANUARY, "week of 17 November 2025", "17 Nov"],
    ["2026-11-18", "month", JANUARY, "November", "Nov"],
    ["2025-11-18", "month", JANUARY, "November 2025", "Nov"],
    ["2026-11-18", "quarter", JANUARY, "quarter 4, 2026", "Q4 2026"],
    ["2026-11-18", "month", APRIL, "November", "Nov"],
    ["2027-02-10", "month", APRIL, "February 2027", "Feb"],
    ["2027-02-10", "quarter", APRIL, "quarter 4, 2026/27", "Q4 2026/27"],
    ["2099-05-10", "quarter", APRIL, "quarter 1, 2099/00", "Q1 2099/00"],
  ] as const)("%s by %s: %s", (day, kind, calendar, long, short) => {
    const period = periodOf(day, kind, calendar);
    expect([periodText(period, calendar, TODAY), shortPeriod(period, calendar)]).toEqual([long, short]);
  });
});
