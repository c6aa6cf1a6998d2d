import { describe, expect, it, test } from "vitest";
import { betaBelow } from "./distributions.ts";
import { drawBeta, drawBinomial } from "./draws.ts";
import { uniformFrom } from "./random.ts";

const DRAWN = 20_000;
/** The largest distance that 1 in 1000 samples of this size exceeds (Kolmogorov 1933). */
const FARTHEST = 1.95 / Math.sqrt(DRAWN);

describe("numbers from a seed", () => {
  it("are the Mersenne Twister's, whose 10,000th number from 5489 the standard of C++ gives ([rand.predef])", () => {
    const uniform = uniformFrom(5489);
    // A number takes two of the generator's: its 26 bits above are the first one's last, the 27 below the second one's.
    let last = 0;
    for (let at = 0; at < 5_000; at += 1) last = uniform();
    expect((last * 2 ** 53) % 2 ** 27).toBe(4_123_659_995 % 2 ** 27);
  });

  it("fall the same way again, another way for another seed, and evenly", () => {
    const drawn = Array.from({ length: DRAWN }, uniformFrom(42));
    expect(Array.from({ length: DRAWN }, uniformFrom(42))).toEqual(drawn);
    expect(Array.from({ length: DRAWN }, uniformFrom(43))).not.toEqual(drawn);
    expect(farthest(drawn, (x) => x)).toBeLessThan(FARTHEST);
  });

  it.each([-1, 0.5, 2 ** 32, Number.NaN])("do not come from %d", (seed) => {
    expect(() => uniformFrom(seed)).toThrow(RangeError);
  });
});

test.each([
  [0.3, 0.4],
  [1, 1],
  [2.5, 7.25],
  [120, 380],
])("draws from beta(%d, %d) lie as they should", (a, b) => {
  const uniform = uniformFrom(7);
  const drawn = Array.from({ length: DRAWN }, () => drawBeta(uniform, a, b));
  expect(farthest(drawn, (x) => betaBelow(x, a, b))).toBeLessThan(FARTHEST);
});

test("draws from a beta of tiny shapes are one end or the other", () => {
  const uniform = uniformFrom(7);
  const drawn = Array.from({ length: 2_000 }, () => drawBeta(uniform, 1e-4, 3e-4));
  expect(drawn.filter((x) => x > 1e-6 && x < 1 - 1e-6).length).toBeLessThan(20);
  expect(drawn.filter((x) => x > 0.5).length / 2_000).toBeCloseTo(0.25, 1);
});

test.each([
  [5, 0.3],
  [24, 0.9],
  [25, 0.5],
  [400, 0.02],
  [10_000, 0.37],
])("draws from binomial(%d, %d) lie as they should", (n, p) => {
  const uniform = uniformFrom(9);
  const drawn = Array.from({ length: DRAWN }, () => drawBinomial(uniform, n, p));
  // At most k of n: the beta distribution of n - k and k + 1 below 1 - p (DLMF 8.17.5).
  const atMost = (k: number) => (k < 0 ? 0 : k >= n ? 1 : betaBelow(1 - p, n - k, k + 1));
  for (const k of new Set(drawn)) {
    const share = drawn.filter((each) => each <= k).length / DRAWN;
    expect(Math.abs(share - atMost(k))).toBeLessThan(FARTHEST);
  }
});

test("draws of what is sure are sure", () => {
  const uniform = uniformFrom(1);
  expect([0, 10, 1000].map((n) => drawBinomial(uniform, n, 0))).toEqual([0, 0, 0]);
  expect([0, 10, 1000].map((n) => drawBinomial(uniform, n, 1))).toEqual([0, 10, 1000]);
});

/** How far the drawn ones' steps lie from the curve at most. */
function farthest(drawn: number[], below: (x: number) => number): number {
  const sorted = drawn.toSorted((a, b) => a - b);
  return Math.max(
    ...sorted.map((x, at) =>
      Math.max(Math.abs(below(x) - at / DRAWN), Math.abs((at + 1) / DRAWN - below(x))),
    ),
  );
}
