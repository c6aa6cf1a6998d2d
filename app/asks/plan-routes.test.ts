import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { houseOver, openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());
afterEach(async () => expect(await t.mistakes()).toEqual([]));

// A Wednesday noon; its week began on 2026-11-16.
const [LAST, THIS, NEXT] = ["2026-11-09", "2026-11-16", "2026-11-23"];
const WEEK_LATER = new Date("2026-11-25T10:00:00Z");

const person = async (fullName: string) =>
  (await t.post("rep", "/people", { fullName, accountName: "Telia AB" })).body.id as string;
const plan = async (body: object, who: CastName = "rep") => {
  const answer = await t.post(who, "/plans", body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
};
const ask = async (sourceId: string, more: object = {}, who: CastName = "rep") => {
  const answer = await t.post(who, "/asks", { sourceId, happened: true, ...more });
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body;
};
const state = async (id: string, who: CastName = "rep") => (await t.get(who, `/plans/${id}`)).body.state;
const later = (now: Date) => {
  const { send } = houseOver(t.test.database, { now });
  return (who: CastName, method: string, path: string, body?: unknown) =>
    send(method, path, body, { authorization: `Bearer ${t.cast.keys[who]}` });
};
const verbsOf = async (id: string) =>
  (await t.get("rep", `/timeline?of=${id}`)).body.items
    .filter(({ undone, undoes }: { undone: boolean; undoes: unknown }) => !undone && undoes === null)
    .map(({ verb }: { verb: string }) => verb);

async function whoSees(read: (who: CastName) => Promise<{ status: number }>): Promise<string[]> {
  const all = ["rep", "colleague", "manager", "southRep", "leader", "stranger"] as const;
  const seen: string[] = [];
  for (const who of all) if ((await read(who)).status === 200) seen.push(who);
  return seen;
}

describe("a plan", () => {
  it("says whom, when, why now, what for and what about, and stands on their timelines", async () => {
    const ana = await person("Ana Lund");
    const picture = (await t.post("leader", "/ideal-clients", { name: "Plants" })).body.id;
    const reason = (await t.post("leader", "/business-reasons", { sentence: "They save a week." })).body.id;
    const target = (await t.post("rep", "/targets", { personId: await person("Wanted One") })).body.id;
    const said = {
      moment: "delivered",
      whyNow: "Line two runs since Monday.",
      wanted: "An introduction to her former colleague.",
      expects: 1,
      topics: "The week they save.\nWho else plans on paper.",
      idealClientId: picture,
      reasonId: reason,
      targetId: target,
    };
    const made = await plan({ personId: ana, ...said });
    expect(made).toMatchObject({
      ...said,
      memberName: "Mia Sommer",
      personName: "Ana Lund",
      accountName: "Telia AB",
      week: THIS,
      state: "planned",
      unasked: false,
      standsUntil: "2026-12-06",
      idealClientName: "Plants",
      reason: "They save a week.",
      targetName: "Wanted One",
      askId: null,
    });
    for (const of of [ana, made.accountId]) expect(await verbsOf(of)).toContain("ask.planned");
    const changed = await t.patch("rep", `/plans/${made.id}`, { whyNow: "They said so.", expects: null });
    expect(changed.body).toMatchObject({ whyNow: "They said so.", expects: null, topics: said.topics });
    expect((await t.del("rep", `/plans/${made.id}`)).status).toBe(204);
    expect((await t.get("rep", `/plans/${made.id}`)).status).toBe(404);
    expect(await verbsOf(ana)).not.toContain("ask.planned");
  });

  it("keeps the words of the talk part by part, for every device, and tells no news of a draft", async () => {
    const { id, talk } = await plan({
      personId: await person("Ana Talk"),
      talk: { value: " You saved a week. " },
    });
    expect(talk).toEqual({ value: "You saved a week." });
    const rewrite = async (words: object, who: CastName = "rep") =>
      (await t.patch(who, `/plans/${id}`, { talk: words })).body.talk;
    expect(await rewrite({ grace: "Never mind." })).toEqual({
      value: "You saved a week.",
      grace: "Never mind.",
    });
    expect(await rewrite({ value: null })).toEqual({ grace: "Never mind." });
    expect(await rewrite({ grace: "  ", reason: "They lose two days." }, "manager")).toEqual({
      reason: "They lose two days.",
    });
    expect((await t.get("colleague", `/plans/${id}`)).body.talk).toEqual({ reason: "They lose two days." });
    await t.patch("rep", `/plans/${id}`, { whyNow: "It runs.", talk: {} });
    expect((await t.get("rep", `/plans/${id}`)).body).toMatchObject({
      whyNow: "It runs.",
      talk: { reason: "They lose two days." },
    });
    for (const words of [{ value: "x".repeat(2_001) }, { whistle: "x" }, { value: 3 }])
      expect((await t.patch("rep", `/plans/${id}`, { talk: words })).status).toBe(422);
    expect((await t.patch("colleague", `/plans/${id}`, { talk: { grace: "x" } })).status).toBe(403);
    expect((await t.patch("stranger", `/plans/${id}`, { talk: { grace: "x" } })).status).toBe(404);
    const lines = await t.test.database.read(t.cast.workspaceId, async (tx) => {
      const { rows } = await sql<{ verb: string }>`
        select verb from journal where subject_id = ${id} order by at`.execute(tx.tables());
      return rows.map(({ verb }) => verb);
    });
    expect(lines).toEqual(["ask.planned", "plan.changed"]);
  });

  it("stands once for each rep and person: planning again moves it and takes over what is said", async () => {
    const ana = await person("Ana Twice");
    const first = await plan({ personId: ana, whyNow: "First.", topics: "Both lines." });
    const again = await t.post("rep", "/plans", { personId: ana, week: NEXT, whyNow: "Second." });
    expect([again.status, again.body]).toEqual([
      200,
      expect.objectContaining({ id: first.id, week: NEXT, whyNow: "Second.", topics: "Both lines." }),
    ]);
    const both = await Promise.all([1, 2].map(() => t.post("colleague", "/plans", { personId: ana })));
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 201]));
    expect((await t.get("rep", `/plans?person=${ana}`)).body.items).toHaveLength(2);
  });

  it("refuses a week gone by, one too far ahead, ids that are not there, and words without end", async () => {
    const ana = await person("Ana Refused");
    for (const body of [
      { week: LAST },
      { week: "2027-02-22" },
      { whyNow: "x".repeat(301) },
      { expects: 100 },
      { moment: "some day" },
    ])
      expect((await t.post("rep", "/plans", { personId: ana, ...body })).status).toBe(422);
    for (const body of [
      { idealClientId: ana },
      { reasonId: ana },
      { targetId: ana },
      { personId: t.cast.rep },
    ])
      expect((await t.post("rep", "/plans", { personId: ana, ...body })).status).toBe(404);
  });
});

describe("an ask", () => {
  it("carries the plan out, in one act, and its undo opens the plan again", async () => {
    const ben = await person("Ben Ask");
    const { id } = await plan({ personId: ben });
    const asked = await ask(ben, { outcome: "no" });
    expect((await t.get("rep", `/plans/${id}`)).body).toMatchObject({
      state: "asked",
      askId: asked.id,
      askedOn: "2026-11-18",
      askOutcome: "no",
    });
    expect(await verbsOf(t.cast.rep)).toContain("plan.fulfilled");
    for (const [method, path, body] of [
      ["PUT", "let-go", { why: "no-time" }],
      ["PUT", "week", { week: NEXT }],
      ["PATCH", "", { whyNow: "x" }],
    ] as const) {
      const refused = await t.as("rep", method, `/plans/${id}${path && `/${path}`}`, body);
      expect([refused.status, refused.body.detail]).toEqual([
        409,
        expect.stringContaining("Ben Ask was asked"),
      ]);
    }
    await t.del("rep", `/asks/${asked.id}`);
    expect(await state(id)).toBe("planned");
    expect(await verbsOf(t.cast.rep)).not.toContain("plan.fulfilled");
  });

  it("of a colleague, or after the plan has ended, carries nothing out", async () => {
    const ben = await person("Ben Other");
    const { id } = await plan({ personId: ben });
    await ask(ben, {}, "colleague");
    expect(await state(id)).toBe("planned");
    const at = later(new Date("2026-12-08T10:00:00Z"));
    expect((await at("rep", "GET", `/plans/${id}`)).body.state).toBe("expired");
    await at("rep", "POST", "/asks", { sourceId: ben, happened: true });
    expect((await at("rep", "GET", `/plans/${id}`)).body.state).toBe("expired");
    await at("rep", "POST", "/asks", { sourceId: ben, day: "2026-12-06" });
    expect((await at("rep", "GET", `/plans/${id}`)).body.state).toBe("asked");
  });

  it("in a week that somebody is planned for later carries the plan out; one made before it leaves the next week's alone", async () => {
    const early = await person("Ben Early");
    await ask(early, { day: "2026-11-17" });
    expect((await plan({ personId: early })).state).toBe("asked");
    const next = await plan({ personId: early, week: NEXT });
    expect(next.state).toBe("planned");
    const added = await ask(early, {});
    expect(added.addedTo).toBe(true);
    // The ask carries one plan out already; a plan waits for an ask of its own.
    expect(await state(next.id)).toBe("planned");
  });

  it("that loses the one conversation which carried the plan out lets it stand again, or another takes it over", async () => {
    const eve = await person("Eve Part");
    await ask(eve, { day: "2026-11-16" });
    const { id } = await plan({ personId: eve, week: NEXT });
    expect(await state(id)).toBe("planned");
    const second = await ask(eve, {});
    expect(await state(id)).toBe("asked");
    await t.del("rep", `/asks/${second.id}/conversations/${second.saidId}`);
    expect(await state(id)).toBe("planned");
    const third = await ask(eve, {});
    const at = later(WEEK_LATER);
    const inNextWeek = await at("rep", "POST", "/asks", { sourceId: eve, happened: true });
    await t.del("rep", `/asks/${third.id}`);
    expect((await at("rep", "GET", `/plans/${id}`)).body).toMatchObject({
      state: "asked",
      askId: inNextWeek.body.id,
    });
  });

  it("names the plan that it carries out; one that has ended meanwhile loses no ask", async () => {
    const [kept, merged] = [await person("Ida Kern"), await person("I. Kern")];
    const first = await plan({ personId: kept });
    const second = await plan({ personId: merged });
    await t.post("rep", "/merges", { kind: "person", keptId: kept, mergedId: merged });
    const asked = await ask(kept, { planId: second.id });
    expect([await state(first.id), await state(second.id)]).toEqual(["planned", "asked"]);
    await t.del("rep", `/asks/${asked.id}`);
    await t.put("rep", `/plans/${second.id}/let-go`, { why: "no-time" });
    await ask(kept, { planId: second.id });
    expect([await state(first.id), await state(second.id)]).toEqual(["asked", "let-go"]);
  });
});

describe("a plan that was not asked", () => {
  it("is let go with a why in one tap, and taken up again", async () => {
    const cem = await person("Cem Gone");
    const { id } = await plan({ personId: cem });
    const gone = await t.put("rep", `/plans/${id}/let-go`, { why: "lost-nerve" });
    expect(gone.body).toMatchObject({ state: "let-go", whyNot: "lost-nerve", letGoOn: "2026-11-18" });
    expect((await t.put("rep", `/plans/${id}/let-go`, { why: "unhappy" })).body.whyNot).toBe("unhappy");
    expect((await t.put("rep", `/plans/${id}/let-go`, { why: "rain" })).status).toBe(422);
    expect((await t.put("rep", `/plans/${id}/week`, { week: NEXT })).status).toBe(409);
    expect(await verbsOf(cem)).not.toContain("plan.let-go");
    expect((await t.del("rep", `/plans/${id}/let-go`)).body).toMatchObject({
      state: "planned",
      whyNot: null,
    });
    await t.put("rep", `/plans/${id}/let-go`, { why: "already-asked" });
    await ask(cem);
    expect(await state(id)).toBe("let-go");
    expect((await t.del("rep", `/plans/${id}/let-go`)).body.state).toBe("asked");
  });

  it("is moved to next week in one tap, and back", async () => {
    const dan = await person("Dan Moved");
    const { id } = await plan({ personId: dan });
    expect((await t.put("rep", `/plans/${id}/week`, {})).body).toMatchObject({
      week: NEXT,
      movedOn: "2026-11-18",
    });
    expect((await t.put("rep", `/plans/${id}/week`, { week: THIS })).body.week).toBe(THIS);
    expect((await t.put("rep", `/plans/${id}/week`, { week: "2026-10-01" })).status).toBe(422);
  });

  it("is seen by the rep at once, and by those who lead them once its week has ended", async () => {
    const fay = await person("Fay Seen");
    const [gone, left] = [await plan({ personId: fay }), await plan({ personId: await person("Gus Seen") })];
    await t.put("rep", `/plans/${gone.id}/let-go`, { why: "lost-nerve" });
    expect(await whoSees((who) => t.get(who, `/plans/${gone.id}`))).toEqual(["rep"]);
    const open = ["rep", "colleague", "manager", "southRep", "leader"];
    expect(await whoSees((who) => t.get(who, `/plans/${left.id}`))).toEqual(open);
    const at = later(WEEK_LATER);
    for (const { id } of [gone, left])
      expect(await whoSees((who) => at(who, "GET", `/plans/${id}`))).toEqual(["rep", "manager", "leader"]);
    // The lists are the same rule, turned round.
    for (const [who, count] of [
      ["rep", 1],
      ["manager", 1],
      ["colleague", 0],
      ["southRep", 0],
    ] as const) {
      const unasked = await at(
        who,
        "GET",
        `/plans?member=${t.cast.rep}&state=unasked&person=${left.personId}`,
      );
      expect(unasked.body.items).toHaveLength(count);
    }
    const mine = await at(
      "manager",
      "GET",
      `/plans?member=${t.cast.rep}&week=${THIS}&state=let-go&person=${fay}`,
    );
    expect(mine.body.items).toMatchObject([{ id: gone.id, whyNot: "lost-nerve" }]);
    expect((await t.get("manager", `/plans?person=${fay}`)).body.items).toEqual([]);
    expect((await t.get("rep", `/plans?person=${fay}&state=let-go`)).body.items).toHaveLength(1);
    expect((await t.get("stranger", `/plans?member=${t.cast.rep}`)).body.items).toEqual([]);
    expect((await at("rep", "PUT", `/plans/${left.id}/week`, {})).body.week).toBe("2026-11-30");
    expect((await at("rep", "PUT", `/plans/${left.id}/week`, { week: THIS })).body.unasked).toBe(true);
  });

  it("is changed by the rep, their manager or a leader", async () => {
    const { id } = await plan({ personId: await person("Hal Rights") });
    for (const [who, status] of [
      ["colleague", 403],
      ["southRep", 403],
      ["stranger", 404],
      ["manager", 200],
      ["leader", 200],
    ] as const)
      expect((await t.patch(who, `/plans/${id}`, { topics: who })).status).toBe(status);
    for (const [who, status] of [
      ["colleague", 403],
      ["stranger", 404],
    ] as const) {
      expect((await t.put(who, `/plans/${id}/let-go`, { why: "no-time" })).status).toBe(status);
      expect((await t.put(who, `/plans/${id}/week`, {})).status).toBe(status);
      expect((await t.del(who, `/plans/${id}`)).status).toBe(status);
    }
    const forRep = { personId: await person("Ivy Rights"), memberId: t.cast.rep };
    expect((await t.post("colleague", "/plans", forRep)).status).toBe(403);
    expect((await t.post("stranger", "/plans", forRep)).status).toBe(404);
    expect((await t.post("manager", "/plans", forRep)).body.memberId).toBe(t.cast.rep);
  });

  it("pages through, the latest week first", async () => {
    const ids: string[] = [];
    for (const week of [THIS, NEXT, THIS])
      ids.push((await plan({ personId: await person(`Page ${ids.length}`), week }, "southRep")).id);
    const found: string[] = [];
    let cursor = "";
    do {
      const { body } = await t.get("southRep", `/plans?member=${t.cast.southRep}&limit=1${cursor}`);
      found.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor ? `&cursor=${encodeURIComponent(body.nextCursor)}` : "";
    } while (cursor);
    expect(found).toEqual([ids[1], ids[2], ids[0]]);
  });
});
