import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inNumbers, PUBLISHED_CLOSE, PUBLISHED_YIELD, reckon, type Reckoned } from "./wish.ts";

const NONE = { did: 0, of: 0 };
const rate = (value: number, low: number, high: number): Reckoned => ({
  value,
  low,
  high,
  n: 50,
  origin: "own",
});

describe("a rate to reckon with", () => {
  it("is one's own from twenty on, drawn towards the team's", () => {
    const own = reckon({ did: 10, of: 20 }, { did: 30, of: 100 }, PUBLISHED_CLOSE);
    expect(own).toMatchObject({ origin: "own", n: 20 });
    expect(own.value).toBeCloseTo(0.4);
    expect(reckon({ did: 100, of: 200 }, { did: 30, of: 100 }, PUBLISHED_CLOSE).value).toBeCloseTo(106 / 220);
  });

  it("is the team's under twenty of one's own, and says so", () => {
    const team = reckon({ did: 15, of: 19 }, { did: 30, of: 100 }, PUBLISHED_CLOSE);
    expect(team).toMatchObject({ origin: "team", n: 100 });
    expect(team.value).toBeCloseTo(0.302, 3);
  });

  it("is a published one where there is neither", () => {
    const rates = reckon({ did: 2, of: 5 }, { did: 9, of: 19 }, PUBLISHED_YIELD);
    expect(rates).toMatchObject({ origin: "published", low: 0.3, high: 0.33 });
  });

  it.each([0, 217])("is neither nought nor one where all of them did the same: %i of 217", (did) => {
    const { value } = reckon({ did, of: 217 }, { did, of: 217 }, PUBLISHED_CLOSE);
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThan(1);
  });

  it("lies within its range, and never says never", () => {
    const events = fc.nat(300).chain((of) => fc.nat(of).map((did) => ({ did, of })));
    fc.assert(
      fc.property(events, events, (own, team) => {
        const { value, low, high } = reckon(own, team, PUBLISHED_CLOSE);
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThan(1);
        expect(low).toBeLessThanOrEqual(value + 0.02);
        expect(high).toBeGreaterThanOrEqual(value - 0.02);
      }),
    );
  });
});

describe("a wish in numbers", () => {
  it("goes from clients back to introductions and to asks a week, as ranges", () => {
    const rates = { close: rate(0.25, 0.2, 0.4), yields: rate(0.5, 0.4, 0.6) };
    const { introductions, asks } = inNumbers({ clients: 3, weeks: 13 }, rates);
    expect(introductions).toEqual({ low: 8, middle: 12, high: 15 });
    // 24 asks in 13 weeks; hypot(ln 1.25, ln 1.25) = 0.3156, hypot(ln 1.6, ln 1.2) = 0.5041
    expect(asks).toEqual({
      low: Math.ceil((24 / 13) * Math.exp(-0.5041)),
      middle: 2,
      high: Math.ceil((24 / 13) * Math.exp(0.3156)),
    });
  });

  it("joins ranges to one that is narrower than the worst of both", () => {
    const rates = { close: rate(0.2, 0.1, 0.4), yields: rate(0.2, 0.1, 0.4) };
    const { asks } = inNumbers({ clients: 100, weeks: 1 }, rates);
    expect(asks.middle).toBe(2_500);
    expect(asks.high).toBeLessThan(10_000);
    expect(asks.high).toBeGreaterThan(5_000);
  });

  it("is more work for more clients, in less time, and with worse rates", () => {
    const share = fc.integer({ min: 5, max: 60 }).map((percent) => percent / 100);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 52 }),
        share,
        share,
        (clients, weeks, a, b) => {
          const rates = { close: rate(a, a * 0.7, a * 1.4), yields: rate(b, b * 0.7, b * 1.4) };
          const { introductions, asks } = inNumbers({ clients, weeks }, rates);
          expect(introductions.middle).toBeGreaterThanOrEqual(clients);
          expect(asks.low).toBeLessThanOrEqual(asks.middle);
          expect(asks.middle).toBeLessThanOrEqual(asks.high);
          expect(inNumbers({ clients: clients + 1, weeks }, rates).asks.high).toBeGreaterThanOrEqual(
            asks.high,
          );
          expect(inNumbers({ clients, weeks: weeks + 1 }, rates).asks.high).toBeLessThanOrEqual(asks.high);
        },
      ),
    );
  });

  it("needs a client and a week", () => {
    const rates = { close: rate(0.2, 0.1, 0.4), yields: rate(0.2, 0.1, 0.4) };
    expect(() => inNumbers({ clients: 0, weeks: 13 }, rates)).toThrow(RangeError);
  });

  it("reckons with what is published where nobody has numbers", () => {
    const close = reckon(NONE, NONE, PUBLISHED_CLOSE);
    const yields = reckon(NONE, NONE, PUBLISHED_YIELD);
    expect(inNumbers({ clients: 1, weeks: 13 }, { close, yields })).toEqual({
      introductions: { low: 2, middle: 4, high: 7 },
      asks: { low: 1, middle: 1, high: 2 },
    });
  });
});
