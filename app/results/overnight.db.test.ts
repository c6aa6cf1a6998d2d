import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { houseOver, type EmptyHouse } from "#demo/test-house.ts";
import { openToldDatabase, TOLD_AT } from "#demo/told-database.ts";
import { makeKey } from "#doors/key-actions.ts";
import { dayIn } from "#lib/kernel/days.ts";
import { readWorkspace } from "#team/workspace-store.ts";
import { answersIn } from "./overnight-jobs.ts";
import { STRETCHES, stretchNamed } from "./stretch.ts";

// The told story, taken for a company that is large. What the night reckoned is held against what is reckoned when somebody looks.
const HOUR_MS = 3_600_000;
const HELD = "/results/ahead/held";
const QUESTIONS = [
  "/results/origins",
  "/results/comparison",
  "/results/funnel",
  "/results/ahead/past",
  HELD,
  "/results/saying",
  "/results/month-end/in-hand",
];

const WEEKS = /origins|comparison|funnel/;

type Row = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any
let t: Awaited<ReturnType<typeof openToldDatabase>>;
let w: string;
let key: { authorization: string };
const houses = new Map<number, Omit<EmptyHouse, "test">>();

beforeAll(async () => {
  t = await openToldDatabase();
  w = t.told.workspaceId;
  const read = { memberId: t.told.leaderId, name: "read", scopes: ["read" as const], createdBy: null };
  key = await t.database.write(w, async (tx) => ({
    authorization: `Bearer ${(await makeKey(tx, read, TOLD_AT)).text}`,
  }));
}, 600_000);
afterAll(() => t?.drop());

async function night(least: number, now = TOLD_AT): Promise<void> {
  await t.database.write(w, async (tx) => {
    const { slug, name, timeZone, currency, calendar } = await readWorkspace(tx);
    const workspace = { id: w, slug, name, timeZone, currency, calendar };
    await answersIn(least)(tx, { now, today: dayIn(now, timeZone), workspace, member: null });
  });
  await houseAt(now).house.worker.runDue();
}

function houseAt(now: Date): Omit<EmptyHouse, "test"> {
  const house = houses.get(now.getTime()) ?? houseOver(t.database, { now });
  houses.set(now.getTime(), house);
  return house;
}

async function get(path: string, now = TOLD_AT, query = ""): Promise<Row> {
  const { status, body } = await houseAt(now).send("GET", path + query, undefined, key);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

const kept = async (): Promise<number> => {
  const { rows } = await t.database.read(w, (tx) =>
    sql<{ many: number }>`select count(*)::int as many from overnight_answer`.execute(tx.tables()),
  );
  return rows[0]!.many;
};

describe("answers that were reckoned overnight", () => {
  it("are none where a company is not large", async () => {
    await night(1_000_000);
    expect(await kept()).toBe(0);
    for (const path of QUESTIONS) expect((await get(path)).asOf).toBeNull();
  });

  it("are the same as what is reckoned now, for each of the usual weeks", async () => {
    await night(1);
    const { calendar } = await t.database.read(w, readWorkspace);
    for (const path of QUESTIONS) {
      const { asOf, ...answer } = await get(path);
      expect(asOf, path).toBe(TOLD_AT.toISOString());
      expect(await get(path, TOLD_AT, "?now=true"), path).toEqual({ ...answer, asOf: null });
      if (!WEEKS.test(path)) continue;
      for (const name of STRETCHES) {
        const { from, to } = stretchNamed(name, "2026-11-18", calendar);
        const weeks = await get(path, TOLD_AT, `?from=${from}&to=${to}`);
        expect(weeks.asOf, `${path} ${name}`).toBe(TOLD_AT.toISOString());
        expect(await get(path, TOLD_AT, `?from=${from}&to=${to}&now=true`)).toEqual({ ...weeks, asOf: null });
      }
    }
  });

  it("are not those of a rep, a team, other weeks or other origins", async () => {
    const { rows } = await t.database.read(w, (tx) =>
      sql<Row>`select id, team_id from member where team_id is not null limit 1`.execute(tx.tables()),
    );
    for (const path of QUESTIONS) {
      const { asOf } = await get(path, TOLD_AT, `?member=${rows[0]!["id"]}`);
      expect(asOf, path).toBe(path === HELD ? TOLD_AT.toISOString() : null);
      expect((await get(path, TOLD_AT, `?team=${rows[0]!["team_id"]}`)).asOf).toBeNull();
    }
    // Of a member no ranges are kept: theirs are the company's.
    expect(await get(HELD, TOLD_AT, `?member=${rows[0]!["id"]}`)).toEqual(await get(HELD));
    expect((await get("/results/origins", TOLD_AT, "?from=2026-02-02&to=2026-08-02")).asOf).toBeNull();
    expect((await get("/results/comparison", TOLD_AT, "?second=cold-call")).asOf).toBeNull();
  });

  it("stand until the next night has been through, in files too, and say when they were reckoned", async () => {
    const before = await get("/results/origins");
    const file = await get("/results/origins.csv");
    await t.database.write(w, (tx) =>
      sql`update deal set taken_back_at = ${TOLD_AT} where outcome = 'won' and closed_on > '2026-10-01'`.execute(
        tx.tables(),
      ),
    );
    const later = new Date(TOLD_AT.getTime() + 27 * HOUR_MS);
    expect(await get("/results/origins", later)).toEqual(before);
    expect(await get("/results/origins.csv", later)).toBe(file);
    const now = await get("/results/origins", later, "?now=true");
    expect(await get("/results/origins.csv", later, "?now=true")).not.toBe(file);
    expect(now.all.won.count).toBeLessThan(before["all"].won.count);
    const tooLate = new Date(TOLD_AT.getTime() + 29 * HOUR_MS);
    expect(await get("/results/origins", tooLate)).toMatchObject({ asOf: null, all: { won: now.all.won } });
    await night(1, tooLate);
    expect(await get("/results/origins", tooLate)).toMatchObject({
      asOf: tooLate.toISOString(),
      all: { won: now.all.won },
    });
  });

  it("are reckoned anew where they are of another shape, as after an upgrade", async () => {
    const now = new Date(TOLD_AT.getTime() + 30 * HOUR_MS);
    const before = await get("/results/origins", now);
    expect(before["asOf"]).not.toBeNull();
    await t.database.write(w, (tx) =>
      sql`update overnight_answer set answer = answer - 'all' where question = 'origins'`.execute(
        tx.tables(),
      ),
    );
    expect(await get("/results/origins", now)).toEqual({ ...before, asOf: null });
  });

  it("are gone when the company is no longer large", async () => {
    const muchLater = new Date(TOLD_AT.getTime() + 80 * HOUR_MS);
    await night(1_000_000, muchLater);
    expect(await kept()).toBe(0);
  });
});
