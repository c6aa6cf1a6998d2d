import { addDays, type Day } from "#lib/kernel/days.ts";
import { expect, it } from "vitest";
import { heldByHorizon, nextBack, rangesIn, type SaidRange } from "./said-range.ts";

const FIRST = "2026-01-05";
const week = (at: number): Day => addDays(FIRST, 7 * at);
const said = (at: number, weeks: number, more: Partial<SaidRange> = {}): SaidRange => ({
  saidOn: week(at),
  weeks,
  step: "introductions",
  how: "worked-back",
  low: 4,
  middle: 6,
  high: 8,
  ...more,
});
/** Two introductions in each week. */
const arrived = Array.from({ length: 60 }, (_, at) => ({
  step: "introductions" as const,
  week: at,
  many: 2,
}));

it("adds up what came in the weeks a range spoke of", () => {
  const [four] = heldByHorizon(
    [said(0, 4), said(4, 4, { low: 9, middle: 9, high: 9, how: "said" })],
    arrived,
    {
      first: FIRST,
      today: week(8),
    },
  );
  expect(four).toMatchObject({
    weeks: 4,
    held: 1,
    of: 2,
    said: { held: 0, of: 1 },
    workedBack: { held: 1, of: 1 },
  });
  expect(four!.lines.map(({ came, until }) => [came, until])).toEqual([
    [8, addDays(week(8), -1)],
    [8, addDays(week(4), -1)],
  ]);
});

it("says nothing of weeks that are not over, the last day of them included", () => {
  const ranges = [said(0, 4)];
  const held = (today: Day) => heldByHorizon(ranges, arrived, { first: FIRST, today })[0]!;
  expect(held(addDays(week(4), -1))).toMatchObject({ of: 0, lines: [{ came: null }] });
  expect(held(week(4))).toMatchObject({ of: 1, lines: [{ came: 8 }] });
});

it("takes of ranges that overlap only those that tell something new", () => {
  const weekly = Array.from({ length: 12 }, (_, at) => said(at, 4));
  const [four] = heldByHorizon(weekly, arrived, { first: FIRST, today: week(16) });
  expect(four!.lines.map(({ saidOn }) => saidOn)).toEqual([week(11), week(7), week(3)]);
  const [, eight, thirteen] = heldByHorizon(
    [0, 4, 8, 12, 16, 20].flatMap((at) => [said(at, 8), said(at, 13)]),
    arrived,
    { first: FIRST, today: week(40) },
  );
  expect(eight!.lines.map(({ saidOn }) => saidOn)).toEqual([week(20), week(12), week(4)]);
  expect(thirteen!.lines.map(({ saidOn }) => saidOn)).toEqual([week(20), week(4)]);
});

it("keeps of one projection what it says of each horizon", () => {
  expect(rangesIn({ kind: "too-early", step: "deals", n: 3, why: "few" })).toEqual([]);
  const weeks = Array.from({ length: 13 }, (_, at) => ({ low: at, middle: at, high: at }));
  const ranges = rangesIn({
    kind: "projection",
    steps: { introductions: weeks, meetings: weeks, deals: weeks },
  });
  expect(ranges.map((each) => [each.weeks, each.step, each.low])).toEqual(
    [4, 8, 13].flatMap((at) => ["introductions", "meetings", "deals"].map((step) => [at, step, at - 1])),
  );
});

it("works back where nothing was said for four weeks, and stops two years ago", () => {
  const from = week(200);
  expect(nextBack([], from)).toBe(week(196));
  expect(nextBack([week(200)], from)).toBe(week(196));
  // Said each week since, and worked back on another rhythm before.
  expect(nextBack([week(199), week(198), week(194), week(190)], from)).toBe(week(186));
  // The house stood still for nine weeks, or somebody ended it in the middle.
  expect(nextBack([week(191), week(187)], from)).toBe(week(196));
  expect(nextBack([week(196), week(191), week(187)], from)).toBe(week(192));
  const all = Array.from({ length: 26 }, (_, at) => week(200 - 4 * (at + 1)));
  expect(nextBack(all, from)).toBeNull();
});
