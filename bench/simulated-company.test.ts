import { describe, expect, it } from "vitest";
import { POLICIES, simulate, TRUTHS } from "./simulated-company.ts";

const SMALL = { reps: 3, sourcesPerRep: 18, weeks: 26 };

describe("a simulated company", () => {
  it.each(POLICIES)("keeps every source within the budget when it asks by %s", (policy) => {
    const year = simulate(1, policy, TRUTHS["as assumed"], SMALL);
    expect(year.asks).toBeGreaterThan(60);
    expect(year.introductions).toBeGreaterThan(5);
    expect(year.overBudget).toBe(0);
    expect(year.mostIn30Days).toBe(1);
  });

  it("is the same every time, and another with another seed", () => {
    const [one, again, other] = [1, 1, 2].map((seed) =>
      simulate(seed, "suggestions", TRUTHS["as assumed"], SMALL),
    );
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
  });
});
