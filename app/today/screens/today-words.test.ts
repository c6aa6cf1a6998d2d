import { describe, expect, it } from "vitest";
import { answerLine, askAgainLine, chanceText, endingFor, headingFor } from "./today-words.ts";

describe("Today in words", () => {
  it.each([
    [0, 0, "Done for today"],
    [1, 0, "One conversation, then you are done"],
    [3, 2, "Three conversations, then you are done"],
    [0, 2, "Two answers, then you are done"],
  ])("for %i people and %i duties is headed %s", (people, owed, says) => {
    expect(headingFor(people, owed)).toBe(says);
  });

  it.each([
    [2, false, "After these, close the laptop."],
    [2, true, "After these, close the laptop. What else waits comes tomorrow."],
    [0, false, "Go and talk to somebody."],
    [0, true, "Go and talk to somebody. What else waits comes tomorrow."],
  ])("with %i left (more: %s) ends: %s", (left, more, says) => {
    expect(endingFor(left, more)).toBe(says);
  });

  it("gives a line to say, with the source's name in it or whom we look for", () => {
    expect(answerLine({ sourceName: "Anna Albers" })).toMatch(/^“Anna Albers thought/);
    expect(askAgainLine({ forWhom: "heads of operations" })).toContain("meet heads of operations.");
    expect(askAgainLine({ forWhom: null })).toBe("“You asked me to come back about now. Who comes to mind?”");
  });

  it("tells a chance with its n and interval, and no number too early", () => {
    expect(chanceText({ kind: "too-early", n: 19 })).toBeNull();
    expect(chanceText({ kind: "rate", n: 60, value: 1 / 3, low: 0.2272, high: 0.4594 })).toBe(
      "Of 60 suggestions like this one 20 named someone (23 to 46 %).",
    );
  });
});
