import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { slipsBetween } from "./slips.ts";

describe("slips of the hand", () => {
  it.each([
    ["anna", "anna", 2, 0],
    ["anna", "ana", 2, 1],
    ["anna", "hanna", 2, 1],
    ["anna", "anne", 2, 1],
    ["albers", "albres", 2, 1],
    ["albers", "ablres", 2, 2],
    ["albers", "ablres", 1, null],
    ["bo", "bartholomew", 2, null],
    ["", "ab", 2, 2],
    ["", "abc", 2, null],
    ["müller", "muller", 1, 1],
  ])("%s and %s, at most %i: %j", (one, other, most, slips) => {
    expect(slipsBetween(one, other, most)).toBe(slips);
  });

  it("are as many from either side, and none only for the same word", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });
    fc.assert(
      fc.property(word, word, fc.nat(4), (one, other, most) => {
        const slips = slipsBetween(one, other, most);
        expect(slipsBetween(other, one, most)).toBe(slips);
        expect(slips === 0).toBe(one === other);
      }),
    );
  });
});
