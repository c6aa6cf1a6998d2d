import fc from "fast-check";
import { expect, it, test } from "vitest";
import { addDays } from "#lib/kernel/days.ts";
import { streakOf, type WeekTold } from "./streak.ts";

// One letter a week, the latest first: t told, - not, w waiting, a away, x missing.
const weeks = (said: string): WeekTold[] =>
  said.split("").flatMap((letter, at) =>
    letter === "x"
      ? []
      : [
          {
            week: addDays("2026-11-16", -7 * at),
            told: letter === "t",
            waiting: letter === "w",
            away: letter === "a",
          },
        ],
  );

test.each([
  ["", 0],
  ["t", 1],
  ["tttt", 4],
  ["-ttt", 0],
  ["wttt", 3],
  ["tt-tt", 2],
  ["tatt", 3],
  ["aaa", 0],
  ["wattt-t", 3],
  ["ttxtt", 2],
])("%s is a streak of %d weeks reported", (said, streak) => {
  expect(streakOf(weeks(said))).toBe(streak);
});

it("is the same without weeks away, in whatever order they come, and grows by one with each report", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("t", "-", "a", "w"), { maxLength: 20 }), (letters) => {
      const all = weeks(letters.join(""));
      const streak = streakOf(all);
      expect(streakOf(all.toReversed())).toBe(streak);
      const there = weeks(letters.filter((letter) => letter !== "a").join(""));
      expect(streakOf(there)).toBe(streak);
      expect(streakOf([...all, { week: "2026-11-23", told: true, waiting: false, away: false }])).toBe(
        streak + 1,
      );
    }),
  );
});
