import { describe, expect, it } from "vitest";
import { between, NOTHING } from "./hand.ts";
import { overPromise } from "./walked.ts";

describe("what a hand did", () => {
  it("is counted from one moment to another", () => {
    const before = { ...NOTHING, taps: 3, characters: 10 };
    const after = { ...NOTHING, taps: 5, characters: 10, fields: 1 };
    expect(between(before, after)).toEqual({ ...NOTHING, taps: 2, fields: 1 });
  });

  it.each([
    [{ taps: 2 }, { taps: 2 }, null],
    [{ taps: 2 }, { taps: 1, swipes: 9 }, null],
    [undefined, { taps: 99 }, null],
    [{ taps: 2 }, { taps: 3 }, '"log" takes 3 taps instead of 2'],
    [
      { taps: 1, fields: 0 },
      { taps: 2, fields: 1 },
      '"log" takes 2 taps instead of 1 and 1 fields instead of 0',
    ],
  ])("is held against what is promised: %o, %o", (most, did, says) => {
    const job = { name: "log", ...(most && { most }) };
    expect(overPromise(job, { ...NOTHING, ...did })).toBe(says);
  });
});
