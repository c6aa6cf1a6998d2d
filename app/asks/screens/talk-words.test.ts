import { describe, expect, it } from "vitest";
import { FACTS } from "../wording.ts";
import { missingText, workedText } from "./talk-words.ts";

describe("what came of words", () => {
  it.each([
    [0, 0, null, "not said yet"],
    [1, 0, null, "0 introductions in 1 talk: too early to tell"],
    [19, 1, null, "1 introduction in 19 talks: too early to tell"],
    [
      34,
      12,
      { low: 0.2149, high: 0.521 },
      "12 introductions in 34 talks: 21 to 52\u00A0% (95\u00A0% interval)",
    ],
  ])("%i talks, %i introductions: never a share alone", (talks, introductions, interval, says) => {
    expect(workedText({ talks, introductions, interval })).toBe(says);
  });
});

describe("what is missing", () => {
  it.each(FACTS)("has a sentence for %s", (fact) => expect(missingText(fact, "Anna")).toMatch(/^[A-Z].+\.$/));
});
