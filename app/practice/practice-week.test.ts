import { expect, test } from "vitest";
import { checkRequired, practiceWeek } from "./practice-week.ts";

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
    expect(practiceWeek({ rule, held, workdays, isOver })).toEqual({ required, held, state });
  },
);

test.each([-1, 8, 2.5])("%d sessions a week are refused", (sessions) => {
  expect(() => checkRequired(sessions)).toThrow("from 0 to 7");
});
