import { expect, test } from "vitest";
import { addDays, weekdayOf } from "#lib/kernel/days.ts";
import { untilProposals } from "./until.ts";

test("a Friday's month ends on the Monday after the weekend", () => {
  expect(untilProposals("2026-11-20").map((each) => each.day)).toEqual([
    "2026-12-04",
    "2026-12-21",
    "2027-02-19",
    "2027-05-21",
  ]);
});

test("every proposal of a whole year lies ahead and on a working day", () => {
  const days = Array.from({ length: 366 }, (_, at) => addDays("2026-01-01", at));
  for (const today of days) {
    for (const { day } of untilProposals(today))
      expect([day > today, weekdayOf(day) < 6], day).toEqual([true, true]);
  }
});
