import { describe, expect, it } from "vitest";
import { hindranceText, holeText, percentText } from "./coverage-words.ts";

describe("coverage in words", () => {
  it.each([
    [{ asked: 4, can: 9 }, ["user"], "Four of nine asked; nobody has asked the users yet."],
    [{ asked: 4, can: 9 }, [], "Four of nine asked."],
    [{ asked: 0, can: 9 }, ["user"], "Nobody of nine asked."],
    [{ asked: 2, can: 2 }, [], "All two asked."],
    [{ asked: 0, can: 0 }, [], "Nobody there can be asked just now."],
  ] as const)("%j %j", (sum, leftOut, words) => {
    expect(holeText(sum, leftOut)).toBe(words);
  });

  it("never rounds up to all", () => {
    expect(percentText({ asked: 999, can: 1000 })).toBe("99 %");
    expect(percentText({ asked: 0, can: 0 })).toBe("–");
  });

  it("says why somebody cannot be asked", () => {
    const stop = {
      kind: "do-not-ask",
      why: "said-stop",
      words: "Bitte nicht.",
      day: "2026-11-02",
      byName: "Mia",
    } as const;
    expect(hindranceText({ hindrance: stop }, "2026-11-18")).toBe(
      "they said stop, 2 November: “Bitte nicht.”",
    );
    expect(hindranceText({ hindrance: null }, "2026-11-18")).toBeNull();
  });
});
