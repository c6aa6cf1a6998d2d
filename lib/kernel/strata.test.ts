import { describe, expect, it } from "vitest";
import { uniformFrom } from "./random.ts";
import { differenceWithin, type Stratum } from "./strata.ts";

const stratum = (a: number, n1: number, b: number, n0: number): Stratum => ({
  first: { successes: a, n: n1 },
  second: { successes: b, n: n0 },
});

describe("a difference within strata", () => {
  it("is the plain one, about as wide, in one large stratum", () => {
    const found = differenceWithin([stratum(120, 300, 90, 300)]);
    expect(found?.value).toBeCloseTo(0.1, 10);
    const wald = 1.96 * Math.sqrt((0.4 * 0.6) / 300 + (0.3 * 0.7) / 300);
    expect(found?.high).toBeCloseTo(0.1 + wald, 2);
    expect(found?.low).toBeCloseTo(0.1 - wald, 2);
  });

  it("is not fooled by who does it more often", () => {
    // Each does as well either way; the better one does it nearly always (Simpson's paradox).
    const found = differenceWithin([stratum(45, 90, 5, 10), stratum(1, 10, 9, 90)]);
    expect(found?.value).toBeCloseTo(0, 10);
    expect(46 / 100 - 14 / 100).toBeCloseTo(0.32);
  });

  it("leaves out who did only one of the two, and is nothing where nobody did both", () => {
    expect(differenceWithin([stratum(9, 10, 0, 0), stratum(3, 10, 2, 10)])).toEqual(
      differenceWithin([stratum(3, 10, 2, 10)]),
    );
    expect(differenceWithin([stratum(9, 10, 0, 0)])).toBeNull();
    expect(differenceWithin([])).toBeNull();
  });

  it("holds the truth in about 95 of 100 cases, in few large strata and in many small ones", () => {
    for (const [strata, each] of [
      [3, 60],
      [40, 4],
    ] as const) {
      const share = uniformFrom(7);
      const hits = (n: number, p: number) => Array.from({ length: n }, share).filter((x) => x < p).length;
      let [held, rounds] = [0, 1_500];
      for (let round = 0; round < rounds; round += 1) {
        const drawn = Array.from({ length: strata }, (_, at) => {
          const base = 0.15 + 0.5 * (at / strata);
          return stratum(hits(each, base + 0.1), each, hits(each, base), each);
        });
        const found = differenceWithin(drawn);
        if (found && found.low <= 0.1 && 0.1 <= found.high) held += 1;
      }
      expect(held / rounds).toBeGreaterThan(0.93);
      expect(held / rounds).toBeLessThan(0.97);
    }
  });
});
