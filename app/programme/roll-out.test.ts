import { describe, expect, it } from "vitest";
import { alignedAt } from "./alignment.ts";
import {
  BLOCK_NAMES,
  dayOfRollOut,
  everybody,
  ROLL_OUT,
  ROLL_OUT_LINES,
  soMany,
  spanOfBlock,
} from "./roll-out.ts";

describe("the ninety days", () => {
  it("are whole weeks without a gap, and end on the ninetieth day", () => {
    const spans = ROLL_OUT.map(({ weeks }) => spanOfBlock(weeks, "2026-09-01"));
    expect(spans).toEqual([
      { start: "2026-09-01", end: "2026-09-14" },
      { start: "2026-09-15", end: "2026-09-28" },
      { start: "2026-09-29", end: "2026-10-12" },
      { start: "2026-10-13", end: "2026-11-02" },
      { start: "2026-11-03", end: "2026-11-29" },
    ]);
    expect(dayOfRollOut("2026-09-01", "2026-11-29")).toBe(90);
    expect(dayOfRollOut("2026-09-01", "2026-08-31")).toBe(0);
    expect(new Set(ROLL_OUT_LINES).size).toBe(ROLL_OUT_LINES.length);
    expect(BLOCK_NAMES).toHaveLength(5);
  });
});

describe("a line for everybody", () => {
  const firsts = new Map([
    ["ada", "2026-09-03"],
    ["ben", "2026-09-09"],
    ["eve", "2026-09-01"],
  ]);

  it("became true with the last of them", () => {
    expect(everybody(["ada", "ben"], firsts)).toEqual({
      count: 2,
      of: 2,
      on: "2026-09-09",
      lastId: "ben",
      missingIds: [],
    });
  });

  it("waits for whoever is missing, and is true of nobody where nobody is expected", () => {
    expect(everybody(["ada", "cem"], firsts)).toMatchObject({
      count: 1,
      of: 2,
      on: null,
      missingIds: ["cem"],
    });
    expect(everybody([], firsts)).toMatchObject({ count: 0, of: 0, on: null });
  });
});

describe("a line of so many", () => {
  it("became true with the one that was still wanted", () => {
    expect(soMany(["2026-09-01", "2026-09-02", "2026-09-05"], 2)).toMatchObject({
      count: 2,
      on: "2026-09-02",
    });
    expect(soMany(["2026-09-01"], 2)).toMatchObject({ count: 1, of: 2, on: null });
  });
});

describe("an area on a day of the past", () => {
  const said = [
    { day: "2026-10-20", alignedOn: null },
    { day: "2026-10-10", alignedOn: "2026-10-05" },
    { day: "2026-09-01", alignedOn: null },
  ];
  it.each([
    ["2026-08-01", false],
    ["2026-09-15", false],
    ["2026-10-05", true],
    ["2026-10-19", true],
    ["2026-10-20", false],
  ])("on %s it followed the priority: %s", (on, is) => {
    expect(alignedAt(said, on)).toBe(is);
  });

  it("keeps nothing that was corrected on the same day", () => {
    const wrong = { day: "2026-11-18", alignedOn: "2001-01-01" };
    const corrected = [{ day: "2026-11-18", alignedOn: null }, wrong];
    expect(alignedAt([wrong], "2026-05-01")).toBe(true);
    expect(alignedAt(corrected, "2026-05-01")).toBe(false);
    expect(alignedAt([...corrected, ...said], "2026-10-12")).toBe(true);
  });
});
