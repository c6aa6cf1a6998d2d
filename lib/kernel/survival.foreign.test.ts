import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { logRank, survivalOf, timeUntil, type Lives } from "./survival.ts";

const FOLDER = join(import.meta.dirname, "../../../shared/data/6-oracles");
const there = existsSync(FOLDER);
if (!there) console.info("left out: curves of survival against R, as ../shared/data/6-oracles is not there");

interface Rows {
  rows: {
    stratum: string;
    time: number;
    n_risk: number;
    n_event: number;
    survival: number;
    greenwood_se: number | null;
    low95: number | null;
    high95: number | null;
  }[];
  median: number[];
  n: number[];
  events: number[];
}
interface Compared {
  km: Rows;
  km_loglog?: Rows;
  log_rank: { chisq: number; df: number; p: number; observed: number[]; expected: number[] };
}

const read = (name: string) => readFileSync(join(FOLDER, name), "utf8");

/** Both groups in R's order. */
function groupsIn(file: string, time: number, ended: number, group: number, names: string[]): Lives[][] {
  const lines = read(file).trim().split("\n").slice(1);
  const rows = lines.map((line) => line.split(","));
  return names.map((name) =>
    rows
      .filter((row) => row[group] === name)
      .map((row) => ({ time: Number(row[time]), ended: row[ended] === "1", many: 1 })),
  );
}

describe.skipIf(!there)("a curve of survival", () => {
  const sets = there ? (JSON.parse(read("kaplan-meier.json")) as Record<"gehan" | "aml", Compared>) : null;
  const known = [
    ["gehan", ["6-MP", "control"], () => groupsIn("gehan-6mp.csv", 1, 2, 3, ["6-MP", "control"])],
    [
      "aml",
      ["Maintained", "Nonmaintained"],
      () => groupsIn("aml.csv", 0, 1, 2, ["Maintained", "Nonmaintained"]),
    ],
  ] as const;

  it.each(known)("of %s is R's, step for step", (name, strata, groups) => {
    const { km } = sets![name];
    const curves = groups().map((lives) => survivalOf(lives));
    expect(curves.map(({ n }) => n)).toEqual(km.n);
    expect(curves.map(({ ended }) => ended)).toEqual(km.events);
    expect(curves.map((curve) => timeUntil(curve).value)).toEqual(km.median);
    curves.forEach(({ steps }, at) => {
      const rows = km.rows.filter(({ stratum }) => stratum === strata[at]);
      expect(steps.map(({ time, atRisk, ended }) => [time, atRisk, ended])).toEqual(
        rows.map(({ time, n_risk, n_event }) => [time, n_risk, n_event]),
      );
      rows.forEach(({ survival, greenwood_se }, row) => {
        expect(steps[row]!.share).toBeCloseTo(survival, 12);
        expect(steps[row]!.error).toBeCloseTo(greenwood_se ?? 0, 12);
      });
    });
  });

  it("has R's log-log limits", () => {
    const [drug, control] = groupsIn("gehan-6mp.csv", 1, 2, 3, ["6-MP", "control"]);
    const steps = [...survivalOf(drug!).steps, ...survivalOf(control!).steps];
    const rows = sets!.gehan.km_loglog!.rows;
    expect(steps).toHaveLength(rows.length);
    rows.forEach(({ low95, high95 }, at) => {
      expect(steps[at]!.low).toBeCloseTo(low95 ?? 0, 10);
      // Where nobody is left R says nothing; the limit stays what it was.
      expect(steps[at]!.high).toBeCloseTo(high95 ?? steps[at - 1]!.high, 10);
    });
  });

  it.each(known)("of %s differs by R's log-rank", (name, _strata, groups) => {
    const theirs = sets![name].log_rank;
    const ours = logRank([groups()])!;
    expect(ours.chiSquare).toBeCloseTo(theirs.chisq, 9);
    expect(ours.degrees).toBe(theirs.df);
    expect(ours.p / theirs.p).toBeCloseTo(1, 9);
    expect(ours.ended).toEqual(theirs.observed);
    theirs.expected.forEach((value, group) => expect(ours.expected[group]).toBeCloseTo(value, 10));
  });

  test("the textbook's: 6-MP and control, log-rank 16.79, medians 23 and 8", () => {
    const [drug, control] = groupsIn("gehan-6mp.csv", 1, 2, 3, ["6-MP", "control"]);
    expect(survivalOf(drug!).steps.map(({ share }) => share.toFixed(3))).toEqual([
      "0.857",
      "0.807",
      "0.753",
      "0.690",
      "0.627",
      "0.538",
      "0.448",
    ]);
    expect(logRank([[drug!, control!]])!.chiSquare).toBeCloseTo(16.79, 2);
    expect(timeUntil(survivalOf(drug!))).toEqual({ value: 23, low: 13, high: null });
    // R's survfit with conf.type = "log-log": 4 to 11.
    expect(timeUntil(survivalOf(control!))).toEqual({ value: 8, low: 4, high: 11 });
  });
});
