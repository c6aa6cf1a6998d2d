import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { houseOver, type EmptyHouse } from "#demo/test-house.ts";
import { openToldDatabase, TOLD_AT } from "#demo/told-database.ts";
import { makeKey } from "#doors/key-actions.ts";
import type { Day } from "#lib/kernel/days.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import { ORIGINS } from "#referrals/origin.ts";
import { PLANNED } from "./month-end.ts";

// The told story, counted again in plain loops over bare rows. One of the reps changes teams in the middle of it.
const MOVED = "2026-05-04";
const MONTHS = ["2026-11-18", "2026-07-01", "2026-05-06", "2026-01-08"];

type Row = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any
let t: Awaited<ReturnType<typeof openToldDatabase>>;
let house: Omit<EmptyHouse, "test">;
let key: { authorization: string };
let w: string;
let moved: string;
let north: string;
let deals: Row[];
let accounts: Row[];
let stays: Row[];
let journal: Row[];

beforeAll(async () => {
  t = await openToldDatabase();
  w = t.told.workspaceId;
  house = houseOver(t.database, { now: TOLD_AT });
  await t.database.write(w, async (tx) => {
    const run = async (query: ReturnType<typeof sql<Row>>) => (await query.execute(tx.tables())).rows;
    moved = (await run(sql<Row>`select id from member where name = 'Tariq Aziz'`))[0]!["id"];
    north = (await run(sql<Row>`select id from team where name = 'North'`))[0]!["id"];
    await run(sql<Row>`update team_stay set until_day = ${MOVED} where member_id = ${moved}`);
    await run(
      sql<Row>`insert into team_stay (workspace_id, member_id, from_day, team_id, role) values (${w}, ${moved}, ${MOVED}, ${north}, 'rep')`,
    );
    // One company that had bought is found to be the same as another that did.
    const won = await run(sql<Row>`
      select account_id from deal where outcome = 'won' and taken_back_at is null order by closed_on, id`);
    const [kept, merged] = [won[0]!["account_id"], won.at(-1)!["account_id"]];
    await run(sql<Row>`update account set merged_into = ${kept} where id = ${merged} and id <> ${kept}`);
    const read = { memberId: t.told.leaderId, name: "read", scopes: ["read" as const], createdBy: null };
    key = { authorization: `Bearer ${(await makeKey(tx, read, TOLD_AT)).text}` };
    deals = await run(sql<Row>`select * from deal where taken_back_at is null`);
    accounts = await run(sql<Row>`select id, kept_id from account`);
    stays = await run(sql<Row>`select * from team_stay order by from_day`);
    journal = await run(sql<Row>`select * from journal where measure is not null order by day, id`);
  });
}, 600_000);
afterAll(() => t?.drop());

const get = async (path: string): Promise<Row> => {
  const { status, body } = await house.send("GET", path, undefined, key);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const teamOf = (member: string, day: Day): string | null => {
  const own = stays.filter((each) => each["member_id"] === member);
  return (own.findLast((each) => each["from_day"] <= day) ?? own[0])?.["team_id"] ?? null;
};
const keptOf = (account: string): string => accounts.find(({ id }) => id === account)?.["kept_id"];

const everybody: [string, () => string, (deal: Row) => boolean][] = [
  ["the company", () => "", () => true],
  ["a team", () => `&team=${north}`, (deal) => teamOf(deal["member_id"], deal["closed_on"]) === north],
  ["somebody who changed teams", () => `&member=${moved}`, (deal) => deal["member_id"] === moved],
];

describe.each(everybody)("the orders of %s", (_name, of, isTheirs) => {
  it.each(MONTHS)("in the month of %s are what the rows say", async (day) => {
    const { month, orders } = await get(`/results/month-end?day=${day}${of()}`);
    const expected: Row[] = [];
    for (const origin of ORIGINS) {
      const kinds: Row = {};
      for (const kind of ["new", "upgrade"]) {
        let many = 0;
        const money = new Map<string, number>();
        for (const deal of deals) {
          if (deal["outcome"] !== "won" || deal["origin"] !== origin || !isTheirs(deal)) continue;
          if (deal["closed_on"] < month.start || deal["closed_on"] > month.end) continue;
          const before = deals.some(
            (other) =>
              other["outcome"] === "won" &&
              other["closed_on"] < deal["closed_on"] &&
              keptOf(other["account_id"]) === keptOf(deal["account_id"]),
          );
          if ((before || origin === "existing-client" ? "upgrade" : "new") !== kind) continue;
          many++;
          if (deal["currency"] !== null)
            money.set(deal["currency"], (money.get(deal["currency"]) ?? 0) + Number(deal["amount_minor"]));
        }
        kinds[kind] = { orders: many, money: [...money].map(([currency, minor]) => ({ currency, minor })) };
      }
      if (kinds["new"].orders + kinds["upgrade"].orders > 0) expected.push({ origin, kinds });
    }
    const found = orders.origins.map(({ origin, kinds }: Row) => ({ origin, kinds }));
    expect(found).toEqual(expected);
    const lines = (await get(`/results/orders?limit=100&from=${month.start}&to=${month.end}${of()}`))[
      "items"
    ];
    expect(lines).toHaveLength(orders.orders);
  });
});

describe("what each rep attained", () => {
  it.each(MONTHS)("by the month of %s is what the journal says", async (day) => {
    const { items, month } = await get(`/results/month-end/reps?limit=100&day=${day}`);
    const { yearFrom } = await get(`/results/month-end?day=${day}`);
    const undone = new Set(journal.map((line) => line["undoes"]));
    const count = (member: string, measure: string, from: Day) => {
      const once = new Set<string>();
      let many = 0;
      for (const line of journal) {
        if (line["member_id"] !== member || line["measure"] !== measure) continue;
        if (
          line["day"] < from ||
          line["day"] > month.end ||
          line["undoes"] !== null ||
          undone.has(line["id"])
        )
          continue;
        const said = `${weekOf(line["day"], 1)} ${line["once_key"]}`;
        if (line["once_key"] === null || !once.has(said)) many += line["count"];
        once.add(said);
      }
      return many;
    };
    expect(items.length).toBeGreaterThan(3);
    for (const rep of items)
      for (const measure of PLANNED) {
        const { month: ofMonth, year } = rep.plan[measure];
        const expected = [count(rep.id, measure, month.start), count(rep.id, measure, yearFrom)];
        expect([rep.name, measure, ofMonth.count, year.count]).toEqual([rep.name, measure, ...expected]);
      }
  });
});
