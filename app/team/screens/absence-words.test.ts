import { expect, it } from "vitest";
import { awayText } from "./absence-words.ts";

it.each([
  ["2026-11-23", "2026-11-27", null, "away from Monday 23 November until Friday 27 November"],
  ["2026-11-16", "2026-11-27", "Jonas Weber", "away until Friday 27 November; Jonas Weber stands in"],
  ["2026-11-18", "2026-11-18", null, "away today"],
  ["2026-11-20", "2026-11-20", "Kim", "away on Friday 20 November; Kim stands in"],
  ["2026-12-28", "2027-01-04", null, "away from Monday 28 December until Monday 4 January 2027"],
])("%s to %s: %s", (fromDay, toDay, name, expected) => {
  const standIn = name === null ? null : { id: "1", name };
  const absence = { id: "2", memberId: "3", memberName: "Mia", words: null, mayChange: false };
  expect(awayText({ ...absence, fromDay, toDay, standIn }, "2026-11-18")).toBe(expected);
});
