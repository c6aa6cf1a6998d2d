import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { poissonInterval } from "./poisson.ts";

const FILE = join(import.meta.dirname, "../../../shared/data/6-oracles/rates.json");
const there = existsSync(FILE);
if (!there) console.info("left out: intervals of counts against R, as ../shared/data/6-oracles is not there");

describe.skipIf(!there)("the interval of a count", () => {
  it("is R's poisson.test", () => {
    const { one } = JSON.parse(readFileSync(FILE, "utf8")) as {
      one: { events: number; time: number; ci95: [number, number] }[];
    };
    expect(one.length).toBeGreaterThan(3);
    for (const { events, time, ci95 } of one) {
      const { low, high } = poissonInterval(events);
      expect(low / time).toBeCloseTo(ci95[0], 9);
      expect(high / time).toBeCloseTo(ci95[1], 9);
    }
  });
});
