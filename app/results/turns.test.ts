import { describe, expect, it } from "vitest";
import { uniformFrom } from "#lib/kernel/random.ts";
import { NO_TURNS, turnDrawer, turnsOf } from "./turns.ts";

const weeks = (length: number, asks: (age: number) => number) =>
  Array.from({ length }, (_, age) => asks(age));

describe("turns", () => {
  it("are none of a past of few weeks, or of few asks", () => {
    expect(turnsOf([])).toEqual(NO_TURNS);
    expect(turnsOf([weeks(17, () => 5)])).toEqual(NO_TURNS);
    expect(turnsOf([weeks(60, () => 1)])).toEqual(NO_TURNS);
    expect(turnsOf([weeks(18, () => 5)]).any).toHaveLength(10);
  });

  it("of weeks that are alike are one, as long as is known and nobody asks further", () => {
    const { any, yearAgo } = turnsOf([weeks(78, () => 3), weeks(40, () => 5)]);
    expect(any).toHaveLength(70);
    expect(any.map(({ length }) => length).slice(0, 28)).toEqual([...weeks(26, (age) => age + 1), 26, 26]);
    expect([...any, ...yearAgo].flat().every((each) => each === 1)).toBe(true);
    expect(yearAgo).toHaveLength(3);
  });

  it("have holidays in them, which do not make the weeks after them look like growth", () => {
    const { any, yearAgo } = turnsOf([weeks(70, (age) => (age >= 45 && age < 48 ? 0 : 8))]);
    // After week 46 ago were one more of holiday and then weeks as ever.
    expect(any[45]!.slice(0, 3)).toEqual([0, 1, 1]);
    expect(any[44]!.slice(0, 3)).toEqual([1, 1, 1]);
    expect(yearAgo[1]!.slice(0, 9)).toEqual([1, 1, 1, 1, 0, 0, 0, 1, 1]);
  });

  it("are multiples of a week as it was on average lately", () => {
    // Three of the last thirteen were holiday: on average 8 · 10 / 13, usually 8.
    const { any } = turnsOf([weeks(60, (age) => (age < 3 ? 0 : 8))]);
    expect(any[30]![0]).toBeCloseTo(13 / 10, 3);
  });

  it("tell of a year ago where there is a year, though little before it", () => {
    expect(turnsOf([weeks(50, () => 4)]).yearAgo).toEqual([]);
    const { yearAgo } = turnsOf([weeks(53, (age) => (age >= 50 ? 2 : 4))]);
    // Held to the first thirteen weeks, most of which had four asks.
    expect(yearAgo[1]!.slice(0, 3)).toEqual([0.5, 0.5, 1]);
  });
});

describe("a turn that is drawn", () => {
  it("goes on by another where it was not known any longer", () => {
    const draw = turnDrawer(uniformFrom(4), { any: [[1], [2, 3]], yearAgo: [] }, 4);
    const drawn = new Set(Array.from({ length: 60 }, () => String(draw())));
    expect(drawn).toEqual(new Set(["1,3,3,3", "2,3,3,3"]));
  });

  it("is every other time that of a year ago, and none where nothing is known", () => {
    const draw = turnDrawer(uniformFrom(4), { any: [[1]], yearAgo: [[7]] }, 1);
    const ofYear = Array.from({ length: 1000 }, () => draw()![0]).filter((each) => each === 7).length;
    expect(Math.abs(ofYear - 500)).toBeLessThan(60);
    expect(turnDrawer(uniformFrom(4), NO_TURNS, 3)()).toBeNull();
  });
});
