import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import type { Day } from "#lib/kernel/days.ts";
import { verify } from "#lib/storage/verify.ts";
import { checks } from "../house.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

async function person(fullName: string, accountName?: string): Promise<string> {
  const { body } = await t.post("leader", "/people", { fullName, accountName });
  return body.id;
}

const give = (who: CastName, toId: string, more: object) =>
  t.post(who, "/given", { toId, kind: "resource", level: 3, ...more });
async function made(toId: string, more: object = {}): Promise<string> {
  const { status, body } = await give("rep", toId, more);
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id;
}

/** What the tally says of referrals given, by week. */
async function given(scopeId: string): Promise<Record<Day, number>> {
  return t.test.database.read(t.cast.workspaceId, async (tx) => {
    const { rows } = await sql<{ week: Day; count: number }>`
      select week, count from tally
       where workspace_id = ${t.cast.workspaceId} and scope_id = ${scopeId} and measure = 'referrals-given' and count <> 0
       order by week`.execute(tx.tables());
    return Object.fromEntries(rows.map((row) => [row.week, row.count]));
  });
}

async function change<T>(work: () => Promise<T>): Promise<{ by: Record<Day, number>; answer: T }> {
  const before = await given(t.cast.rep);
  const answer = await work();
  const after = await given(t.cast.rep);
  const weeks = new Set([...Object.keys(before), ...Object.keys(after)]);
  const by = [...weeks].map((week) => [week, (after[week] ?? 0) - (before[week] ?? 0)] as const);
  return { by: Object.fromEntries(by.filter(([, count]) => count !== 0)), answer };
}

async function mistakes(): Promise<string[]> {
  const workspace = { id: t.cast.workspaceId, firstDay: 1 as const };
  const results = await verify(t.test.database, workspace, checks, () => 0);
  return results.flatMap((result) => result.mistakes);
}

describe("giving an introduction", () => {
  it("counts from level 1 on, on its day, for the rep, the team and the company", async () => {
    const [anna, bo] = [await person("Anna Albers", "Hafen"), await person("Bo Brandt", "Weser")];
    const scopes = [t.cast.rep, t.cast.teams.north, t.cast.workspaceId];
    const before = await Promise.all(scopes.map(given));
    const { body } = await give("rep", anna, {
      whomId: bo,
      day: "2026-11-12",
      why: "He has the hall she looks for.",
    });
    expect(body).toMatchObject({
      memberName: "Mia Sommer",
      toName: "Anna Albers",
      toAccountName: "Hafen",
      whomName: "Bo Brandt",
      whomAccountName: "Weser",
      level: 3,
      countsFrom: "2026-11-12",
      outcome: "waits",
      thanked: null,
      consent: null,
    });
    const after = await Promise.all(scopes.map(given));
    expect(after.map((weeks, at) => weeks["2026-11-09"]! - (before[at]!["2026-11-09"] ?? 0))).toEqual([
      1, 1, 1,
    ]);
    const card = await t.get(
      "colleague",
      `/scorecard?by=week&from=2026-11-12&to=2026-11-12&member=${t.cast.rep}&facts=true`,
    );
    expect(card.body.items[0].referralsGiven).toMatchObject({
      count: 1,
      facts: [
        {
          subject: { kind: "given-referral", id: body.id },
          person: { name: "Anna Albers" },
          source: { name: "Bo Brandt" },
          account: { name: "Hafen" },
          level: 3,
        },
      ],
    });
    expect(Object.keys(card.body.items[0])).toEqual(
      expect.arrayContaining([
        "peopleAsked",
        "referralsReceived",
        "meetingsScheduled",
        "meetingsHeld",
        "dealsClosed",
      ]),
    );
  });

  it("may be of somebody outside, who is not named in the journal", async () => {
    const cora = await person("Cora Carl");
    const whom = { name: "Gino Rossi", does: "a caterer" };
    const { body } = await give("rep", cora, { whom, kind: "personal" });
    expect(body).toMatchObject({
      whomId: null,
      whomName: "Gino Rossi",
      whomDoes: "a caterer",
      kind: "personal",
    });
    const timeline = await t.get("colleague", `/timeline?of=${cora}`);
    const line = timeline.body.items.find(({ verb }: { verb: string }) => verb === "given.made");
    expect(line).toMatchObject({ measure: "referrals-given", detail: { does: "a caterer", whomId: null } });
    expect(JSON.stringify(line)).not.toContain("Gino");
  });

  it("keeps a name without counting it, counts it from the day it becomes one, and not twice", async () => {
    const [frida, gerd] = [await person("Frida Falk"), await person("Gerd Graf")];
    const named = await change(() => give("rep", frida, { whomId: gerd, level: 0, day: "2026-10-20" }));
    expect(named.by).toEqual({});
    const level = (body: object) => t.put("rep", `/given/${named.answer.body.id}/level`, body);
    expect((await change(() => level({ level: 4, day: "2026-11-03" }))).by).toEqual({ "2026-11-02": 1 });
    expect((await change(() => level({ level: 5 }))).by).toEqual({});
    expect((await change(() => level({ level: 0 }))).by).toEqual({ "2026-11-02": -1 });
    expect((await change(() => level({ level: 1, day: "2026-11-03" }))).by).toEqual({ "2026-11-02": 1 });
    expect((await level({ level: 2, day: "2026-10-19" })).body).toMatchObject({
      kind: "invalid",
      field: "day",
    });
    expect((await change(() => t.del("rep", `/given/${named.answer.body.id}`))).by).toEqual({
      "2026-11-02": -1,
    });
    expect((await t.get("rep", `/given/${named.answer.body.id}`)).status).toBe(404);
    expect(await mistakes()).toEqual([]);
  });

  it.each([
    ["nobody to introduce", {}, "whomId"],
    ["two to introduce", { whomId: "self", whom: { name: "X" } }, "whomId"],
    ["somebody to themselves", { whomId: "self" }, "whomId"],
    ["a day to come", { whom: { name: "X" }, day: "2026-11-19" }, "day"],
    ["a name of blanks", { whom: { name: "  " } }, "whomId"],
  ])("refuses %s", async (_, more, field) => {
    const ilka = await person("Ilka Uhl");
    const body = "whomId" in more ? { ...more, whomId: ilka } : more;
    expect((await give("rep", ilka, body)).body).toMatchObject({ kind: "invalid", field });
  });

  it("refuses the same two while the first waits, whichever way round, and not once it is over", async () => {
    const [kai, lia] = [await person("Kai Kern"), await person("Lia Lenz")];
    const id = await made(kai, { whomId: lia });
    expect((await give("rep", lia, { whomId: kai })).body).toMatchObject({ kind: "conflict" });
    expect((await give("colleague", kai, { whomId: lia })).status).toBe(201);
    await t.put("rep", `/given/${id}/outcome`, { outcome: "nothing" });
    expect((await give("rep", kai, { whomId: lia })).status).toBe(201);
  });
});

describe("what is said of it since", () => {
  it("is said in one tap, and taken back to what was there before", async () => {
    const id = await made(await person("Mona Moll"), {
      whom: { name: "Kanzlei Reuter", does: "a lawyer" },
      day: "2026-11-10",
    });
    const outcome = (body: object) => t.put("rep", `/given/${id}/outcome`, body);
    expect((await outcome({ outcome: "spoke", day: "2026-11-11" })).body).toMatchObject({
      outcome: "spoke",
      outcomeDay: "2026-11-11",
    });
    expect((await outcome({ outcome: "business" })).body.outcome).toBe("business");
    expect((await outcome({ outcome: "nothing", day: "2026-11-12" })).body).toMatchObject({ field: "day" });
    expect((await t.del("rep", `/given/${id}/outcome`)).body.outcome).toBe("spoke");
    expect((await t.del("rep", `/given/${id}/outcome`)).body.outcome).toBe("waits");
    expect((await t.del("rep", `/given/${id}/outcome`)).status).toBe(409);
    const thanks = { how: "note", words: "A card with a lighthouse." };
    expect((await t.put("rep", `/given/${id}/thanks`, thanks)).body.thanked).toMatchObject({
      ...thanks,
      day: "2026-11-18",
    });
    expect((await t.put("rep", `/given/${id}/thanks`, thanks)).status).toBe(409);
    expect((await t.del("rep", `/given/${id}/thanks`)).body.thanked).toBeNull();
    const waiting = (await t.get("rep", "/given?outcome=waits&limit=100")).body.items;
    expect(waiting.map((each: { id: string }) => each.id)).toContain(id);
    expect(await mistakes()).toEqual([]);
  });

  it("asks both first: nothing counts before both agreed, and a no stays between us", async () => {
    const [nora, otto] = [await person("Nora Nagel"), await person("Otto Ohm")];
    const id = await made(nora, { whomId: otto, level: 0 });
    const say = (side: string, said: string) => t.put("rep", `/given/${id}/consent`, { side, said });
    const introduce = () => t.put("rep", `/given/${id}/level`, { level: 3 });
    expect((await say("to", "asked")).body.consent).toBe("asked-one");
    expect((await introduce()).status).toBe(409);
    expect((await say("whom", "asked")).body.consent).toBe("asked-both");
    await say("to", "agreed");
    expect((await say("whom", "declined")).body.consent).toBe("declined");
    expect((await introduce()).body.detail).toContain("rather not");
    expect((await t.put("rep", `/given/${id}/outcome`, { outcome: "spoke" })).status).toBe(409);
    for (const whose of [nora, otto]) {
      const told = JSON.stringify((await t.get("colleague", `/timeline?of=${whose}`)).body);
      expect(told).toContain("given.consent");
      expect(told).not.toContain("declined");
    }
    expect((await t.del("rep", `/given/${id}/consent?side=whom`)).body.consent).toBe("asked-both");
    expect((await say("whom", "agreed")).body.consent).toBe("agreed");
    expect((await change(introduce)).by).toEqual({ "2026-11-16": 1 });
    expect((await say("whom", "declined")).status).toBe(409);
    expect(await mistakes()).toEqual([]);
  });
});

describe("who may", () => {
  it("is the rep, their manager and leaders; a colleague sees it, a stranger does not", async () => {
    const [pia, quin] = [await person("Pia Pohl"), await person("Quin Quast")];
    const id = await made(pia, { whomId: quin, level: 0 });
    const writes: [string, string, object?][] = [
      ["PUT", "level", { level: 1 }],
      ["PUT", "outcome", { outcome: "spoke" }],
      ["DELETE", "outcome"],
      ["PUT", "thanks", { how: "call" }],
      ["DELETE", "thanks"],
      ["PUT", "consent", { side: "to", said: "asked" }],
    ];
    for (const [method, what, body] of writes) {
      for (const [who, status] of [
        ["colleague", 403],
        ["southRep", 403],
        ["stranger", 404],
      ] as const)
        expect([what, who, (await t.as(who, method, `/given/${id}/${what}`, body)).status]).toEqual([
          what,
          who,
          status,
        ]);
    }
    expect((await t.del("colleague", `/given/${id}`)).status).toBe(403);
    expect((await t.del("stranger", `/given/${id}`)).status).toBe(404);
    expect((await t.get("colleague", `/given/${id}`)).status).toBe(200);
    expect((await t.get("stranger", `/given/${id}`)).status).toBe(404);
    expect((await t.get("stranger", `/given?person=${pia}`)).body.items).toEqual([]);
    expect((await give("stranger", pia, { whomId: quin })).status).toBe(404);
    expect((await give("colleague", pia, { whomId: quin, memberId: t.cast.rep })).status).toBe(403);
    expect((await give("manager", pia, { whom: { name: "A lawyer" }, memberId: t.cast.rep })).status).toBe(
      201,
    );
    expect((await t.put("manager", `/given/${id}/level`, { level: 1 })).status).toBe(200);
    expect((await t.del("leader", `/given/${id}`)).status).toBe(204);
    expect(
      (
        await t.put("leader", "/goals", {
          of: t.cast.rep,
          measure: "referrals-given",
          every: "month",
          amount: 2,
        })
      ).status,
    ).toBe(200);
    const card = await t.get("rep", `/scorecard?by=month&from=2026-11-18&to=2026-11-18&member=${t.cast.rep}`);
    expect(card.body.items[0].referralsGiven.goal).toBe(2);
  });
});

describe("needs and offers", () => {
  it("are noted by anybody, end, hold again, and are taken back by who wrote them", async () => {
    const rosa = await person("Rosa Reich", "Reich Bau");
    const { body } = await t.post("rep", "/needs-and-offers", {
      what: "need",
      personId: rosa,
      line: " a caterer \n for June",
    });
    expect(body).toMatchObject({ line: "a caterer for June", open: true, byName: "Mia Sommer" });
    const end = await t.put("colleague", `/needs-and-offers/${body.id}/end`, { how: "settled" });
    expect(end.body).toMatchObject({ endedHow: "settled", open: false });
    expect((await t.put("colleague", `/needs-and-offers/${body.id}/end`, { how: "withdrawn" })).status).toBe(
      409,
    );
    expect((await t.del("rep", `/needs-and-offers/${body.id}/end`)).body.open).toBe(true);
    expect((await t.del("colleague", `/needs-and-offers/${body.id}`)).status).toBe(403);
    expect((await t.del("stranger", `/needs-and-offers/${body.id}`)).status).toBe(404);
    expect((await t.get("stranger", `/needs-and-offers?person=${rosa}`)).status).toBe(404);
    expect((await t.del("manager", `/needs-and-offers/${body.id}`)).status).toBe(204);
    expect((await t.get("rep", `/needs-and-offers?person=${rosa}`)).body.items).toEqual([]);
    expect(await mistakes()).toEqual([]);
  });
  it.each([
    [{ what: "need", line: "x" }, "personId"],
    [{ what: "need", line: "", person: true }, "line"],
    [{ what: "offer", line: "x".repeat(201), person: true }, "line"],
    [{ what: "offer", line: "x", person: true, day: "2026-11-02", untilDay: "2026-11-01" }, "untilDay"],
  ])("refuse %j", async ({ person: somebody, ...said }: Record<string, unknown>, field) => {
    const personId = somebody ? await person("Sara Stahl") : undefined;
    expect((await t.post("rep", "/needs-and-offers", { ...said, personId })).body).toMatchObject({ field });
  });
  it("wishes to be asked first: the last word stands", async () => {
    const tim = await person("Tim Thal");
    const wish = (askFirst: boolean) => t.put("colleague", `/people/${tim}/introduction-wish`, { askFirst });
    expect((await wish(true)).body).toEqual({ personId: tim, askFirst: true });
    expect((await t.get("rep", `/people/${tim}/introduction-wish`)).body.askFirst).toBe(true);
    expect((await wish(false)).body.askFirst).toBe(false);
    expect((await t.get("stranger", `/people/${tim}/introduction-wish`)).status).toBe(404);
  });
});

describe("the balance", () => {
  it("counts what went each way with a person, at an account and of a rep; names and older years apart", async () => {
    const anna = await person("Anna Zweig", "Zweig AG");
    const [bob, cem] = [await person("Bob Zander"), await person("Cem Zorn")];
    const before = (await t.get("rep", `/balance?member=${t.cast.rep}`)).body;
    await made(anna, { whomId: bob, day: "2026-11-02" });
    await made(cem, { whomId: anna, day: "2024-05-06" });
    await made(anna, { whomId: cem, level: 0 }).catch(() => undefined);
    await give("colleague", anna, { whom: { name: "A lawyer" } });
    await t.post("rep", "/referrals", {
      sourceId: anna,
      contact: { fullName: "Dora Zahn" },
      level: 2,
      day: "2026-11-03",
    });
    await t.post("rep", "/referrals", {
      sourceId: anna,
      contact: { fullName: "Emil Zahn" },
      level: 0,
      day: "2026-11-03",
    });
    const expected = {
      mine: { ever: { given: 2, received: 1 }, year: { given: 1, received: 1 } },
      all: { ever: { given: 3, received: 1 }, year: { given: 2, received: 1 } },
    };
    const { body } = await t.get("rep", `/balance?person=${anna}`);
    expect(body).toEqual({ of: { kind: "person", id: anna, name: "Anna Zweig" }, ...expected });
    const account = (await t.get("rep", `/people/${anna}`)).body.accountId;
    expect((await t.get("rep", `/balance?account=${account}`)).body).toMatchObject(expected);
    const after = (await t.get("rep", `/balance?member=${t.cast.rep}`)).body;
    expect(after.mine.ever.given - before.mine.ever.given).toBe(2);
    expect(after.mine.ever.received - before.mine.ever.received).toBe(1);
    // Who stands for two records has what both have.
    const twin = await person("Anna Zweig-Ast");
    await made(twin, { whom: { name: "A roofer" }, day: "2026-11-04" });
    expect(
      (await t.post("leader", "/merges", { kind: "person", keptId: anna, mergedId: twin })).status,
    ).toBeLessThan(300);
    expect((await t.get("rep", `/balance?person=${anna}`)).body.mine.ever.given).toBe(3);
    expect((await t.get("stranger", `/balance?person=${anna}`)).status).toBe(404);
    expect((await t.get("stranger", `/balance?account=${account}`)).status).toBe(404);
    expect((await t.get("stranger", `/balance?member=${t.cast.rep}`)).status).toBe(404);
    expect((await t.get("rep", `/balance`)).status).toBe(422);
    expect(await mistakes()).toEqual([]);
  });
});
