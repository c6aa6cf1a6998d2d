import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import type { Day } from "#lib/kernel/days.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());
afterEach(async () => expect(await t.mistakes()).toEqual([]));

/** Somebody nobody has asked yet. */
async function person(fullName: string, accountName?: string): Promise<string> {
  return (await t.post("leader", "/people", { fullName, accountName })).body.id;
}

/** What the tally says of people asked: of a member, a team or the company, by week. */
async function asked(scopeId: string): Promise<Record<Day, number>> {
  return t.test.database.read(t.cast.workspaceId, async (tx) => {
    const { rows } = await sql<{ week: Day; count: number }>`
      select week, count from tally
       where workspace_id = ${t.cast.workspaceId} and scope_id = ${scopeId} and measure = 'people-asked' and count <> 0
       order by week`.execute(tx.tables());
    return Object.fromEntries(rows.map((row) => [row.week, row.count]));
  });
}

async function change<T>(
  scopeId: string,
  work: () => Promise<T>,
): Promise<{ by: Record<Day, number>; answer: T }> {
  const before = await asked(scopeId);
  const answer = await work();
  const after = await asked(scopeId);
  const weeks = new Set([...Object.keys(before), ...Object.keys(after)]);
  const by = [...weeks].map((week) => [week, (after[week] ?? 0) - (before[week] ?? 0)] as const);
  return { by: Object.fromEntries(by.filter(([, count]) => count !== 0)), answer };
}

const ask = (who: CastName, sourceId: string, more: object = {}) =>
  t.post(who, "/asks", { sourceId, ...more });

describe("logging an ask", () => {
  it("counts for the rep, the team and the company in the week of its day", async () => {
    const anna = await person("Anna Albers", "Hafen Logistik GmbH");
    for (const scope of [t.cast.rep, t.cast.teams.north, t.cast.workspaceId]) {
      const someone = scope === t.cast.rep ? anna : await person("Somebody");
      expect((await change(scope, () => ask("rep", someone))).by).toEqual({ "2026-11-16": 1 });
    }
    const { body } = await t.get("colleague", `/asks?source=${anna}`);
    expect(body.items).toMatchObject([
      {
        memberId: t.cast.rep,
        memberName: "Mia Sommer",
        sourceName: "Anna Albers",
        accountName: "Hafen Logistik GmbH",
        day: "2026-11-18",
        channel: "call",
        moment: "anytime",
        outcome: null,
        open: true,
        returned: false,
      },
    ]);
  });

  it("adds to the ask that is there when the same week sees another conversation", async () => {
    const bert = await person("Bert Brand");
    const first = await ask("rep", bert, {
      day: "2026-11-17",
      forWhom: "a plant manager",
      outcome: "will-think",
    });
    expect(first.status).toBe(201);
    expect(first.body.addedTo).toBe(false);
    const { by, answer: second } = await change(t.cast.rep, () =>
      ask("rep", bert, { channel: "in-person", note: "Over lunch" }),
    );
    expect(second.status).toBe(200);
    expect(second.body).toMatchObject({
      id: first.body.id,
      addedTo: true,
      day: "2026-11-17",
      lastDay: "2026-11-18",
    });
    expect(second.body).toMatchObject({
      channel: "in-person",
      outcome: "will-think",
      forWhom: "a plant manager",
    });
    expect(second.body.conversations.map((each: { note: string | null }) => each.note)).toEqual([
      null,
      "Over lunch",
    ]);
    expect(by).toEqual({});
  });

  it("takes an earlier day of the week into the same ask, which then belongs to that day", async () => {
    const cora = await person("Cora Carl");
    await ask("rep", cora, { day: "2026-11-18" });
    const { body, status } = await ask("rep", cora, { day: "2026-11-16" });
    expect([status, body.day, body.lastDay]).toEqual([200, "2026-11-16", "2026-11-18"]);
  });

  it("is another ask in another week, and by another rep once the source has rested", async () => {
    const dora = await person("Dora Dietz");
    const first = await ask("rep", dora, { day: "2026-10-12", outcome: "no" });
    const { by } = await change(t.cast.rep, async () => {
      const before = await ask("rep", dora, { day: "2026-09-06", outcome: "no" });
      expect([before.status, before.body.id === first.body.id]).toEqual([201, false]);
    });
    expect(by).toEqual({ "2026-08-31": 1 });
    const { by: colleagues, answer } = await change(t.cast.colleague, () => ask("colleague", dora));
    expect([answer.status, colleagues]).toEqual([201, { "2026-11-16": 1 }]);
    expect(answer.body.against).toBeNull();
  });

  it("tells who asked this person before, when, and what they said", async () => {
    const emil = await person("Emil Ernst");
    const alone = await ask("colleague", emil, {
      day: "2026-11-06",
      outcome: "not-now",
      untilDay: "2026-12-01",
    });
    expect(alone.body.askedBefore).toBeNull();
    const { body } = await ask("rep", emil, { happened: true });
    expect(body.against).toBe("open-ask");
    expect(body.askedBefore).toEqual({
      id: alone.body.id,
      memberId: t.cast.colleague,
      memberName: "Jonas Weber",
      day: "2026-11-06",
      lastDay: "2026-11-06",
      channel: "call",
      outcome: "not-now",
      untilDay: "2026-12-01",
    });
  });

  it("nudges to call when it was made in writing", async () => {
    const frida = await person("Frida Falk");
    expect((await ask("rep", frida, { channel: "e-mail" })).body.callInstead).toBe(true);
    expect((await ask("rep", frida, { channel: "call" })).body.callInstead).toBe(false);
  });

  it("makes one ask of twenty posts at once, and one conversation of twenty with the same key", async () => {
    const gerd = await person("Gerd Graf");
    const { by, answer } = await change(t.cast.rep, () =>
      Promise.all(Array.from({ length: 20 }, () => ask("rep", gerd))),
    );
    expect(answer.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([
      ...Array<number>(19).fill(200),
      201,
    ]);
    expect(new Set(answer.map((each) => each.body.id)).size).toBe(1);
    expect(by).toEqual({ "2026-11-16": 1 });
    expect((await t.get("rep", `/asks/${answer[0]?.body.id}`)).body.conversations).toHaveLength(20);

    const hans = await person("Hans Huber");
    const press = () => t.as("rep", "POST", "/asks", { sourceId: hans }, { "idempotency-key": "one-press" });
    const pressed = await Promise.all(Array.from({ length: 20 }, press));
    expect(new Set(pressed.map((each) => `${each.status} ${each.body.saidId}`)).size).toBe(1);
    expect((await t.get("rep", `/asks/${pressed[0]?.body.id}`)).body.conversations).toHaveLength(1);
  });

  it("adds the colleague whom they were sent to, at the same account", async () => {
    const ida = await person("Ida Iwan", "Zement Süd AG");
    const { body } = await ask("rep", ida, {
      outcome: "sent-to-colleague",
      colleague: { fullName: "Jan Jansen" },
    });
    expect(body).toMatchObject({ outcome: "sent-to-colleague", colleagueName: "Jan Jansen", open: false });
    const colleague = await t.get("rep", `/people/${body.colleagueId}`);
    expect(colleague.body).toMatchObject({ fullName: "Jan Jansen", accountName: "Zement Süd AG" });
    const known = await ask("rep", await person("Karl Kern"), {
      outcome: "sent-to-colleague",
      colleagueId: ida,
    });
    expect(known.body.colleagueId).toBe(ida);
  });

  it("says what is wrong, at the field", async () => {
    const lisa = await person("Lisa Lang");
    const refusals = [
      [{ outcome: "not-now" }, "untilDay"],
      [{ outcome: "not-now", untilDay: "2026-11-18" }, "untilDay"],
      [{ outcome: "will-think", untilDay: "2026-11-18" }, "untilDay"],
      [{ outcome: "sent-to-colleague" }, "colleagueId"],
      [{ outcome: "sent-to-colleague", colleagueId: lisa }, "colleagueId"],
      [{ day: "2026-11-19" }, "day"],
      [{ day: "1999-12-31" }, "day"],
      [{ channel: "fax" }, "channel"],
      [{ moment: "whenever" }, "moment"],
      [{ note: "x".repeat(10_001) }, "note"],
    ] as const;
    for (const [more, field] of refusals) {
      const refused = await ask("rep", lisa, more);
      expect([refused.status, refused.body.field], JSON.stringify(more).slice(0, 80)).toEqual([422, field]);
    }
    expect((await t.get("rep", `/asks?source=${lisa}`)).body.items).toEqual([]);
  });
});

it("belongs to the account where the source worked on its day", async () => {
  const mover = await person("Mona Mover", "Alte Werke AG");
  await t.post("rep", `/people/${mover}/positions`, { accountName: "Neue Werke AG", fromDay: "2026-11-02" });
  const before = await ask("rep", mover, { day: "2026-10-30" });
  const since = await ask("rep", mover, { day: "2026-11-02" });
  expect([before.body.accountName, since.body.accountName]).toEqual(["Alte Werke AG", "Neue Werke AG"]);
  const { body } = await t.get("rep", `/asks?account=${before.body.accountId}`);
  expect(body.items.map((each: { id: string }) => each.id)).toEqual([before.body.id]);
});

describe("what they answered later", () => {
  it("becomes the ask's outcome without counting again, and falls back when it is taken back", async () => {
    const mona = await person("Mona Mann");
    const { body: made } = await ask("rep", mona, { day: "2026-11-10", outcome: "will-think" });
    const { by, answer } = await change(t.cast.rep, () =>
      t.put("rep", `/asks/${made.id}/outcome`, {
        outcome: "not-now",
        untilDay: "2027-01-11",
        note: "After the fair",
      }),
    );
    expect(by).toEqual({});
    expect(answer.body).toMatchObject({
      outcome: "not-now",
      untilDay: "2027-01-11",
      day: "2026-11-10",
      lastDay: "2026-11-18",
    });
    const again = await t.put("rep", `/asks/${made.id}/outcome`, {
      outcome: "not-now",
      untilDay: "2027-01-11",
    });
    expect([again.body.saidId, again.body.conversations.length]).toEqual([null, 2]);
    const undone = await t.del("rep", `/asks/${made.id}/conversations/${answer.body.saidId}`);
    expect(undone.status).toBe(204);
    expect((await t.get("rep", `/asks/${made.id}`)).body).toMatchObject({
      outcome: "will-think",
      lastDay: "2026-11-10",
      untilDay: null,
    });
  });

  it("cannot be older than the ask or than the answer before, nor change that somebody was named", async () => {
    const nils = await person("Nils Nolte");
    const { body: made } = await ask("rep", nils, { day: "2026-11-16" });
    const put = (body: object) => t.put("rep", `/asks/${made.id}/outcome`, body);
    expect((await put({ outcome: "no", day: "2026-11-15" })).body).toMatchObject({
      kind: "invalid",
      field: "day",
    });
    await put({ outcome: "will-think", day: "2026-11-18" });
    expect((await put({ outcome: "no", day: "2026-11-17" })).body).toMatchObject({
      kind: "invalid",
      field: "day",
    });
    await put({ outcome: "named-someone" });
    expect((await put({ outcome: "no" })).status).toBe(409);
  });
});

describe("not now, until", () => {
  it("comes back on its day, is let go, and is taken up again", async () => {
    const olga = await person("Olga Otto");
    const { body: made } = await ask("rep", olga, {
      day: "2026-10-01",
      outcome: "not-now",
      untilDay: "2026-11-18",
    });
    const later = await person("Paula Pohl");
    await ask("rep", later, { day: "2026-10-01", outcome: "not-now", untilDay: "2026-11-19" });
    const names = async () =>
      (await t.get("rep", `/asks?returning=true&member=${t.cast.rep}`)).body.items.map(
        (each: { sourceName: string }) => each.sourceName,
      );
    expect(await names()).toEqual(["Olga Otto"]);
    const gone = await t.put("rep", `/asks/${made.id}/settled`, undefined);
    expect(gone.body).toMatchObject({ settledOn: "2026-11-18", returned: false, open: false });
    expect(await names()).toEqual([]);
    expect((await t.del("rep", `/asks/${made.id}/settled`)).body).toMatchObject({
      settledOn: null,
      returned: true,
    });
    expect(await names()).toEqual(["Olga Otto"]);
    const { body: again } = await ask("rep", olga);
    expect(await names()).toEqual([]);
    await t.del("rep", `/asks/${again.id}`);
    expect(await names()).toEqual(["Olga Otto"]);
    expect((await t.put("rep", `/asks/${made.id}/outcome`, { outcome: "no" })).body.returned).toBe(false);
    expect((await t.put("rep", `/asks/${made.id}/settled`, undefined)).status).toBe(409);
  });
});

describe("will think, until", () => {
  it("may name a day, and comes back and is let go like a not now", async () => {
    const thea = await person("Thea Timm");
    const { body: made } = await ask("southRep", thea, {
      day: "2026-11-02",
      outcome: "will-think",
      untilDay: "2026-11-18",
    });
    expect(made).toMatchObject({ outcome: "will-think", untilDay: "2026-11-18", open: true, returned: true });
    const names = async () =>
      (await t.get("southRep", `/asks?returning=true&member=${t.cast.southRep}`)).body.items.map(
        (each: { sourceName: string }) => each.sourceName,
      );
    expect(await names()).toEqual(["Thea Timm"]);
    expect((await t.put("southRep", `/asks/${made.id}/settled`, undefined)).body.open).toBe(false);
    expect(await names()).toEqual([]);
    await t.del("southRep", `/asks/${made.id}/settled`);
    const later = await t.put("southRep", `/asks/${made.id}/outcome`, {
      outcome: "will-think",
      untilDay: "2026-11-25",
    });
    expect(later.body).toMatchObject({ untilDay: "2026-11-25", returned: false, open: true });
    const undated = await t.put("southRep", `/asks/${made.id}/outcome`, { outcome: "will-think" });
    expect(undated.body).toMatchObject({ untilDay: null, open: true });
    expect((await t.put("southRep", `/asks/${made.id}/settled`, undefined)).status).toBe(409);
  });
});

const open = async (source: string): Promise<number> =>
  (await t.get("rep", `/asks?source=${source}&outcome=open`)).body.items.length;

describe("an ask does not stay open for ever", () => {
  it("ends thirty days after its last conversation when no answer came", async () => {
    const [still, ended] = [await person("Still Open"), await person("Long Ended")];
    const { body } = await ask("rep", still, { day: "2026-10-19" });
    expect(body).toMatchObject({ open: true, openUntil: "2026-11-18" });
    const { body: old } = await ask("rep", ended, { day: "2026-10-18", outcome: "will-think" });
    expect(old).toMatchObject({ open: false, openUntil: "2026-11-17" });
    expect([await open(still), await open(ended)]).toEqual([1, 0]);
    await t.put("rep", `/asks/${old.id}/outcome`, { outcome: "will-think", note: "Met her by chance" });
    expect(await open(ended)).toBe(1);
  });

  it("stays two weeks from the day to come back, and then ends", async () => {
    const [still, ended] = [await person("Still Back"), await person("No Longer Back")];
    const notNow = { day: "2026-09-01", outcome: "not-now" };
    await ask("southRep", still, { ...notNow, untilDay: "2026-11-04" });
    await ask("southRep", ended, { ...notNow, untilDay: "2026-11-03" });
    const { body } = await t.get("rep", `/asks?returning=true&member=${t.cast.southRep}`);
    const names = body.items.map((each: { sourceName: string }) => each.sourceName);
    expect(names).toContain("Still Back");
    expect(names).not.toContain("No Longer Back");
    expect([await open(still), await open(ended)]).toEqual([1, 0]);
  });
});

it("knows somebody under the ids of those who were merged into them", async () => {
  const [kept, twin] = [await person("Wanda Wolff"), await person("W. Wolff")];
  await ask("rep", twin, { day: "2026-10-01", outcome: "not-now", untilDay: "2026-11-10" });
  const monday = await ask("rep", twin, { day: "2026-11-16" });
  await t.del("rep", `/asks/${monday.body.id}`);
  const again = await ask("rep", twin, { day: "2026-11-16" });
  expect((await t.post("leader", "/merges", { kind: "person", keptId: kept, mergedId: twin })).status).toBe(
    201,
  );
  const { by, answer } = await change(t.cast.rep, () => ask("rep", kept));
  expect([answer.status, answer.body.id, by]).toEqual([200, again.body.id, {}]);
  expect(answer.body).toMatchObject({
    sourceId: kept,
    sourceName: "Wanda Wolff",
    askedBefore: { day: "2026-10-01" },
  });
  expect((await t.get("rep", `/asks?source=${kept}`)).body.items).toHaveLength(2);
  const { body } = await t.get("rep", `/asks?returning=true&member=${t.cast.rep}&limit=100`);
  expect(body.items.map((each: { sourceId: string }) => each.sourceId)).not.toContain(kept);
  const refused = await ask("rep", twin);
  expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining("Wanda Wolff")]);
});

describe("taking back", () => {
  it("takes back the ask and its count, and the same again finds nothing", async () => {
    const quirin = await person("Quirin Quast");
    const { body } = await ask("rep", quirin);
    const { by, answer } = await change(t.cast.rep, () => t.del("rep", `/asks/${body.id}`));
    expect([answer.status, by]).toEqual([204, { "2026-11-16": -1 }]);
    expect((await t.get("rep", `/asks/${body.id}`)).status).toBe(404);
    expect((await t.del("rep", `/asks/${body.id}`)).status).toBe(404);
    const { by: back } = await change(t.cast.rep, () => ask("rep", quirin));
    expect(back).toEqual({ "2026-11-16": 1 });
  });

  it("takes back one conversation and keeps the count, until the last that asked is gone", async () => {
    const rosa = await person("Rosa Rath");
    const first = await ask("rep", rosa, { day: "2026-11-16", outcome: "will-think" });
    const second = await ask("rep", rosa, { day: "2026-11-18", outcome: "no" });
    const id = first.body.id;
    const { by } = await change(t.cast.rep, () =>
      t.del("rep", `/asks/${id}/conversations/${first.body.saidId}`),
    );
    expect(by).toEqual({});
    expect((await t.get("rep", `/asks/${id}`)).body).toMatchObject({ day: "2026-11-18", outcome: "no" });
    const { by: gone } = await change(t.cast.rep, () =>
      t.del("rep", `/asks/${id}/conversations/${second.body.saidId}`),
    );
    expect(gone).toEqual({ "2026-11-16": -1 });
    expect((await t.get("rep", `/asks/${id}`)).status).toBe(404);
    expect((await t.del("rep", `/asks/${id}/conversations/${second.body.saidId}`)).status).toBe(404);
  });
});

it("takes the colleague off the lists again who was only written down with it", async () => {
  const { body } = await ask("rep", await person("Silja Storm"), {
    outcome: "sent-to-colleague",
    colleague: { fullName: "Timo Tau" },
  });
  expect((await t.get("rep", `/people/${body.colleagueId}`)).status).toBe(200);
  await t.del("rep", `/asks/${body.id}`);
  expect((await t.get("rep", `/people/${body.colleagueId}`)).status).toBe(404);
});

describe("whose ask it is", () => {
  it("is the rep's, their manager's and a leader's to change; a colleague sees it", async () => {
    const { body } = await ask("rep", await person("Sven Sauer"));
    for (const who of ["colleague", "southRep"] as const) {
      expect((await t.get(who, `/asks/${body.id}`)).status).toBe(200);
      expect((await t.put(who, `/asks/${body.id}/outcome`, { outcome: "no" })).status).toBe(403);
      expect((await t.put(who, `/asks/${body.id}/settled`, undefined)).status).toBe(403);
      expect((await t.del(who, `/asks/${body.id}/settled`)).status).toBe(403);
      expect((await t.del(who, `/asks/${body.id}/conversations/${body.saidId}`)).status).toBe(403);
      expect((await t.del(who, `/asks/${body.id}`)).status).toBe(403);
    }
    expect((await t.put("manager", `/asks/${body.id}/outcome`, { outcome: "will-think" })).status).toBe(200);
    expect((await t.put("leader", `/asks/${body.id}/outcome`, { outcome: "no" })).status).toBe(200);
  });

  it("may be logged by a manager and a leader for their reps, and counts for the rep", async () => {
    const tina = await person("Tina Thal");
    const { by, answer } = await change(t.cast.rep, () => ask("manager", tina, { memberId: t.cast.rep }));
    expect([answer.status, by]).toEqual([201, { "2026-11-16": 1 }]);
    expect(answer.body).toMatchObject({ memberId: t.cast.rep, conversations: [{ byId: t.cast.manager }] });
    expect((await ask("colleague", tina, { memberId: t.cast.rep })).status).toBe(403);
    expect((await ask("manager", tina, { memberId: t.cast.southRep })).status).toBe(403);
    const ted = await person("Ted Thal");
    expect((await ask("leader", ted, { memberId: t.cast.southRep })).status).toBe(201);
    expect((await ask("leader", tina, { memberId: tina })).status).toBe(404);
  });

  it("is not there for a stranger", async () => {
    const uwe = await person("Uwe Ulm");
    const { body } = await ask("rep", uwe, { outcome: "not-now", untilDay: "2026-11-20" });
    expect((await t.get("stranger", `/asks/${body.id}`)).status).toBe(404);
    expect((await t.get("stranger", `/asks?source=${uwe}&member=${t.cast.rep}`)).body.items).toEqual([]);
    expect((await t.get("stranger", "/asks")).body.items).toEqual([]);
    expect((await ask("stranger", uwe)).status).toBe(404);
    expect((await t.put("stranger", `/asks/${body.id}/outcome`, { outcome: "no" })).status).toBe(404);
    expect((await t.put("stranger", `/asks/${body.id}/settled`, undefined)).status).toBe(404);
    expect((await t.del("stranger", `/asks/${body.id}/settled`)).status).toBe(404);
    expect((await t.del("stranger", `/asks/${body.id}/conversations/${body.saidId}`)).status).toBe(404);
    expect((await t.del("stranger", `/asks/${body.id}`)).status).toBe(404);
    expect((await t.get("rep", `/asks/${body.id}`)).body.outcome).toBe("not-now");
  });
});

describe("the list", () => {
  it("filters by rep, outcome, moment and account, pages without losing any, and refuses a foreign cursor", async () => {
    const vera = await person("Vera Voss", "Werft Nord KG");
    const weeks = ["2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23", "2026-03-30"];
    for (const day of weeks) await ask("southRep", vera, { day, moment: "account-review", outcome: "no" });
    const accountId = (await t.get("rep", `/asks?source=${vera}`)).body.items[0].accountId;
    for (const filter of [
      `member=${t.cast.southRep}&outcome=no`,
      "moment=account-review",
      `account=${accountId}`,
    ]) {
      const days: string[] = [];
      let cursor: string | null = null;
      do {
        const { body }: { body: { items: { day: string }[]; nextCursor: string | null } } = await t.get(
          "rep",
          `/asks?${filter}&limit=2${cursor ? `&cursor=${cursor}` : ""}`,
        );
        days.push(...body.items.map((each) => each.day));
        cursor = body.nextCursor;
      } while (cursor);
      expect(days, filter).toEqual(weeks.toReversed());
    }
    expect(
      (await t.get("rep", `/asks?member=${t.cast.southRep}&outcome=open&source=${vera}`)).body.items,
    ).toEqual([]);
    expect((await t.get("rep", "/asks?cursor=bm9uc2Vuc2U")).status).toBe(422);
    expect((await t.get("rep", "/asks?outcome=maybe")).status).toBe(422);
  });
});
