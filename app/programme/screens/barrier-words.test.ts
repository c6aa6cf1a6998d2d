import { describe, expect, it } from "vitest";
import { BARRIER_MEASURES, type BarrierMeasure } from "../barrier.ts";
import type { BarriersView, MeasureView } from "../barrier-view.ts";
import { MEASURE_WORDS, standsText, stepOf, trendValue } from "./barrier-words.ts";

type BarrierView = BarriersView["barriers"][number];
const barrier = (first: BarrierMeasure, found: MeasureView["found"]): BarrierView => ({
  barrier: "fear",
  verdict: "stands",
  first,
  measures: [{ measure: first, found } as MeasureView],
});
const LEADER = { hasReps: true, leads: true };
const MANAGER = { hasReps: true, leads: false };

describe("a barrier that stands", () => {
  it.each<[BarrierMeasure, number | null, number | null, string]>([
    ["areas-aligned", 2, 6, "Two of six areas follow it."],
    ["areas-aligned", 1, 6, "One of six areas follows it."],
    ["outreach-by-asking", 100, 433, "333 of 433 people were approached cold."],
    ["statement-age", null, null, "Nobody has said what comes first."],
    ["statement-age", 104, null, "What comes first was said 104 days ago."],
    ["coached", 20, 120, "A 1:1 was held in 20 of 120 weeks."],
  ])("says what its gravest measure found: %s %s of %s", (measure, count, of, says) => {
    expect(standsText(measure, { count, of })).toBe(says);
  });
});

describe("the next step", () => {
  it("says what was never said, and says it anew where it was", () => {
    expect(stepOf(barrier("statement-age", { count: null, of: null }), LEADER).says).toBe(
      "Say what comes first, in your own words.",
    );
    expect(stepOf(barrier("statement-age", { count: 100, of: null }), LEADER).says).toContain("anew");
  });

  it("asks of a manager nothing that a leader decides", () => {
    expect(stepOf(barrier("areas-aligned", { count: 2, of: 6 }), MANAGER).says).not.toContain("Hand out");
    expect(stepOf(barrier("statement-age", { count: null, of: null }), MANAGER).says).toContain(
      "Ask a leader",
    );
  });

  it("goes through no plans where there are none, and invites where nobody is", () => {
    const none = barrier("planned-not-asked", { count: 0, of: 0 });
    expect(stepOf(none, LEADER).to).toBe("/asks/week");
    expect(stepOf(none, { hasReps: false, leads: true }).to).toBe("/team");
    const some = barrier("planned-not-asked", { count: 3, of: 9 });
    expect(stepOf(some, LEADER)).toEqual(MEASURE_WORDS["planned-not-asked"].step);
  });

  it("is there for each measure", () => {
    for (const measure of BARRIER_MEASURES)
      for (const role of [LEADER, MANAGER]) {
        const { says, does, to } = stepOf(barrier(measure, { count: 1, of: 2 }), role);
        expect([says, does, to].every((part) => part.length > 0)).toBe(true);
      }
  });
});

describe("a small history", () => {
  it.each<[MeasureView["kind"], number | null, number | null, number | null]>([
    ["share", 9, 63, 14],
    ["share", 0, 12, 0],
    ["share", 0, 0, null],
    ["days", null, null, null],
    ["days", 12, null, 12],
    ["census", 3, 6, 50],
  ])("%s %s of %s is drawn as %s", (kind, count, of, value) => {
    expect(trendValue(kind, { count, of })).toBe(value);
  });
});
