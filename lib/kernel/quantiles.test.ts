import * as fc from "fast-check";
import { expect, test } from "vitest";
import { quantile, sortedUp } from "./quantiles.ts";

const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 60 });

test("quantiles lie between the least and the most, rise with their share and turn with the sign", () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const sorted = sortedUp(values);
      const mirrored = sortedUp(values.map((value) => -value));
      let before = -Infinity;
      for (const share of [0, 0.1, 0.5, 0.8, 1]) {
        const value = quantile(sorted, share);
        expect(value).toBeGreaterThanOrEqual(before);
        expect(quantile(mirrored, 1 - share)).toBeCloseTo(-value, 9);
        before = value;
      }
      expect(quantile(sorted, 0)).toBe(sorted[0]);
      expect(quantile(sorted, 1)).toBe(sorted.at(-1));
    }),
  );
});

test("what is never reached stays so", () => {
  expect(quantile([1, 2, Infinity], 0.5)).toBe(2);
  expect(quantile([1, Infinity], 0.5)).toBe(Infinity);
  expect(quantile([Infinity, Infinity], 0.5)).toBe(Infinity);
});

test.each([
  [[], 0.5],
  [[1, 2], 1.5],
  [[1, 2], -1],
  [[1, 2], Number.NaN],
])("of %j there is no quantile %d", (values, share) => {
  expect(() => quantile(values, share)).toThrow(RangeError);
});
