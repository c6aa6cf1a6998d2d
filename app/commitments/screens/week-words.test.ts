import { expect, test } from "vitest";
import { shareKept } from "../promise-words.ts";
import type { WeekView } from "../week-view.ts";
import { keptText, rangeText, rateText, streakText, weekHeading } from "./week-words.ts";

const week = (kept: number, of: number, more: Partial<WeekView> = {}): WeekView => ({
  week: "2026-11-16",
  memberId: "m",
  ended: false,
  away: false,
  toldUntil: "2026-11-29",
  tellFrom: "2026-11-20",
  waiting: true,
  plan: { id: "p", topics: null, plannedOn: "2026-11-16" },
  checkIn: null,
  promises: Array.from({ length: of }, () => ({}) as WeekView["promises"][number]),
  tally: { kept, missed: 0, neither: 0, open: of - kept },
  ...more,
});

test.each<[WeekView, boolean, string]>([
  [week(0, 0, { plan: null }), false, "What will you promise this week?"],
  [week(0, 0, { plan: null }), true, "What will you promise for next week?"],
  [week(0, 0, { plan: null, ended: true }), false, "Nothing was promised"],
  [week(0, 3), true, "Three promises for next week"],
  [week(0, 3), false, "None of three promises kept so far"],
  [week(2, 4), false, "Two of four promises kept so far"],
  [week(2, 4, { ended: true }), false, "Two of four promises kept"],
  [week(4, 4), false, "All four promises kept"],
  [week(1, 1), false, "One promise, kept"],
  [
    week(0, 2, { away: true, tally: { kept: 0, missed: 0, neither: 2, open: 0 } }),
    false,
    "A week off counts as neither kept nor missed",
  ],
])("%#: the heading says how far it came", (one, isNext, heading) => {
  expect(weekHeading(one, isNext)).toBe(heading);
});

test.each([
  [0, "A streak is of weeks told, not of weeks won: tell how this one goes."],
  [1, "One week told in a row, whatever was kept in it."],
  [4, "Four weeks told in a row, whatever was kept in them."],
])("a streak of %d", (streak, text) => {
  expect(streakText(streak)).toBe(text);
});

test.each([
  [{ low: 2, middle: 3, high: 5 }, "2 to 5"],
  [{ low: 2, middle: 2, high: 2 }, "2"],
  [{ low: 12, middle: 40, high: 400 }, "12 or more"],
  [{ low: 120, middle: 400, high: 4000 }, "more than 99"],
])("%j reads %s", (range, text) => {
  expect(rangeText(range)).toBe(text);
});

test("a rate says whose it is", () => {
  const rate = { value: 0.25, low: 0.2, high: 0.31, n: 44, source: null };
  expect(rateText("Clients", { ...rate, origin: "own" })).toBe(
    "Clients: 25 % (20 % to 31 %), from 44 of yours.",
  );
  expect(rateText("Clients", { ...rate, origin: "team" })).toContain("from 44 of your team");
  expect(rateText("Clients", { ...rate, n: 3, origin: "published", source: "a book" })).toContain(
    "a published figure: a book",
  );
});

test("a week in a list says how much was kept of what", () => {
  expect(keptText({ kept: 4, missed: 1, neither: 3, open: 0 })).toBe("4 of 5 kept");
  expect(keptText({ kept: 0, missed: 0, neither: 3, open: 0 })).toBe("neither kept nor missed");
});

test.each([
  [{ kept: 0, missed: 0, open: 0 }, null],
  [{ kept: 0, missed: 2, open: 0 }, 0],
  [{ kept: 1, missed: 1, open: 1 }, 33],
])("of %j the share kept is %j", (tally, share) => {
  expect(shareKept(tally)).toBe(share);
});
