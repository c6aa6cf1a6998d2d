import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { differenceOf, ENOUGH_EVENTS, newcombe, rateOf, wilson } from "./rates.ts";

describe("rateOf", () => {
  test.each([
    [0, 0],
    [5, 19],
    [19, 19],
  ])("%i of %i is too early to say", (successes, n) => {
    expect(rateOf(successes, n)).toEqual({ kind: "too-early", n });
  });

  it("speaks from 20 events on", () => {
    const rate = rateOf(5, ENOUGH_EVENTS);
    expect(rate).toMatchObject({ kind: "rate", value: 0.25, n: 20, ...wilson(5, 20) });
  });

  test.each([
    [3, 2],
    [-1, 30],
    [1.5, 30],
    [1, Number.NaN],
  ])("%d of %d is no share", (successes, n) => {
    expect(() => rateOf(successes, n)).toThrow(RangeError);
  });
});

describe("wilson", () => {
  const counts = fc
    .integer({ min: 1, max: 100_000 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

  it("holds the share, stays within 0 and 1, mirrors, and widens with confidence", () => {
    fc.assert(
      fc.property(counts, ([successes, n]) => {
        const { low, high } = wilson(successes, n);
        expect(0 <= low && low <= successes / n && successes / n <= high && high <= 1).toBe(true);
        const mirrored = wilson(n - successes, n);
        expect(mirrored.low).toBeCloseTo(1 - high, 12);
        expect(mirrored.high).toBeCloseTo(1 - low, 12);
        const narrow = wilson(successes, n, 0.9);
        const wide = wilson(successes, n, 0.99);
        expect(narrow.high - narrow.low).toBeLessThan(high - low);
        expect(wide.high - wide.low).toBeGreaterThan(high - low);
      }),
    );
  });

  it("solves the score equation it is defined by", () => {
    fc.assert(
      fc.property(counts, ([successes, n]) => {
        fc.pre(successes > 0 && successes < n);
        for (const bound of Object.values(wilson(successes, n))) {
          const score = Math.abs(successes / n - bound) / Math.sqrt((bound * (1 - bound)) / n);
          expect(score).toBeCloseTo(1.959964, 4);
        }
      }),
    );
  });

  it("reaches 0 and 1 exactly when all events agree", () => {
    const sizes = Array.from({ length: 1000 }, (_, index) => index + 1);
    expect(sizes.filter((n) => wilson(0, n).low !== 0 || wilson(n, n).high !== 1)).toEqual([]);
  });

  it("knows nothing from nothing", () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });
});

// Table II of Newcombe, Statist. Med. 17 (1998), method 10.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [10, 10, 0, 10, 0.6075, 1],
])("%d of %d is above %d of %d by %d to %d", (a, m, b, n, low, high) => {
  const difference = newcombe({ successes: a, n: m }, { successes: b, n });
  expect(difference.value).toBeCloseTo(a / m - b / n, 10);
  expect(difference.low).toBeCloseTo(low, 4);
  expect(difference.high).toBeCloseTo(high, 4);
});

test("of a difference nothing is said while either share has under 20 events", () => {
  expect(differenceOf({ successes: 5, n: 19 }, { successes: 20, n: 80 })).toBeNull();
  expect(differenceOf({ successes: 20, n: 80 }, { successes: 5, n: 19 })).toBeNull();
  expect(differenceOf({ successes: 10, n: 20 }, { successes: 5, n: 20 })?.value).toBe(0.25);
});
