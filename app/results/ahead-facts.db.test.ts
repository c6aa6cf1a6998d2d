import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { houseOver, type EmptyHouse } from "#demo/test-house.ts";
import { openToldDatabase, TOLD_AT } from "#demo/told-database.ts";
import { makeKey } from "#doors/key-actions.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { STEPS } from "./step.ts";
import { keepRanges } from "./said-range-store.ts";
import { HORIZONS } from "./said-range.ts";

// The told story: every number of what comes next and of what is in hand, beside the list that it opens to. It is Wednesday, 2026-11-18, so
// that the two years it is reckoned from begin in the middle of a week.
type Row = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any
let t: Awaited<ReturnType<typeof openToldDatabase>>;
let house: Omit<EmptyHouse, "test">;
let key: { authorization: string };
let teams: Row[];
let member: string;

beforeAll(async () => {
  t = await openToldDatabase();
  const w = t.told.workspaceId;
  house = houseOver(t.database, { now: TOLD_AT });
  await t.database.write(w, async (tx) => {
    const run = async (query: ReturnType<typeof sql<Row>>) => (await query.execute(tx.tables())).rows;
    teams = await run(sql<Row>`select id, name from team order by name`);
    [{ id: member }] = (await run(sql<Row>`
      select member_id as id from ask group by 1 order by count(*) desc limit 1`)) as [{ id: string }];
    const read = { memberId: t.told.leaderId, name: "read", scopes: ["read" as const], createdBy: null };
    key = { authorization: `Bearer ${(await makeKey(tx, read, TOLD_AT)).text}` };
    for (let back = 2; back <= 60; back += 4) {
      const ranges = [w, ...teams.map(({ id }) => id as string)].flatMap((scopeId) =>
        HORIZONS.flatMap((weeks) =>
          STEPS.map((step) => ({ scopeId, weeks, step, low: 1, middle: 2, high: 3 })),
        ),
      );
      const saidOn = addDays("2026-11-16", -7 * back);
      await keepRanges(tx, ranges, { saidOn, how: "worked-back", at: TOLD_AT });
    }
  });
}, 600_000);
afterAll(() => t?.drop());

const get = async (path: string): Promise<Row> => {
  const { status, body } = await house.send("GET", path, undefined, key);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
/** All pages of a list, seven at a time where it is short. */
const listed = async (path: string, limit = 100): Promise<Row[]> => {
  const items: Row[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const page = await get(`${path}&limit=${limit}${cursor && `&cursor=${cursor}`}`);
    items.push(...page["items"]);
    cursor = page["nextCursor"];
  }
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  const days = items.map((item) => item[path.startsWith("/results/ahead/past") ? "begunOn" : "day"] as Day);
  expect(days).toEqual(days.toSorted().toReversed());
  return items;
};
const scopes = () => ["", ...teams.map(({ id }) => `&team=${id}`), `&member=${member}`];

describe("every number opens to as many facts", () => {
  it("of what came in the weeks of a range", async () => {
    for (const of of scopes()) {
      const { horizons } = await get(`/results/ahead/held?${of.slice(1)}`);
      const lines = horizons.flatMap((each: Row) => each["lines"].filter(({ came }: Row) => came !== null));
      expect(lines.length).toBeGreaterThan(20);
      let all = 0;
      for (const { step, saidOn, until, weeks, came } of [...lines.slice(0, 9), ...lines.slice(-9)]) {
        const facts = await listed(
          `/results/ahead/held/facts?step=${step}&saidOn=${saidOn}&weeks=${weeks}${of}`,
          7,
        );
        expect([of, step, saidOn, weeks, facts.length]).toEqual([of, step, saidOn, weeks, came]);
        expect(facts.every(({ kind, day }) => kind === "referral" && saidOn <= day && day <= until)).toBe(
          true,
        );
        all += facts.length;
      }
      expect(all).toBeGreaterThan(0);
    }
  });

  it("of what clients said, and of what they did", async () => {
    for (const of of scopes()) {
      const { groups } = await get(`/results/saying?${of.slice(1)}`);
      for (const { said, did, of: many } of groups) {
        const all = await listed(`/results/saying/facts?said=${said}${of}`, 7);
        expect([said, all.length]).toEqual([said, many]);
        expect(all.filter(({ introducedOn }) => introducedOn !== null)).toHaveLength(did);
        expect(await listed(`/results/saying/facts?said=${said}&did=true${of}`)).toEqual(
          all.filter(({ introducedOn }) => introducedOn !== null),
        );
        for (const { day, score, introducedOn } of all) {
          expect(score >= 9 ? "would" : score >= 7 ? "perhaps" : "would-not").toBe(said);
          expect((introducedOn ?? addDays(day, 1)) > day).toBe(true);
          expect((introducedOn ?? day) <= addDays(day, 182)).toBe(true);
        }
      }
    }
    const { groups } = await get("/results/saying");
    expect(groups[0].did).toBeGreaterThan(0);
  });

  it("of what is in hand", async () => {
    for (const of of scopes()) {
      const { open, byQuarter } = await get(`/results/month-end/in-hand?${of.slice(1)}`);
      for (const step of STEPS) {
        const { many, since } = open[step];
        const facts = await listed(`/results/ahead/past/facts?of=${step}&came=false&since=${since}${of}`);
        expect([of, byQuarter.kind, step, facts.length]).toEqual([of, byQuarter.kind, step, many]);
        expect(facts.every(({ day, cameOn }) => since <= day && cameOn === null)).toBe(true);
      }
    }
    const { open, byQuarter } = await get("/results/month-end/in-hand");
    expect(byQuarter.kind).toBe("in-hand");
    expect(STEPS.map((step) => open[step].many > 0)).toEqual([true, true, true]);
    // What is too old is in hand no more.
    const asks = await listed("/results/ahead/past/facts?of=introductions&came=false");
    expect(asks.length).toBeGreaterThan(open.introductions.many);
  });

  it("of the shares that it is reckoned from", async () => {
    for (const of of scopes()) {
      const { past } = await get(`/results/ahead/past?${of.slice(1)}`);
      for (const step of STEPS) {
        const came = await listed(`/results/ahead/past/facts?of=${step}${of}`);
        const rest = await listed(`/results/ahead/past/facts?of=${step}&came=false${of}`);
        const { came: all, n } = past.rates[step];
        expect([of, step, came.length, came.length + rest.length]).toEqual([of, step, all, n]);
      }
    }
  });
});
