import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bordaPoints, chanceOf, changeOfMean, friedman, kendallsW, meanRanks } from "./ranking.ts";

const order = fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 5 });
const rankings = fc.array(order, { minLength: 2, maxLength: 40 });
const sumsOf = (all: readonly number[][]) => ({
  n: all.length,
  sums: [0, 1, 2, 3, 4].map((at) => all.reduce((sum, ranks) => sum + ranks[at]!, 0)),
});

describe("how far an order is shared", () => {
  // M. G. Kendall, Rank Correlation Methods, 4th ed. 1970, example 6.1: four judges, six objects.
  it("is W = 0.41 for Kendall's four judges of six objects", () => {
    const judges = [
      [5, 4, 1, 6, 3, 2],
      [2, 3, 1, 5, 6, 4],
      [4, 1, 6, 3, 2, 5],
      [4, 3, 2, 5, 1, 6],
    ];
    const sums = judges[0]!.map((_, at) => judges.reduce((sum, ranks) => sum + ranks[at]!, 0));
    expect(sums).toEqual([15, 11, 10, 19, 12, 17]);
    expect(kendallsW({ n: 4, sums })).toBeCloseTo((12 * 64) / (16 * 210), 12);
  });

  it("is 1 when all say the same, 0 when two say the opposite, and nothing of one alone", () => {
    const same = Array.from({ length: 7 }, () => [3, 1, 2, 5, 4]);
    expect(kendallsW(sumsOf(same))).toBe(1);
    expect(kendallsW({ n: 2, sums: [6, 6, 6, 6, 6] })).toBe(0);
    expect(kendallsW({ n: 1, sums: [1, 2, 3, 4, 5] })).toBeNull();
    expect(kendallsW({ n: 3, sums: [6, 6, 6] }, 3 * 24)).toBeNull();
  });

  // Spearman's mean correlation of all pairs r: W = (r (n − 1) + 1) / n; Kendall and Babington Smith 1939.
  it("is what the mean of Spearman's correlations of all pairs makes it", () => {
    fc.assert(
      fc.property(rankings, (all) => {
        const n = all.length;
        let [total, pairs] = [0, 0];
        for (let i = 0; i < n; i += 1)
          for (let j = i + 1; j < n; j += 1) {
            const apart = all[i]!.reduce((sum, rank, at) => sum + (rank - all[j]![at]!) ** 2, 0);
            total += 1 - (6 * apart) / (5 * 24);
            pairs += 1;
          }
        const w = kendallsW(sumsOf(all))!;
        expect(w).toBeCloseTo(((total / pairs) * (n - 1) + 1) / n, 10);
        expect(w).toBeGreaterThanOrEqual(0);
        expect(w).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("does not care who answered first, or in which row a thing stands", () => {
    fc.assert(
      fc.property(rankings, order, (all, rows) => {
        const turned = all.toReversed().map((ranks) => rows.map((row) => ranks[row - 1]!));
        expect(kendallsW(sumsOf(turned))).toBeCloseTo(kendallsW(sumsOf(all))!, 12);
      }),
    );
  });

  it("comes about by chance as seldom as the tables of chi-squared say", () => {
    // Abramowitz and Stegun, table 26.8: 9.488 is reached in 5 of 100 with four degrees of freedom, 13.277 in 1.
    expect(chanceOf(9.48773, 4)).toBeCloseTo(0.05, 5);
    expect(chanceOf(13.2767, 4)).toBeCloseTo(0.01, 5);
    expect(chanceOf(0, 4)).toBe(1);
    expect(friedman(0.5, { n: 10, sums: [0, 0, 0, 0, 0] })).toBe(20);
    expect(() => chanceOf(1, 3)).toThrow(RangeError);
  });
});

describe("points and mean ranks", () => {
  it("say the same order, and hand out the same points whoever answers", () => {
    fc.assert(
      fc.property(rankings, (all) => {
        const said = sumsOf(all);
        const points = bordaPoints(said);
        const means = meanRanks(said);
        expect(points.reduce((a, b) => a + b, 0)).toBe(10 * said.n);
        expect(means.reduce((a, b) => a + b, 0)).toBeCloseTo(15, 10);
        for (const [at, mean] of means.entries()) expect(points[at]).toBeCloseTo((5 - mean) * said.n, 8);
        expect(bordaPoints(said, 1)).toEqual(points.map((each) => each + said.n));
      }),
    );
  });

  // P. Emerson, "The original Borda count and partial voting", Soc. Choice Welf. 40 (2013) 353-358: the classic count of n − 1 to 0.
  it("are those of a small vote told by hand", () => {
    expect(bordaPoints({ n: 3, sums: [1 + 2 + 1, 2 + 1 + 3, 3 + 3 + 2] })).toEqual([5, 3, 1]);
  });
});

describe("a change of a mean", () => {
  it("is none, in a narrow range, where nothing varies", () => {
    const all = { n: 10, sum: 30, squares: 90 };
    expect(changeOfMean(all, all)).toEqual({ value: 0, low: 0, high: 0 });
  });

  it("has the range that Welch's formula gives", () => {
    // ranks 1 2 3 4 5 twice (mean 3, variance 20/9); then nine times 2 and once 3 (mean 2.1, variance 0.9/9)
    const before = { n: 10, sum: 30, squares: 110 };
    const now = { n: 10, sum: 21, squares: 45 };
    const { value, low, high } = changeOfMean(before, now, 2);
    const reach = 2 * Math.sqrt(20 / 9 / 10 + 0.9 / 9 / 10);
    expect(value).toBeCloseTo(-0.9, 12);
    expect(low).toBeCloseTo(-0.9 - reach, 12);
    expect(high).toBeCloseTo(-0.9 + reach, 12);
  });
});
