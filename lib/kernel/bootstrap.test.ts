import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { inOrder, inOrderFrom, medianDifference, medianRange, nearMiddle } from "./bootstrap.ts";
import { quantile, sortedUp } from "./quantiles.ts";
import { uniformFrom, type Uniform } from "./random.ts";

describe("the interval of a median", () => {
  it("is the same from the same seed, lies among the values and holds the median", () => {
    const values = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 1e6 }), (sizes, seed) => {
        const range = medianRange(inOrder(sizes), { seed, times: 400 });
        expect(medianRange(inOrder(sizes.toReversed()), { seed, times: 400 })).toEqual(range);
        expect(range.value).toBe(quantile(sortedUp(sizes), 0.5));
        expect(Math.min(...sizes) <= range.low && range.high <= Math.max(...sizes)).toBe(true);
        expect(range.low <= range.value && range.value <= range.high).toBe(true);
      }),
    );
  });

  // Drawing each of the values anew, which is what the beta draw stands for.
  it.each([21, 40])("is the plain bootstrap's for %d values", (n) => {
    const uniform = uniformFrom(1);
    const sizes = sortedUp(Array.from({ length: n }, () => Math.round(1000 * uniform() ** 3)));
    const plain = sortedUp(
      Array.from({ length: 20_000 }, () =>
        quantile(sortedUp(sizes.map(() => sizes[Math.floor(uniform() * n)]!)), 0.5),
      ),
    );
    for (const confidence of [0.5, 0.8, 0.95]) {
      const { low, high } = medianRange(inOrder(sizes), { seed: 2, times: 20_000, confidence });
      const tail = (1 - confidence) / 2;
      const share = (holds: (x: number) => boolean) => plain.filter(holds).length / plain.length;
      expect(share((x) => x < low)).toBeLessThan(tail + 0.01);
      expect(share((x) => x <= low)).toBeGreaterThan(tail - 0.01);
      expect(share((x) => x > high)).toBeLessThan(tail + 0.01);
      expect(share((x) => x >= high)).toBeGreaterThan(tail - 0.01);
    }
  });

  it("holds the truth in about 95 of 100 cases from twenty values on", () => {
    for (const n of [20, 51]) {
      const held = sharesHeld(400, (uniform, seed) => {
        const { low, high } = medianRange(inOrder(skewed(uniform, n, 1)), { seed, times: 600 });
        return low <= 1 && 1 <= high;
      });
      expect(held).toBeGreaterThan(0.92);
      expect(held).toBeLessThan(0.98);
    }
  });

  it("takes a hundred thousand values", () => {
    const uniform = uniformFrom(4);
    const { low, high } = medianRange(inOrder(Array.from({ length: 100_000 }, uniform)), { seed: 1 });
    // Half the width of a uniform median's 95 % interval: 1.96 · 1/2 ÷ √n.
    expect(high - low).toBeCloseTo(0.0062, 3);
  });
});

test("the interval of the difference of two medians holds the truth in about 95 of 100 cases", () => {
  const held = sharesHeld(400, (uniform, seed) => {
    const { low, high } = medianDifference(inOrder(skewed(uniform, 30, 3)), inOrder(skewed(uniform, 45, 1)), {
      seed,
      times: 600,
    });
    return low <= 2 && 2 <= high;
  });
  expect(held).toBeGreaterThan(0.92);
  expect(held).toBeLessThan(0.98);
});

test("only the values near the middle need to be known", () => {
  const uniform = uniformFrom(8);
  for (const n of [1, 2, 20, 21, 500, 40_001]) {
    const sizes = sortedUp(Array.from({ length: n }, () => Math.floor(9_000 * uniform() ** 2)));
    const { first, last } = nearMiddle(n);
    const runs = [...Map.groupBy(sizes.slice(first, last + 1), (size) => size)].map(([value, own]) => ({
      value,
      many: own.length,
    }));
    const known = inOrderFrom(runs, { n, before: first });
    expect(medianRange(known, { seed: 3 })).toEqual(medianRange(inOrder(sizes), { seed: 3 }));
    expect(medianDifference(known, inOrder([7]), { seed: 3 })).toEqual(
      medianDifference(inOrder(sizes), inOrder([7]), { seed: 3 }),
    );
  }
  expect(nearMiddle(40_001).last - nearMiddle(40_001).first).toBeLessThan(1_300);
});

test("of nothing there is no median", () => {
  expect(() => medianRange(inOrder([]), { seed: 1 })).toThrow(RangeError);
  expect(() => medianDifference(inOrder([1]), inOrder([]), { seed: 1 })).toThrow(RangeError);
});

function sharesHeld(rounds: number, holds: (uniform: Uniform, seed: number) => boolean): number {
  const uniform = uniformFrom(99);
  let held = 0;
  for (let round = 0; round < rounds; round += 1) if (holds(uniform, round)) held += 1;
  return held / rounds;
}

/** As sizes of deals are: log-normal. */
function skewed(uniform: Uniform, n: number, median: number): number[] {
  return Array.from(
    { length: n },
    () => median * Math.exp(Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())),
  );
}
