import { describe, expect, it } from "vitest";
import type { Calendar } from "#lib/kernel/fiscal.ts";
import { stretchAsked, stretchBefore, stretchNamed, wholeWeeks } from "./stretch.ts";

const calendar: Calendar = { firstDay: 1, pattern: "months", startMonth: 1 };
const TODAY = "2026-11-18";

describe("the weeks that results are asked for", () => {
  it.each([
    ["month", { from: "2026-11-02", to: "2026-11-29" }],
    ["quarter", { from: "2026-09-28", to: "2027-01-03" }],
    ["year", { from: "2025-12-29", to: "2026-11-22" }],
    ["twelve-months", { from: "2025-12-01", to: "2026-11-22" }],
    ["all", { from: "1999-12-27", to: "2026-11-22" }],
  ] as const)("are for %s %j", (name, stretch) => {
    expect(stretchNamed(name, TODAY, calendar)).toEqual(stretch);
  });

  it("are taken whole, and are the twelve months until now unless said otherwise", () => {
    expect(stretchAsked({ from: "2026-11-18", to: "2026-11-18" }, TODAY, calendar)).toEqual({
      from: "2026-11-16",
      to: "2026-11-22",
    });
    expect(wholeWeeks({ from: "2026-11-18", to: "2026-11-23" }, calendar)).toEqual({
      from: "2026-11-16",
      to: "2026-11-29",
    });
    expect(stretchAsked({}, TODAY, calendar)).toEqual(stretchNamed("twelve-months", TODAY, calendar));
    expect(() => stretchAsked({ from: "2026-11-18", to: "2026-11-01" }, TODAY, calendar)).toThrow(
      /end before they begin/,
    );
  });

  it("have as many before them, with no day between", () => {
    expect(stretchBefore({ from: "2026-11-16", to: "2026-11-22" })).toEqual({
      from: "2026-11-09",
      to: "2026-11-15",
    });
  });
});
