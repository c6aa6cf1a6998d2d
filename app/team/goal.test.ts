import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#lib/kernel/days.ts";
import {
  type Calendar,
  type Pattern,
  periodOf,
  periodsBetween,
  type PeriodKind,
} from "#lib/kernel/fiscal.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";
import {
  checkGoalAmount,
  DEFAULT_GOALS,
  goalFor,
  goalOn,
  type GoalSet,
  roundGoal,
  standingGoal,
} from "./goal.ts";

const calendar: Calendar = { firstDay: 1, pattern: "months", startMonth: 1 };
const set = (fromDay: string, every: PeriodKind, amount: number | null): GoalSet => ({
  fromDay,
  every,
  amount,
});

const every = (kind: PeriodKind, all: GoalSet[]) => all.map((goal) => ({ ...goal, every: kind }));

describe("which goal holds", () => {
  const goals = [
    set("2026-03-01", "month", 8),
    set("2026-01-01", "month", 5),
    set("2026-06-01", "month", null),
  ];
  it.each([
    ["2025-12-31", null],
    ["2026-01-01", 5],
    ["2026-02-28", 5],
    ["2026-03-01", 8],
    ["2026-05-31", 8],
    ["2026-06-01", null],
  ])("on %s it is %s", (day, amount) => {
    expect(standingGoal(goals, day)?.amount ?? null).toBe(amount);
  });

  it.each([
    ["the member's own before all", [[set("2026-01-01", "week", 3)], [set("2026-01-01", "week", 4)], []], 3],
    [
      "an own goal of nothing excuses from the team's",
      [[set("2026-01-01", "week", 0)], [set("2026-01-01", "week", 4)], []],
      0,
    ],
    [
      "the team's when the member's was lifted",
      [[set("2026-01-01", "week", null)], [set("2026-01-01", "week", 4)], []],
      4,
    ],
    ["the workspace's when the team has none", [[], [], [set("2026-01-01", "week", 6)]], 6],
    ["the default when nobody set one", [[], [], []], 5],
    ["not one that begins later", [[set("2026-12-01", "week", 9)], [], [set("2026-01-01", "week", 6)]], 6],
  ] as const)("%s", (_what, layers, amount) => {
    expect(goalOn(layers, "2026-11-18", { every: "month", amount: 5 })?.amount).toBe(amount);
  });

  it("is five referrals a month unless somebody says otherwise", () => {
    expect(DEFAULT_GOALS).toEqual({ "referrals-received": { every: "month", amount: 5 } });
  });
});

describe("from one kind of period to another", () => {
  // November 2026 has the weeks of the 2nd, 9th, 16th and 23rd; October five, from 28 September; the quarter 14, for 2026 ends on a Thursday.
  it.each([
    ["a month's in its month", "month", 5, "month", 5],
    ["a month's in a week: five in 52/12 weeks", "month", 5, "week", 1.2],
    ["a month's in a quarter", "month", 5, "quarter", 15],
    ["a week's in a month of four weeks", "week", 3, "month", 12],
    ["a week's in a quarter of fourteen", "week", 3, "quarter", 42],
    ["a quarter's in a week: thirteenth parts", "quarter", 26, "week", 2],
    ["a quarter's in a month, by its four weeks of fourteen", "quarter", 28, "month", 8],
    ["none of nothing", "month", 0, "week", 0],
  ] as const)("%s", (_what, every, amount, kind, expected) => {
    const period = periodOf("2026-11-18", kind, calendar);
    expect(roundGoal(goalFor([[set("2020-01-01", every, amount)]], period, calendar) ?? Number.NaN)).toBe(
      expected,
    );
  });

  it("counts a month of five weeks as five", () => {
    expect(
      goalFor([[set("2020-01-01", "week", 3)]], periodOf("2026-10-15", "month", calendar), calendar),
    ).toBe(15);
  });

  it("adds up a quarter whose months had different goals, and one that began in it", () => {
    const quarter = periodOf("2026-11-18", "quarter", calendar);
    expect(goalFor([[set("2026-01-01", "month", 5), set("2026-11-18", "month", 8)]], quarter, calendar)).toBe(
      5 + 8 + 8,
    );
    expect(goalFor([[set("2026-11-18", "month", 5)]], quarter, calendar)).toBe(10);
  });

  it("holds for a whole period when it was set within it", () => {
    const goals = [[set("2026-11-18", "month", 5)]];
    expect(goalFor(goals, periodOf("2026-11-18", "month", calendar), calendar)).toBe(5);
    expect(goalFor(goals, periodOf("2026-10-18", "month", calendar), calendar)).toBeNull();
  });

  it("gives a quarter exactly the sum of its months, and a month that of its weeks, in any calendar", () => {
    const calendars = fc.record({
      firstDay: fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>,
      pattern: fc.constantFrom<Pattern>("months", "4-4-5", "4-5-4", "5-4-4"),
      startMonth: fc.integer({ min: 1, max: 12 }) as fc.Arbitrary<Calendar["startMonth"]>,
    });
    const days = fc.integer({ min: 0, max: 2500 }).map((n) => addDays("2021-01-01", n));
    const goals = fc.array(
      fc.record({
        fromDay: days,
        every: fc.constantFrom<PeriodKind>("week", "month"),
        amount: fc.integer({ min: 0, max: 99 }),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(calendars, days, goals, (cal, day, some) => {
        const sumOf = (kind: PeriodKind, whole: ReturnType<typeof periodOf>, all: GoalSet[]) =>
          periodsBetween(kind, whole.start, whole.end, cal).reduce(
            (sum, part) => sum + (goalFor([all], part, cal) ?? 0),
            0,
          );
        const quarter = periodOf(day, "quarter", cal);
        const monthly = every("month", some);
        expect(goalFor([monthly], quarter, cal) ?? 0).toBe(sumOf("month", quarter, monthly));
        const weekly = every("week", some);
        const month = periodOf(day, "month", cal);
        expect(goalFor([weekly], month, cal) ?? 0).toBe(sumOf("week", month, weekly));
      }),
    );
  });
});

describe("a goal", () => {
  it.each([0.5, -1, 100_001, Number.NaN])("is not %s", (amount) => {
    expect(() => checkGoalAmount(amount)).toThrow(expect.objectContaining({ field: "amount" }));
  });
  it.each([0, 1, 100_000, null])("may be %s", (amount) => {
    expect(() => checkGoalAmount(amount)).not.toThrow();
  });
  it.each([
    [1.15, 1.2],
    [1.149, 1.1],
    [11.5, 11.5],
    [0.05, 0.1],
  ])("of %s is shown as %s", (amount, shown) => expect(roundGoal(amount)).toBe(shown));
});
