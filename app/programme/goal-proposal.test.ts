import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PUBLISHED_CLOSE, type Reckoned } from "#commitments/wish.ts";
import {
  aimOfEach,
  asksAWeek,
  capacityOf,
  checkAim,
  proposeGoal,
  tenReps,
  type RepFacts,
} from "./goal-proposal.ts";

const OLD: RepFacts = { days: 21, fullDays: 21, hereForDays: 900, received: 30, workedDays: 125 };
const EVERYBODY = { received: 240, workedDays: 1_000 };
const NOBODY = { received: 12, workedDays: 1_000 };

describe("how much of a month somebody has", () => {
  it.each<[string, Partial<RepFacts>, number]>([
    ["full-time", {}, 1],
    ["three days a week", { days: 12.6 }, 0.6],
    ["away for a third of it", { days: 14 }, 2 / 3],
    ["came yesterday", { hereForDays: 1 }, 1 / 3],
    ["came five weeks ago", { hereForDays: 35 }, 2 / 3],
    ["came nine weeks ago", { hereForDays: 63 }, 1],
    ["comes during it", { hereForDays: -10 }, 1 / 3],
    ["new and part-time", { hereForDays: 5, days: 10.5 }, 1 / 6],
    ["away", { days: 0 }, 0],
    ["in a month without workdays", { days: 0, fullDays: 0 }, 0],
  ])("%s", (_, facts, share) => {
    expect(capacityOf({ ...OLD, ...facts })).toBeCloseTo(share, 10);
  });
});

describe("what is proposed", () => {
  it("is the fair share where their own numbers reach as far", () => {
    // 30 in 125 days, drawn by 21 days at 0.24: 35.04 in 146 days, in 21 days 5.04
    const { amount, as, fair, pace } = proposeGoal(OLD, 5, EVERYBODY);
    expect({ amount, as, fair }).toEqual({ amount: 5, as: "fair", fair: 5 });
    expect(pace).toMatchObject({ middle: 5, origin: "own" });
    expect(pace!.low).toBeLessThan(5);
    expect(pace!.high).toBeGreaterThan(6);
  });

  it("is a step for whoever had none: one more than their pace, or as far as chance reaches", () => {
    const { amount, as, pace } = proposeGoal({ ...OLD, received: 0 }, 5, EVERYBODY);
    expect(as).toBe("step");
    expect(amount).toBe(Math.max(Math.floor(pace!.high), Math.floor(pace!.middle) + 1));
    expect(amount).toBeGreaterThanOrEqual(1);
    expect(amount).toBeLessThan(5);
  });

  it("is never less than comes anyway", () => {
    const { amount, as, pace } = proposeGoal({ ...OLD, received: 60 }, 5, EVERYBODY);
    expect(as).toBe("own-pace");
    expect(amount).toBe(Math.round(pace!.middle));
    expect(amount).toBeGreaterThan(7);
  });

  it("is less for part-time and for who is new, without being counted against them", () => {
    expect(proposeGoal({ ...OLD, days: 10.5, received: 15, workedDays: 62 }, 5, EVERYBODY)).toMatchObject({
      amount: 3,
      fair: 2.5,
      as: "fair",
    });
    const fresh = proposeGoal({ ...OLD, hereForDays: 3, received: 0, workedDays: 2 }, 5, EVERYBODY);
    expect(fresh).toMatchObject({ fair: 1.7, pace: { origin: "team" } });
    expect(fresh.amount).toBeLessThanOrEqual(5);
    expect(proposeGoal({ ...OLD, days: 0 }, 5, EVERYBODY)).toEqual({
      amount: 0,
      as: "away",
      fair: 0,
      pace: null,
    });
  });

  it("is the share alone while nobody's numbers say anything", () => {
    expect(proposeGoal(OLD, 5, NOBODY)).toEqual({ amount: 5, as: "fair", fair: 5, pace: null });
  });

  it("rises with the aim and with one's own numbers, and stays within one's own range or above the pace", () => {
    const facts = fc.record({
      days: fc.integer({ min: 1, max: 23 }),
      fullDays: fc.constant(23),
      hereForDays: fc.integer({ min: 0, max: 2_000 }),
      received: fc.nat(120),
      workedDays: fc.integer({ min: 0, max: 130 }),
    });
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 30 }), (rep, aim) => {
        const { amount, pace } = proposeGoal(rep, aim, EVERYBODY);
        expect(amount).toBeGreaterThanOrEqual(Math.floor(pace!.middle));
        expect(amount).toBeLessThanOrEqual(Math.max(Math.floor(pace!.high), Math.floor(pace!.middle) + 1));
        expect(proposeGoal(rep, aim + 1, EVERYBODY).amount).toBeGreaterThanOrEqual(amount);
        const better = { ...rep, received: rep.received + 1 };
        expect(proposeGoal(better, aim, EVERYBODY).amount).toBeGreaterThanOrEqual(amount);
      }),
    );
  });
});

describe("asks a week", () => {
  const yields: Reckoned = { value: 0.25, low: 0.2, high: 0.5, n: 80, origin: "own" };
  it("are introductions by the share of asks that bring one, in whole people", () => {
    expect(asksAWeek(5, 4, yields)).toEqual({ low: 3, middle: 5, high: 7 });
    expect(asksAWeek(0, 4, yields)).toEqual({ low: 0, middle: 0, high: 0 });
    expect(asksAWeek(1, 1, { ...yields, low: 0 }).high).toBe(100);
  });
});

describe("ten such reps", () => {
  it("bring what the company's own share makes of it, or what was published", () => {
    const own = tenReps(5, { did: 30, of: 120 }, PUBLISHED_CLOSE);
    expect(own).toMatchObject({ introductionsAMonth: 50, introductionsAYear: 600, close: { n: 120 } });
    expect(own.clients.middle).toBe(Math.round((600 * 30.5) / 121));
    const published = tenReps(5, { did: 3, of: 19 }, PUBLISHED_CLOSE);
    expect(published.close.origin).toBe("published");
    expect(published.clients).toEqual({ low: 88, middle: 163, high: 300 });
  });
});

describe("an aim", () => {
  it("is shared by those who are there, by their time", () => {
    expect(aimOfEach(40, 8, 5)).toBe(5);
    expect(aimOfEach(null, 8, 6)).toBe(6);
    expect(aimOfEach(40, 0, 5)).toBe(5);
    expect(() => checkAim(1.5)).toThrow("whole number");
    expect(() => checkAim(null)).not.toThrow();
  });
});
