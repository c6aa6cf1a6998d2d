import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { frozenClock } from "#lib/kernel/clock.ts";
import { houseOver, openTestHouse, type Answer, type CastName, type TestHouse } from "#demo/test-house.ts";

// It is Wednesday, 2026-11-18; the quarter goes from 2026-09-28 to 2027-01-03.
let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const THIS = "2026-11-16";
const later = (now: Date) => {
  const { send } = houseOver(t.test.database, { clock: frozenClock(now) });
  return (who: CastName, method: string, path: string, body?: unknown): Promise<Answer> =>
    send(method, path, body, { authorization: `Bearer ${t.cast.keys[who]}` });
};
const MONDAY = new Date("2026-11-23T08:00:00Z");
const mine = async (who: CastName) => (await t.get(who, "/partnerships")).body.items;

describe("a partner that one chooses", () => {
  it("waits for a yes, then both see each other's promises and check-in, until they part", async () => {
    const { rep, colleague, southRep } = t.cast;
    await t.put("rep", `/weeks/${THIS}/plan`, {
      topics: "Shifts",
      promises: [{ kind: "own", words: "Cards" }],
    });
    const asked = await t.post("colleague", "/partnerships", { withId: rep });
    expect([asked.status, asked.body]).toEqual([
      201,
      expect.objectContaining({
        agreed: false,
        fromDay: "2026-09-28",
        untilDay: "2027-01-03",
        byId: colleague,
      }),
    ]);
    const { id } = asked.body;
    expect(await mine("rep")).toMatchObject([{ id, agreed: false }]);
    const sees = async (who: CastName) => (await t.get(who, `/weeks/${THIS}?member=${rep}`)).status;
    expect(await sees("colleague")).toBe(404);
    expect((await t.put("colleague", `/partnerships/${id}/agreement`, {})).status).toBe(403);
    expect((await t.put("southRep", `/partnerships/${id}/agreement`, {})).status).toBe(403);
    expect((await t.put("stranger", `/partnerships/${id}/agreement`, {})).status).toBe(404);
    expect((await t.put("rep", `/partnerships/${id}/agreement`, {})).body.agreed).toBe(true);
    expect((await t.get("colleague", `/weeks/${THIS}?member=${rep}`)).body).toMatchObject({
      plan: { topics: "Shifts" },
      promises: [{ words: "Cards" }],
    });
    expect(await sees("southRep")).toBe(404);
    // One partner a quarter.
    expect((await t.post("southRep", "/partnerships", { withId: rep })).status).toBe(409);
    expect((await t.post("rep", "/partnerships", { withId: southRep })).status).toBe(409);
    expect((await t.post("southRep", "/partnerships", { withId: southRep })).status).toBe(422);
    expect((await t.post("stranger", "/partnerships", { withId: rep })).status).toBe(404);
    expect((await t.put("southRep", `/partnerships/${id}/end`, {})).status).toBe(403);
    expect((await t.put("stranger", `/partnerships/${id}/end`, {})).status).toBe(404);
    expect((await t.put("rep", `/partnerships/${id}/end`, {})).status).toBe(204);
    expect([await sees("colleague"), (await mine("rep")).length]).toEqual([404, 0]);
    expect((await t.del("stranger", `/partnerships/${id}/end`)).status).toBe(404);
    // Only whoever ended it takes that back, and only on that day.
    for (const who of ["colleague", "manager", "leader"] as const)
      expect((await t.del(who, `/partnerships/${id}/end`)).status, who).toBe(403);
    expect(await sees("colleague")).toBe(404);
    const monday = later(MONDAY);
    expect((await monday("rep", "DELETE", `/partnerships/${id}/end`)).status).toBe(409);
    expect((await t.del("rep", `/partnerships/${id}/end`)).body).toMatchObject({ id, agreed: true });
    expect(await sees("colleague")).toBe(200);
    await t.put("colleague", `/partnerships/${id}/end`, {});
    await t.post("southRep", "/partnerships", { withId: rep });
    expect((await t.del("colleague", `/partnerships/${id}/end`)).status).toBe(409);
    await t.put("rep", `/partnerships/${(await mine("rep"))[0].id}/end`, {});
    await t.del("rep", `/weeks/${THIS}/plan`);
  });

  it("is nobody who said no, and nobody says yes for somebody else", async () => {
    const { body: asked } = await t.post("colleague", "/partnerships", { withId: t.cast.rep });
    for (const who of ["manager", "leader"] as const)
      expect((await t.put(who, `/partnerships/${asked.id}/agreement`, {})).status, who).toBe(403);
    await t.put("rep", `/partnerships/${asked.id}/end`, {});
    expect((await t.del("colleague", `/partnerships/${asked.id}/end`)).status).toBe(403);
    expect((await t.del("rep", `/partnerships/${asked.id}/end`)).body).toMatchObject({ agreed: false });
    await t.put("colleague", `/partnerships/${asked.id}/end`, {});
  });

  it("is asked once, when both ask at the same moment", async () => {
    const { rep, colleague } = t.cast;
    const both = await Promise.all([
      t.post("rep", "/partnerships", { withId: colleague }),
      t.post("colleague", "/partnerships", { withId: rep }),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    await t.put("rep", `/partnerships/${(await mine("rep"))[0].id}/end`, {});
  });
});

describe("pairing", () => {
  it("is proposed to whoever leads, changed and saved, and ends what was there before", async () => {
    const { rep, colleague, southRep, manager } = t.cast;
    const team = (await t.get("manager", "/partnerships/pairing")).body;
    expect(team).toMatchObject({ fromDay: "2026-09-28", standing: [], before: [] });
    expect(team.proposed.map((group: string[]) => group.toSorted())).toEqual([[rep, colleague].toSorted()]);
    const all = (await t.get("leader", "/partnerships/pairing?day=2027-02-01")).body;
    expect(all.proposed).toHaveLength(1);
    expect(all.proposed[0].toSorted()).toEqual([rep, colleague, southRep].toSorted());
    expect(all.fromDay).toBe("2027-01-04");
    const put = (who: CastName, groups: string[][], day?: string) =>
      t.put(who, "/partnerships/pairing", { groups, ...(day && { day }) });
    expect((await put("rep", [[rep, colleague]])).status).toBe(403);
    expect((await put("manager", [[rep, southRep]])).status).toBe(403);
    expect((await put("stranger", [[rep, colleague]])).status).toBe(404);
    expect((await put("leader", [[rep]])).status).toBe(422);
    expect(
      (
        await put("leader", [
          [rep, colleague],
          [rep, southRep],
        ])
      ).status,
    ).toBe(422);
    expect((await put("leader", [[rep, manager]], "2026-08-01")).status).toBe(422);
    const saved = await put("manager", [[rep, colleague]]);
    expect(saved.body.items).toMatchObject([{ agreed: true }]);
    const same = await put("leader", [[rep, colleague]]);
    expect(same.body.items[0].id).toBe(saved.body.items[0].id);
    const three = await put("leader", [[rep, colleague, southRep]]);
    expect(three.body.items[0].members).toHaveLength(3);
    expect(await mine("rep")).toHaveLength(1);
    // Next quarter nobody who was together is together again, where that can be.
    const next = (await t.get("leader", "/partnerships/pairing?day=2027-02-01")).body;
    expect(next.before).toHaveLength(3);
    const afterwards = later(new Date("2027-01-11T10:00:00Z"));
    expect((await afterwards("rep", "GET", "/partnerships")).body.items).toEqual([]);
    for (const who of ["rep", "southRep"] as const)
      expect((await t.get(who, "/partnerships/pairing")).status).toBe(403);
    expect((await t.get("stranger", "/partnerships/pairing")).body).toMatchObject({ reps: [], standing: [] });
    expect((await t.get("manager", `/partnerships/pairing?team=${t.cast.teams.south}`)).status).toBe(403);
    // Across teams it is a leader's to change.
    expect((await put("manager", [[rep, colleague]])).status).toBe(409);
    await put("leader", [[rep, colleague]]);
  });

  it("changes what is named and nothing else, and is undone wholly", async () => {
    const { rep, colleague, southRep, manager } = t.cast;
    const standing = async (who: CastName) => (await t.get(who, "/partnerships/pairing")).body.standing;
    const [pair] = await mine("rep");
    const put = (who: CastName, body: object) => t.put(who, "/partnerships/pairing", body);
    const apart = await put("manager", { groups: [], apart: [pair.id] });
    expect(apart.body).toMatchObject({ made: [], ended: [pair.id] });
    expect(await mine("rep")).toEqual([]);
    // Whoever lost a partner hears it.
    expect((await t.get("colleague", "/my-week")).body.partners).toMatchObject({
      lost: { names: ["Mia Sommer"], why: "ended" },
    });
    const undo = (who: CastName, body: object) => t.post(who, "/partnerships/pairing/undo", body);
    expect((await undo("southRep", apart.body)).status).toBe(403);
    expect((await undo("stranger", apart.body)).status).toBe(404);
    expect((await undo("manager", apart.body)).status).toBe(204);
    expect(await mine("rep")).toMatchObject([{ id: pair.id }]);
    const across = await put("leader", { groups: [[rep, southRep]] });
    expect(across.body).toMatchObject({ ended: [pair.id], made: [expect.any(String)] });
    expect(await standing("manager")).toMatchObject([{ fixed: "across-teams" }]);
    // It does not stand in the way of what does not touch it.
    expect((await put("manager", { groups: [] })).status).toBe(200);
    expect((await put("manager", { groups: [[rep, colleague]] })).status).toBe(409);
    expect((await undo("leader", across.body)).status).toBe(204);
    expect(await mine("rep")).toMatchObject([{ id: pair.id }]);
    expect(await mine("southRep")).toEqual([]);
    // And what two chose themselves is theirs.
    await put("leader", { groups: [], apart: [pair.id] });
    const { body: chosen } = await t.post("rep", "/partnerships", { withId: colleague });
    expect((await t.get("colleague", "/my-week")).body.partners.wanted).toEqual([
      { id: chosen.id, names: ["Mia Sommer"] },
    ]);
    expect((await t.get("rep", "/my-week")).body.partners).toEqual({ wanted: [], lost: null, unpaired: 0 });
    await t.put("colleague", `/partnerships/${chosen.id}/agreement`, {});
    for (const who of ["manager", "leader"] as const) {
      const { body } = await t.get(who, "/partnerships/pairing");
      expect(body.standing).toMatchObject([{ fixed: "chosen" }]);
      expect(body.proposed).toEqual([]);
      expect((await put(who, { groups: [], apart: [chosen.id] })).status).toBe(409);
    }
    expect((await put("leader", { groups: [[rep, manager]] })).status).toBe(409);
    await t.put("rep", `/partnerships/${chosen.id}/end`, {});
    await put("leader", { groups: [[rep, colleague]] });
  });

  it("is asked of whoever leads when the quarter has changed, and partners change with it", async () => {
    const { colleague } = t.cast;
    const january = later(new Date("2027-01-05T10:00:00Z"));
    const news = async (who: CastName) => (await january(who, "GET", "/my-week")).body.partners;
    expect(await news("manager")).toEqual({ wanted: [], lost: null, unpaired: 2 });
    expect(await news("rep")).toEqual({
      wanted: [],
      lost: { names: ["Jonas Weber"], why: "quarter-over" },
      unpaired: 0,
    });
    const again = await january("rep", "POST", "/partnerships", { withId: colleague });
    expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining("Tariq Aziz has none")]);
    const { body: other } = await january("rep", "POST", "/partnerships", { withId: t.cast.southRep });
    expect((await news("southRep")).wanted).toEqual([{ id: other.id, names: ["Mia Sommer"] }]);
    expect(await news("manager")).toMatchObject({ unpaired: 1 });
    await january("rep", "PUT", `/partnerships/${other.id}/end`, {});
    const february = later(new Date("2027-02-05T10:00:00Z"));
    expect((await february("rep", "GET", "/my-week")).body.partners.lost).toBeNull();
  });

  it("shows a new partner nothing of the weeks before, and asks them about none", async () => {
    const { rep, southRep } = t.cast;
    const december = later(new Date("2026-12-28T10:00:00Z"));
    const plan = { promises: [{ kind: "own", words: "Cards" }] };
    await december("rep", "PUT", "/weeks/2026-12-28/plan", plan);
    const january = later(new Date("2027-01-05T10:00:00Z"));
    const day = "2027-01-05";
    const paired = await january("leader", "PUT", "/partnerships/pairing", {
      day,
      groups: [[rep, southRep]],
    });
    expect((await january("southRep", "GET", "/my-week")).body.missing).toEqual([]);
    expect((await january("southRep", "POST", "/weeks/2026-12-28/nudges", { memberId: rep })).status).toBe(
      404,
    );
    expect((await january("southRep", "GET", `/weeks?member=${rep}`)).body).toEqual({ streak: 0, items: [] });
    expect((await january("manager", "GET", `/weeks?member=${rep}`)).body.items).not.toEqual([]);
    await january("leader", "POST", "/partnerships/pairing/undo", paired.body);
    await december("rep", "DELETE", "/weeks/2026-12-28/plan");
  });
});

describe("a partner whose check-in is missing", () => {
  it("is asked how it went, once, and finds it on Today until they tell", async () => {
    const { rep, colleague } = t.cast;
    const monday = later(MONDAY);
    const plan = { promises: [{ kind: "own", words: "Cards" }] };
    await t.put("colleague", `/weeks/${THIS}/plan`, plan);
    const missing = async () => (await monday("rep", "GET", "/my-week")).body.missing;
    expect((await t.get("rep", "/my-week")).body.missing).toEqual([]);
    expect(await missing()).toEqual([{ id: colleague, name: "Jonas Weber", week: THIS, nudgeId: null }]);
    const ask = (who: CastName, memberId: string) =>
      monday(who, "POST", `/weeks/${THIS}/nudges`, { memberId });
    expect((await ask("southRep", colleague)).status).toBe(404);
    expect((await ask("stranger", colleague)).status).toBe(404);
    const { status, body } = await ask("rep", colleague);
    expect(status).toBe(201);
    expect((await ask("rep", colleague)).status).toBe(409);
    expect(await missing()).toMatchObject([{ nudgeId: body.id }]);
    const asked = async () => (await monday("colleague", "GET", "/my-week")).body.asked;
    expect(await asked()).toEqual({ week: THIS, byNames: ["Mia Sommer"] });
    for (const who of ["colleague", "stranger"] as const)
      expect((await monday(who, "DELETE", `/nudges/${body.id}`)).status).toBe(404);
    expect((await monday("rep", "DELETE", `/nudges/${body.id}`)).status).toBe(204);
    expect(await asked()).toBeNull();
    await ask("rep", colleague);
    await monday("colleague", "PUT", `/weeks/${THIS}/check-in`, { learned: "Cards are quick." });
    expect([await asked(), await missing()]).toEqual([null, []]);
    const seen = (await monday("rep", "GET", `/weeks/${THIS}?member=${colleague}`)).body;
    expect(seen.checkIn).toMatchObject({ learned: "Cards are quick." });
    expect((await monday("rep", "GET", `/weeks?member=${colleague}`)).body).toMatchObject({ streak: 1 });
    // Before anything is missing nobody is asked.
    expect((await ask("colleague", rep)).status).toBe(409);
    expect((await t.post("rep", `/weeks/${THIS}/nudges`, { memberId: colleague })).status).toBe(409);
    expect(await t.mistakes()).toEqual([]);
  });
});

it("ends with whoever leaves, and frees the other", async () => {
  expect(await mine("rep")).toHaveLength(1);
  expect((await t.del("leader", `/members/${t.cast.colleague}`)).status).toBeLessThan(300);
  expect(await mine("rep")).toEqual([]);
  expect((await t.post("rep", "/partnerships", { withId: t.cast.colleague })).status).toBe(422);
  expect((await t.post("rep", "/partnerships", { withId: t.cast.southRep })).status).toBe(201);
});
