import { expect, it } from "vitest";
import { askedText, minutesText } from "./screen-time-words.ts";

it.each([
  [0, "no time"],
  [59, "under a minute"],
  [60, "1 minute"],
  [89, "1 minute"],
  [1_080, "18 minutes"],
  [72_000, "1,200 minutes"],
])("%i seconds are %s", (seconds, says) => {
  expect(minutesText(seconds)).toBe(says);
});

it("one person is one person", () => {
  expect([0, 1, 6].map(askedText)).toEqual(["0 people asked", "1 person asked", "6 people asked"]);
});
