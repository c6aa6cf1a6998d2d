import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import { verify } from "#lib/storage/verify.ts";
import { checks } from "../house.ts";

let t: TestHouse;
let account: string;
let person: string;
beforeAll(async () => {
  t = await openTestHouse();
  account = (await t.post("rep", "/accounts", { name: "Weser Pumpen AG", kind: "prospect" })).body.id;
  person = (await t.post("rep", "/people", { fullName: "Veit Reimers", accountId: account })).body.id;
});
afterAll(() => t?.close());

const EUR = (euros: number) => ({ minor: euros * 100, currency: "EUR" });

/** Deals closed of Mia: the weeks of 9 and 16 November, their month, their quarter. */
async function closed(): Promise<unknown[]> {
  const told: unknown[] = [];
  for (const [by, from] of [
    ["week", "2026-11-09"],
    ["week", "2026-11-16"],
    ["month", "2026-11-16"],
    ["quarter", "2026-11-16"],
  ]) {
    const { body } = await t.get("rep", `/scorecard?member=${t.cast.rep}&by=${by}&from=${from}&to=${from}`);
    const { count, money } = body.items[0].dealsClosed;
    told.push([
      count,
      ...money.map((each: { minor: number; currency: string }) => `${each.minor / 100} ${each.currency}`),
    ]);
  }
  return told;
}
const NONE = [[0], [0], [0], [0]];

async function won(): Promise<number> {
  const { body } = await t.get(
    "rep",
    `/scorecard/facts?measure=deals-won&from=2026-11-01&to=2026-11-18&member=${t.cast.rep}`,
  );
  return body.items.length;
}

async function open(some: object = {}): Promise<string> {
  const made = await t.post("rep", "/deals", {
    name: "Shift planning",
    accountId: account,
    openedOn: "2026-11-04",
    ...some,
  });
  expect(made).toMatchObject({ status: 201 });
  return made.body.id;
}

async function clean(): Promise<void> {
  const results = await verify(t.test.database, { id: t.cast.workspaceId, firstDay: 1 }, checks, () => 0);
  expect(results.flatMap((result) => result.mistakes)).toEqual([]);
}

describe("a deal", () => {
  it("won through a referral counts with its money in its week, month and quarter, and undo brings each back", async () => {
    const id = await open({
      origin: "referral",
      amount: EUR(12_000),
      personId: person,
      stage: "Proposal",
      expectedOn: "2027-01-31",
    });
    expect((await t.get("colleague", `/deals/${id}`)).body).toMatchObject({
      name: "Shift planning",
      accountName: "Weser Pumpen AG",
      personName: "Veit Reimers",
      memberName: "Mia Sommer",
      outcome: "open",
      amount: EUR(12_000),
      stage: "Proposal",
      closedOn: null,
    });
    expect(await closed()).toEqual(NONE);
    const done = await t.put("rep", `/deals/${id}/outcome`, { outcome: "won", day: "2026-11-12" });
    expect(done.body).toMatchObject({ outcome: "won", closedOn: "2026-11-12" });
    expect(await closed()).toEqual([[1, "12000 EUR"], [0], [1, "12000 EUR"], [1, "12000 EUR"]]);
    expect((await t.del("rep", `/deals/${id}/outcome`)).body).toMatchObject({
      outcome: "open",
      closedOn: null,
    });
    expect(await closed()).toEqual(NONE);
    expect((await t.del("rep", `/deals/${id}/outcome`)).status).toBe(409);
    await t.put("rep", `/deals/${id}/outcome`, { outcome: "won" });
    expect((await t.del("rep", `/deals/${id}`)).status).toBe(204);
    expect(await closed()).toEqual(NONE);
    expect((await t.get("rep", `/deals/${id}`)).status).toBe(404);
    await clean();
  });

  it("won in another way counts as won, not among those closed; another origin counts it anew", async () => {
    const id = await open({ origin: "cold-call", amount: EUR(500) });
    await t.put("rep", `/deals/${id}/outcome`, { outcome: "won" });
    expect(await closed()).toEqual(NONE);
    expect(await won()).toBe(1);
    await t.patch("rep", `/deals/${id}`, { origin: "referral" });
    expect(await closed()).toEqual([[0], [1, "500 EUR"], [1, "500 EUR"], [1, "500 EUR"]]);
    await t.patch("rep", `/deals/${id}`, { amount: EUR(700) });
    expect((await closed())[3]).toEqual([1, "700 EUR"]);
    await t.patch("rep", `/deals/${id}`, { amount: { minor: 9_000_00, currency: "USD" } });
    expect((await closed())[3]).toEqual([1, "9000 USD"]);
    await t.put("rep", `/deals/${id}/outcome`, { outcome: "won", day: "2026-11-10" });
    expect(await closed()).toEqual([[1, "9000 USD"], [0], [1, "9000 USD"], [1, "9000 USD"]]);
    await t.patch("rep", `/deals/${id}`, { origin: "inbound", amount: null });
    expect(await closed()).toEqual(NONE);
    expect(await won()).toBe(1);
    await t.put("rep", `/deals/${id}/outcome`, { outcome: "lost", lostReason: "budget" });
    expect((await t.get("rep", `/deals/${id}`)).body).toMatchObject({
      outcome: "lost",
      closedOn: "2026-11-18",
      lostReason: "budget",
    });
    expect(await won()).toBe(0);
    await t.del("rep", `/deals/${id}`);
    await clean();
  });

  it("adds money of two currencies side by side, never together", async () => {
    const ids = [
      await open({ origin: "referral", amount: EUR(10) }),
      await open({ origin: "referral", amount: { minor: 500, currency: "JPY" } }),
    ];
    for (const id of ids) await t.put("rep", `/deals/${id}/outcome`, { outcome: "won" });
    const { body } = await t.get("rep", `/scorecard?member=${t.cast.rep}&from=2026-11-16&to=2026-11-16`);
    expect(body.items[0].dealsClosed).toMatchObject({
      count: 2,
      money: [EUR(10), { minor: 500, currency: "JPY" }],
    });
    for (const id of ids) await t.del("rep", `/deals/${id}`);
    await clean();
  });

  it("counts once, however many press won at once", async () => {
    const id = await open({ origin: "referral", amount: EUR(1) });
    const presses = await Promise.all(
      [1, 2, 3, 4].map(() => t.put("rep", `/deals/${id}/outcome`, { outcome: "won" })),
    );
    expect(presses.map((each) => each.status)).toEqual([200, 200, 200, 200]);
    expect((await closed())[1]).toEqual([1, "1 EUR"]);
    await t.del("rep", `/deals/${id}`);
    await clean();
  });

  it("makes a prospect a client on the day it was won; taking it back leaves that to a person", async () => {
    const prospect = (await t.post("rep", "/accounts", { name: "Elbe Druck", kind: "prospect" })).body.id;
    const partner = (await t.post("rep", "/accounts", { name: "Spree Partner", kind: "partner" })).body.id;
    for (const accountId of [prospect, partner]) {
      const id = await open({ accountId });
      await t.put("rep", `/deals/${id}/outcome`, { outcome: "won", day: "2026-11-12" });
      await t.del("rep", `/deals/${id}/outcome`);
    }
    expect((await t.get("rep", `/accounts/${prospect}`)).body).toMatchObject({
      kind: "client",
      clientSince: "2026-11-12",
    });
    expect((await t.get("rep", `/accounts/${partner}`)).body.kind).toBe("partner");
    await clean();
  });

  it("takes its introduction to won or lost, and back to where its meeting left it", async () => {
    const source = (await t.post("rep", "/people", { fullName: "Jale Merz" })).body.id;
    const referral = (
      await t.post("rep", "/referrals", { sourceId: source, contactId: person, level: 4, day: "2026-11-02" })
    ).body.id;
    const state = async () => (await t.get("rep", `/referrals/${referral}`)).body.state;
    await t.post("rep", "/meetings", {
      personId: person,
      referralId: referral,
      day: "2026-11-09",
      outcome: "held",
    });
    const id = await open({ referralId: referral, amount: EUR(3) });
    expect((await t.get("rep", `/deals/${id}`)).body).toMatchObject({
      origin: "referral",
      sourceName: "Jale Merz",
    });
    expect(await state()).toBe("met");
    await t.put("rep", `/deals/${id}/outcome`, { outcome: "lost" });
    expect(await state()).toBe("lost");
    await t.put("rep", `/deals/${id}/outcome`, { outcome: "won" });
    expect(await state()).toBe("won");
    const refused = await t.patch("rep", `/deals/${id}`, { origin: "event" });
    expect(refused.status).toBe(422);
    expect(refused.body.field).toBe("origin");
    await t.patch("rep", `/deals/${id}`, { origin: "event", referralId: null });
    expect(await state()).toBe("met");
    expect(await closed()).toEqual(NONE);
    await t.patch("rep", `/deals/${id}`, { referralId: referral });
    expect([await state(), (await closed())[1]]).toEqual(["won", [1, "3 EUR"]]);
    await t.del("rep", `/deals/${id}/outcome`);
    expect(await state()).toBe("met");
    await t.del("rep", `/deals/${id}`);
    expect(
      (await t.post("rep", "/deals", { name: "x", accountId: account, referralId: account })).status,
    ).toBe(404);
    await clean();
  });

  it("belongs to a company: the one named, a new one by its name, or where the person works", async () => {
    expect((await t.post("rep", "/deals", { name: "Pilot", personId: person })).body.accountName).toBe(
      "Weser Pumpen AG",
    );
    const named = await t.post("rep", "/deals", { name: "Pilot", accountName: "Neue Welle KG" });
    expect((await t.get("rep", `/accounts/${named.body.accountId}`)).body.kind).toBe("prospect");
    const without = await t.post("rep", "/deals", { name: "Pilot" });
    expect(without.status).toBe(422);
    expect(without.body.field).toBe("accountId");
  });

  it("is a colleague's to see, not to change; their manager may", async () => {
    const id = await open({ origin: "referral" });
    for (const [method, path, body] of changes(id))
      expect((await t.as("colleague", method, path, body)).status).toBe(403);
    expect(
      (await t.post("southRep", "/deals", { name: "x", accountId: account, memberId: t.cast.rep })).status,
    ).toBe(403);
    await t.put("manager", `/deals/${id}/outcome`, { outcome: "won" });
    expect((await closed())[1]).toEqual([1]);
    await t.patch("manager", `/deals/${id}`, { memberId: t.cast.colleague });
    expect(await closed()).toEqual(NONE);
    await t.del("leader", `/deals/${id}`);
    await clean();
  });

  it("is not there for a stranger", async () => {
    const id = await open({ origin: "referral" });
    expect((await t.get("stranger", `/deals/${id}`)).status).toBe(404);
    for (const [method, path, body] of changes(id))
      expect((await t.as("stranger", method, path, body)).status).toBe(404);
    expect((await t.get("stranger", "/deals")).body.items).toEqual([]);
    expect((await t.get("stranger", `/deals?account=${account}`)).body.items).toEqual([]);
    expect((await t.post("stranger", "/deals", { name: "x", accountId: account })).status).toBe(404);
    expect((await t.as(null, "GET", `/deals/${id}`)).status).toBe(401);
    expect((await t.get("rep", `/deals/${id}`)).body.outcome).toBe("open");
    await t.del("rep", `/deals/${id}`);
  });
});

describe("the list of deals", () => {
  it("pages by the day they closed or were opened, and filters by outcome, origin, account and person", async () => {
    const house = await openTestHouse();
    try {
      const at = (await house.post("rep", "/accounts", { name: "Hafen Logistik" })).body.id;
      const made: string[] = [];
      for (const [name, openedOn] of [
        ["a", "2026-11-02"],
        ["b", "2026-11-03"],
        ["c", "2026-11-03"],
        ["d", "2026-10-01"],
      ]) {
        made.push(
          (await house.post("rep", "/deals", { name, accountId: at, openedOn, origin: "event" })).body.id,
        );
      }
      await house.put("rep", `/deals/${made[3]}/outcome`, { outcome: "won", day: "2026-11-17" });
      await house.put("rep", `/deals/${made[0]}/outcome`, { outcome: "lost", day: "2026-11-02" });
      const listed = async (query: string) => {
        let found = "";
        let cursor: string | null = null;
        do {
          const page = await house.get("rep", `/deals?limit=1&${query}${cursor ? `&cursor=${cursor}` : ""}`);
          found += page.body.items.map((each: { name: string }) => each.name).join("");
          cursor = page.body.nextCursor;
        } while (cursor);
        return found;
      };
      expect(await listed("")).toBe("dcba");
      expect(await listed("outcome=open")).toBe("cb");
      expect(await listed("outcome=won")).toBe("d");
      expect(await listed(`account=${at}&origin=event&member=${house.cast.rep}`)).toBe("dcba");
      expect(await listed(`member=${house.cast.colleague}`)).toBe("");
      expect((await house.get("rep", "/deals?cursor=nonsense")).status).toBe(422);
    } finally {
      await house.close();
    }
  });
});

function changes(id: string): [string, string, unknown][] {
  return [
    ["PATCH", `/deals/${id}`, { name: "mine" }],
    ["PUT", `/deals/${id}/outcome`, { outcome: "won" }],
    ["DELETE", `/deals/${id}/outcome`, undefined],
    ["DELETE", `/deals/${id}`, undefined],
  ];
}
