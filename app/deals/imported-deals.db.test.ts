import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import { newId } from "#lib/kernel/ids.ts";
import { verify } from "#lib/storage/verify.ts";
import { actorOf } from "#team/door-actions.ts";
import { checks } from "../house.ts";
import { getDeal } from "./deal-actions.ts";
import {
  checkImportedDeal,
  recordImportedDeals,
  takeBackImportedDeals,
  type ImportedDeal,
} from "./imported-deal-actions.ts";

let t: TestHouse;
let account: string;
beforeAll(async () => {
  t = await openTestHouse();
  account = (await t.post("rep", "/accounts", { name: "Weser Pumpen AG" })).body.id;
});
afterAll(() => t?.close());

function deal(some: Partial<ImportedDeal> = {}): ImportedDeal {
  const whose = { accountId: account, personId: null, memberId: t.cast.rep };
  const known = {
    originText: null,
    amount: { minor: 100_00, currency: "EUR" },
    stage: "Closed",
    expectedOn: null,
  };
  return {
    ...whose,
    ...known,
    name: "Old deal",
    origin: "referral",
    openedOn: "2025-03-01",
    outcome: "won",
    closedOn: "2025-05-14",
    lostReason: null,
    note: null,
    ...some,
  };
}

async function record(deals: ImportedDeal[]): Promise<string[]> {
  return t.test.database.write(t.cast.workspaceId, async (tx) =>
    recordImportedDeals(tx, await actorOf(tx, t.cast.leader, t.now), deals, newId(t.now)),
  );
}

async function takeBack(ids: string[]): Promise<number> {
  return t.test.database.write(t.cast.workspaceId, async (tx) =>
    takeBackImportedDeals(tx, await actorOf(tx, t.cast.leader, t.now), ids),
  );
}

async function closedIn(week: string, whose: string): Promise<[number, number]> {
  const { body } = await t.get("rep", `/scorecard?from=${week}&to=${week}&${whose}`);
  const { count, money } = body.items[0].dealsClosed;
  return [count, money[0]?.minor ?? 0];
}

async function clean(): Promise<void> {
  const results = await verify(t.test.database, { id: t.cast.workspaceId, firstDay: 1 }, checks, () => 0);
  expect(results.flatMap((result) => result.mistakes)).toEqual([]);
}

describe("deals from another system", () => {
  it("count in the week they were closed, for their member and that member's team, and can be taken back at once", async () => {
    const deals = Array.from({ length: 2_500 }, (_, at) =>
      deal({
        name: `Deal ${at}`,
        memberId: at % 2 ? t.cast.rep : t.cast.southRep,
        origin: at % 5 ? "inbound" : "referral",
        outcome: at % 3 === 0 ? "won" : at % 3 === 1 ? "lost" : "open",
        closedOn: at % 3 === 2 ? null : "2025-05-14",
      }),
    );
    const ids = await record(deals);
    expect(new Set(ids).size).toBe(2_500);
    const third = (await t.get("rep", `/deals/${ids[3]}`)).body;
    expect(third).toMatchObject({
      name: "Deal 3",
      memberId: t.cast.rep,
      outcome: "won",
      closedOn: "2025-05-14",
    });
    const expected = deals.filter((each) => each.outcome === "won" && each.origin === "referral");
    const of = (memberId: string) => expected.filter((each) => each.memberId === memberId).length;
    expect(await closedIn("2025-05-12", `member=${t.cast.rep}`)).toEqual([
      of(t.cast.rep),
      of(t.cast.rep) * 100_00,
    ]);
    expect(await closedIn("2025-05-12", `team=${t.cast.teams.south}`)).toEqual([
      of(t.cast.southRep),
      of(t.cast.southRep) * 100_00,
    ]);
    expect(await closedIn("2025-05-12", "")).toEqual([expected.length, expected.length * 100_00]);
    expect(await closedIn("2025-05-19", "")).toEqual([0, 0]);
    await clean();
    await t.del("leader", `/deals/${ids[0]}`);
    expect(await takeBack(ids)).toBe(2_499);
    expect(await takeBack(ids)).toBe(0);
    expect(await closedIn("2025-05-12", "")).toEqual([0, 0]);
    await clean();
  });

  it("look each account up by its key for the moments they bring and to be named, by a plan that was made while nothing was known", async () => {
    const accounts: string[] = [];
    for (let at = 0; at < 50; at++)
      accounts.push((await t.post("rep", "/accounts", { name: `Werft ${at}` })).body.id);
    const deals = Array.from({ length: 300 }, (_, at) =>
      deal({ name: `Dock ${at}`, accountId: accounts[at % 50], closedOn: "2026-11-03" }),
    );
    const { ids, read } = await t.test.database.write(t.cast.workspaceId, async (tx) => {
      const actor = await actorOf(tx, t.cast.leader, t.now);
      // As PostgreSQL comes to by itself, once a statement was asked a few times.
      await sql`set local plan_cache_mode = force_generic_plan`.execute(tx.tables());
      const recorded = await recordImportedDeals(tx, actor, deals, newId(t.now));
      await getDeal(tx, recorded[0] as string);
      const { rows } = await sql<{ read: number }>`
        select seq_tup_read + idx_tup_fetch as read from pg_stat_xact_user_tables where relname = 'account'`.execute(
        tx.tables(),
      );
      return { ids: recorded, read: rows[0]?.read };
    });
    expect((await t.get("rep", "/moments?limit=1")).body.items).toHaveLength(1);
    // For its deal, for its moment, and a few to check these.
    expect(read).toBeLessThan(5 * deals.length);
    await takeBack(ids);
    await clean();
  });

  it("take their introduction back with them, when one was named later", async () => {
    const add = async (fullName: string) => (await t.post("rep", "/people", { fullName })).body.id as string;
    const facts = {
      sourceId: await add("Jale Merz"),
      contactId: await add("Veit Reimers"),
      level: 2,
      day: "2025-04-01",
    };
    const referral = (await t.post("rep", "/referrals", facts)).body.id;
    const ids = await record([deal()]);
    await t.patch("rep", `/deals/${ids[0]}`, { referralId: referral });
    expect((await t.get("rep", `/referrals/${referral}`)).body.state).toBe("won");
    await takeBack(ids);
    expect((await t.get("rep", `/referrals/${referral}`)).body.state).toBe("introduced");
    await clean();
  });

  it("are opened at the latest on the day they ended, and refused with the field when they cannot be", () => {
    expect(check({ openedOn: "2025-06-01" })).not.toThrow();
    expect(check({ openedOn: null })).not.toThrow();
    expect(check({ outcome: "open", openedOn: "2027-01-01", closedOn: null })).not.toThrow();
    expect(check({ closedOn: null })).toThrow(refused("closedOn"));
    expect(check({ closedOn: "2026-12-01" })).toThrow(refused("day"));
    expect(check({ name: " " })).toThrow(refused("name"));
    expect(check({ amount: { minor: -5, currency: "EUR" } })).toThrow(refused("amount"));
  });
});

function check(some: Partial<ImportedDeal>): () => void {
  return () => checkImportedDeal(deal(some), "2026-11-18");
}

function refused(field: string): unknown {
  return expect.objectContaining({ kind: "invalid", field });
}
