import { describe, expect, it } from "vitest";
import { uniformFrom } from "./random.ts";
import { differenceWithin, rateRatioWithin, sizeRatioWithin, type LogSums, type Stratum } from "./strata.ts";

const timed = (a: number, t1: number, b: number, t0: number) => ({
  first: { events: a, time: t1 },
  second: { events: b, time: t0 },
});

const sumsOf = (logs: readonly number[]): LogSums => ({
  n: logs.length,
  sum: logs.reduce((sum, log) => sum + log, 0),
  squares: logs.reduce((sum, log) => sum + log ** 2, 0),
});

const around = (uniform: () => number, n: number, middle: number) =>
  Array.from({ length: n }, () => middle + uniform() + uniform() + uniform() - 1.5);

const cell = (middle: number, n: number) => sumsOf(Array.from({ length: n }, (_, at) => middle + (at % 2)));

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

describe("a ratio of rates within strata", () => {
  it("is the plain one in one stratum, with the usual interval", () => {
    const found = rateRatioWithin([timed(60, 1_000, 40, 2_000)])!;
    expect(found.value).toBeCloseTo(3, 12);
    expect(Math.log(found.high / 3)).toBeCloseTo(1.959964 * Math.sqrt(1 / 60 + 1 / 40), 2);
    const turned = rateRatioWithin([timed(40, 2_000, 60, 1_000)])!;
    expect([turned.value, turned.low, turned.high]).toEqual(
      [1 / found.value, 1 / found.high, 1 / found.low].map((each) => expect.closeTo(each, 10)),
    );
  });

  it("is not fooled by who has more of the quick ones", () => {
    const strata = [timed(90, 900, 10, 100), timed(1, 100, 9, 900)];
    expect(rateRatioWithin(strata)!.value).toBeCloseTo(1, 12);
    expect(rateRatioWithin([timed(9, 10, 0, 0), ...strata])).toEqual(rateRatioWithin(strata));
  });

  it("is none where nothing happened to one of them", () => {
    expect(rateRatioWithin([timed(3, 100, 0, 100)])).toBeNull();
    expect(rateRatioWithin([timed(3, 100, 0, 0), timed(0, 0, 5, 100)])).toBeNull();
    expect(rateRatioWithin([])).toBeNull();
  });

  it("holds the truth in about 95 of 100 cases, however long each was looked at", () => {
    const uniform = uniformFrom(11);
    const lived = (n: number, rate: number) => {
      let [events, time] = [0, 0];
      for (let each = 0; each < n; each += 1) {
        const [takes, seen] = [-Math.log(1 - uniform()) / rate, 3 * uniform()];
        time += Math.min(takes, seen);
        if (takes <= seen) events += 1;
      }
      return { events, time };
    };
    let [held, rounds] = [0, 800];
    for (let round = 0; round < rounds; round += 1) {
      const strata = [0.3, 0.8, 2].map((rate) => ({ first: lived(40, 1.5 * rate), second: lived(25, rate) }));
      const { low, high } = rateRatioWithin(strata)!;
      if (low <= 1.5 && 1.5 <= high) held += 1;
    }
    expect(held / rounds).toBeGreaterThan(0.93);
    expect(held / rounds).toBeLessThan(0.97);
  });
});

describe("a ratio of sizes within strata", () => {
  it("is not fooled by who has more of the large ones", () => {
    const strata = [
      { first: cell(5, 90), second: cell(5, 10) },
      { first: cell(9, 10), second: cell(9, 90) },
    ];
    const found = sizeRatioWithin(strata)!;
    expect(found.value).toBeCloseTo(1, 10);
    expect(found.low < 1 && 1 < found.high).toBe(true);
    expect(sizeRatioWithin([...strata, { first: cell(7, 5), second: cell(0, 0) }])).toEqual(found);
  });

  it("is none without a like in the other group, and none of two that stand alone", () => {
    expect(sizeRatioWithin([{ first: sumsOf([1, 2]), second: sumsOf([]) }])).toBeNull();
    expect(sizeRatioWithin([{ first: sumsOf([1]), second: sumsOf([2]) }])).toBeNull();
  });

  it("holds the truth in about 95 of 100 cases", () => {
    const uniform = uniformFrom(12);
    let [held, rounds] = [0, 800];
    for (let round = 0; round < rounds; round += 1) {
      const strata = [3, 5, 8].map((middle, at) => ({
        first: sumsOf(around(uniform, 6 + 5 * at, middle + Math.log(1.4))),
        second: sumsOf(around(uniform, 20 - 6 * at, middle)),
      }));
      const { low, high } = sizeRatioWithin(strata)!;
      if (low <= 1.4 && 1.4 <= high) held += 1;
    }
    expect(held / rounds).toBeGreaterThan(0.93);
    expect(held / rounds).toBeLessThan(0.97);
  });
});
