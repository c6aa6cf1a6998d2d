import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, type Day } from "#lib/kernel/days.ts";
import {
  endsOfSilence,
  milestoneText,
  MILESTONES,
  SILENT_WORKDAYS,
  tenthWeeks,
  WEEKS_IN_A_ROW,
} from "./milestone.ts";

const MONDAY = "2026-01-05";
const week = (at: number): Day => addDays(MONDAY, 7 * at);
const every = (after: Day, until: Day) => Math.max(0, daysBetween(after, until) - 1);
const none = () => 0;
const ask = (day: Day, factId = day) => ({ day, factId });
const told = (weeks: number, without: readonly number[] = [], away: readonly number[] = []) =>
  Array.from({ length: weeks }, (_, at) => ({
    week: week(at),
    told: !without.includes(at) && !away.includes(at),
    waiting: false,
    away: away.includes(at),
  }));

describe("an ask after a silence", () => {
  const quiet = addDays(MONDAY, SILENT_WORKDAYS + 1);

  it("comes after so many workdays without one, and not a day before", () => {
    expect(endsOfSilence([ask(quiet)], MONDAY, every)).toMatchObject([{ day: quiet, weeks: 4 }]);
    expect(endsOfSilence([ask(addDays(quiet, -1))], MONDAY, every)).toEqual([]);
  });

  it("is not the first of all, nor the next ones", () => {
    expect(endsOfSilence([ask(quiet)], null, every)).toEqual([]);
    expect(
      endsOfSilence([ask(quiet), ask(quiet, "later"), ask(addDays(quiet, 1))], MONDAY, every),
    ).toHaveLength(1);
  });

  it("is none after days away: they were no silence", () => {
    expect(endsOfSilence([ask(addDays(quiet, 60))], MONDAY, none)).toEqual([]);
  });

  it("goes when its ask is taken back, and moves when the ask before is: as if it had never been", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(200), { minLength: 1, maxLength: 12 }), fc.nat(), (days, which) => {
        const asks = days.map((each) => ask(addDays(MONDAY, each)));
        const gone = asks[which % asks.length];
        const left = asks.filter((each) => each !== gone);
        const ends = endsOfSilence(left, null, every);
        expect(ends.map(({ factId }) => factId)).not.toContain(gone?.factId);
        expect(ends).toEqual(endsOfSilence(left.toReversed(), null, every));
        const sorted = left.map(({ day }) => day).toSorted();
        const expected = sorted.filter(
          (day, at) => at > 0 && every(sorted[at - 1] ?? day, day) >= SILENT_WORKDAYS,
        );
        expect(ends.map(({ day }) => day)).toEqual(expected);
      }),
    );
  });
});

describe("ten weeks told in a row", () => {
  it("are there with the tenth, once", () => {
    expect(tenthWeeks(told(9))).toEqual([]);
    expect(tenthWeeks(told(10))).toEqual([week(9)]);
    expect(tenthWeeks(told(15))).toEqual([week(9)]);
  });

  it("begin anew after a week that was not told, and wait over one away", () => {
    expect(tenthWeeks(told(15, [4]))).toEqual([week(14)]);
    expect(tenthWeeks(told(12, [], [4, 5]))).toEqual([week(11)]);
  });

  it("go when any of the ten is taken back, and come again when it is told again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 24 }), fc.nat(), (many, which) => {
        const missing = which % many;
        const runs = [missing, many - missing - 1].filter((run) => run >= WEEKS_IN_A_ROW).length;
        expect(tenthWeeks(told(many, [missing]))).toHaveLength(runs);
        expect(tenthWeeks(told(many))).toEqual([week(WEEKS_IN_A_ROW - 1)]);
      }),
    );
  });
});

it("every milestone reads on after a name", () => {
  for (const kind of MILESTONES)
    expect(`Mia ${milestoneText({ kind, weeks: 6 })}`).toMatch(
      /^Mia (asked|was|made|won|introduced|held|told) /,
    );
  expect(milestoneText({ kind: "ask-after-silence", weeks: 6 })).toBe("asked again after 6 quiet weeks");
});
