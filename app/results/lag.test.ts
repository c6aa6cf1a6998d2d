import { describe, expect, it, test } from "vitest";
import { uniformFrom } from "#lib/kernel/random.ts";
import { lagDrawn, TRUE_LAGS } from "../../bench/invented-past.ts";
import { isLagKnown, lagOf } from "./lag.ts";

describe("a lag", () => {
  it("is what it was where all has come or cannot come any more", () => {
    const tries = [
      { came: 0, age: 30, many: 2 },
      { came: 2, age: 30, many: 6 },
      { came: null, age: 30, many: 12 },
    ];
    expect(lagOf(tries).map((share) => share.toFixed(6))).toEqual(["0.250000", "0.250000", "1.000000"]);
  });

  it("is not shortened by the young ones that cannot have come late yet", () => {
    const uniform = uniformFrom(8);
    const tries = Array.from({ length: 4_000 }, () => {
      const age = Math.floor(uniform() * 20);
      const lag = uniform() < 0.4 ? lagDrawn(uniform, TRUE_LAGS.deals) : null;
      return { came: lag !== null && lag <= age ? lag : null, age, many: 1 };
    });
    lagOf(tries).forEach((share, week) =>
      expect(Math.abs(share - TRUE_LAGS.deals[week]!)).toBeLessThan(0.04),
    );
  });

  it("of nothing that came is at once", () => {
    expect(lagOf([])).toEqual([1]);
    expect(lagOf([{ came: null, age: 3, many: 5 }])).toEqual([1]);
  });

  const lag = [0, 0.1, 0.3, 0.6, 0.9, 0.95, 1];
  test.each([
    [4, false],
    [5, false],
    [6, true],
    [8, true],
  ])("is known by a past of %i weeks or is not: %s", (watched, known) =>
    expect(isLagKnown(lag, watched)).toBe(known),
  );
});
