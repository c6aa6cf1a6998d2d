import { expect, test } from "vitest";
import {
  agoText,
  keptText,
  lengthText,
  scorerText,
  timesText,
  weekText,
  whyNothing,
  whyOffered,
} from "./practice-words.ts";

const TODAY = "2026-11-18";
const week = (required: number, held: number, state: "kept" | "missed" | "open" | "neither") => ({
  week: "2026-11-16",
  required,
  held,
  state,
});

test.each([
  ["2026-11-18", "today"],
  ["2026-11-17", "yesterday"],
  ["2026-10-30", "19 days ago"],
])("%s was %s", (day, said) => {
  expect(agoText(day, TODAY)).toBe(said);
});

test("what is offered says why", () => {
  expect(whyOffered({ why: "new", last: null }, TODAY)).toBe("You have not practised this yet.");
  expect(whyOffered({ why: "rusty", last: "2026-10-30" }, TODAY)).toBe("Last practised 19 days ago.");
  expect(whyOffered({ why: "waited", last: "2026-10-30" }, TODAY)).toContain("due for a while");
});

test.each([
  [week(3, 2, "open"), "two of three this week."],
  [week(3, 3, "kept"), "three of three this week: kept."],
  [week(3, 0, "missed"), "none of three this week: missed."],
  [week(0, 0, "neither"), "Nothing is required this week."],
  [week(0, 2, "neither"), "two sessions this week, none required."],
])("%j reads %s", (of, said) => {
  expect(weekText(of)).toBe(said);
});

test("a day without an offer says why, and what the week still wants", () => {
  expect(whyNothing("practised", week(3, 1, "open"))).toContain("enough");
  expect(whyNothing("nothing-due", week(3, 2, "open"))).toContain("still wants one session");
  expect(whyNothing("nothing-due", week(3, 1, "open"))).toContain("still wants two sessions");
  expect(whyNothing("nothing-due", week(3, 3, "kept"))).toBe("Nothing is rusting today.");
});

test("short words", () => {
  expect([lengthText(40), lengthText(280)]).toEqual(["under a minute", "5 min"]);
  expect([1, 2, 6].map(timesText)).toEqual(["once", "twice", "six times"]);
  expect(keptText([{ key: "a" }, { key: "b" }], { a: true, b: false })).toBe("1 of 2");
  const score = { scorerId: "a", scorerName: "Jonas Feld", guest: null };
  expect([scorerText(score, "a"), scorerText(score, "b")]).toEqual(["You", "Jonas Feld"]);
  expect(scorerText({ scorerId: null, scorerName: null, guest: null }, "a")).toBe("Somebody");
});
