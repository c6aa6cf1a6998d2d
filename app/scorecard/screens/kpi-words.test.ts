import { describe, expect, it } from "vitest";
import { MEASURES } from "#team/measure.ts";
import { MEASURE_FIELDS } from "../scorecard.ts";
import { goalText, headline, KPI_LINES } from "./kpi-words.ts";

describe("the scorecard in words", () => {
  it("has a line for every KPI and for what is given, in their order", () => {
    expect(KPI_LINES.map(({ kpi, field }) => [kpi, field])).toEqual(
      MEASURES.map((kpi) => [kpi, MEASURE_FIELDS[kpi]]),
    );
  });
  it.each([
    [0, 5, "Nobody asked yet this week"],
    [1, null, "One person asked this week"],
    [4, 5, "Four of five people asked this week"],
    [5, 5, "Five people asked this week: the goal is reached"],
    [2, 1.2, "Two people asked this week"],
  ])("%s asked with a goal of %s: %s", (count, goal, said) =>
    expect(headline({ count, goal }, "week")).toBe(said),
  );
  it("writes goals short", () => {
    expect([null, 0, 5, 1.2, 1234].map(goalText)).toEqual(["–", "0", "5", "1.2", "1,234"]);
  });
});
