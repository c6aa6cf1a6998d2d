import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Problem } from "#lib/kernel/problem.ts";
import {
  checkVersion,
  cleanCommitment,
  cleanMeasure,
  isReached,
  joinNotes,
  reviewState,
  roundStage,
  type Better,
  type RoundStage,
} from "./account-review.ts";

const TODAY = "2026-11-18";

describe("an account in its round of reviews", () => {
  it.each<[string, boolean, RoundStage]>([
    ["2026-11-03", false, "late"],
    ["2026-11-04", false, "due"],
    ["2026-11-18", false, "due"],
    ["2026-11-19", false, "soon"],
    ["2026-12-09", false, "soon"],
    ["2026-12-10", false, "later"],
    ["2026-11-03", true, "planned"],
    ["2027-03-01", true, "planned"],
  ])("due on %s, planned %s: %s", (due, isPlanned, stage) =>
    expect(roundStage(due, isPlanned, TODAY)).toBe(stage),
  );
  it.each([
    ["2026-11-19", null, "planned"],
    ["2026-11-18", null, "unsaid"],
    ["2026-11-10", "2026-11-10", "held"],
  ])("of %s, held %s, is %s", (day, heldOn, state) =>
    expect(reviewState({ day, heldOn }, TODAY)).toBe(state),
  );
});

describe("what is noted by two at once", () => {
  it("is refused with what stands there, and never lost", () => {
    const now = { version: 3, words: "Anna wants the spring date.", byName: "Jonas Falk" };
    expect(() => checkVersion(now, 3)).not.toThrow();
    const refused = (() => {
      try {
        checkVersion(now, 2);
        return null;
      } catch (error) {
        return error as Problem;
      }
    })();
    expect(refused?.kind).toBe("conflict");
    expect(refused?.facts).toEqual(now);
  });
  it("holds both after they were put together", () => {
    const property = fc.property(fc.string(), fc.string(), (theirs, mine) => {
      const both = joinNotes(theirs, mine);
      expect(both).toContain(theirs);
      expect(both).toContain(mine);
      expect(joinNotes(both, mine)).toBe(both);
    });
    fc.assert(property);
  });
});

describe("a measure", () => {
  it.each<[number | null, Better, number | null, boolean | null]>([
    [95, "more", 95, true],
    [95, "more", 94.9, false],
    [2, "less", 2, true],
    [2, "less", 3, false],
    [null, "more", 3, null],
    [95, "more", null, null],
  ])("of %s or %s, at %s: reached %s", (target, better, last, reached) =>
    expect(isReached(target, better, last)).toBe(reached),
  );
  it("has a name", () => {
    const said = { name: " ", unit: "%", target: 95, better: "more" as const };
    expect(() => cleanMeasure(said)).toThrow("in their words");
    expect(cleanMeasure({ ...said, name: " On time " }).name).toBe("On time");
    expect(() => cleanMeasure({ ...said, name: "On time", target: Number.NaN })).toThrow("a number");
  });
});

it("promises nothing for a day gone by", () => {
  expect(() => cleanCommitment({ words: "Send it", dueOn: "2026-11-17" }, TODAY)).toThrow("after the review");
  expect(() => cleanCommitment({ words: "", dueOn: "2026-11-19" }, TODAY)).toThrow("to be done");
  expect(cleanCommitment({ words: " Send it ", dueOn: TODAY }, TODAY).words).toBe("Send it");
});
