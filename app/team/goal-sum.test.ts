import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Role } from "#lib/kernel/actor.ts";
import { addDays } from "#lib/kernel/days.ts";
import { type Calendar, type Pattern, periodsBetween } from "#lib/kernel/fiscal.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";
import { DEFAULT_GOALS, goalFor, GOAL_KINDS, roundGoal } from "./goal.ts";
import { goalAdder, type GoalRow, type Stays } from "./goal-sum.ts";
import { MEASURES } from "./measure.ts";

const COMPANY = "company";
const calendar: Calendar = { firstDay: 1, pattern: "months", startMonth: 1 };
const september = periodsBetween("month", "2026-09-10", "2026-09-10", calendar);
const asked = (scopeId: string, amount: number | null, fromDay = "2026-01-01"): GoalRow => ({
  scopeId,
  measure: "people-asked",
  every: "month",
  fromDay,
  amount,
});
const stay = (of: Partial<Stays>): Stays => ({
  memberId: null,
  teamId: null,
  role: "rep",
  fromDay: "2026-01-01",
  untilDay: null,
  heads: 1,
  ...of,
});
const sumOf = (rows: GoalRow[], stays: Stays[]) =>
  goalAdder(COMPANY, rows, september, calendar)(stays)["people-asked"][0];

describe("the goals of many", () => {
  it.each([
    ["nobody's", [], [stay({ heads: 3 })], null],
    ["the company's, a head", [asked(COMPANY, 4)], [stay({ heads: 3 })], 12],
    [
      "the team's before the company's",
      [asked(COMPANY, 4), asked("t", 5)],
      [stay({ teamId: "t", heads: 2 })],
      10,
    ],
    [
      "one's own before the team's",
      [asked("m", 7), asked("t", 5)],
      [stay({ memberId: "m", teamId: "t" })],
      7,
    ],
    [
      "of two who share a goal and one who has another",
      [asked("m", 7), asked("n", 7), asked("o", 1)],
      ["m", "n", "o"].map((memberId) => stay({ memberId })),
      15,
    ],
    [
      "of one who has given it up, the team's",
      [asked("m", 7), asked("m", null, "2026-02-01"), asked("t", 5)],
      [stay({ memberId: "m", teamId: "t" })],
      5,
    ],
    [
      "a manager has none but their own",
      [asked(COMPANY, 4), asked("m", 2)],
      [stay({ role: "manager" }), stay({ role: "manager", memberId: "m" })],
      2,
    ],
    [
      "who came after the last day does not count",
      [asked(COMPANY, 4)],
      [stay({ fromDay: "2026-10-05" })],
      null,
    ],
    [
      "who went on the last day does not count",
      [asked(COMPANY, 4)],
      [stay({ untilDay: september[0]!.end }), stay({})],
      4,
    ],
  ] as [string, GoalRow[], Stays[], number | null][])("%s", (_, rows, stays, sum) => {
    expect(sumOf(rows, stays)).toBe(sum);
  });

  it("are the sum of each one's, whatever is shared between them", () => {
    fc.assert(
      fc.property(worlds, ({ rows, stays, kind, firstDay, pattern }) => {
        const calendar: Calendar = { firstDay: firstDay as Weekday, pattern, startMonth: 2 };
        const periods = periodsBetween(kind, "2026-01-15", "2026-07-15", calendar);
        const sums = goalAdder(COMPANY, rows, periods, calendar)(stays);
        for (const kpi of MEASURES) {
          const own = (id: string | null) => rows.filter((row) => row.scopeId === id && row.measure === kpi);
          const expected = periods.map((period) => {
            const each = stays.flatMap((one) => {
              if (one.fromDay > period.end || (one.untilDay !== null && one.untilDay <= period.end))
                return [];
              const isRep = one.role === "rep";
              const layers = isRep ? [own(one.memberId), own(one.teamId), own(COMPANY)] : [own(one.memberId)];
              const amount = goalFor(layers, period, calendar, isRep ? (DEFAULT_GOALS[kpi] ?? null) : null);
              return amount === null ? [] : [amount * one.heads];
            });
            return each.length === 0 ? null : roundGoal(each.reduce((sum, amount) => sum + amount, 0));
          });
          expect(sums[kpi]).toEqual(expected);
        }
      }),
      { numRuns: 200 },
    );
  });
});

const day = fc.nat(250).map((days) => addDays("2025-12-01", days));
const row = fc.record({
  scopeId: fc.constantFrom(COMPANY, "t", "u", "m", "n"),
  measure: fc.constantFrom(...MEASURES),
  every: fc.constantFrom(...GOAL_KINDS),
  fromDay: day,
  amount: fc.option(fc.nat(20)),
});
const worlds = fc.record({
  // As the table has them: one a scope, measure and day.
  rows: fc.uniqueArray(row, {
    selector: (one) => `${one.scopeId} ${one.measure} ${one.fromDay}`,
    maxLength: 12,
  }),
  stays: fc.array(
    fc.record({
      memberId: fc.constantFrom(null, "m", "n"),
      teamId: fc.constantFrom(null, "t", "u"),
      role: fc.constantFrom<Role>("rep", "manager"),
      fromDay: day,
      untilDay: fc.option(day),
      heads: fc.integer({ min: 1, max: 5 }),
    }),
    { maxLength: 8 },
  ),
  kind: fc.constantFrom(...GOAL_KINDS),
  firstDay: fc.integer({ min: 1, max: 7 }),
  pattern: fc.constantFrom<Pattern>("months", "4-4-5"),
});
