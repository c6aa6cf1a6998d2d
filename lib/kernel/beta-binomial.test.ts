import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { posterior, shrunkRate, teamRatesOf, type Tried } from "./beta-binomial.ts";
import { drawBeta, drawBinomial } from "./draws.ts";
import { uniformFrom } from "./random.ts";

// R. E. Tarone's 71 experiments with rats, as in Gelman et al., Bayesian Data Analysis, table 5.1.
const CAME = [
  "0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 1 1 1 1 1 1 2 2 2 2 2 2 2 2 2 1 5 2 5 3 2 7 7 3",
  "3 2 9 10 4 4 4 4 4 4 4 10 4 4 4 5 11 12 5 5 6 5 6 6 6 6 16 15 15 9 4",
];
const TRIED = [
  "20 20 20 20 20 20 20 19 19 19 19 18 18 17 20 20 20 20 19 19 18 18 25 24 23 20 20 20 20 20 20 10 49 19 46 27 17 49 47 20",
  "20 13 48 50 20 20 20 20 20 20 20 48 19 19 19 22 46 49 20 20 23 19 22 20 20 20 52 46 47 24 14",
];
const numbers = (rows: string[]) => rows.join(" ").split(" ").map(Number);
const RATS = numbers(CAME).map((came, at): Tried => ({ came, tried: numbers(TRIED)[at]! }));

test("the rats' prior is the book's: a of 2.4 and b of 14.3 on average", () => {
  expect(RATS).toHaveLength(71);
  const picked = teamRatesOf(RATS);
  const mean = (of: "a" | "b") => picked.reduce((sum, each) => sum + each[of], 0) / picked.length;
  expect(mean("a")).toBeCloseTo(2.4, 1);
  expect(mean("b")).toBeGreaterThan(14);
  expect(mean("b")).toBeLessThan(14.6);
  // Of the 71st, 4 of 14 with tumours: the book's figure 5.4 has it drawn from 0.286 to about 0.2.
  const last = shrunkRate(picked, { came: 4, tried: 14 }, 0.95);
  expect(last.value).toBeGreaterThan(0.19);
  expect(last.value).toBeLessThan(0.23);
});

describe("a shrunk rate", () => {
  const team: Tried[] = [12, 9, 16, 8, 11, 14].map((came) => ({ came, tried: 40 }));
  const rates = teamRatesOf(team);

  it("lies between one's own and the team's, and the nearer to one's own the more was tried", () => {
    const few = shrunkRate(rates, { came: 3, tried: 4 });
    const more = shrunkRate(rates, { came: 60, tried: 80 });
    const none = shrunkRate(rates, { came: 0, tried: 0 });
    expect(none.value).toBeCloseTo(70 / 240, 1);
    expect(few.value).toBeGreaterThan(none.value);
    expect(few.value).toBeLessThan(more.value);
    expect(more.value).toBeLessThan(0.75);
    const alike = shrunkRate(rates, { came: 23, tried: 80 });
    expect(none.high - none.low).toBeGreaterThan(alike.high - alike.low);
  });

  it("holds together for any team, be it empty, alone, all or nothing, or huge", () => {
    const tried = fc
      .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.oneof(fc.nat(50), fc.constant(10_000)))
      .map(([share, n]): Tried => ({ came: share * n, tried: n }));
    fc.assert(
      fc.property(fc.array(tried, { maxLength: 6 }), tried, (members, own) => {
        const { value, low, high } = shrunkRate(teamRatesOf(members), own);
        // The mean need not lie in the interval where nearly all of it is at one end.
        expect(0 <= low && low <= high && high <= 1 && 0 <= value && value <= 1).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("of a huge team is the team's own share", () => {
    const huge = teamRatesOf(Array.from({ length: 5 }, () => ({ came: 2_000, tried: 10_000 })));
    const { value, low, high } = shrunkRate(huge, { came: 0, tried: 0 });
    expect(value).toBeCloseTo(0.2, 2);
    expect(high - low).toBeLessThan(0.05);
  });

  it("holds the truth in about 80 of 100 cases, of members who differ and of members who do not", () => {
    for (const [a, b] of [
      [3, 7],
      [300, 700],
    ] as const) {
      const uniform = uniformFrom(21);
      let [held, all] = [0, 0];
      for (let round = 0; round < 30; round += 1) {
        const truth = Array.from({ length: 8 }, () => drawBeta(uniform, a, b));
        const members = truth.map((p, at): Tried => {
          const tried = 5 + 8 * at;
          return { came: drawBinomial(uniform, tried, p), tried };
        });
        const known = teamRatesOf(members);
        truth.forEach((p, at) => {
          const { low, high } = shrunkRate(known, members[at]!, 0.8);
          all += 1;
          if (low <= p && p <= high) held += 1;
        });
      }
      expect(held / all).toBeGreaterThan(0.74);
      expect(held / all).toBeLessThan(0.95);
    }
  });
});

test.each([
  { came: 3, tried: 2 },
  { came: -1, tried: 2 },
  { came: 1, tried: Infinity },
  { came: Number.NaN, tried: 2 },
])("%j is no share", (odd) => {
  expect(() => teamRatesOf([odd])).toThrow(RangeError);
  expect(() => posterior({ a: 1, b: 1 }, odd)).toThrow(RangeError);
});
