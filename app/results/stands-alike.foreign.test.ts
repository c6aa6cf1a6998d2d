import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { rateOf } from "#lib/kernel/rates.ts";
import { compare, type Alike } from "./stands-alike.ts";

const FOLDER = join(import.meta.dirname, "../../../shared/data/4-csv-crm/uci-bank-marketing");
const there = existsSync(FOLDER);
if (!there) console.info("left out: 4,119 sales calls, as ../shared/data/4-csv-crm is not there");

interface Expected {
  by_contact: Group[];
  by_previous_outcome: Group[];
  by_month: Group[];
}
interface Group {
  group: string;
  won: number;
  closed: number;
  rate: number;
  wilson95_low: number;
  wilson95_high: number;
}

describe.skipIf(!there)("the calls of a bank", () => {
  const rows = there
    ? gunzipSync(readFileSync(join(FOLDER, "bank-additional.csv.gz")))
        .toString("utf8")
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.trim().replaceAll('"', "").split(";"))
    : [];
  const [CONTACT, MONTH, BEFORE, YES] = [7, 8, 14, 20] as const;

  it.each([
    ["by_contact", CONTACT],
    ["by_previous_outcome", BEFORE],
    ["by_month", MONTH],
  ] as const)("have R's rates and intervals %s", (name, column) => {
    const expected = JSON.parse(readFileSync(join(FOLDER, "expected.json"), "utf8")) as Expected;
    expect(rows).toHaveLength(4_119);
    for (const { group, won, closed, rate, wilson95_low, wilson95_high } of expected[name]) {
      const own = rows.filter((row) => row[column] === group);
      const found = rateOf(own.filter((row) => row[YES] === "yes").length, own.length);
      expect(found).toMatchObject({ kind: "rate", n: closed });
      if (found.kind === "too-early") continue;
      expect(found.value).toBeCloseTo(won / closed, 12);
      expect(found.value).toBeCloseTo(rate, 9);
      expect(found.low).toBeCloseTo(wilson95_low, 9);
      expect(found.high).toBeCloseTo(wilson95_high, 9);
    }
  });

  it("by mobile do better, and within the same months, in which they differ, by more", () => {
    const items = rows.map((row): Alike => ({
      group: row[CONTACT] === "cellular" ? "first" : "second",
      beside: { "account-size": row[MONTH]!, rep: "one" },
      many: 1,
      successes: Number(row[YES] === "yes"),
    }));
    const found = compare(items);
    if (found.kind === "too-early") throw new Error("too early");
    expect(found).toMatchObject({ first: 2_652, second: 1_467, unlike: [{ beside: "account-size" }] });
    expect(found.plain.value).toBeCloseTo(0.14140271493 - 0.051806407635, 9);
    // Both reckoned apart from this, in Python, from the counts by month.
    expect(found.unlike[0]!.apart).toBeCloseTo(0.5986707566462167, 12);
    expect(found.within!.difference!.value).toBeCloseTo(0.11211590966758131, 12);
    expect(found.within).toMatchObject({ first: 2_652, second: 1_467, verdict: "holds" });
  });
});
