import { describe, expect, it } from "vitest";
import { aheadOf, pastOf, type Past } from "./past.ts";
import type { Step } from "./step.ts";

const tries = (
  step: Step,
  memberId: string,
  cells: [age: number, tried: number, came: number, lag: number][],
) =>
  cells.flatMap(([age, tried, came, lag]) => [
    { memberId, step, age, lag: null, came: true, many: came },
    { memberId, step, age, lag: null, came: false, many: tried - came },
    { memberId: null, step, age, lag, came: true, many: came },
    { memberId: null, step, age, lag: null, came: false, many: tried - came },
  ]);

const past = (): Past =>
  pastOf({
    tried: tries("introductions", "mia", [
      [0, 10, 0, 0],
      [30, 40, 20, 1],
      [50, 40, 20, 1],
    ]),
    weeks: [
      { memberId: "mia", age: 0, asks: 5, unasked: 1 },
      { memberId: "mia", age: 2, asks: 3, unasked: 0 },
      { memberId: "gone", age: 1, asks: 4, unasked: 2 },
    ],
    here: [
      { id: "mia", weeks: 3 },
      { id: "new", weeks: 0 },
    ],
    goals: new Map([["mia", { asks: null, introductions: 1 }]]),
  });

describe("the past of a projection", () => {
  it("has each rep's weeks since they are here, with none where nothing was done", () => {
    expect(past().reps.map(({ pace, inflow }) => [pace, inflow])).toEqual([
      [
        [5, 0, 3],
        [1, 0, 0],
      ],
      [[0], [0]],
    ]);
  });

  it("keeps what is in hand of whoever is not here, and asks nothing more of them", () => {
    const { reps } = pastOf({
      tried: tries("introductions", "gone", [[3, 10, 2, 1]]),
      weeks: [{ memberId: "gone", age: 1, asks: 4, unasked: 0 }],
      here: [],
      goals: new Map(),
    });
    expect(reps).toMatchObject([{ pace: [], steps: { introductions: [{ age: 2, tried: 10, came: 2 }] } }]);
  });

  it("counts as one what nothing more will come of", () => {
    const { reps, lags } = past();
    expect(lags.introductions).toEqual([0, 1]);
    expect(reps[0]!.steps.introductions).toEqual([
      { age: 0, tried: 10, came: 0 },
      { age: 2, tried: 80, came: 40 },
    ]);
    expect(past().rates.introductions).toMatchObject({ n: 90, came: 40 });
  });
});

const untold = (cells: [age: number, tried: number, came: number, lag: number][]) =>
  pastOf({ tried: tries("introductions", "mia", cells), weeks: [], here: [], goals: new Map() }).untold;

describe("what is not told yet", () => {
  it("is how long it takes, where nothing came or what came took nearly as long as there is a past", () => {
    expect(untold([[20, 40, 0, 0]])).toBe("introductions");
    expect(untold([[8, 40, 20, 7]])).toBe("introductions");
    expect(untold([[8, 40, 20, 2]])).toBe("meetings");
  });

  it("is nothing where the past is as long as any that is read", () => {
    expect(
      untold([
        [78, 40, 20, 70],
        [60, 40, 20, 1],
      ]),
    ).toBe("meetings");
  });
});

describe("the question", () => {
  it("asks as often as the goal, by the team's share of asks that bring an introduction", () => {
    const { reps } = aheadOf(past(), { weeks: 13, pace: "goal" });
    // Half of the asks that had the time brought one: one introduction a week takes two asks.
    expect(reps[0]!.pace).toEqual([2]);
    expect(reps[1]!.pace).toEqual([0]);
    const withAsks = past();
    withAsks.reps[0]!.goal = { asks: 7, introductions: 1 };
    expect(aheadOf(withAsks, { weeks: 13, pace: "goal" }).reps[0]!.pace).toEqual([7]);
  });

  it("is the same for the same past", () => {
    expect(aheadOf(past(), { weeks: 13 })).toEqual(aheadOf(past(), { weeks: 13 }));
    expect(aheadOf(past(), { weeks: 13, more: 2 })).toMatchObject({ more: 2, weeks: 13, rounds: 1000 });
  });
});
