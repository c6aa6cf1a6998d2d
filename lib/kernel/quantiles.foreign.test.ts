import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { quantile } from "./quantiles.ts";

const FILE = join(import.meta.dirname, "../../../shared/data/6-oracles/quantiles.json");
const there = existsSync(FILE);
if (!there) console.info("left out: quantiles against R, as ../shared/data/6-oracles is not there");

interface Quantiles {
  x: number[];
  qx: number[][];
  y: number[];
  qy: number[][];
}

describe.skipIf(!there)("a quantile", () => {
  it("is R's of type 7", () => {
    const { x, qx, y, qy } = JSON.parse(readFileSync(FILE, "utf8")) as Quantiles;
    for (const [values, rows] of [
      [x, qx],
      [y, qy],
    ] as const) {
      [0.1, 0.25, 0.5, 0.75, 0.9].forEach((share, at) => {
        expect(quantile(values, share)).toBeCloseTo(rows[at]![6]!, 10);
      });
    }
  });
});
