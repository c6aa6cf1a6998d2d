import { describe, expect, it } from "vitest";
import { BARRIER_MEASURES, changeOf, cleanMark, gravest, MEASURE_RULES, verdictOf } from "./barrier.ts";

describe("whether a measure says that its barrier stands", () => {
  it.each([
    // At least 80 % by voice: the Wilson interval of 60 of 100 is 50 to 69 %, of 78 of 100 is 69 to 85 %, of 96 of 100 is 90 to 98 %.
    ["asked-by-voice", 60, 100, "stands"],
    ["asked-by-voice", 78, 100, "unsure"],
    ["asked-by-voice", 96, 100, "clear"],
    ["asked-by-voice", 19, 19, "too-early"],
    ["asked-by-voice", 0, 0, "nothing"],
    // At most 30 % not asked: of 60 of 100 50 to 69 %, of 15 of 100 9 to 23 %.
    ["planned-not-asked", 60, 100, "stands"],
    ["planned-not-asked", 33, 100, "unsure"],
    ["planned-not-asked", 15, 100, "clear"],
    // Everybody is counted: no interval, and no least number.
    ["goals-on-asking", 2, 3, "stands"],
    ["goals-on-asking", 4, 5, "clear"],
    ["areas-aligned", 3, 6, "stands"],
    ["areas-aligned", 4, 6, "clear"],
    ["statement-age", 90, null, "clear"],
    ["statement-age", 91, null, "stands"],
    ["statement-age", null, null, "stands"],
  ] as const)("%s, %s of %s: %s", (measure, count, of, verdict) => {
    expect(verdictOf(measure, { count, of }, MEASURE_RULES[measure].mark)).toBe(verdict);
  });

  it("goes by the mark that is set", () => {
    expect(verdictOf("asked-by-voice", { count: 60, of: 100 }, 40)).toBe("clear");
    expect(verdictOf("coached", { count: 30, of: 100 }, 50)).toBe("stands");
  });

  it("says of a barrier what its gravest measure says", () => {
    expect(gravest(["clear", "stands", "unsure"])).toBe("stands");
    expect(gravest(["clear", "too-early"])).toBe("too-early");
    expect(gravest(["nothing", "clear"])).toBe("nothing");
    expect(gravest(["clear"])).toBe("clear");
  });
});

describe("how a measure stands against its own past", () => {
  it.each([
    ["asked-by-voice", [90, 100], [60, 100], "better"],
    ["asked-by-voice", [60, 100], [90, 100], "worse"],
    ["asked-by-voice", [80, 100], [78, 100], "same"],
    ["asked-by-voice", [80, 100], [10, 19], "too-early"],
    ["planned-not-asked", [20, 100], [60, 100], "better"],
    ["areas-aligned", [4, 6], [1, 6], "better"],
    ["goals-on-asking", [2, 4], [3, 4], "worse"],
    ["goals-on-asking", [2, 4], [0, 0], "too-early"],
    ["statement-age", [10, null], [70, null], "better"],
    ["statement-age", [10, null], [null, null], "too-early"],
  ] as const)("%s, %s after %s: %s", (measure, [count, of], [before, ofBefore], change) => {
    expect(changeOf(measure, { count, of }, { count: before, of: ofBefore })).toBe(change);
  });
});

describe("a mark", () => {
  it("comes with the house, with a reason and where it is from", () => {
    for (const measure of BARRIER_MEASURES) {
      const { mark, why, source } = MEASURE_RULES[measure];
      expect(cleanMark(measure, { mark, why })).toEqual({ mark, why });
      expect(source.length).toBeGreaterThan(10);
    }
  });

  it.each([
    ["coached", 101, "Why", "mark"],
    ["coached", 12.5, "Why", "mark"],
    ["areas-aligned", 7, "Why", "mark"],
    ["statement-age", 1000, "Why", "mark"],
    ["coached", 50, "  ", "why"],
  ] as const)("of %s cannot be %s because “%s”", (measure, mark, why, field) => {
    expect(() => cleanMark(measure, { mark, why })).toThrow(expect.objectContaining({ field }));
  });
});
