import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { creditsOf, type Shape } from "./chain-credit.ts";

const FIRST: Shape = { kind: "first" };
const LAST: Shape = { kind: "last" };
const split = (part: number, of: number): Shape => ({ kind: "split", kept: { part, of } });
const credited = (minor: number, chain: string, shape: Shape) =>
  creditsOf(minor, chain.split(""), { version: 1, shape }).map((credit) => credit.minor);

test.each<[string, Shape, number, number[]]>([
  ["the first alone", FIRST, 1000, [1000, 0, 0]],
  ["the last alone", LAST, 1000, [0, 0, 1000]],
  ["all alike, the odd cent to the last", split(1, 1), 1000, [333, 333, 334]],
  ["two odd cents to the two last", split(1, 1), 1001, [333, 334, 334]],
  ["each half of the next", split(1, 2), 700, [100, 200, 400]],
  ["half, in cents that do not come out", split(1, 2), 100, [14, 29, 57]],
  ["nothing before the last", split(0, 1), 999, [0, 0, 999]],
  ["a cent", split(9, 10), 1, [0, 0, 1]],
  ["nothing", split(1, 2), 0, [0, 0, 0]],
])("%s", (_what, shape, minor, credits) => {
  expect(credited(minor, "abc", shape)).toEqual(credits);
});

const shape = fc.oneof(
  fc.constant(FIRST),
  fc.constant(LAST),
  fc
    .tuple(fc.integer({ min: 1, max: 1000 }), fc.nat(1000))
    .map(([of, part]) => split(Math.min(part, of), of)),
);
const chain = fc.integer({ min: 1, max: 40 }).map((n) => Array.from({ length: n }, (_, at) => `s${at}`));
const amount = fc.oneof(fc.nat(500), fc.maxSafeInteger().map(Math.abs));

describe("the credits of a deal", () => {
  it("add up to it under every rule, for every chain and amount, and none is below nothing", () => {
    fc.assert(
      fc.property(amount, chain, shape, (minor, sources, shape) => {
        const credits = creditsOf(minor, sources, { version: 1, shape });
        expect(credits.map(({ sourceId }) => sourceId)).toEqual(sources);
        expect(credits.every((credit) => Number.isSafeInteger(credit.minor) && credit.minor >= 0)).toBe(true);
        expect(credits.reduce((sum, credit) => sum + BigInt(credit.minor), 0n)).toBe(BigInt(minor));
      }),
      { numRuns: 500 },
    );
  });

  it("never fall towards the buyer when split, and are within a cent of the exact share", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), chain, fc.integer({ min: 1, max: 10 }), (minor, sources, part) => {
        const credits = creditsOf(minor, sources, { version: 1, shape: split(part, 10) });
        const exact = sources.map((_, at) => (part / 10) ** (sources.length - 1 - at));
        const all = exact.reduce((sum, weight) => sum + weight, 0);
        credits.forEach((credit, at) => {
          expect(Math.abs(credit.minor - (minor * exact[at]!) / all)).toBeLessThan(1 + 1e-6);
          expect(credit.minor).toBeGreaterThanOrEqual(credits[at - 1]?.minor ?? 0);
        });
      }),
    );
  });

  it("are nobody's where nobody introduced anybody", () => {
    expect(creditsOf(500, [], { version: 1, shape: FIRST })).toEqual([]);
  });

  it.each<[number, string[], Shape]>([
    [-1, ["a"], FIRST],
    [0.5, ["a"], LAST],
    [Number.NaN, ["a"], LAST],
    [5, ["a", "b", "a"], LAST],
    [5, ["a"], split(2, 1)],
    [5, ["a"], split(1, 0)],
    [5, ["a"], split(0.5, 1)],
  ])("are refused for %d to %j by %j", (minor, sources, shape) => {
    expect(() => creditsOf(minor, sources, { version: 1, shape })).toThrow(RangeError);
  });
});
