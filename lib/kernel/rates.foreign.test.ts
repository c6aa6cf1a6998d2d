import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Confidence, wilson } from "./rates.ts";

const FOLDER = new URL("../../../shared/data/6-oracles/", import.meta.url);
const missing = !existsSync(FOLDER);
if (missing) console.info(`Left out: the foreign intervals, because ${FOLDER.pathname} is not there.`);

const read = (name: string) => readFileSync(new URL(name, FOLDER), "utf8");

interface Newcombe {
  x: number;
  n: number;
  published_wilson: [number, number];
  R_wilson: [number, number];
}

describe.skipIf(missing)("Wilson's interval", () => {
  it("is what Newcombe printed in 1998 and what R computes for it", () => {
    const { rows } = JSON.parse(read("newcombe-1998.json")) as { rows: Newcombe[] };
    expect(rows).toHaveLength(4);
    for (const { x, n, published_wilson: printed, R_wilson: computed } of rows) {
      const { low, high } = wilson(x, n);
      expect([low, high].map((bound) => Number(bound.toFixed(4)))).toEqual(printed);
      expect([low, high].map((bound) => Number(bound.toFixed(6)))).toEqual(computed);
    }
  });

  it("agrees with R to nine places for 1 to 1000 trials", () => {
    const rows = read("proportion-intervals.csv").trim().split("\n").slice(1);
    expect(rows).toHaveLength(136);
    for (const row of rows) {
      const [successes = 0, trials = 0, confidence, low = 0, high = 0] = row.split(",").map(Number);
      const ours = wilson(successes, trials, confidence as Confidence);
      expect(ours.low).toBeCloseTo(low, 9);
      expect(ours.high).toBeCloseTo(high, 9);
    }
  });
});
