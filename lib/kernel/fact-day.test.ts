import { expect, test } from "vitest";
import { factDay } from "./fact-day.ts";

const today = "2026-11-18";

test.each([
  [undefined, today],
  [null, today],
  [today, today],
  ["2000-01-01", "2000-01-01"],
])("%s is taken as %s", (said, taken) => {
  expect(factDay(said, today)).toBe(taken);
});

test.each([
  ["2026-11-19", "still to come"],
  ["1999-12-31", "2000-01-01"],
  ["2026-02-30", "YYYY-MM-DD"],
  ["", "YYYY-MM-DD"],
])("%s is refused: %s", (said, words) => {
  expect(() => factDay(said, today, "until")).toThrow(
    expect.objectContaining({
      kind: "invalid",
      field: "until",
      reason: expect.stringContaining(words) as string,
    }),
  );
});
