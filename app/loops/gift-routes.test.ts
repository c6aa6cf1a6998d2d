import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { verify } from "#lib/storage/verify.ts";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import { giftChecks } from "./gift-verify-reader.ts";
import { loopChecks } from "./loop-verify-reader.ts";
import type { GiftView } from "./gift-view.ts";

// Wednesday, 18 November 2026, 11:00 in Berlin; the cap is 35 EUR.
let h: TestHouse;
let n = 0;
let anna = "";

const eur = (minor: number) => ({ minor, currency: "EUR" });
const gifts = (who: CastName, query = `person=${anna}`) => h.get(who, `/gifts?${query}`);
const give = (who: CastName, minor: number, more: object = {}) =>
  h.post(who, "/gifts", { personId: anna, what: "a book", value: eur(minor), ...more });

beforeAll(async () => {
  h = await openTestHouse();
});
afterAll(() => h.close());
beforeEach(async () => {
  anna = await person("Anna Albers");
});

describe("a gift outside any duty", () => {
  it("is in the register, counts this year, and is taken back like any fact", async () => {
    const given = await give("rep", 20_00, { words: "for her birthday" });
    expect(given).toMatchObject({
      status: 201,
      body: {
        state: "given",
        what: "a book",
        value: eur(20_00),
        memberName: "Mia Sommer",
        givenOn: "2026-11-18",
      },
    });
    expect((await gifts("colleague")).body.items).toHaveLength(1);
    expect(await countedFor()).toEqual([eur(20_00)]);
    expect((await verbs())[0]).toBe("gift.given");
    const sums = (await h.get("rep", `/gift-sums?person=${anna}`)).body;
    expect(sums).toMatchObject({
      items: [{ personId: anna, sum: eur(20_00), gifts: 1, cap: eur(35_00) }],
      since: "2026-11-18",
    });
    expect((await h.del("colleague", `/gifts/${given.body.id}`)).status).toBe(403);
    expect((await h.del("stranger", `/gifts/${given.body.id}`)).status).toBe(404);
    expect((await h.del("rep", `/gifts/${given.body.id}`)).status).toBe(204);
    expect((await gifts("rep")).body.items).toEqual([]);
    expect((await verbs())[0]).toBe("gift.taken-back");
    expect(await mistakes()).toEqual([]);
  });

  it("said twice is there once", async () => {
    const [first, second] = [await give("rep", 12_00), await give("rep", 12_00)];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.id).toBe(first.body.id);
    const both = await Promise.all([give("rep", 13_00), give("rep", 13_00)]);
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(["200", "201"]);
    expect(await countedFor()).toHaveLength(2);
  });

  it("needs a name, a price and a day that has come, and somebody who is here", async () => {
    expect((await give("rep", 0)).body.field).toBe("value");
    expect((await give("rep", 1, { what: " " })).body.field).toBe("what");
    expect((await give("rep", 1, { day: "2026-11-19" })).body.field).toBe("day");
    expect((await give("rep", 1, { personId: h.cast.rep })).status).toBe(404);
    expect((await give("stranger", 1)).status).toBe(404);
    expect((await give("rep", 1, { memberId: h.cast.colleague })).status).toBe(403);
    expect((await give("manager", 1, { memberId: h.cast.colleague })).body.memberName).toBe("Jonas Weber");
  });

  it("counts in the calendar year in which it was given", async () => {
    await give("rep", 35_00, { day: "2025-12-31" });
    expect(await countedFor()).toEqual([]);
    expect((await give("rep", 1, { day: "2025-12-30" })).status).toBe(409);
    expect((await give("rep", 35_00)).status).toBe(201);
    expect((await gifts("rep", `person=${anna}&year=2025`)).body.items).toHaveLength(1);
  });

  it("counts for whoever stands for a merged person", async () => {
    await give("rep", 30_00);
    const other = await person("Anna Albers");
    await h.post("rep", "/merges", { kind: "person", keptId: other, mergedId: anna });
    expect(await countedFor(other)).toEqual([eur(30_00)]);
    expect((await give("rep", 10_00, { personId: other })).status).toBe(409);
    expect((await gifts("rep", `person=${other}`)).body.items).toHaveLength(1);
  });
});

describe("above the cap", () => {
  it("is asked for, decided by the manager, and given after that", async () => {
    await give("rep", 20_00);
    const refused = await give("rep", 30_00);
    expect(refused).toMatchObject({
      status: 409,
      body: { facts: { needsApproval: true, overMinor: 15_00, currency: "EUR" } },
    });
    expect(refused.body.detail).toContain("€15 more than the €35");
    expect((await give("rep", 10_00, { ask: true })).status).toBe(409);
    const asked = await give("rep", 30_00, { ask: true });
    expect(asked.body).toMatchObject({
      state: "asked",
      needsApproval: true,
      givenOn: null,
      mayDecide: false,
    });
    expect(await countedFor()).toEqual([eur(20_00), eur(30_00)]);
    const { id } = asked.body;
    const decide = (who: CastName, decision: string, why?: string) =>
      h.put(who, `/gifts/${id}/decision`, { decision, why });
    for (const who of ["rep", "colleague", "southRep"] as const)
      expect((await decide(who, "approved")).status, who).toBe(403);
    expect((await decide("stranger", "approved")).status).toBe(404);
    expect((await h.put("rep", `/gifts/${id}/given`, {})).status).toBe(409);
    const waiting = (await gifts("manager", "state=waits")).body.items as GiftView[];
    expect(waiting.find((gift) => gift.id === id)?.mayDecide).toBe(true);
    expect((await decide("manager", "approved")).body).toMatchObject({
      state: "approved",
      decidedBy: "Petra Lang",
    });
    expect((await decide("manager", "approved")).status).toBe(200);
    expect((await decide("leader", "refused", "no")).status).toBe(409);
    expect((await h.put("colleague", `/gifts/${id}/given`, {})).status).toBe(403);
    expect((await h.put("rep", `/gifts/${id}/given`, { day: "2026-11-17" })).body.field).toBe("day");
    expect((await h.put("rep", `/gifts/${id}/given`, {})).body.state).toBe("given");
    expect((await h.put("rep", `/gifts/${id}/given`, {})).status).toBe(200);
    expect((await h.del("manager", `/gifts/${id}/decision`)).status).toBe(409);
    expect((await h.del("rep", `/gifts/${id}/given`)).body.state).toBe("approved");
    expect((await h.del("manager", `/gifts/${id}/decision`)).body.state).toBe("asked");
    expect((await verbs()).slice(0, 5)).toEqual([
      "gift.taken-back",
      "gift.taken-back",
      "gift.given",
      "gift.approved",
      "gift.asked",
    ]);
    expect(await mistakes()).toEqual([]);
  });

  it("is refused with a reason, and counts no more", async () => {
    const { id } = (await give("rep", 50_00, { ask: true })).body;
    expect((await h.put("manager", `/gifts/${id}/decision`, { decision: "refused" })).body.field).toBe("why");
    const said = { decision: "refused", why: "a note will do" };
    expect((await h.put("manager", `/gifts/${id}/decision`, said)).body).toMatchObject({
      state: "refused",
      refusedWhy: "a note will do",
    });
    expect(await countedFor()).toEqual([]);
    expect((await h.put("rep", `/gifts/${id}/given`, {})).status).toBe(409);
    expect((await h.del("manager", `/gifts/${id}/decision`)).body.state).toBe("asked");
    expect((await h.del("rep", `/gifts/${id}`)).status).toBe(204);
    expect(await mistakes()).toEqual([]);
  });

  it("is never decided by who gives or who asked for them, but by the only leader", async () => {
    const own = (await give("manager", 50_00, { ask: true })).body;
    expect(own.mayDecide).toBe(false);
    expect((await h.put("manager", `/gifts/${own.id}/decision`, { decision: "approved" })).status).toBe(403);
    expect((await h.put("leader", `/gifts/${own.id}/decision`, { decision: "approved" })).status).toBe(200);
    const forRep = (await give("manager", 40_00, { ask: true, memberId: h.cast.rep })).body;
    expect((await h.put("manager", `/gifts/${forRep.id}/decision`, { decision: "approved" })).status).toBe(
      403,
    );
    const leaders = (await give("leader", 45_00, { ask: true })).body;
    expect(leaders.mayDecide).toBe(true);
    expect((await h.put("leader", `/gifts/${leaders.id}/decision`, { decision: "approved" })).status).toBe(
      200,
    );
  });

  it("holds when two reps give to one person at once", async () => {
    const both = await Promise.all([give("rep", 20_00), give("colleague", 20_00), give("southRep", 20_00)]);
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(["201", "409", "409"]);
    expect(await countedFor()).toEqual([eur(20_00)]);
  });
});

describe("a ban", () => {
  it("of the employer, or of themselves, forbids gifts until it is lifted", async () => {
    const account = await made("rep", "/accounts", { name: `Amt ${n}`, kind: "prospect" });
    await h.patch("rep", `/people/${anna}`, { accountId: account });
    const ban = await h.post("rep", `/accounts/${account}/gift-bans`, { words: "compliance" });
    expect(ban).toMatchObject({ status: 201, body: { name: `Amt ${n}`, byName: "Mia Sommer" } });
    expect((await h.post("colleague", `/accounts/${account}/gift-bans`, {})).body.id).toBe(ban.body.id);
    const refused = await give("rep", 5_00);
    expect(refused).toMatchObject({ status: 422, body: { field: "what" } });
    expect(refused.body.detail).toContain("The employer of Anna Albers forbids gifts. A handwritten note");
    expect((await give("rep", 5_00, { ask: true })).status).toBe(422);
    expect((await give("rep", 5_00, { day: "2026-11-17" })).status).toBe(201);
    expect((await standing()).bans).toEqual(["employer"]);
    const path = `/gift-bans/${ban.body.id}`;
    expect((await h.put("colleague", `${path}/lifting`, {})).status).toBe(403);
    expect((await h.put("stranger", `${path}/lifting`, {})).status).toBe(404);
    expect((await h.put("manager", `${path}/lifting`, {})).body.liftedOn).toBe("2026-11-18");
    expect((await give("rep", 5_00)).status).toBe(201);
    expect((await h.del("manager", `${path}/lifting`)).body.liftedOn).toBe(null);
    expect((await give("rep", 6_00)).status).toBe(422);
    expect((await h.del("rep", path)).status).toBe(204);
    const own = await made("colleague", `/people/${anna}/gift-bans`, { words: "rather not" });
    expect((await give("rep", 6_00)).body.detail).toContain("Anna Albers wants no gifts.");
    expect((await h.get("rep", `/people/${anna}/gift-bans`)).body.items).toHaveLength(1);
    expect((await h.get("stranger", `/people/${anna}/gift-bans`)).body.items ?? []).toEqual([]);
    expect((await h.del("colleague", `/gift-bans/${own}`)).status).toBe(204);
    expect(await mistakes()).toEqual([]);
  });

  it("of an account that was merged into theirs counts", async () => {
    const [kept, merged] = [
      await made("rep", "/accounts", { name: `Werk ${n}`, kind: "prospect" }),
      await made("rep", "/accounts", { name: `Werke ${n}`, kind: "prospect" }),
    ];
    await h.post("rep", `/accounts/${merged}/gift-bans`, {});
    await h.patch("rep", `/people/${anna}`, { accountId: kept });
    expect((await standing()).bans).toEqual([]);
    await h.post("rep", "/merges", { kind: "account", keptId: kept, mergedId: merged });
    expect((await standing()).bans).toEqual(["employer"]);
  });
});

describe("the rule", () => {
  it("is a leader's to set, and may leave clients out", async () => {
    expect((await h.get("rep", "/gift-rule")).body).toEqual({ cap: eur(35_00), clients: "may" });
    expect((await h.patch("manager", "/gift-rule", { cap: eur(50_00) })).status).toBe(403);
    expect((await h.patch("leader", "/gift-rule", { cap: eur(-1) })).body.field).toBe("cap");
    expect((await h.patch("leader", "/gift-rule", { cap: eur(50_00), clients: "never" })).status).toBe(200);
    expect((await h.get("stranger", "/gift-rule")).body.cap).toEqual(eur(35_00));
    expect((await give("rep", 50_00)).status).toBe(201);
    const client = await made("rep", "/accounts", { name: `Kunde ${n}`, kind: "client" });
    await h.patch("rep", `/people/${anna}`, { accountId: client });
    expect((await give("rep", 1_00)).body.detail).toContain("People at clients get no gifts here.");
    await h.patch("leader", "/gift-rule", { cap: eur(35_00), clients: "may" });
  });
});

describe("a duty done with a gift", () => {
  let referral = "";
  const idOf = (kind: string) => `${referral}.${kind}.${anna}`;
  const settle = (gift: object | undefined, kinds = ["thank"], more: object = {}, who: CastName = "rep") =>
    h.post(who, "/settlements", { duties: kinds.map(idOf), how: "gift", gift, ...more });
  const duty = async (kind = "thank") =>
    (await h.get("rep", `/duties?referral=${referral}`)).body.items.find(
      (each: { kind: string }) => each.kind === kind,
    );

  beforeEach(async () => {
    const bo = await person("Bo Brandt");
    referral = await made("rep", "/referrals", { sourceId: anna, contactId: bo, level: 2 });
  });

  it("says which, and both are taken back together", async () => {
    expect((await settle(undefined)).body).toMatchObject({ field: "gift" });
    expect((await settle({ what: "", value: eur(1) })).body.field).toBe("gift.what");
    const done = await settle({ what: "wine", value: eur(15_00) });
    expect(done.body.items[0]).toMatchObject({
      state: "done",
      settled: { how: "gift", gift: { what: "wine", value: eur(15_00) } },
    });
    const [gift] = (await gifts("rep")).body.items;
    expect(gift).toMatchObject({
      what: "wine",
      referralId: referral,
      contactName: "Bo Brandt",
      state: "given",
    });
    await settle({ what: "wine", value: eur(15_00) });
    expect((await gifts("rep")).body.items).toHaveLength(1);
    await settle({ what: "better wine", value: eur(30_00) });
    expect((await gifts("rep")).body.items.map(({ what }: GiftView) => what)).toEqual(["better wine"]);
    expect((await h.del("rep", `/duties/${idOf("thank")}/settlement`)).status).toBe(204);
    expect((await gifts("rep")).body.items).toEqual([]);
    expect(await mistakes()).toEqual([]);
    await settle({ what: "wine", value: eur(15_00) });
    const [again] = (await gifts("rep")).body.items;
    await h.del("rep", `/gifts/${again.id}`);
    expect((await duty()).state).toBe("open");
    await settle({ what: "wine", value: eur(15_00) });
    expect((await settle(undefined, ["thank"], { how: "note", gift: undefined })).status).toBe(201);
    expect((await gifts("rep")).body.items).toEqual([]);
    expect(await mistakes()).toEqual([]);
  });

  it("may do several at once for one person, and goes with the last of them", async () => {
    await h.put("rep", `/referrals/${referral}/state`, { state: "won" });
    const close = ["report-close", "thank-close"];
    expect((await settle({ what: "flowers", value: eur(20_00) }, close)).status).toBe(201);
    expect((await gifts("rep")).body.items).toHaveLength(1);
    await h.del("rep", `/duties/${idOf("report-close")}/settlement`);
    expect((await gifts("rep")).body.items).toHaveLength(1);
    await settle({ what: "flowers", value: eur(20_00) }, close);
    expect((await gifts("rep")).body.items).toHaveLength(1);
    for (const kind of close) await h.del("rep", `/duties/${idOf(kind)}/settlement`);
    expect((await gifts("rep")).body.items).toEqual([]);
    expect(await mistakes()).toEqual([]);
  });

  it("stays owed while it waits for approval, and is done in one tap after that", async () => {
    const dear = { what: "a watch", value: eur(90_00) };
    expect((await settle(dear)).status).toBe(409);
    const asked = await settle({ ...dear, ask: true });
    expect(asked.body.items[0]).toMatchObject({ state: "open", gift: { what: "a watch", state: "asked" } });
    await settle({ ...dear, ask: true });
    expect((await gifts("rep")).body.items).toHaveLength(1);
    expect((await settle({ what: "a clock", value: eur(80_00), ask: true })).body.detail).toContain(
      "waits for approval",
    );
    const { id } = (await duty()).gift;
    await h.put("manager", `/gifts/${id}/decision`, { decision: "approved" });
    expect((await duty()).gift.state).toBe("approved");
    expect((await h.put("rep", `/gifts/${id}/given`, {})).body.state).toBe("given");
    expect(await duty()).toMatchObject({ state: "done", gift: null, settled: { gift: { id } } });
    expect((await h.del("rep", `/duties/${idOf("thank")}/settlement`)).status).toBe(204);
    expect(await duty()).toMatchObject({ state: "open", gift: { id, state: "approved" } });
    await h.put("rep", `/gifts/${id}/given`, {});
    expect((await h.del("rep", `/gifts/${id}/given`)).body.state).toBe("approved");
    expect((await duty()).state).toBe("open");
    await h.put("rep", `/gifts/${id}/given`, {});
    expect(await mistakes()).toEqual([]);
  });

  it("says on the duty why it was refused, and is then done another way", async () => {
    await settle({ what: "a watch", value: eur(90_00), ask: true });
    const { id } = (await duty()).gift;
    await h.put("manager", `/gifts/${id}/decision`, { decision: "refused", why: "too dear" });
    expect((await duty()).gift).toMatchObject({
      state: "refused",
      refusedByName: "Petra Lang",
      refusedWhy: "too dear",
    });
    expect((await settle({ what: "a book", value: eur(15_00) })).body.items[0].state).toBe("done");
    expect(await mistakes()).toEqual([]);
  });

  it("is refused where gifts are forbidden, naming what to do instead", async () => {
    await h.post("rep", `/people/${anna}/gift-bans`, {});
    const refused = await settle({ what: "wine", value: eur(5_00) });
    expect(refused).toMatchObject({ status: 422, body: { field: "how" } });
    expect(refused.body.detail).toContain("A handwritten note is welcome everywhere");
    expect((await duty()).state).toBe("open");
  });

  it("keeps to the cap while a colleague gives besides, and is done once when pressed twice", async () => {
    const wine = { what: "wine", value: eur(20_00) };
    const both = await Promise.all([settle(wine), give("colleague", 20_00)]);
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(["201", "409"]);
    for (const { id } of (await gifts("rep")).body.items) await h.del("leader", `/gifts/${id}`);
    await Promise.all([settle(wine), settle(wine), settle(wine)]);
    expect((await gifts("rep")).body.items).toHaveLength(1);
    expect(await mistakes()).toEqual([]);
  });

  it("goes to one person, and to no other's duty", async () => {
    const cora = await person("Cora Carl");
    await made("rep", "/referrals", { sourceId: cora, contactId: anna, level: 2, day: "2026-11-17" });
    await h.put("rep", `/referrals/${referral}/state`, { state: "won" });
    const duties = [idOf("thank-close"), `${referral}.thank-chain.${cora}`];
    const refused = await h.post("rep", "/settlements", {
      duties,
      how: "gift",
      gift: { what: "wine", value: eur(5_00) },
    });
    expect(refused).toMatchObject({ status: 422, body: { field: "duties" } });
    expect((await settle({ what: "wine", value: eur(5_00) }, ["thank"], {}, "colleague")).status).toBe(403);
    expect((await settle({ what: "wine", value: eur(5_00) }, ["thank"], {}, "manager")).status).toBe(201);
    expect((await gifts("rep")).body.items[0]).toMatchObject({
      memberName: "Mia Sommer",
      byName: "Petra Lang",
    });
  });
});

describe("the register", () => {
  it("goes out as a file that no spreadsheet runs, and to nobody else", async () => {
    await give("rep", 12_50, { what: "=1+1" });
    const file = await h.get("colleague", `/gifts.csv?year=2026&person=${anna}`);
    expect(file.headers.get("content-disposition")).toContain("gifts-2026.csv");
    expect(file.body).toContain(`2026-11-18,Anna Albers,${anna},,'=1+1,12.50,EUR,Mia Sommer`);
    expect((await h.get("stranger", `/gifts.csv?person=${anna}`)).body.split("\r\n")).toHaveLength(2);
    expect((await gifts("stranger")).body.items).toEqual([]);
    expect((await h.get("stranger", "/gift-sums")).body).toMatchObject({ items: [], since: null });
    expect((await h.get("stranger", `/people/${anna}/gift-standing`)).status).toBe(404);
  });

  it("comes page by page, by state and year", async () => {
    for (const minor of [1_00, 2_00, 3_00]) await give("rep", minor);
    const first = (await gifts("rep", `person=${anna}&limit=2`)).body;
    expect(first.items).toHaveLength(2);
    const rest = (await gifts("rep", `person=${anna}&limit=2&cursor=${first.nextCursor}`)).body;
    expect([rest.items.length, rest.nextCursor]).toEqual([1, null]);
    expect((await gifts("rep", `person=${anna}&state=refused`)).body.items).toEqual([]);
    expect((await gifts("rep", `person=${anna}&state=given&year=2026`)).body.items).toHaveLength(3);
    expect((await gifts("rep", `person=${anna}&year=2024`)).body.items).toEqual([]);
  });
});

async function person(fullName: string): Promise<string> {
  n += 1;
  return made("rep", "/people", { fullName });
}

async function made(who: CastName, path: string, body: object): Promise<string> {
  const answer = await h.post(who, path, body);
  expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBe(201);
  return answer.body.id;
}

async function standing() {
  return (await h.get("rep", `/people/${anna}/gift-standing`)).body;
}

async function countedFor(id = anna): Promise<object[]> {
  const { counted } = (await h.get("rep", `/people/${id}/gift-standing`)).body;
  return counted.map(({ minor }: { minor: number }) => eur(minor));
}

async function verbs(): Promise<string[]> {
  const { items } = (await h.get("rep", `/timeline?of=${anna}`)).body;
  return items.map(({ verb }: { verb: string }) => verb);
}

async function mistakes(): Promise<string[]> {
  const workspace = { id: h.cast.workspaceId, firstDay: 1 as const };
  const found = await verify(h.test.database, workspace, [...giftChecks, ...loopChecks], () => 0);
  return [...found.flatMap((each) => each.mistakes), ...((await h.mistakes()) as string[])];
}
