import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { houseOver } from "#demo/test-house.ts";
import { openToldDatabase, TOLD_AT } from "#demo/told-database.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { wilson } from "#lib/kernel/rates.ts";
import { arrivals } from "./cohort-reader.ts";
import { pastUntil } from "./past-actions.ts";
import { aheadOf } from "./past.ts";
import { project } from "./projection.ts";
import { STEPS } from "./step.ts";
import { heldByHorizon, HORIZONS } from "./said-range.ts";
import { beginSaying } from "./said-range-jobs.ts";
import { isSaying } from "./said-range-reader.ts";

// The told story, of which the ranges are worked back: each from nothing but what was known then. It is Wednesday, 2026-11-18.
const WEEK = "2026-11-16";

type Row = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any
let t: Awaited<ReturnType<typeof openToldDatabase>>;
let w: string;
beforeAll(async () => {
  t = await openToldDatabase();
  w = t.told.workspaceId;
}, 600_000);
afterAll(() => t?.drop());

const rows = (query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  t.database.read(w, async (tx) => (await query.execute(tx.tables())).rows);
const what = (some: Row[]) =>
  some.map((row) => [row["scope_id"], row["said_on"], row["weeks"], row["step"], row["low"], row["high"]]);
const said = (some: Row[]) =>
  some.map((row) => ({
    saidOn: row["said_on"],
    weeks: row["weeks"],
    step: row["step"],
    low: row["low"],
    middle: row["middle"],
    high: row["high"],
    how: row["how"],
  }));
const kept = () => rows(sql<Row>`select * from said_range order by scope_id, said_on, weeks, step`);

describe("ranges that were said", () => {
  it("are worked back once, whoever is killed in the middle", async () => {
    const { house } = houseOver(t.database, { now: TOLD_AT });
    await t.database.write(w, (tx) => beginSaying(tx, WEEK, TOLD_AT));
    expect(await t.database.read(w, isSaying)).toBe(true);
    await house.worker.runDue();
    expect(await t.database.read(w, isSaying)).toBe(false);
    const first = await kept();
    expect(first.length).toBeGreaterThan(100);
    expect(new Set(first.map(({ scope_id }) => scope_id)).size).toBe(3);
    expect(first.filter(({ how }) => how === "said").every(({ said_on }) => said_on === WEEK)).toBe(true);
    const oldest = first[0]!["said_on"] as Day;
    // As if it had ended before the oldest were written, and begun again.
    await t.database.write(w, async (tx) => {
      await sql`delete from said_range where said_on <= ${addDays(oldest, 28)}`.execute(tx.tables());
      await beginSaying(tx, WEEK, TOLD_AT);
    });
    await house.worker.runDue();
    const again = await kept();
    expect(what(again)).toEqual(what(first));
    expect(
      new Set(again.map((row) => `${row["scope_id"]} ${row["said_on"]} ${row["weeks"]} ${row["step"]}`)).size,
    ).toBe(again.length);
  }, 300_000);

  it("know nothing of what came later", async () => {
    const on = addDays(WEEK, -7 * 16);
    const until = addDays(on, -1);
    const before = await t.database.read(w, (tx) => pastUntil(tx, { kind: "company", id: w }, until));
    const line = (await kept()).filter(({ scope_id, said_on }) => scope_id === w && said_on === on);
    const projection = project(aheadOf(before, { weeks: 13 }));
    if (projection.kind === "too-early") throw new Error("too early");
    for (const weeks of HORIZONS)
      for (const step of STEPS) {
        const { low, middle, high } = projection.steps[step][weeks - 1]!;
        expect(line.find((each) => each["weeks"] === weeks && each["step"] === step)).toMatchObject({
          low,
          middle,
          high,
        });
      }
    await t.database.write(w, async (tx) => {
      await sql`update ask set taken_back_at = now() where day > ${until} and id not in (select ask_id from referral where ask_id is not null)`.execute(
        tx.tables(),
      );
    });
    const after = await t.database.read(w, (tx) => pastUntil(tx, { kind: "company", id: w }, until));
    expect(after).toEqual(before);
  });

  it("hold of this story as many as the sentence says", async () => {
    const lines = (await kept()).filter(({ scope_id }) => scope_id === w);
    const oldest = lines[0]!["said_on"] as Day;
    const came = await t.database.read(w, (tx) =>
      arrivals(
        tx,
        { kind: "company", id: w },
        { begun: addDays(oldest, -728), from: oldest, until: "2026-11-18" },
      ),
    );
    for (const weeks of HORIZONS) {
      const over = lines.filter(
        (line) => line["weeks"] === weeks && addDays(line["said_on"], 7 * weeks) <= "2026-11-18",
      );
      expect(over.length).toBeGreaterThan(10);
      const counted = heldByHorizon(said(over), came, { first: oldest, today: "2026-11-18" });
      const { held, of, lines: shown } = counted.find((each) => each.weeks === weeks)!;
      const again = shown.filter((line) => {
        const first = Math.round((Date.parse(line.saidOn) - Date.parse(oldest)) / 604_800_000);
        const many = came
          .filter(({ step, week }) => step === line.step && week >= first && week < first + weeks)
          .reduce((sum, each) => sum + each.many, 0);
        return line.low <= many && many <= line.high;
      });
      expect([held, of]).toEqual([again.length, shown.length]);
    }
  });

  it("hold eight of ten of this story, as far as it can be told from chance", async () => {
    let [held, of] = [0, 0];
    const all = await kept();
    for (const id of new Set(all.map(({ scope_id }) => scope_id as string))) {
      const lines = said(all.filter(({ scope_id }) => scope_id === id));
      const first = lines[0]!.saidOn;
      const whose = { kind: id === w ? ("company" as const) : ("team" as const), id };
      const came = await t.database.read(w, (tx) =>
        arrivals(tx, whose, { begun: addDays(first, -728), from: first, until: "2026-11-18" }),
      );
      for (const counted of heldByHorizon(lines, came, { first, today: "2026-11-18" })) {
        held += counted.held;
        of += counted.of;
      }
    }
    expect(of).toBeGreaterThan(150);
    // Ranges of teams and of their company hang together, so that the interval is, if anything, too narrow.
    const { low, high } = wilson(held, of);
    expect(low, `${held} of ${of}`).toBeLessThan(0.85);
    expect(high, `${held} of ${of}`).toBeGreaterThan(0.75);
  });
});
