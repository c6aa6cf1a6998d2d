import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { betaBelow, betaQuantile, chiSquareAbove, lnBeta } from "./distributions.ts";

// Computed with SciPy 1.17.1.
test.each([
  [0.3, 0.5, 0.5, 0.36901011956554536],
  [0.01, 2, 30, 0.03838951459523544],
  [0.25, 120, 380, 0.704226984727339],
  [0.999, 2000, 5, 0.9470758154768987],
  [1e-8, 0.1, 3, 0.18305516339643102],
  [0.334, 1e5, 2e5, 0.7807618138321535],
])("below %d lies of beta(%d, %d): %d", (x, a, b, below) => {
  expect(betaBelow(x, a, b)).toBeCloseTo(below, 9);
});

// Computed with SciPy 1.17.1.
test.each([
  [0.1, 0.5, 0.5, 0.024471741852423214],
  [0.05, 2, 30, 0.011585315861443594],
  [0.9, 2.5, 7.25, 0.44116144066963553],
  [0.5, 120, 380, 0.23965311757011978],
  [0.975, 0.1, 3, 0.3155021220528153],
  [0.025, 2000, 5, 0.9948973807030994],
  [0.9, 1, 1, 0.9],
])("the quantile %d of beta(%d, %d) is %d", (below, a, b, value) => {
  expect(betaQuantile(below, a, b)).toBeCloseTo(value, 11);
});

// The first three are R 4.2.2's in the survival and two-sample tests, the others SciPy's.
test.each([
  [16.7929409892165, 1, 4.16880910933948e-5],
  [3.3963886989776, 1, 0.0653393220405052],
  [12.6004112971276, 3, 0.00558547666162702],
  [0.1, 1, 0.7518296340458492],
  [200, 4, 3.75727673578106e-42],
  [5, 10, 0.8911780189141513],
  [0, 2, 1],
])("chi-square above %d with %d degrees: %d", (x, degrees, above) => {
  expect(chiSquareAbove(x, degrees) / above).toBeCloseTo(1, 9);
});

describe("the beta distribution", () => {
  const shape = fc.double({ min: 0.05, max: 500, noNaN: true });
  const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });

  it("mirrors, and its quantile undoes it", () => {
    fc.assert(
      fc.property(shape, shape, share, (a, b, at) => {
        expect(betaBelow(at, a, b)).toBeCloseTo(1 - betaBelow(1 - at, b, a), 9);
        const x = betaQuantile(at, a, b);
        // So close to 1 numbers are too far apart to undo anything.
        fc.pre(x < 0.999_999);
        expect(betaBelow(x, a, b)).toBeCloseTo(at, 8);
      }),
    );
  });

  it("goes on by one in its shape as the gamma function does", () => {
    fc.assert(
      fc.property(shape, shape, (a, b) => {
        expect(lnBeta(a + 1, b) - lnBeta(a, b)).toBeCloseTo(Math.log(a / (a + b)), 8);
      }),
    );
  });

  it.each([
    [0, 1],
    [1, -2],
    [Number.NaN, 1],
    [1, Infinity],
  ])("has no shapes %d and %d", (a, b) => {
    expect(() => betaBelow(0.5, a, b)).toThrow(RangeError);
    expect(() => betaQuantile(0.5, a, b)).toThrow(RangeError);
  });
});
