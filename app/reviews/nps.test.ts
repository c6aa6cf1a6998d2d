import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupOfScore, npsInterval, npsOf } from "./nps.ts";

describe("a score", () => {
  it.each([
    [0, "detractor"],
    [6, "detractor"],
    [7, "passive"],
    [8, "passive"],
    [9, "promoter"],
    [10, "promoter"],
  ])("of %i makes a %s", (score, group) => {
    expect(groupOfScore(score)).toBe(group);
  });
  it.each([-1, 11, 7.5, Number.NaN])("of %d is none", (score) => {
    expect(() => groupOfScore(score)).toThrow(RangeError);
  });
});

describe("the interval", () => {
  // Worked out apart from this code, in Python's decimal with 50 digits, from E[x²] − E[x]² of x = −1, 0, 1.
  it.each([
    [0, 0, 20, 69.683344, 100],
    [20, 0, 0, -100, -69.683344],
    [0, 20, 0, -10.436765, 10.436765],
    [5, 5, 10, -11.716133, 55.194394],
    [7, 6, 7, -33.549504, 33.549504],
    [8, 12, 16, -4.034798, 45.060439],
    [1, 3, 21, 50.180433, 92.67671],
    [100, 200, 300, 27.216905, 39.118087],
    [333, 333, 334, -4.952697, 5.152099],
    [2500, 2500, 5000, 23.367674, 26.617331],
  ])(
    "of %i detractors, %i between and %i promoters is %d to %d",
    (detractor, passive, promoter, low, high) => {
      const found = npsInterval({ detractor, passive, promoter });
      expect(found.low).toBeCloseTo(low, 5);
      expect(found.high).toBeCloseTo(high, 5);
    },
  );

  const counts = fc.record({ detractor: fc.nat(2_000), passive: fc.nat(2_000), promoter: fc.nat(2_000) });
  it("turns round when promoters and detractors change places, and never leaves the scale", () => {
    fc.assert(
      fc.property(counts, (those) => {
        const found = npsInterval(those);
        const turned = npsInterval({ ...those, detractor: those.promoter, promoter: those.detractor });
        expect(found.low).toBeCloseTo(-turned.high, 8);
        expect(found.low).toBeGreaterThanOrEqual(-100);
        expect(found.high).toBeLessThanOrEqual(100);
        expect(found.low).toBeLessThan(found.high);
      }),
    );
  });
  it("holds the score, up to what three more answers move it", () => {
    fc.assert(
      fc.property(counts, (those) => {
        const n = those.detractor + those.passive + those.promoter;
        fc.pre(n >= 20);
        const value = (100 * (those.promoter - those.detractor)) / n;
        const { low, high } = npsInterval(those);
        expect(value).toBeGreaterThanOrEqual(low - 1e-9);
        expect(value).toBeLessThanOrEqual(high + 1e-9);
      }),
    );
  });
});

describe("what is said of many", () => {
  it("is nothing under 20 answers, but how many there are of each", () => {
    const scores = Array.from({ length: 19 }, (_, at) => at % 11);
    expect(npsOf(scores)).toEqual({
      kind: "too-early",
      n: 19,
      counts: { detractor: 14, passive: 3, promoter: 2 },
    });
    expect(npsOf([])).toMatchObject({ kind: "too-early", n: 0 });
  });
  it("is promoters less detractors from the twentieth on", () => {
    const found = npsOf([...Array.from({ length: 12 }, () => 10), ...Array.from({ length: 8 }, () => 3)]);
    expect(found).toMatchObject({ kind: "nps", n: 20, value: 20 });
  });
});
