import fc from "fast-check";
import { expect, test } from "vitest";
import type { Passage } from "./written.ts";
import { stretchesOf } from "./written-marks.ts";

const passage = (from: number, to: number, kind: Passage["kind"]): Passage => ({
  from,
  to,
  kind,
  key: "whom",
  because: "",
});

test("words that do nothing stand between those that do", () => {
  expect(stretchesOf("I hate to ask Bo", [passage(2, 13, "weakens"), passage(14, 16, "earns")])).toEqual([
    { from: 0, words: "I ", kind: null },
    { from: 2, words: "hate to ask", kind: "weakens" },
    { from: 13, words: " ", kind: null },
    { from: 14, words: "Bo", kind: "earns" },
  ]);
});

test("what weakens is shown before what earns", () => {
  expect(stretchesOf("abcd", [passage(0, 4, "earns"), passage(1, 2, "weakens")])).toEqual([
    { from: 0, words: "a", kind: "earns" },
    { from: 1, words: "b", kind: "weakens" },
    { from: 2, words: "cd", kind: "earns" },
  ]);
});

test("nothing is lost or doubled", () => {
  const passages = fc.array(
    fc
      .tuple(fc.nat(40), fc.nat(40), fc.constantFrom("earns", "nearly", "weakens"))
      .filter(([from, to]) => from < to)
      .map(([from, to, kind]) => passage(from, to, kind)),
  );
  fc.assert(
    fc.property(fc.string({ minLength: 41, maxLength: 60 }), passages, (text, found) => {
      const stretches = stretchesOf(text, found);
      expect(stretches.map((each) => each.words).join("")).toBe(text);
      expect(stretches.every((each) => each.words !== "")).toBe(true);
    }),
  );
});

test("an empty text has no stretches", () => {
  expect(stretchesOf("", [])).toEqual([]);
});
