import { rateText } from "#lib/web/words.ts";
import { expect, it } from "vitest";
import { rateOf } from "#lib/kernel/rates.ts";
import { carryingText } from "./load-words.ts";

it.each([
  [0, 0, "–"],
  [3, 12, "3 of 12: too early to say"],
  [31, 120, "31 of 120: 19 to 34 % (95 % interval)"],
])("%i of %i named someone: never a share alone", (named, n, says) => {
  expect(rateText(named, rateOf(named, n))).toBe(says);
});

const asks = (name: string) => ({ name, asks: 10 });

it("names who carries the programme alone, where few of many do", () => {
  expect(carryingText("rep", [asks("Mia")], 5)).toBe("Half of all asks are made by Mia.");
  expect(carryingText("source", [asks("Ana"), asks("Bo")], 9)).toBe("Half of all asks go to Ana and Bo.");
  expect(carryingText("rep", ["a", "b", "c", "d"].map(asks), 30)).toBe(
    "Half of all asks are made by 4 of 30 reps.",
  );
  expect(carryingText("rep", [asks("Mia"), asks("Jo")], 4)).toBeNull();
  expect(carryingText("rep", [], 0)).toBeNull();
});
