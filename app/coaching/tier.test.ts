import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TIERS, tierOf } from "./tier.ts";

const rank = (tier: string | null) => (tier === null ? -1 : (TIERS as readonly string[]).indexOf(tier));

describe("a tier", () => {
  it.each([
    [7, 15, 1, null, { tier: "half-way", missing: 1 }],
    [8, 15, 1, "half-way", { tier: "goal", missing: 7 }],
    [15, 15, 1, "goal", { tier: "beyond", missing: 8 }],
    [23, 15, 1, "beyond", null],
    // Three days a week, or away for two fifths: nine are the goal.
    [9, 15, 0.6, "goal", { tier: "beyond", missing: 5 }],
    [0, 15, 0.01, null, { tier: "half-way", missing: 1 }],
  ] as const)("%i introductions, goal %i, there %f: %s", (count, goal, there, tier, next) => {
    expect(tierOf(count, goal, there)).toMatchObject({ tier, next });
  });

  it("is nothing without a goal or a day there", () => {
    expect(tierOf(9, null, 1)).toEqual({ tier: null, goal: null, next: null });
    expect(tierOf(9, 15, 0)).toEqual({ tier: null, goal: null, next: null });
  });

  it("is never lost by another introduction, nor by another day away", () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (count, goal, there, away) => {
          const now = rank(tierOf(count, goal, there).tier);
          expect(rank(tierOf(count + 1, goal, there).tier)).toBeGreaterThanOrEqual(now);
          expect(rank(tierOf(count, goal, Math.max(0.05, there * (1 - away))).tier)).toBeGreaterThanOrEqual(
            now,
          );
        },
      ),
    );
  });

  it("says exactly how many are missing to the next", () => {
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        (count, goal, there) => {
          const { tier, next } = tierOf(count, goal, there);
          expect(next === null).toBe(tier === "beyond");
          const missing = next?.missing ?? 1;
          expect(missing).toBeGreaterThan(0);
          expect(tierOf(count + missing - 1, goal, there).tier).toBe(tier);
          expect(tierOf(count + missing, goal, there).tier === tier).toBe(next === null);
        },
      ),
    );
  });
});
