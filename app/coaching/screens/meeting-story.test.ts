import { describe, expect, it } from "vitest";
import { pagesOfReps, portions, repsOn, storyOf, type StoryLine } from "./meeting-story.ts";
import type { SalesMeetingView } from "../sales-meeting-view.ts";
import { besidePastText, partTitle, shortWords } from "./meeting-words.ts";

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

const of = (name: string, kept: number, all: number) => ({
  member: { id: name, name },
  away: false,
  lines: Array.from({ length: kept }, () => ({ state: "kept" as const, text: "Ask Bo" })),
  kept,
  of: all,
});

const packOf = (ended: boolean) =>
  ({
    ended,
    promises: { people: [of("Ada", 2, 3), of("Bea", 0, 3), of("Cem", 0, 0)], kept: 2, missed: 0, open: 4 },
  }) as unknown as SalesMeetingView;
const told = (ended: boolean) =>
  storyOf("promises", packOf(ended), "2026-11-23").map(({ name, words }) => [name, words]);

describe("a week's promises", () => {
  it("name nobody who kept nothing once the week is over", () => {
    expect(told(true)).toEqual([
      ["Ada", "2 of 3 kept"],
      [null, "Nothing promised: Cem"],
    ]);
  });
  it("are judged by nobody while the week runs", () => {
    expect(told(false)).toEqual([
      ["Ada", "2 of 3 kept so far"],
      ["Bea", "3 promised"],
      [null, "Nothing promised: Cem"],
    ]);
    expect(partTitle("promises", packOf(false))).toBe("Six promises, two kept so far");
  });
});

const promised = (name: string, ...texts: (string | null)[]) => ({
  member: { id: name, name },
  away: false,
  lines: texts.map((text) => ({ state: "open" as const, text })),
  kept: 0,
  of: texts.length,
});

it("says once what everybody promised, and beside it what each did", () => {
  const told = (...people: ReturnType<typeof promised>[]) =>
    storyOf(
      "next",
      { next: { week: "2026-11-23", people } } as unknown as SalesMeetingView,
      "2026-11-23",
    ).map(({ name, words, items }) => [name ?? words, ...items.map(({ text }) => text)]);
  const [ada, bea] = [promised("Ada", "Ask 2 people", null, null), promised("Bea", null, "Ask 3 people")];
  expect(told(ada, bea, promised("Cem", null), promised("Dov"))).toEqual([
    ["Everybody", "one of their own"],
    ["Ada", "Ask 2 people", "one of their own"],
    ["Bea", "Ask 3 people"],
    ["Not promised yet: Dov"],
  ]);
  expect(told(ada, bea).map(([name]) => name)).toEqual(["Ada", "Bea"]);
});

describe("words", () => {
  it("are shortened at a word where a room cannot read them all", () => {
    expect(shortWords("Whom would you call?")).toBe("Whom would you call?");
    const long = shortWords("word, ".repeat(80));
    expect(long.length).toBeLessThan(325);
    expect(long.endsWith("word …")).toBe(true);
  });
  it("say what is usual with one digit", () => {
    expect(besidePastText({ than: "fewer", average: 13.38 })).toBe("fewer than usual, 13.4");
    expect(besidePastText({ than: "too-early", average: 2 })).toBe("too early to say");
    expect(besidePastText({ than: "too-early", average: null })).toBe("too early to say");
  });
});
