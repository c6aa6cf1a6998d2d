import { describe, expect, it } from "vitest";
import { pagesOfReps, portions, repsOn, type StoryLine } from "./meeting-story.ts";
import { shortWords, usualText } from "./meeting-words.ts";

const line = (key: string, items: number): StoryLine => ({
  key,
  name: key,
  words: "",
  items: Array.from({ length: items }, () => ({ mark: "✓", text: "kept" })),
  soft: null,
  to: null,
  fact: null,
});
const keysIn = (lines: readonly StoryLine[], most: number) =>
  portions(lines, most).map((some) => some.map(({ key }) => key).join(""));

describe("what fits on one screen of the room", () => {
  it("is as many lines as it holds, none torn apart, and one at least", () => {
    expect(keysIn([], 5)).toEqual([""]);
    expect(keysIn([line("a", 1), line("b", 2), line("c", 1)], 5)).toEqual(["ab", "c"]);
    expect(keysIn([line("a", 9), line("b", 0)], 5)).toEqual(["a", "b"]);
  });
  it("is each name of a team once", () => {
    expect(pagesOfReps(0)).toBe(1);
    for (const count of [1, 8, 9, 22, 23, 60]) {
      const reps = Array.from({ length: count }, (_, at) => at);
      const pages = Array.from({ length: pagesOfReps(count) }, (_, at) => repsOn(reps, at + 1));
      expect(pages.flat()).toEqual(reps);
      expect(pages.every((page) => page.length > 0)).toBe(true);
    }
  });
});

describe("words", () => {
  it("are shortened at a word where a room cannot read them all", () => {
    expect(shortWords("Whom would you call?")).toBe("Whom would you call?");
    const long = shortWords("word, ".repeat(80));
    expect(long.length).toBeLessThan(325);
    expect(long.endsWith("word …")).toBe(true);
  });
  it("say what is usual with one digit", () => {
    expect(usualText(null)).toBe("");
    expect(usualText(13.38)).toBe("usually 13.4");
  });
});
