import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { throwDice } from "#demo/dice.ts";
import { binsOf, calibrate, chanceOf, type Tried } from "./calibration.ts";

const tried = (scores: readonly (readonly [score: number, named: boolean])[]): Tried[] =>
  scores.map(([score, named], at) => ({ id: String(at).padStart(6, "0"), score, named }));
/** Scores from 0 to 100, named with that chance in a hundred. */
const true100 = (count: number, seed = 3) => {
  const dice = throwDice(seed);
  return tried(
    Array.from({ length: count }, () => {
      const score = dice.roll() * 100;
      return [score, dice.chance(score / 100)] as const;
    }),
  );
};

describe("chances from outcomes", () => {
  it("are too early under twenty, and say no number", () => {
    expect(calibrate([])).toMatchObject({ n: 0, bins: [], brier: null, holds: false });
    const few = calibrate(true100(19));
    expect(few).toMatchObject({ n: 19, brier: null, base: { kind: "too-early" }, holds: false });
    expect(chanceOf(few, 50)).toEqual({ kind: "too-early", n: 19 });
    expect(chanceOf(calibrate([]), 50)).toEqual({ kind: "too-early", n: 0 });
  });

  it("follow the truth once there is enough of it, each with its n and interval", () => {
    const found = calibrate(true100(2_000));
    expect(found.bins).toHaveLength(5);
    expect(found.holds).toBe(true);
    expect(found.brier!).toBeLessThan(found.baseline! - 0.04);
    for (const score of [10, 30, 50, 70, 90]) {
      const chance = chanceOf(found, score);
      if (chance.kind !== "rate") throw new Error("too early");
      expect(Math.abs(chance.value - score / 100)).toBeLessThan(0.08);
      expect(chance.low).toBeLessThan(chance.value);
      expect(chance.high).toBeGreaterThan(chance.value);
      expect(chance.n).toBe(400);
    }
    expect(chanceOf(found, -20)).toEqual(found.bins[0]!.rate);
    expect(chanceOf(found, 200)).toEqual(found.bins.at(-1)!.rate);
  });

  it("are not shown where scores say nothing, or the opposite", () => {
    const dice = throwDice(5);
    const noise = tried(Array.from({ length: 300 }, () => [dice.roll(), dice.chance(0.3)] as const));
    const upside = tried(true100(300).map(({ score, named }) => [-score, named] as const));
    const found = calibrate(noise);
    expect(found.holds).toBe(false);
    expect(chanceOf({ ...found, holds: false }, 0.5).kind).toBe("too-early");
    expect(calibrate(upside)).toMatchObject({ holds: false, bins: [{ n: 300 }] });
  });

  it("hold every outcome once in bins of at least twenty whose shares rise", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean()), { minLength: 20, maxLength: 200 }),
        (outcomes) => {
          const bins = binsOf(tried(outcomes));
          expect(bins.reduce((sum, { n }) => sum + n, 0)).toBe(outcomes.length);
          bins.forEach((bin, at) => {
            expect(bin.n).toBeGreaterThanOrEqual(20);
            const before = bins[at - 1];
            if (!before) return;
            expect(bin.from).toBeGreaterThan(before.to);
            expect(bin.named / bin.n).toBeGreaterThan(before.named / before.n);
          });
        },
      ),
    );
  });
});
