import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import type { Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { findActor } from "#team/actor-store.ts";
import { advanceReferral, retreatReferral } from "./step-actions.ts";
import type { StepState } from "./referral.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());
afterEach(async () => expect(await t.mistakes()).toEqual([]));

async function person(fullName: string, accountName?: string): Promise<string> {
  return (await t.post("leader", "/people", { fullName, accountName })).body.id;
}

/** What the tally says of referrals received, by week. */
async function received(scopeId: string): Promise<Record<Day, number>> {
  return t.test.database.read(t.cast.workspaceId, async (tx) => {
    const { rows } = await sql<{ week: Day; count: number }>`
      select week, count from tally
       where workspace_id = ${t.cast.workspaceId} and scope_id = ${scopeId} and measure = 'referrals-received' and count <> 0
       order by week`.execute(tx.tables());
    return Object.fromEntries(rows.map((row) => [row.week, row.count]));
  });
}

async function change<T>(work: () => Promise<T>): Promise<{ by: Record<Day, number>; answer: T }> {
  const before = await received(t.cast.rep);
  const answer = await work();
  const after = await received(t.cast.rep);
  const weeks = new Set([...Object.keys(before), ...Object.keys(after)]);
  const by = [...weeks].map((week) => [week, (after[week] ?? 0) - (before[week] ?? 0)] as const);
  return { by: Object.fromEntries(by.filter(([, count]) => count !== 0)), answer };
}

const receive = (who: CastName, sourceId: string, more: object) =>
  t.post(who, "/referrals", { sourceId, ...more });

describe("receiving an introduction", () => {
  it("counts from level 1 on, on its day, for the rep, the team and the company", async () => {
    const anna = await person("Anna Albers");
    for (const scope of [t.cast.rep, t.cast.teams.north, t.cast.workspaceId]) {
      const before = (await received(scope))["2026-11-09"] ?? 0;
      const bo = await person("Bo Brandt");
      expect((await receive("rep", anna, { contactId: bo, level: 3, day: "2026-11-12" })).status).toBe(201);
      expect((await received(scope))["2026-11-09"]).toBe(before + 1);
    }
  });

  it("adds the contact and the company in one go, with where that came from", async () => {
    const cora = await person("Cora Carl");
    const contact = {
      fullName: "Dirk Dahl",
      title: "Head of Operations",
      accountName: "Dahl Antriebe GmbH",
      emails: ["dirk@dahl.example"],
    };
    const { body } = await receive("rep", cora, {
      contact,
      level: 2,
      reason: "They open a second plant in spring",
    });
    expect(body).toMatchObject({
      memberName: "Mia Sommer",
      sourceName: "Cora Carl",
      contactName: "Dirk Dahl",
      contactTitle: "Head of Operations",
      accountName: "Dahl Antriebe GmbH",
      askId: null,
      level: 2,
      day: "2026-11-18",
      countsFrom: "2026-11-18",
      state: "introduced",
      reason: "They open a second plant in spring",
    });
    expect(await originOf(body.contactId)).toEqual({
      from: "referral",
      detail: "Cora Carl",
      basis: "introduced",
    });
    const again = await receive("colleague", cora, {
      contact: { fullName: "Eva Ernst", accountName: "DAHL ANTRIEBE" },
      level: 1,
    });
    expect(again.body.accountId).toBe(body.accountId);
  });

  it("keeps a name without counting it, counts it from the day it becomes an introduction, and not twice", async () => {
    const frida = await person("Frida Falk");
    const gerd = await person("Gerd Graf");
    const { by, answer } = await change(() =>
      receive("rep", frida, { contactId: gerd, level: 0, day: "2026-10-20" }),
    );
    expect(by).toEqual({});
    expect(answer.body).toMatchObject({ state: "named", countsFrom: null, stateDay: "2026-10-20" });
    const level = (body: object) => t.put("rep", `/referrals/${answer.body.id}/level`, body);
    const raised = await change(() => level({ level: 4, day: "2026-11-03" }));
    expect(raised.by).toEqual({ "2026-11-02": 1 });
    expect(raised.answer.body).toMatchObject({
      level: 4,
      day: "2026-10-20",
      countsFrom: "2026-11-03",
      state: "introduced",
      stateDay: "2026-11-03",
    });
    const higher = await change(() => level({ level: 5 }));
    expect([higher.by, higher.answer.body.countsFrom]).toEqual([{}, "2026-11-03"]);
    const lowered = await change(() => level({ level: 0 }));
    expect([lowered.by, lowered.answer.body.state]).toEqual([{ "2026-11-02": -1 }, "named"]);
    const back = await change(() => level({ level: 5, day: "2026-11-03" }));
    expect([back.by, back.answer.body.countsFrom]).toEqual([{ "2026-11-02": 1 }, "2026-11-03"]);
    expect((await level({ level: 1, day: "2026-10-19" })).body).toMatchObject({
      kind: "invalid",
      field: "day",
    });
    expect((await level({ level: 6 })).status).toBe(422);
  });

  it("takes an introduction that was a name only from its week, and leaves the name on the timeline", async () => {
    const hans = await person("Hans Huber");
    const ida = await person("Ida Iwan");
    const { body } = await receive("rep", hans, { contactId: ida, level: 1, day: "2026-11-10" });
    const { by } = await change(() => t.put("rep", `/referrals/${body.id}/level`, { level: 0 }));
    expect(by).toEqual({ "2026-11-09": -1 });
    const verbs = await standingVerbs(body.id);
    expect(verbs).toEqual(["referral.named"]);
    await t.put("rep", `/referrals/${body.id}/level`, { level: 1 });
    expect(await standingVerbs(body.id)).toEqual(["referral.named", "referral.introduced"]);
    await t.put("rep", `/referrals/${body.id}/level`, { level: 0 });
    expect(await standingVerbs(body.id)).toEqual(["referral.named"]);
  });

  it("is two when two sources introduce the same contact, and one when the same is logged again", async () => {
    const [jan, karl, lisa] = [
      await person("Jan Jansen"),
      await person("Karl Kern"),
      await person("Lisa Lang"),
    ];
    expect((await receive("rep", jan, { contactId: lisa, level: 1 })).status).toBe(201);
    expect((await receive("rep", karl, { contactId: lisa, level: 1 })).status).toBe(201);
    const twice = await receive("rep", jan, { contactId: lisa, level: 3 });
    expect([twice.status, twice.body.detail]).toEqual([
      409,
      expect.stringMatching(/is there since \d{1,2} \w+; raise its level/),
    ]);
    const { answer, by } = await change(() =>
      Promise.all(Array.from({ length: 8 }, () => receive("rep", lisa, { contactId: karl, level: 2 }))),
    );
    expect(answer.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([
      201,
      ...Array<number>(7).fill(409),
    ]);
    expect(by).toEqual({ "2026-11-16": 1 });
  });

  it("says what is wrong, at the field", async () => {
    const [mona, nils] = [await person("Mona Mann"), await person("Nils Nolte")];
    const refusals = [
      [{ contactId: mona, level: 1 }, 422, "contactId"],
      [{ level: 1 }, 422, "contactId"],
      [{ contactId: nils, contact: { fullName: "Nils" }, level: 1 }, 422, "contactId"],
      [{ contact: { fullName: " " }, level: 1 }, 422, "fullName"],
      [{ contactId: nils, level: 7 }, 422, "level"],
      [{ contactId: nils, level: 1, day: "2026-11-19" }, 422, "day"],
      [{ contactId: nils, level: 1, askId: newId(t.now) }, 404, undefined],
      [{ contactId: newId(t.now), level: 1 }, 404, undefined],
    ] as const;
    for (const [more, status, field] of refusals) {
      const refused = await receive("rep", mona, more);
      expect([refused.status, refused.body.field], JSON.stringify(more)).toEqual([status, field]);
    }
    expect((await t.get("rep", `/referrals?source=${mona}`)).body.items).toEqual([]);
  });
});

describe("what is said of an introduction", () => {
  it("is written down with it and changed later, each field by itself, by whoever may", async () => {
    const anna = await person("Anna Worte");
    const bo = await person("Bo Worte");
    const { body } = await receive("rep", anna, {
      contactId: bo,
      level: 2,
      howKnown: "  They sailed together for ten years ",
      reason: "New plant",
    });
    expect(body).toMatchObject({ howKnown: "They sailed together for ten years", promised: null });
    const path = `/referrals/${body.id}`;
    const changed = await t.patch("rep", path, { promised: "To tell Anna before we send anything" });
    expect(changed.body).toMatchObject({
      howKnown: "They sailed together for ten years",
      promised: "To tell Anna before we send anything",
      reason: "New plant",
      note: null,
    });
    expect((await t.patch("manager", path, { howKnown: "" })).body.howKnown).toBeNull();
    expect((await t.patch("rep", path, { howKnown: "x".repeat(301) })).body.field).toBe("howKnown");
    expect((await t.patch("colleague", path, { howKnown: "a" })).status).toBe(403);
    expect((await t.patch("stranger", path, { howKnown: "a" })).status).toBe(404);
    await t.patch("rep", path, { reason: "New plant" });
    const { items } = (await t.get("rep", `/timeline?of=${body.id}`)).body;
    const told = items.filter(({ verb }: { verb: string }) => verb === "referral.described");
    expect(told.map(({ detail }: { detail: { fields: string[] } }) => detail.fields)).toEqual([
      ["howKnown"],
      ["promised"],
    ]);
  });
});

describe("an introduction that came of an ask", () => {
  it("says in the ask that they named someone, and unsays it when it is taken back", async () => {
    const [olga, paul] = [await person("Olga Otto"), await person("Paul Pohl")];
    const { body: ask } = await t.post("rep", "/asks", {
      sourceId: olga,
      day: "2026-11-16",
      outcome: "will-think",
    });
    const { body } = await receive("rep", olga, { contactId: paul, level: 3, askId: ask.id });
    expect(body.askId).toBe(ask.id);
    expect((await t.get("rep", `/asks/${ask.id}`)).body.outcome).toBe("named-someone");
    const refused = await t.del("rep", `/asks/${ask.id}`);
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      "an introduction came of this; take that back first",
    ]);
    const { conversations } = (await t.get("rep", `/asks/${ask.id}`)).body;
    expect((await t.del("rep", `/asks/${ask.id}/conversations/${conversations[1].id}`)).status).toBe(409);
    const { by } = await change(() => t.del("rep", `/referrals/${body.id}`));
    expect(by).toEqual({ "2026-11-16": -1 });
    expect((await t.get("rep", `/asks/${ask.id}`)).body).toMatchObject({
      outcome: "will-think",
      lastDay: "2026-11-16",
    });
    expect((await t.del("rep", `/asks/${ask.id}`)).status).toBe(204);
  });

  it("keeps the conversation that said so already, and two may come of one ask", async () => {
    const [quirin, rosa, sven] = [
      await person("Quirin Quast"),
      await person("Rosa Rath"),
      await person("Sven Sauer"),
    ];
    const { body: ask } = await t.post("rep", "/asks", { sourceId: quirin, outcome: "named-someone" });
    const one = await receive("rep", quirin, { contactId: rosa, level: 1, askId: ask.id });
    const two = await receive("rep", quirin, { contactId: sven, level: 0, askId: ask.id });
    await t.del("rep", `/referrals/${one.body.id}`);
    expect((await t.del("rep", `/asks/${ask.id}`)).status).toBe(409);
    await t.del("rep", `/referrals/${two.body.id}`);
    expect((await t.get("rep", `/asks/${ask.id}`)).body).toMatchObject({
      outcome: "named-someone",
      conversations: [{}],
    });
    expect((await t.del("rep", `/asks/${ask.id}`)).status).toBe(204);
  });

  it("can be taken back though another came of the same answer, which goes with the last of them", async () => {
    const [ute, vito, wanda] = [
      await person("Ute Uhl"),
      await person("Vito Voigt"),
      await person("Wanda Wirt"),
    ];
    const said = { sourceId: ute, day: "2026-11-16", outcome: "will-think" };
    const { body: ask } = await t.post("rep", "/asks", said);
    const one = await receive("rep", ute, { contactId: vito, level: 1, askId: ask.id });
    const two = await receive("rep", ute, { contactId: wanda, level: 2, askId: ask.id });
    const outcome = async () => (await t.get("rep", `/asks/${ask.id}`)).body.outcome;
    expect((await t.del("rep", `/referrals/${one.body.id}`)).status).toBe(204);
    expect(await outcome()).toBe("named-someone");
    expect((await t.del("rep", `/asks/${ask.id}`)).status).toBe(409);
    expect((await t.del("rep", `/referrals/${two.body.id}`)).status).toBe(204);
    expect(await outcome()).toBe("will-think");
    expect((await t.del("rep", `/asks/${ask.id}`)).status).toBe(204);
  });

  it("may come from the colleague they were sent to, but not from somebody else, nor earlier, nor for another rep", async () => {
    const [tina, uwe, vera] = [await person("Tina Thal"), await person("Uwe Ulm"), await person("Vera Voss")];
    const { body: ask } = await t.post("rep", "/asks", {
      sourceId: tina,
      day: "2026-11-17",
      outcome: "sent-to-colleague",
      colleagueId: uwe,
    });
    const of = (sourceId: string, more: object = {}) =>
      receive("rep", sourceId, { contactId: vera, level: 1, askId: ask.id, ...more });
    expect((await receive("rep", vera, { contactId: uwe, level: 1, askId: ask.id })).body.field).toBe(
      "askId",
    );
    expect((await of(uwe, { day: "2026-11-16" })).body.field).toBe("day");
    expect((await receive("colleague", uwe, { contactId: vera, level: 1, askId: ask.id })).status).toBe(403);
    expect((await of(uwe)).status).toBe(201);
    expect((await t.get("rep", `/asks/${ask.id}`)).body.outcome).toBe("sent-to-colleague");
    expect((await t.del("rep", `/asks/${ask.id}`)).status).toBe(409);
  });
});

async function introduction(): Promise<string> {
  const { body } = await receive("rep", await person("Willi Wolf"), {
    contactId: await person("Xenia Xu"),
    level: 2,
    day: "2026-11-11",
  });
  return body.id;
}
const put = (id: string, body: object, who: CastName = "rep") => t.put(who, `/referrals/${id}/state`, body);
async function unanswered(id: string): Promise<boolean> {
  const { body } = await t.get("rep", `/referrals?member=${t.cast.rep}&unanswered=true&limit=100`);
  return body.items.some((each: { id: string }) => each.id === id);
}

describe("how far it has come", () => {
  it("waits for an answer until we have responded, and again when that is taken back", async () => {
    const id = await introduction();
    expect(await unanswered(id)).toBe(true);
    const responded = await put(id, { state: "responded" });
    expect(responded.body).toMatchObject({
      state: "responded",
      stateDay: "2026-11-18",
      respondedAt: t.now.toISOString(),
    });
    expect(await unanswered(id)).toBe(false);
    expect((await put(id, { state: "responded" })).status).toBe(200);
    expect((await t.del("rep", `/referrals/${id}/state`)).body).toMatchObject({
      state: "introduced",
      respondedAt: null,
    });
    expect(await unanswered(id)).toBe(true);
    expect((await t.del("rep", `/referrals/${id}/state`)).status).toBe(409);
  });

  it("says until when it is to be answered; a name is owed no answer until it becomes an introduction", async () => {
    const past = await introduction();
    expect((await t.get("rep", `/referrals/${past}`)).body.answerBy).toBe("2026-11-11T17:00:00.000Z");
    const sent = { contactId: await person("Yannick Yu"), level: 0, day: "2026-11-16" };
    const { body: name } = await receive("rep", await person("Zora Zell"), sent);
    expect(name.answerBy).toBeNull();
    const level = (to: object) => t.put("rep", `/referrals/${name.id}/level`, to);
    expect((await level({ level: 1 })).body.answerBy).toBe("2026-11-18T17:00:00.000Z");
    await level({ level: 0 });
    expect((await level({ level: 3, day: "2026-11-17" })).body.answerBy).toBe("2026-11-17T17:00:00.000Z");
    const { body: list } = await t.get("rep", `/referrals?contact=${sent.contactId}`);
    expect(list.items[0]).toMatchObject({ answerBy: "2026-11-17T17:00:00.000Z" });
    expect(list.items[0]).not.toHaveProperty("arrivedAt");
  });

  it("goes forward only, by hand and by the rooms above; taking back leaves it where the others put it", async () => {
    const id = await introduction();
    const [meeting, second, deal] = [newId(t.now), newId(t.now), newId(t.now)];
    const step = (state: StepState, because: string, day = "2026-11-12") =>
      inTx((tx, actor) => advanceReferral(tx, actor, id, state, day, because));
    const back = (because: string, state?: StepState) =>
      inTx((tx, actor) => retreatReferral(tx, actor, id, because, state));
    expect(await step("meeting-scheduled", meeting)).toEqual({ moved: true, state: "meeting-scheduled" });
    expect(await step("meeting-scheduled", second, "2026-11-13")).toEqual({
      moved: false,
      state: "meeting-scheduled",
    });
    expect(await step("met", meeting, "2026-11-16")).toEqual({ moved: true, state: "met" });
    expect(await step("met", meeting, "2026-11-16")).toEqual({ moved: false, state: "met" });
    expect((await put(id, { state: "responded" })).status).toBe(409);
    expect((await t.del("rep", `/referrals/${id}/state`)).body.detail).toContain("a meeting or a deal");
    expect((await put(id, { state: "lost", day: "2026-11-17" })).body).toMatchObject({
      state: "lost",
      stateDay: "2026-11-17",
    });
    expect(await step("won", deal)).toEqual({ moved: true, state: "won" });
    expect(await back(deal)).toEqual({ moved: true, state: "lost" });
    expect((await t.del("rep", `/referrals/${id}/state`)).body).toMatchObject({
      state: "met",
      stateDay: "2026-11-16",
    });
    expect(await back(meeting, "met")).toEqual({ moved: true, state: "meeting-scheduled" });
    expect(await back(meeting)).toEqual({ moved: false, state: "meeting-scheduled" });
    expect((await t.get("rep", `/referrals/${id}`)).body.stateDay).toBe("2026-11-13");
    expect(await back(second)).toEqual({ moved: true, state: "introduced" });
    expect(await back(second)).toEqual({ moved: false, state: "introduced" });
    expect(await standingVerbs(id)).toEqual(["referral.received"]);
  });

  it("does not move before it arrived, nor once it was taken back", async () => {
    const id = await introduction();
    expect((await put(id, { state: "responded", day: "2026-11-10" })).body.field).toBe("day");
    expect((await put(id, { state: "introduced" })).status).toBe(422);
    await t.del("rep", `/referrals/${id}`);
    expect((await put(id, { state: "responded" })).status).toBe(404);
    await expect(
      inTx((tx, actor) => advanceReferral(tx, actor, id, "met", "2026-11-18", id)),
    ).rejects.toThrow(/No such introduction/);
  });
});

describe("taking back", () => {
  it("takes back the count, and is refused while a meeting stands on it", async () => {
    const [yann, zoe] = [await person("Yann Young"), await person("Zoe Zander")];
    const { body } = await receive("rep", yann, { contactId: zoe, level: 1 });
    const meetingId = newId(t.now);
    await t.test.database.write(t.cast.workspaceId, (tx) =>
      sql`insert into meeting (workspace_id, id, member_id, person_id, referral_id, scheduled_on, day, created_at)
          values (${t.cast.workspaceId}, ${meetingId}, ${t.cast.rep}, ${zoe}, ${body.id}, '2026-11-18', '2026-11-20', ${t.now})`.execute(
        tx.tables(),
      ),
    );
    const refused = await t.del("rep", `/referrals/${body.id}`);
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      "a meeting came of this introduction; take that back first",
    ]);
    await t.test.database.write(t.cast.workspaceId, (tx) =>
      sql`update meeting set taken_back_at = ${t.now} where workspace_id = ${t.cast.workspaceId} and id = ${meetingId}`.execute(
        tx.tables(),
      ),
    );
    const { by } = await change(() => t.del("rep", `/referrals/${body.id}`));
    expect(by).toEqual({ "2026-11-16": -1 });
    expect((await t.get("rep", `/referrals/${body.id}`)).status).toBe(404);
    expect((await receive("rep", yann, { contactId: zoe, level: 1 })).status).toBe(201);
  });
});

it("takes the contact off the lists again who came with it, but not one who was dealt with since", async () => {
  const source = await person("Silja Storm");
  const contact = { fullName: "Timo Tau", accountName: "Tau & Co" };
  const one = await receive("rep", source, { contact, level: 1 });
  await t.del("rep", `/referrals/${one.body.id}`);
  expect((await t.get("rep", `/people/${one.body.contactId}`)).status).toBe(404);
  expect((await t.put("rep", `/people/${one.body.contactId}/restored`, undefined)).status).toBe(200);
  const changed = await receive("rep", source, { contact, level: 1 });
  await t.patch("rep", `/people/${changed.body.contactId}`, { title: "Buyer" });
  const asked = await receive("rep", source, { contact, level: 1 });
  await t.post("rep", "/asks", { sourceId: asked.body.contactId });
  const known = await receive("rep", source, { contactId: await person("Ute Uhl"), level: 1 });
  for (const { body } of [changed, asked, known]) {
    expect((await t.del("rep", `/referrals/${body.id}`)).status).toBe(204);
    expect((await t.get("rep", `/people/${body.contactId}`)).status).toBe(200);
  }
});

describe("the chain", () => {
  it("goes from the first who introduced somebody down to the newest contact, each with day and level", async () => {
    const [a, b, c, d] = [
      await person("Ada Alt"),
      await person("Ben Bär"),
      await person("Cleo Clos"),
      await person("Dan Dorn"),
    ];
    await receive("rep", a, { contactId: b, level: 2, day: "2026-03-02" });
    await receive("colleague", b, { contactId: c, level: 0, day: "2026-05-04" });
    await receive("colleague", a, { contactId: c, level: 4, day: "2026-06-01" });
    const { body: last } = await receive("rep", c, { contactId: d, level: 5, day: "2026-09-07" });
    const { body } = await t.get("southRep", `/referrals/${last.id}/chain`);
    // Ada's introduction is followed, not the mere name that Ben gave before it.
    expect(
      body.items.map((each: Record<string, unknown>) => [
        each.sourceName,
        each.contactName,
        each.day,
        each.level,
      ]),
    ).toEqual([
      ["Ada Alt", "Cleo Clos", "2026-06-01", 4],
      ["Cleo Clos", "Dan Dorn", "2026-09-07", 5],
    ]);
    expect((await t.get("rep", `/people/${d}/chain`)).body).toEqual(body);
    expect((await t.get("rep", `/people/${a}/chain`)).body).toEqual({ items: [] });
  });
});

describe("whose introduction it is", () => {
  it("is the rep's, their manager's and a leader's to change; a colleague sees it; a stranger does not", async () => {
    const [source, contact] = [await person("Source Stone"), await person("Contact Cook")];
    const { body } = await receive("manager", source, { contactId: contact, level: 1, memberId: t.cast.rep });
    expect(body.memberId).toBe(t.cast.rep);
    expect(
      (await receive("colleague", contact, { contactId: source, level: 1, memberId: t.cast.rep })).status,
    ).toBe(403);
    const doors = [
      ["PUT", `/referrals/${body.id}/level`, { level: 2 }],
      ["PUT", `/referrals/${body.id}/state`, { state: "responded" }],
      ["DELETE", `/referrals/${body.id}/state`, undefined],
      ["DELETE", `/referrals/${body.id}`, undefined],
    ] as const;
    for (const [method, path, what] of doors) {
      expect((await t.as("colleague", method, path, what)).status, path).toBe(403);
      expect((await t.as("southRep", method, path, what)).status, path).toBe(403);
      expect((await t.as("stranger", method, path, what)).status, path).toBe(404);
    }
    for (const path of [`/referrals/${body.id}`, `/referrals/${body.id}/chain`, `/people/${contact}/chain`]) {
      expect((await t.get("colleague", path)).status, path).toBe(200);
      expect((await t.get("stranger", path)).status, path).toBe(404);
    }
    expect(
      (await t.get("stranger", `/referrals?source=${source}&contact=${contact}&member=${t.cast.rep}`)).body
        .items,
    ).toEqual([]);
    expect((await receive("stranger", source, { contactId: contact, level: 1 })).status).toBe(404);
    for (const [method, path, what] of doors)
      expect((await t.as("manager", method, path, what)).status, path).toBeLessThan(300);
  });
});

describe("the list", () => {
  it("filters by rep, source, contact, account, ask, state and level, and pages", async () => {
    const source = await person("Lina List");
    const ids: string[] = [];
    for (const [at, day] of ["2026-02-02", "2026-02-03", "2026-02-04"].entries()) {
      const contact = { fullName: `Contact ${at}`, accountName: "Listenwerk AG" };
      ids.push((await receive("southRep", source, { contact, level: at, day })).body.id);
    }
    const { accountId } = (await t.get("rep", `/referrals/${ids[0]}`)).body;
    const seen = async (filter: string) =>
      (await t.get("rep", `/referrals?${filter}`)).body.items.map((each: { id: string }) =>
        ids.indexOf(each.id),
      );
    expect(await seen(`source=${source}`)).toEqual([2, 1, 0]);
    expect(await seen(`account=${accountId}&member=${t.cast.southRep}`)).toEqual([2, 1, 0]);
    expect(await seen(`source=${source}&state=named`)).toEqual([0]);
    expect(await seen(`source=${source}&level=2`)).toEqual([2]);
    expect(await seen(`source=${source}&unanswered=true`)).toEqual([1, 2]);
    const waiting = (await t.get("rep", `/referrals?source=${source}&unanswered=true&limit=1`)).body;
    expect(await seen(`source=${source}&unanswered=true&limit=1&cursor=${waiting.nextCursor}`)).toEqual([2]);
    const first = (await t.get("rep", `/referrals?source=${source}&limit=2`)).body;
    expect(await seen(`source=${source}&limit=2&cursor=${first.nextCursor}`)).toEqual([0]);
    expect((await t.get("rep", "/referrals?cursor=bm9uc2Vuc2U")).status).toBe(422);
    expect((await t.get("rep", "/referrals?level=9")).status).toBe(422);
  });
});

async function inTx<T>(
  work: (
    tx: Parameters<typeof advanceReferral>[0],
    actor: Parameters<typeof advanceReferral>[1],
  ) => Promise<T>,
): Promise<T> {
  return t.test.database.write(t.cast.workspaceId, async (tx) =>
    work(tx, (await findActor(tx, t.cast.rep, t.now))!),
  );
}

/** The verbs of a subject's lines that nobody took back. */
async function standingVerbs(subjectId: string): Promise<string[]> {
  return t.test.database.read(t.cast.workspaceId, async (tx) => {
    const { rows } = await sql<{ verb: string }>`
      select verb from journal j
       where workspace_id = ${t.cast.workspaceId} and subject_id = ${subjectId} and undoes is null
         and not exists (select from journal u where u.workspace_id = j.workspace_id and u.undoes = j.id)
       order by id`.execute(tx.tables());
    return rows.map((row) => row.verb);
  });
}

async function originOf(personId: string): Promise<unknown> {
  return t.test.database.read(t.cast.workspaceId, async (tx) => {
    const { rows } = await sql<{ from: string; detail: string; basis: string }>`
      select came_from as from, detail, basis from person_origin
       where workspace_id = ${t.cast.workspaceId} and person_id = ${personId}`.execute(tx.tables());
    return rows[0];
  });
}
