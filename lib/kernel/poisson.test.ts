import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { poissonInterval } from "./poisson.ts";

describe("the interval of a count", () => {
  // Garwood 1936, table 1: ten events, 95 %.
  it("is 4.795 to 18.39 for ten", () => {
    const { low, high } = poissonInterval(10);
    expect(low).toBeCloseTo(4.795, 3);
    expect(high).toBeCloseTo(18.39, 2);
  });

  it("is 0 to 3 for none at 90 %: the rule of three", () => {
    const { low, high } = poissonInterval(0, 0.9);
    expect(low).toBe(0);
    expect(high).toBeCloseTo(-Math.log(0.05), 9);
  });

  it("holds the count, and both ends rise with it", () => {
    fc.assert(
      fc.property(fc.nat(400), (events) => {
        const [one, next] = [poissonInterval(events, 0.9), poissonInterval(events + 1, 0.9)];
        expect(one.low).toBeLessThanOrEqual(events);
        expect(one.high).toBeGreaterThan(events);
        expect(next.low).toBeGreaterThan(one.low);
        expect(next.high).toBeGreaterThan(one.high);
      }),
    );
  });

  // By the normal distribution, which is near for large counts.
  it.each([300, 700, 2_000, 20_000])("is about the count ± 1.96 of its root for %i", (events) => {
    const { low, high } = poissonInterval(events);
    const reach = 1.96 * Math.sqrt(events);
    expect(Math.abs((events - low) / reach - 1)).toBeLessThan(0.06);
    expect(Math.abs((high - events) / reach - 1)).toBeLessThan(0.11);
  });

  it.each([-1, 0.5, Number.NaN])("is none for %d", (events) => {
    expect(() => poissonInterval(events)).toThrow(RangeError);
  });
});
