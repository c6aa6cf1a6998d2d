import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { uniformFrom } from "./random.ts";
import { differenceOfTimes, logRank, survivalOf, timeUntil, type Lives } from "./survival.ts";

const one = (time: number, ended = true): Lives => ({ time, ended, many: 1 });
/** "4+": had not ended by then. */
const seen = (text: string) =>
  text.split(" ").map((time) => one(Number.parseInt(time, 10), !time.endsWith("+")));
const lives = fc.array(
  fc.record({
    time: fc.integer({ min: 0, max: 12 }),
    ended: fc.boolean(),
    many: fc.integer({ min: 0, max: 4 }),
  }),
  { minLength: 1, maxLength: 40 },
);

describe("a curve of survival", () => {
  it("is the plain share of what is left where all have ended", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1 }), (times) => {
        for (const { time, share } of survivalOf(times.map((time) => one(time))).steps) {
          expect(share).toBeCloseTo(times.filter((each) => each > time).length / times.length, 12);
        }
      }),
    );
  });

  it("counts somebody last seen when another ended as at risk then", () => {
    expect(survivalOf([one(5), one(5, false)]).steps).toMatchObject([
      { time: 5, atRisk: 2, ended: 1, share: 0.5 },
    ]);
    expect(survivalOf([one(5), one(4.9, false)]).steps).toMatchObject([{ atRisk: 1, share: 0 }]);
  });

  it("falls, keeps within its limits, and is the same however its lives are counted and in whatever order", () => {
    fc.assert(
      fc.property(lives, (counted) => {
        const curve = survivalOf(counted);
        let before = 1;
        for (const { share, low, high, atRisk, ended } of curve.steps) {
          expect(share).toBeLessThan(before);
          expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
          expect(ended).toBeLessThanOrEqual(atRisk);
          before = share;
        }
        const single = counted.flatMap(({ time, ended, many }) =>
          Array.from({ length: many }, () => one(time, ended)),
        );
        expect(survivalOf(single.toReversed())).toEqual(curve);
      }),
    );
  });

  it("says nothing of nothing and nothing beyond what was seen", () => {
    expect(survivalOf([])).toEqual({ n: 0, ended: 0, steps: [] });
    expect(timeUntil(survivalOf([one(3), one(9, false), one(9, false)]))).toEqual({
      value: null,
      low: 3,
      high: null,
    });
  });

  it.each([one(-1), one(Number.NaN), { ...one(3), many: -1 }, { ...one(3), many: 0.5 }])(
    "is none of %j",
    (odd) => {
      expect(() => survivalOf([odd])).toThrow(RangeError);
    },
  );
});

test("where half is left for a while, the median lies amid it", () => {
  expect(timeUntil(survivalOf([one(2), one(4), one(8), one(9)])).value).toBe(6);
  expect(timeUntil(survivalOf([one(2), one(4), one(8), one(9)]), 0.25).value).toBe(3);
  expect(timeUntil(survivalOf([one(2), one(4), one(8), one(9)]), 0.6).value).toBe(8);
});

describe("the log-rank test", () => {
  // Computed with NumPy and SciPy 1.17.1 by the inverse of the variance; the two with scipy.stats.logrank.
  it("is what others compute for three groups with ties, and for two of them", () => {
    const [a, b, c] = [seen("1 3 3 4+ 9 12+"), seen("2 3 7 8 8+ 8"), seen("1 1+ 5 6 9 15 20+")];
    const three = logRank([[a, b, c]])!;
    expect(three.chiSquare).toBeCloseTo(0.6419643430997545, 12);
    expect(three.p).toBeCloseTo(0.7254361842776793, 12);
    expect(three.expected.map((value) => value.toFixed(8))).toEqual([
      "3.84811935",
      "3.96465976",
      "6.18722089",
    ]);
    expect(logRank([[a, c]])!.chiSquare).toBeCloseTo(0.256646062520249, 12);
  });

  it("does not mind the order of groups, nor a group that was never there", () => {
    fc.assert(
      fc.property(lives, lives, lives, (a, b, c) => {
        const [forth, back] = [logRank([[a, b, c]]), logRank([[c, a, b]])];
        expect(forth?.degrees).toBe(back?.degrees);
        expect(forth?.chiSquare ?? 0).toBeCloseTo(back?.chiSquare ?? 0, 6);
        expect(logRank([[a, b, []]])?.chiSquare).toBe(logRank([[a, b]])?.chiSquare);
      }),
    );
  });

  it("finds nothing between equals and nothing where nothing ended", () => {
    const group = [one(1), one(2), one(2), one(5, false)];
    expect(logRank([[group, group, group]])).toMatchObject({ degrees: 2, ended: [3, 3, 3] });
    expect(logRank([[group, group, group]])!.p).toBeCloseTo(1, 9);
    expect(logRank([[[one(1, false)], [one(2, false)]]])).toBeNull();
    expect(logRank([[group]])).toBeNull();
    expect(logRank([])).toBeNull();
  });

  it("weighs the same seen twice twice, stratum by stratum", () => {
    const groups = [
      [one(1), one(3), one(4, false), one(9)],
      [one(2), one(7), one(8), one(8, false)],
    ];
    expect(logRank([groups, groups])!.chiSquare).toBeCloseTo(2 * logRank([groups])!.chiSquare, 9);
  });

  // Quick ones are nearly all of the first kind: without strata the groups differ, within them they do not.
  it("is not fooled by who is in which group when it compares within strata", () => {
    const uniform = uniformFrom(3);
    const drawn = (n: number, mean: number) =>
      Array.from({ length: n }, () => one(-mean * Math.log(1 - uniform())));
    const quick = [drawn(90, 10), drawn(15, 10)];
    const slow = [drawn(15, 60), drawn(90, 60)];
    const joined = [0, 1].map((group) => [...quick[group]!, ...slow[group]!]);
    expect(logRank([joined])!.p).toBeLessThan(0.001);
    expect(logRank([quick, slow])!.p).toBeGreaterThan(0.05);
  });

  it("calls a chance difference one in 20 times, of two groups and of four", () => {
    for (const size of [2, 4]) {
      const uniform = uniformFrom(11);
      let found = 0;
      for (let round = 0; round < 1000; round += 1) {
        const groups = Array.from({ length: size }, () =>
          Array.from({ length: 40 }, () => {
            const [end, seen] = [Math.ceil(-20 * Math.log(1 - uniform())), Math.ceil(40 * uniform())];
            return one(Math.min(end, seen), end <= seen);
          }),
        );
        if (logRank([groups])!.p < 0.05) found += 1;
      }
      expect(Math.abs(found / 1000 - 0.05)).toBeLessThan(0.015);
    }
  });
});

test("the difference of two medians holds the truth in about 95 of 100 cases", () => {
  const uniform = uniformFrom(5);
  const group = (n: number, median: number) =>
    Array.from({ length: n }, () => {
      const [end, seen] = [(-median * Math.log(1 - uniform())) / Math.LN2, 60 + 180 * uniform()];
      return one(Math.ceil(Math.min(end, seen)), end <= seen);
    });
  let [held, said] = [0, 0];
  for (let round = 0; round < 1000; round += 1) {
    const [first, second] = [timeUntil(survivalOf(group(60, 89))), timeUntil(survivalOf(group(45, 61)))];
    const difference = differenceOfTimes(first, second);
    if (difference === null) continue;
    said += 1;
    expect(difference.value).toBe(first.value! - second.value!);
    if (difference.low <= 28 && 28 <= difference.high) held += 1;
  }
  expect(said).toBeGreaterThan(950);
  expect(held / said).toBeGreaterThan(0.93);
  expect(held / said).toBeLessThan(0.98);
});

test("of a median beyond what was seen no difference is said", () => {
  const seen = { value: 8, low: 4, high: 11 };
  expect(differenceOfTimes(seen, { value: 23, low: 13, high: null })).toBeNull();
  expect(differenceOfTimes({ value: null, low: 3, high: null }, seen)).toBeNull();
  expect(differenceOfTimes(seen, seen)).toEqual({ value: 0, low: -5, high: 5 });
});
