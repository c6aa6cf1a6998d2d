import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ACTIVITIES,
  agreementKind,
  checkAnswers,
  checkLastDay,
  checkRest,
  cleanStatements,
  drawChance,
  emptyUrn,
  mayAnswer,
  nextOpens,
  pollState,
  putIn,
  resultsOf,
  STATEMENTS,
  type Activity,
  type Answers,
  type Urn,
} from "./poll.ts";

const order = fc.shuffledSubarray([...ACTIVITIES], { minLength: 5 });
const answers = fc.record({
  order,
  agreement: fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 4, maxLength: 4 }),
});
/** A generator that gives the same numbers for the same seed: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
const urnOf = (all: readonly Answers[], random: () => number = () => 0): Urn =>
  all.reduce(putIn, emptyUrn(4, random));
const meansIn = (all: readonly Answers[]) =>
  new Map(
    ACTIVITIES.map((activity) => [
      activity,
      all.reduce((sum, each) => sum + each.order.indexOf(activity) + 1, 0) / all.length,
    ]),
  );

describe("when a poll is open", () => {
  it("is to the end of its last day", () => {
    expect(pollState({ lastDay: "2026-11-18" }, "2026-11-18")).toBe("open");
    expect(pollState({ lastDay: "2026-11-18" }, "2026-11-19")).toBe("ended");
    expect(() => checkLastDay("2026-11-17", "2026-11-18")).toThrow("from today on");
    expect(() => checkLastDay("2027-01-18", "2026-11-18")).toThrow("within 60 days");
  });

  it("is not sooner than four weeks after the last, and never beside another", () => {
    expect(nextOpens([], "2026-11-18")).toBeNull();
    expect(nextOpens([{ lastDay: "2026-11-01" }], "2026-11-18")).toBe("2026-11-29");
    expect(nextOpens([{ lastDay: "2026-10-21" }], "2026-11-18")).toBeNull();
    expect(() => checkRest([{ lastDay: "2026-11-18" }], "2026-11-18")).toThrow("open poll");
    expect(() => checkRest([{ lastDay: "2026-11-01" }], "2026-11-18")).toThrow("2026-11-29");
  });

  it("asks reps and managers, not who leads", () => {
    const member = { id: "", name: "", teamId: null };
    expect(mayAnswer({ member: { ...member, role: "manager" } })).toBe(true);
    expect(mayAnswer({ member: { ...member, role: "leader" } })).toBe(false);
  });
});

describe("what somebody says", () => {
  const agreement = [1, null, 5, 3];
  it.each<[string, Answers]>([
    ["one twice", { order: ["crm", "crm", "training", "cold-calls", "client-meetings"], agreement }],
    ["four", { order: ["crm", "training", "cold-calls", "client-meetings"], agreement }],
    ["too few statements", { order: ACTIVITIES, agreement: [1] }],
    ["a six", { order: ACTIVITIES, agreement: [6, 1, 1, 1] }],
    ["a half", { order: ACTIVITIES, agreement: [1.5, 1, 1, 1] }],
  ])("is refused: %s", (_, said) => {
    expect(() => checkAnswers(said, 4)).toThrow(/put all five in an order|one number/);
  });

  it("is all five in an order, and statements or none", () => {
    expect(() => checkAnswers({ order: ACTIVITIES, agreement }, 4)).not.toThrow();
    expect(() => checkAnswers({ order: ACTIVITIES, agreement: [] }, 0)).not.toThrow();
    expect(() => cleanStatements([{ key: "a", text: " " }])).toThrow("write the sentence");
    expect(() => cleanStatements([STATEMENTS[0]!, STATEMENTS[0]!])).toThrow("of its own");
  });
});

describe("what is kept", () => {
  it("is the same whoever answered first", () => {
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 12 }), (all) => {
        expect(urnOf(all.toReversed())).toEqual(urnOf(all));
      }),
    );
  });

  it("grows by what one order adds, whichever it is: its length tells nothing", () => {
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 12 }), (all) => {
        const { rankSums, rankSquares, agreed } = urnOf(all);
        expect(rankSums.reduce((a, b) => a + b, 0)).toBe(15 * all.length);
        expect(rankSquares.reduce((a, b) => a + b, 0)).toBe(55 * all.length);
        expect(agreed).toHaveLength(20);
      }),
    );
  });
});

describe("what is shown", () => {
  it("is nothing under five answers, and under five to one statement nothing of it", () => {
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 4 }), (all) => {
        expect(resultsOf(urnOf(all), STATEMENTS, null)).toBeNull();
      }),
    );
    const silent = Array.from({ length: 20 }, (_, at) => ({
      order: ACTIVITIES,
      agreement: [at < 4 ? 5 : null, 4, 4, 4],
    }));
    const [first, second] = resultsOf(urnOf(silent), STATEMENTS, null)!.statements;
    expect(first).toEqual({ ...STATEMENTS[0], answers: 0, mean: null, agree: null, change: null });
    expect(second).toMatchObject({ answers: 20, mean: 4, agree: { kind: "rate", value: 1, n: 20 } });
  });

  it("is exact from ten on: mean ranks, Borda's points, places and Kendall's W", () => {
    fc.assert(
      fc.property(fc.array(answers, { minLength: 10, maxLength: 30 }), (all) => {
        const means = meansIn(all);
        const results = resultsOf(urnOf(all, seeded(1)), STATEMENTS, null)!;
        expect(results.exact).toBe(true);
        for (const { activity, meanRank, borda, place } of results.activities) {
          const mean = means.get(activity)!;
          expect(Math.abs(meanRank - mean)).toBeLessThanOrEqual(0.05 + 1e-9);
          expect(borda).toBe(all.reduce((sum, each) => sum + 4 - each.order.indexOf(activity), 0));
          expect(place).toBe(1 + [...means.values()].filter((each) => each < mean - 1e-9).length);
        }
        const spread = [...means.values()].reduce((sum, mean) => sum + (mean - 3) ** 2, 0);
        expect(results.agreement.w).toBeCloseTo(spread / 10, 1);
        expect(results.agreement.w! * 100).toBeCloseTo(Math.round(results.agreement.w! * 100), 9);
      }),
    );
  });

  it("is to a half from five to nine, and neither points nor W", () => {
    fc.assert(
      fc.property(fc.array(answers, { minLength: 5, maxLength: 9 }), fc.nat(), (all, seed) => {
        const results = resultsOf(urnOf(all, seeded(seed)), STATEMENTS, null)!;
        expect(results).toMatchObject({ exact: false, agreement: { w: null, chance: null } });
        for (const { meanRank, borda, change } of results.activities) {
          expect(Number.isInteger(meanRank * 2)).toBe(true);
          expect(meanRank).toBeGreaterThanOrEqual(1);
          expect(meanRank).toBeLessThanOrEqual(5);
          expect([borda, change]).toEqual([null, null]);
        }
        for (const { mean, agree } of results.statements) {
          expect(mean === null || Number.isInteger(mean * 2)).toBe(true);
          expect(agree).toBeNull();
        }
      }),
    );
  });

  it("says what changed only where both polls were exact", () => {
    const then = Array.from({ length: 10 }, () => ({ order: ACTIVITIES, agreement: [2, 2, 2, 2] }));
    const now = then.map(() => ({ order: ACTIVITIES.toReversed(), agreement: [4, 4, 4, 4] }));
    const before = { urn: urnOf(then), statements: STATEMENTS };
    const exact = resultsOf(urnOf(now), STATEMENTS, before)!;
    expect(exact.activities.find(({ activity }) => activity === "crm")!.change).toEqual({
      value: -4,
      low: -4,
      high: -4,
    });
    expect(exact.statements[0]!.change!.value).toBe(2);
    const few = resultsOf(urnOf(now.slice(1)), STATEMENTS, before)!;
    expect(few.activities.map(({ change }) => change)).toEqual([null, null, null, null, null]);
    const fewBefore = { ...before, urn: urnOf(then.slice(1)) };
    expect(resultsOf(urnOf(now), STATEMENTS, fewBefore)!.activities[0]!.change).toBeNull();
    const reworded = STATEMENTS.map(({ key, text }) => ({ key, text: `${text} Really.` }));
    expect(resultsOf(urnOf(now), reworded, before)!.statements[0]!.change).toBeNull();
  });

  it("names agreement by its place between the marks", () => {
    expect([0, 0.19, 0.2, 0.5, 0.7, 0.8, 1].map(agreementKind)).toEqual([
      "hardly",
      "hardly",
      "a little",
      "in part",
      "largely",
      "almost wholly",
      "almost wholly",
    ]);
  });
});

describe("chance", () => {
  it("is nought a third of the time, halves with every step, and leans to neither side", () => {
    const random = seeded(7);
    const drawn = Array.from({ length: 60_000 }, () => drawChance(random));
    const share = (value: number) => drawn.filter((each) => each === value).length / drawn.length;
    expect(share(0)).toBeCloseTo(1 / 3, 1.9);
    expect(share(1)).toBeCloseTo(1 / 6, 1.9);
    expect(share(-1)).toBeCloseTo(1 / 6, 1.9);
    expect(share(3)).toBeCloseTo(1 / 24, 1.9);
    expect(Math.abs(drawn.reduce((a, b) => a + b, 0) / drawn.length)).toBeLessThan(0.03);
  });
});

/** All 120 orders, as ranks of the five activities. */
const ORDERS = ordersOf([1, 2, 3, 4, 5]);

describe("an attack by whoever knows all answers but one", () => {
  const CHANCES = Array.from({ length: 61 }, (_, at) => at - 30).map((value) => ({
    value,
    weight: 2 ** -Math.abs(value) / 3,
  }));
  /** How likely each shown mean is, by the sum that it comes from. */
  function likelihoods(n: number): Map<number, Map<number, number>> {
    const shown = new Map<number, Map<number, number>>();
    for (let sum = n; sum <= 5 * n; sum += 1) {
      const of = new Map<number, number>();
      for (const { value, weight } of CHANCES) {
        const mean = Math.min(5, Math.max(1, Math.round(((sum + value) / n) * 2) / 2));
        of.set(mean, (of.get(mean) ?? 0) + weight);
      }
      shown.set(sum, of);
    }
    return shown;
  }

  it.each([5, 6, 9])("of %i answers is never sure of the last, nor of what it puts first", (n) => {
    const random = seeded(n);
    const draw = () => ORDERS[Math.floor(random() * ORDERS.length)]!;
    const likely = likelihoods(n);
    let [sure, right] = [0, 0];
    const rounds = 150;
    for (let round = 0; round < rounds; round += 1) {
      // The worst is among them: the known answers say all the same, or cancel each other out.
      const known = Array.from({ length: n - 1 }, draw);
      if (round % 3 === 1) known.fill(draw());
      const last = draw();
      const all = [...known, last].map((ranks) => ({
        order: ACTIVITIES.toSorted((a, b) => rankOf(ranks, a) - rankOf(ranks, b)),
        agreement: [null, null, null, null],
      }));
      const shown = resultsOf(urnOf(all, random), STATEMENTS, null)!;
      const means = ACTIVITIES.map(
        (activity) => shown.activities.find((each) => each.activity === activity)!.meanRank,
      );
      const sums = ACTIVITIES.map((_, at) => known.reduce((sum, ranks) => sum + ranks[at]!, 0));
      const weights = ORDERS.map((ranks) =>
        ranks.reduce((all, rank, at) => all * (likely.get(sums[at]! + rank)!.get(means[at]!) ?? 0), 1),
      );
      const total = weights.reduce((a, b) => a + b, 0);
      expect(weights.every((weight) => weight > 0)).toBe(true);
      sure = Math.max(sure, Math.max(...weights) / total);
      right += weights[ORDERS.indexOf(last)]! / total;
      for (const at of ACTIVITIES.keys()) {
        const first = weights.reduce((sum, weight, i) => sum + (ORDERS[i]![at] === 1 ? weight : 0), 0);
        expect(first / total).toBeLessThan(0.95);
      }
    }
    expect(sure).toBeLessThan(0.3);
    expect(right / rounds).toBeLessThan(0.1);
  });

  it("would find it nearly always without chance: so the attack is one", () => {
    const random = seeded(3);
    const draw = () => ORDERS[Math.floor(random() * ORDERS.length)]!;
    let found = 0;
    for (let round = 0; round < 100; round += 1) {
      const known = Array.from({ length: 4 }, draw);
      const last = draw();
      const sums = last.map((rank, at) => known.reduce((sum, ranks) => sum + ranks[at]!, rank));
      const fitting = ORDERS.filter((ranks) =>
        ranks.every((rank, at) => known.reduce((sum, each) => sum + each[at]!, rank) === sums[at]),
      );
      if (fitting.length === 1 && fitting[0] === last) found += 1;
    }
    expect(found).toBe(100);
  });
});

function rankOf(ranks: readonly number[], activity: Activity): number {
  return ranks[ACTIVITIES.indexOf(activity)]!;
}

function ordersOf(rest: readonly number[]): number[][] {
  if (rest.length === 0) return [[]];
  return rest.flatMap((first) =>
    ordersOf(rest.filter((each) => each !== first)).map((others) => [first, ...others]),
  );
}
