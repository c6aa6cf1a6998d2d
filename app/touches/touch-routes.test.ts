import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import { addDays } from "#lib/kernel/days.ts";
import { verify } from "#lib/storage/verify.ts";
import { checks } from "../house.ts";
import type { ContactView, SilenceView } from "./touch-view.ts";

// It is Wednesday, 2026-11-18.
const TODAY = "2026-11-18";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

let count = 0;
/** Somebody at an account of that kind, whom Mia looks after. */
async function known(fullName: string, kind = "client", holderId: string | null = t.cast.rep) {
  const account = await t.post("leader", "/accounts", { name: `Account ${++count}`, kind, holderId });
  expect(account.status, JSON.stringify(account.body)).toBe(201);
  const accountId: string = account.body.id;
  const person = await t.post("leader", "/people", { fullName, accountId });
  return { id: person.body.id as string, accountId };
}

const log = (who: CastName, personId: string, kind: string, more: object = {}) =>
  t.post(who, "/touches", { personId, kind, ...more });
async function ok<T>(answer: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await answer;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
}
const rhythmOf = (id: string, who: CastName = "rep") => ok<SilenceView>(t.get(who, `/people/${id}/rhythm`));
async function contactsWith(id: string): Promise<[day: string, kind: string, fact: string][]> {
  const { items } = await ok<{ items: ContactView[] }>(t.get("rep", `/people/${id}/contacts`));
  return items.map(({ day, kind, fact }) => [day, kind, fact]);
}
async function silent(query = "", who: CastName = "rep"): Promise<string[]> {
  const { items } = await ok<{ items: SilenceView[] }>(t.get(who, `/silences?limit=100${query}`));
  return items.map(({ fullName }) => fullName);
}
async function counted(week: string): Promise<number> {
  return t.test.database.read(t.cast.workspaceId, async (tx) => {
    const { rows } = await sql<{ count: number }>`
      select coalesce(sum(count), 0)::int as count from tally
       where workspace_id = ${t.cast.workspaceId} and scope_id = ${t.cast.rep} and measure = 'touches' and week = ${week}`.execute(
      tx.tables(),
    );
    return rows[0]?.count ?? 0;
  });
}
async function mistakes(): Promise<string[]> {
  const results = await verify(t.test.database, { id: t.cast.workspaceId, firstDay: 1 }, checks, () => 0);
  return results.flatMap((result) => result.mistakes);
}

const forToday = async (who: CastName) =>
  (await ok<{ items: SilenceView[] }>(t.get(who, "/touches-today"))).items.map(({ fullName }) => fullName);

describe("a touch", () => {
  it("is written down, moves the clock, counts a person once a week, and is taken back", async () => {
    const { id } = await known("Anna Albers");
    const before = await counted("2026-11-09");
    const call = await ok(log("rep", id, "call", { day: "2026-11-12", words: " About the fair. " }));
    expect(call).toMatchObject({
      personName: "Anna Albers",
      kindName: "call",
      words: "About the fair.",
      counts: true,
    });
    const note = await ok(log("rep", id, "handwritten-note", { day: "2026-11-13" }));
    await ok(log("rep", id, "newsletter", { day: "2026-11-17" }));
    expect(await ok(t.get("rep", `/people/${id}/last-word`))).toEqual({
      day: "2026-11-13",
      kindName: "handwritten note",
      memberName: "Mia Sommer",
    });
    expect((await t.get("stranger", `/people/${id}/last-word`)).status).toBe(404);
    expect(await counted("2026-11-09")).toBe(before + 1);
    expect(await rhythmOf(id)).toMatchObject({
      last: {
        day: "2026-11-13",
        kind: "handwritten-note",
        memberName: "Mia Sommer",
        fact: "touch",
        factId: note.id,
      },
      rhythm: { days: 90, group: "client" },
      due: "2027-02-11",
      state: "coming",
    });
    expect((await t.del("rep", `/touches/${note.id}`)).status).toBe(204);
    expect(await rhythmOf(id)).toMatchObject({
      last: { day: "2026-11-12", kind: "call" },
      due: "2027-02-10",
    });
    expect(await counted("2026-11-09")).toBe(before + 1);
    await t.del("rep", `/touches/${call.id}`);
    expect(await counted("2026-11-09")).toBe(before);
    expect((await rhythmOf(id)).last).toBeNull();
    expect((await t.del("rep", `/touches/${call.id}`)).status).toBe(404);
    expect(await t.mistakes()).toEqual([]);
    expect(await mistakes()).toEqual([]);
  });
  it("is there once, however often it is pressed", async () => {
    const { id } = await known("Bea Brandt");
    const first = await ok(log("rep", id, "call"));
    expect((await ok(log("rep", id, "call"))).id).toBe(first.id);
    expect(await contactsWith(id)).toEqual([[TODAY, "call", "touch"]]);
  });
  it("is not what has a home elsewhere", async () => {
    const { id } = await known("Cord Claas");
    for (const [kind, says] of [
      ["gift", "among the gifts"],
      ["referral-given", "under Giving"],
      ["meeting", "among the meetings"],
      ["dance", "choose handwritten note"],
    ] as const) {
      const { status, body } = await log("rep", id, kind);
      expect([status, body.errors?.[0]?.field ?? body.field]).toEqual([422, "kind"]);
      expect(JSON.stringify(body)).toContain(says);
    }
    expect((await log("rep", id, "call", { day: "2026-11-19" })).status).toBe(422);
  });
  it("belongs to who made it: a colleague reads it, they, their manager and a leader change it", async () => {
    const { id } = await known("Doro Dahl");
    const touch = await ok(log("rep", id, "visit"));
    expect((await t.get("colleague", `/touches/${touch.id}`)).status).toBe(200);
    expect((await t.del("colleague", `/touches/${touch.id}`)).status).toBe(403);
    expect((await log("colleague", id, "call", { memberId: t.cast.rep })).status).toBe(403);
    expect((await log("manager", id, "call", { memberId: t.cast.rep })).status).toBe(201);
    expect((await t.del("manager", `/touches/${touch.id}`)).status).toBe(204);
  });
  it("is out of a stranger's reach", async () => {
    const { id, accountId } = await known("Ede Eden");
    const touch = await ok(log("rep", id, "visit"));
    expect((await log("stranger", id, "call")).status).toBe(404);
    for (const path of [
      `/touches/${touch.id}`,
      `/people/${id}/rhythm`,
      `/people/${id}/contacts`,
      `/people/${id}/card`,
      `/accounts/${accountId}/rhythm`,
    ])
      expect((await t.get("stranger", path)).status, path).toBe(404);
    expect((await t.del("stranger", `/touches/${touch.id}`)).status).toBe(404);
    expect((await t.put("stranger", `/people/${id}/rhythm`, { days: 30 })).status).toBe(404);
    expect((await t.put("stranger", `/people/${id}/touch-pause`, { untilDay: "2027-01-11" })).status).toBe(
      404,
    );
    expect((await t.put("stranger", `/accounts/${accountId}/tier`, { tier: "A" })).status).toBe(404);
    expect((await t.get("stranger", `/touches?person=${id}`)).body.items).toEqual([]);
    expect(await silent("", "stranger")).toEqual([]);
  });
});

describe("any real contact, however it was logged", () => {
  it("moves the clock, and nothing is there twice", async () => {
    const { id } = await known("Fine Falk");
    const { id: other } = await known("Gero Gast");
    await ok(
      t.post("rep", "/asks", { sourceId: id, day: "2026-11-02", channel: "call", outcome: "will-think" }),
    );
    expect(await contactsWith(id)).toEqual([["2026-11-02", "call", "ask"]]);
    const meeting = await ok(
      t.post("rep", "/meetings", { personId: id, day: "2026-11-04", scheduledOn: "2026-11-03" }),
    );
    expect(await contactsWith(id)).toHaveLength(1);
    await ok(t.put("rep", `/meetings/${meeting.id}/outcome`, { outcome: "held" }));
    const gift = {
      personId: id,
      what: "a book",
      value: { minor: 20_00, currency: "EUR" },
      day: "2026-11-05",
    };
    await ok(t.post("rep", "/gifts", gift));
    await ok(
      t.post("rep", "/given", { toId: id, whomId: other, kind: "resource", level: 3, day: "2026-11-06" }),
    );
    const referral = await ok(
      t.post("rep", "/referrals", {
        sourceId: id,
        contact: { fullName: "Hella Holm" },
        level: 3,
        day: TODAY,
      }),
    );
    const duties = await ok(t.get("rep", `/duties?referral=${referral.id}`));
    const thank = duties.items.find((each: { kind: string }) => each.kind === "thank");
    expect(thank, JSON.stringify(duties)).toBeDefined();
    await ok(t.post("rep", "/settlements", { duties: [thank.id], how: "note" }));
    await ok(t.put("rep", `/referrals/${referral.id}/state`, { state: "responded" }));
    expect(await contactsWith(id)).toEqual([
      [TODAY, "handwritten-note", "referral"],
      ["2026-11-06", "referral-given", "given"],
      ["2026-11-05", "gift", "gift"],
      ["2026-11-04", "meeting", "meeting"],
      ["2026-11-02", "call", "ask"],
    ]);
    expect(await contactsWith(other)).toEqual([["2026-11-06", "referral-given", "given"]]);
    expect(await contactsWith(referral.contactId)).toEqual([[TODAY, "first-answer", "referral"]]);
    // A source now, too: the shorter of two rhythms, from the last of all those contacts.
    expect(await rhythmOf(id)).toMatchObject({
      rhythm: { days: 60, group: "source" },
      last: { day: TODAY },
    });
    expect(addDays(TODAY, 60)).toBe("2027-01-17"); // a Sunday
    expect((await rhythmOf(id)).due).toMatch(/^2027-01-(1[89]|2[0-5])$/);
  });
  it("does not move it where it weighs nothing, until a leader says it does", async () => {
    const { id } = await known("Ida Ihde");
    await ok(log("rep", id, "call", { day: "2026-10-01" }));
    const letter = await ok(log("rep", id, "newsletter", { day: "2026-11-02" }));
    expect(letter.counts).toBe(false);
    expect((await rhythmOf(id)).last).toMatchObject({ day: "2026-10-01", kind: "call" });
    expect((await t.patch("rep", "/touch-kinds/newsletter", { weight: 1 })).status).toBe(403);
    await ok(t.patch("leader", "/touch-kinds/newsletter", { weight: 1 }));
    expect((await rhythmOf(id)).last).toMatchObject({ day: "2026-11-02", kind: "newsletter" });
    await ok(t.patch("leader", "/touch-kinds/newsletter", { weight: 0 }));
    expect(await mistakes()).toEqual([]);
  });
  it("is of the workspace's own kinds too", async () => {
    const { id } = await known("Jo Jahn");
    expect((await t.post("manager", "/touch-kinds", { name: "Sauna", weight: 4 })).status).toBe(403);
    const sauna = await ok(t.post("leader", "/touch-kinds", { name: "Sauna", weight: 4 }));
    expect((await t.post("leader", "/touch-kinds", { name: "sauna", weight: 4 })).status).toBe(422);
    expect(await ok(log("rep", id, sauna.id))).toMatchObject({ kindName: "Sauna" });
    expect((await rhythmOf(id)).last).toMatchObject({ kindName: "Sauna" });
    await ok(t.patch("leader", `/touch-kinds/${sauna.id}`, { ended: true }));
    expect((await log("rep", (await known("Kai Kamp")).id, sauna.id)).status).toBe(422);
    expect((await rhythmOf(id)).last).toMatchObject({ kindName: "Sauna" });
    expect((await t.patch("leader", "/touch-kinds/call", { ended: true })).status).toBe(422);
    expect((await t.patch("leader", "/touch-kinds/dance", { weight: 1 })).status).toBe(404);
  });
  it("stays with somebody who is merged into another", async () => {
    const one = await known("Lea Lang");
    const two = await known("Lea Langer");
    await ok(log("rep", two.id, "call", { day: "2026-11-03" }));
    await ok(t.put("rep", `/people/${two.id}/touch-pause`, { untilDay: "2027-01-11" }));
    await ok(t.post("leader", "/merges", { kind: "person", keptId: one.id, mergedId: two.id }));
    expect(await rhythmOf(one.id)).toMatchObject({
      last: { day: "2026-11-03", kind: "call" },
      pause: { untilDay: "2027-01-11", why: "later" },
    });
    expect((await rhythmOf(two.id)).personId).toBe(one.id);
  });
});

describe("a card by hand", () => {
  it("says what to write about, from what is known", async () => {
    const { id, accountId } = await known("Gitta Gabel");
    const account = (await ok(t.get("rep", `/accounts/${accountId}`))).name;
    const contact = { fullName: "Hinnerk Hahn" };
    await ok(t.post("rep", "/referrals", { sourceId: id, contact, level: 2, day: "2026-11-02" }));
    await ok(log("rep", id, "call", { day: "2026-11-05", words: "the fair in May" }));
    expect(await ok(t.get("colleague", `/people/${id}/card`))).toEqual({
      personId: id,
      fullName: "Gitta Gabel",
      address: `Gitta Gabel\n${account}\n\n`,
      addressOf: null,
      prompts: [
        "Thank them again for Hinnerk Hahn, whom they introduced (2 November).",
        "You last spoke of “the fair in May” (call, 5 November). How did it go on?",
      ],
    });
  });
});

describe("a postal address", () => {
  it("is a person's own, or else that of where they work, and is taken back", async () => {
    const { id, accountId } = await known("Quirin Quast");
    const card = async () => ok(t.get("rep", `/people/${id}/card`));
    expect(await card()).toMatchObject({ addressOf: null });
    await ok(
      t.put("colleague", `/accounts/${accountId}/postal-address`, { lines: "Am Kai 4\n20457 Hamburg" }),
    );
    expect((await card()).address).toMatch(/^Quirin Quast\nAccount \d+\nAm Kai 4\n20457 Hamburg$/);
    await ok(t.put("rep", `/people/${id}/postal-address`, { lines: "Deich 7\n28199 Bremen" }));
    expect(await card()).toMatchObject({
      address: "Quirin Quast\nDeich 7\n28199 Bremen",
      addressOf: "person",
    });
    expect((await ok(t.del("rep", `/people/${id}/postal-address`))).of).toBe("account");
    expect((await t.del("rep", `/people/${id}/postal-address`)).status).toBe(409);
    for (const path of [`/people/${id}/postal-address`, `/accounts/${accountId}/postal-address`]) {
      expect((await t.get("stranger", path)).status).toBe(404);
      expect((await t.put("stranger", path, { lines: "x" })).status).toBe(404);
      expect((await t.del("stranger", path)).status).toBe(404);
    }
    expect(await ok(t.del("rep", `/accounts/${accountId}/postal-address`))).toEqual({
      lines: null,
      of: null,
    });
  });
});

describe("a rhythm", () => {
  it("goes by the account's tier, which can be taken back", async () => {
    const { id, accountId } = await known("Max Moor");
    await ok(log("rep", id, "call", { day: "2026-11-02" }));
    expect(await ok(t.put("rep", `/accounts/${accountId}/tier`, { tier: "A" }))).toMatchObject({
      tier: "A",
      tierBy: "Mia Sommer",
      review: { days: 91, last: null },
    });
    expect(await rhythmOf(id)).toMatchObject({
      tier: "A",
      rhythm: { days: 30, group: "client-a" },
      due: "2026-12-02",
    });
    await ok(t.put("rep", `/accounts/${accountId}/tier`, { tier: "C" }));
    await ok(t.del("rep", `/accounts/${accountId}/tier`));
    expect((await rhythmOf(id)).tier).toBe("A");
    await ok(t.del("rep", `/accounts/${accountId}/tier`));
    expect((await t.del("rep", `/accounts/${accountId}/tier`)).status).toBe(409);
    expect((await rhythmOf(id)).rhythm).toEqual({ days: 90, group: "client" });
  });
  it("brings the account review due a quarter after the last, with whomever it was", async () => {
    const { id, accountId } = await known("Nora Nehls");
    await ok(t.put("rep", `/accounts/${accountId}/tier`, { tier: "B" }));
    await ok(log("rep", id, "account-review", { day: "2026-09-01" }));
    const { review } = await ok(t.get("rep", `/accounts/${accountId}/rhythm`));
    expect(review).toEqual({ days: 91, last: "2026-09-01", due: "2026-12-01", promise: null });
  });
  it("brings it a quarter after it was promised, too, for as long as the promise stands", async () => {
    const { id, accountId } = await known("Pia Pohl");
    expect((await ok(t.get("rep", `/accounts/${accountId}/rhythm`))).review).toBeNull();
    const said = { personId: id, moment: "proposal", day: "2026-09-02", words: "We come back each quarter." };
    const seed = await ok(t.post("rep", "/seeds", said));
    expect((await ok(t.get("rep", `/accounts/${accountId}/rhythm`))).review).toMatchObject({
      days: 91,
      last: null,
      due: "2026-12-02",
      promise: { day: "2026-09-02", personName: "Pia Pohl", memberName: "Mia Sommer" },
    });
    await ok(t.del("rep", `/seeds/${seed.id}`));
    expect((await ok(t.get("rep", `/accounts/${accountId}/rhythm`))).review).toBeNull();
  });
  it("is a leader's to set, and a person's own wins", async () => {
    const { id } = await known("Olaf Ott");
    await ok(log("rep", id, "call", { day: "2026-11-02" }));
    expect((await t.patch("rep", "/rhythms/client", { days: 45 })).status).toBe(403);
    expect((await t.patch("leader", "/rhythms/client", { days: 3 })).status).toBe(422);
    const { rhythms } = await ok(t.patch("leader", "/rhythms/client", { days: 45 }));
    expect(rhythms.client).toEqual({ days: 45, reviewDays: null, cardDays: 182, getsLetters: true });
    const changed = await ok(t.patch("leader", "/rhythms/client", { cardDays: null, getsLetters: false }));
    expect(changed.rhythms.client).toEqual({
      days: 45,
      reviewDays: null,
      cardDays: null,
      getsLetters: false,
    });
    expect(await t.patch("leader", "/rhythms/friend", { cardDays: 90 })).toMatchObject({
      status: 422,
      body: { field: "cardDays" },
    });
    expect((await rhythmOf(id)).due).toBe("2026-12-17");
    await ok(t.patch("leader", "/rhythms/client", { days: 90 }));
    expect(await ok(t.put("rep", `/people/${id}/rhythm`, { days: 31 }))).toMatchObject({
      own: { days: 31 },
      rhythm: { days: 31, group: null },
      due: "2026-12-03",
    });
    await ok(t.put("rep", `/people/${id}/rhythm`, { days: null }));
    expect(await rhythmOf(id)).toMatchObject({ own: { days: null }, rhythm: null, due: null });
    expect(await silent("&stage=in-peace")).toContain("Olaf Ott");
    await ok(t.del("rep", `/people/${id}/rhythm`));
    expect((await rhythmOf(id)).rhythm).toEqual({ days: 31, group: null });
    await ok(t.del("rep", `/people/${id}/rhythm`));
    expect((await t.del("rep", `/people/${id}/rhythm`)).status).toBe(409);
  });
});

describe("who has not heard from us", () => {
  it("is listed, whoever waited longest first, by who looks after them", async () => {
    const one = await known("Pia Petz");
    const two = await known("Quint Quade");
    const three = await known("Rosa Rink", "client", t.cast.southRep);
    await known("Sven Sohn", "prospect");
    const nobodys = await known("Tom Thal", "client", null);
    await ok(log("rep", one.id, "call", { day: "2026-07-01" }));
    await ok(log("rep", two.id, "call", { day: "2026-03-02" }));
    await ok(log("southRep", three.id, "call", { day: "2026-07-02" }));
    const all = await silent();
    expect(all.filter((name) => /Petz|Quade|Rink|Sohn/.test(name))).toEqual([
      "Quint Quade",
      "Pia Petz",
      "Rosa Rink",
    ]);
    const mine = await silent(`&member=${t.cast.rep}`);
    expect(mine.filter((name) => /Petz|Quade|Rink/.test(name))).toEqual(["Quint Quade", "Pia Petz"]);
    expect(await silent(`&team=${t.cast.teams.south}`)).toEqual(["Rosa Rink"]);
    expect(await silent("&group=source")).not.toContain("Pia Petz");
    const never = await ok<SilenceView>(t.get("rep", `/people/${nobodys.id}/rhythm`));
    expect(never).toMatchObject({ holderId: null, last: null, state: "coming" });
    const first = await ok(t.get("rep", "/silences?limit=1"));
    const second = await ok(t.get("rep", `/silences?limit=1&cursor=${first.nextCursor}`));
    expect([first.items[0].fullName, second.items[0].fullName]).toEqual(all.slice(0, 2));
    expect((await t.get("rep", "/silences?cursor=abc")).status).toBe(422);
  });
  it("is put off with a reason, which can be taken back", async () => {
    const { id } = await known("Uwe Ude");
    await ok(log("rep", id, "call", { day: "2026-06-01" }));
    expect(await silent()).toContain("Uwe Ude");
    expect((await t.put("rep", `/people/${id}/touch-pause`, { untilDay: TODAY })).status).toBe(422);
    await ok(t.put("rep", `/people/${id}/touch-pause`, { untilDay: "2026-12-18", why: "bad-time" }));
    expect(await silent()).not.toContain("Uwe Ude");
    expect(await silent("&stage=in-peace")).toContain("Uwe Ude");
    await ok(t.del("colleague", `/people/${id}/touch-pause`));
    expect(await silent()).toContain("Uwe Ude");
    expect((await t.del("rep", `/people/${id}/touch-pause`)).status).toBe(409);
  });
});

describe("for today", () => {
  it("are three at most, the shortest rhythm first, and what is done is not replaced", async () => {
    const holder = t.cast.colleague;
    const people = await Promise.all(
      ["Vera Voss", "Willi Wulf", "Xenia Xanten", "Yann Yps"].map((name) => known(name, "client", holder)),
    );
    for (const [at, { id }] of people.entries())
      await ok(log("colleague", id, "call", { day: addDays("2026-08-13", at) }));
    // Written down today, these four count as dealt with today.
    expect(await forToday("colleague")).toEqual([]);
    await t.test.database.write(t.cast.workspaceId, async (tx) => {
      await sql`update touch set at = at - interval '2 days' where workspace_id = ${t.cast.workspaceId}`.execute(
        tx.tables(),
      );
    });
    expect(await forToday("colleague")).toEqual(["Vera Voss", "Willi Wulf", "Xenia Xanten"]);
    await ok(t.put("colleague", `/people/${people[3]!.id}/rhythm`, { days: 85 }));
    expect(await forToday("colleague")).toEqual(["Yann Yps", "Vera Voss", "Willi Wulf"]);
    const call = await ok(log("colleague", people[3]!.id, "call"));
    expect(await forToday("colleague")).toEqual(["Vera Voss", "Willi Wulf"]);
    await ok(t.put("colleague", `/people/${people[0]!.id}/touch-pause`, { untilDay: "2026-11-25" }));
    expect(await forToday("colleague")).toEqual(["Willi Wulf"]);
    await t.del("colleague", `/touches/${call.id}`);
    expect(await forToday("colleague")).toEqual(["Yann Yps", "Willi Wulf"]);
  });
  it("are none on a day off", async () => {
    await ok(t.post("colleague", "/absences", { fromDay: "2026-11-16", toDay: "2026-11-20" }));
    expect(await forToday("colleague")).toEqual([]);
  });
  it("leaves out who wants to hear nothing from us", async () => {
    const { id } = await known("Zoe Zorn");
    await ok(log("rep", id, "call", { day: "2026-06-01" }));
    expect(await silent()).toContain("Zoe Zorn");
    await ok(t.put("rep", `/people/${id}/do-not-write`, { reach: "everything" }));
    expect(await silent()).not.toContain("Zoe Zorn");
    expect(await rhythmOf(id)).toMatchObject({ stopped: true });
    expect(await mistakes()).toEqual([]);
    expect(await t.mistakes()).toEqual([]);
  });
});

describe("thanks that are told", () => {
  it("do what the actor owes by then, not what a colleague does; else they are a touch, once", async () => {
    const { id: source } = await known("Gerda Dank");
    const referral = async (who: CastName, fullName: string) => {
      const wanted = { sourceId: source, contact: { fullName }, level: 1, day: TODAY };
      return (await ok<{ id: string }>(t.post(who, "/referrals", wanted))).id;
    };
    const mine = await referral("rep", "Jens Dank");
    const theirs = await referral("colleague", "Lars Dank");
    const say = async (more: object = {}) =>
      (await t.post("rep", "/told-thanks", { personId: source, note: "with joy", ...more })).body;
    const before = { how: "message", day: addDays(TODAY, -1) };
    expect(await say(before)).toMatchObject({ dutyIds: [], touchId: expect.any(String) });
    expect(await say(before)).toMatchObject({ dutyIds: [], touchId: null });
    expect(await say({ how: "message" })).toMatchObject({
      personName: "Gerda Dank",
      dutyIds: [`${mine}.thank.${source}`],
      contactNames: ["Jens Dank"],
      touchId: null,
    });
    const { items } = (await t.get("rep", `/duties?source=${source}`)).body;
    const how = (id: string) =>
      items.find(
        (each: { referralId: string; kind: string }) => each.referralId === id && each.kind === "thank",
      ).settled?.how;
    expect([how(mine), how(theirs)]).toEqual(["message", undefined]);
    expect((await t.post("stranger", "/told-thanks", { personId: source })).status).toBe(404);
    expect((await t.post("rep", "/told-thanks", { personId: source, day: addDays(TODAY, 1) })).status).toBe(
      422,
    );
    expect(await t.mistakes()).toEqual([]);
  });
});
