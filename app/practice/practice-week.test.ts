import { expect, test } from "vitest";
import { checkRequired, daysHeld, practiceWeek } from "./practice-week.ts";

test.each([
  // rule, held, workdays, over → required, state
  [3, 3, 5, false, 3, "kept"],
  [3, 2, 5, false, 3, "open"],
  [3, 2, 5, true, 3, "missed"],
  [3, 4, 5, true, 3, "kept"],
  [3, 0, 0, true, 0, "neither"],
  [3, 1, 0, true, 0, "neither"],
  [3, 2, 2, true, 2, "kept"],
  [3, 1, 2, true, 2, "missed"],
  [0, 0, 5, true, 0, "neither"],
] as const)(
  "of %d a week, %d held in %d working days, over: %s: %d required, %s",
  (rule, held, workdays, isOver, required, state) => {
    expect(practiceWeek({ rule, held, workdays, away: false, isOver })).toEqual({ required, held, state });
  },
);

test("a week away asks for nothing, whatever days of it were left", () => {
  const week = { rule: 3, held: 0, workdays: 2, away: true, isOver: true };
  expect(practiceWeek(week)).toEqual({ required: 0, held: 0, state: "neither" });
});

const on = (day: string, writtenOn = day) => ({ day, writtenOn });

test("three rehearsals on a day are one, and none that was written down long after its week", () => {
  const week = { start: "2026-11-16", end: "2026-11-22" };
  expect(daysHeld([on("2026-11-16"), on("2026-11-16"), on("2026-11-16")], week)).toBe(1);
  expect(daysHeld([on("2026-11-16"), on("2026-11-17", "2026-11-20")], week)).toBe(2);
  expect(daysHeld([on("2026-11-20", "2026-11-23"), on("2026-11-19", "2026-11-24")], week)).toBe(1);
  expect(daysHeld([on("2026-11-15"), on("2026-11-23")], week)).toBe(0);
});

test.each([-1, 8, 2.5])("%d sessions a week are refused", (sessions) => {
  expect(() => checkRequired(sessions)).toThrow("from 0 to 7");
});
