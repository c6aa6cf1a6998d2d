import { describe, expect, it } from "vitest";
import { inOrder } from "#lib/kernel/bootstrap.ts";
import { uniformFrom } from "#lib/kernel/random.ts";
import { compareSizes, dealSize } from "./deal-size.ts";
import { compareTimes, timeToClose } from "./time-to-close.ts";

const uniform = uniformFrom(6);
/** Deals opened over a year, of which those that would close later than it lasts are open. */
function deals(n: number, median: number) {
  return Array.from({ length: n }, () => {
    const [takes, seen] = [(-median * Math.log(1 - uniform())) / Math.LN2, 365 * uniform()];
    return { time: Math.ceil(Math.min(takes, seen)), ended: takes <= seen, many: 1 };
  });
}

describe("time to close", () => {
  it("is too early under twenty closed, however many are open", () => {
    const open = Array.from({ length: 80 }, () => ({ time: 200, ended: false, many: 1 }));
    const closed = Array.from({ length: 19 }, () => ({ time: 40, ended: true, many: 1 }));
    expect(timeToClose([...open, ...closed])).toEqual({ kind: "too-early", n: 99, closed: 19 });
    expect(compareTimes(closed, deals(90, 60))).toMatchObject({ later: null, logRank: null });
  });

  it("is not made short by leaving out what is open", () => {
    const lives = deals(400, 89);
    const found = timeToClose(lives);
    const closed = timeToClose(lives.filter(({ ended }) => ended));
    if (found.kind === "too-early" || closed.kind === "too-early") throw new Error("too early");
    expect(Math.abs(found.value! - 89)).toBeLessThan(15);
    expect(closed.value!).toBeLessThan(70);
  });

  it("of two origins is told with by how much, and how sure", () => {
    const { first, second, later, logRank } = compareTimes(deals(300, 61), deals(300, 89));
    expect([first.kind, second.kind]).toEqual(["median", "median"]);
    expect(later!.high).toBeLessThan(0);
    expect(later!.low).toBeLessThan(-28);
    expect(logRank!.p).toBeLessThan(0.01);
  });
});

describe("deal size", () => {
  const sizes = Array.from({ length: 60 }, (_, at) => 100_000 + 5_000 * at);

  it("is a median with a range in whole cents, the same each time", () => {
    const size = dealSize(inOrder([...sizes, 99_000_000_000]));
    expect(size).toMatchObject({ kind: "median", n: 61, value: 250_000 });
    expect(dealSize(inOrder([...sizes, 99_000_000_000]))).toEqual(size);
    expect(
      Object.values(size)
        .filter((each) => typeof each === "number")
        .every(Number.isSafeInteger),
    ).toBe(true);
  });

  it("is too early under twenty", () => {
    expect(dealSize(inOrder(sizes.slice(0, 19)))).toEqual({ kind: "too-early", n: 19 });
    expect(compareSizes(inOrder(sizes), inOrder(sizes.slice(0, 19)))).toMatchObject({ larger: null });
  });

  it("is larger by the difference of the medians", () => {
    const { larger } = compareSizes(inOrder(sizes.map((size) => size + 200_000)), inOrder(sizes));
    expect(larger!.value).toBe(200_000);
    expect(larger!.low).toBeGreaterThan(100_000);
    expect(larger!.high).toBeLessThan(300_000);
  });
});
