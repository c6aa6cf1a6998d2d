import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import type { WordingView } from "./wording-view.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const PLAIN = "en.anytime.permission.plain";

const words = (more: object = {}) => ({
  moment: "anytime",
  part: "permission",
  language: "en",
  text: "May I ask you something, {name}?",
  ...more,
});
const write = (who: CastName, more: object = {}) => t.post(who, "/wordings", words(more));

async function library(who: CastName, query = ""): Promise<WordingView[]> {
  return (await t.get(who, `/wordings?language=en${query}`)).body.items;
}

async function found(who: CastName, key: string): Promise<WordingView | undefined> {
  return (await library(who)).find((each) => each.key === key);
}

/** Held with these words; answers the ask. */
async function talk(who: CastName, wordings: string[], more: object = {}) {
  const source = await t.post(who, "/people", { fullName: "Anna Albers" });
  return t.post(who, "/asks", { sourceId: source.body.id, wordings, ...more });
}

const counts = async (key: string) => {
  const { talks, introductions, interval } = (await found("rep", key)) as WordingView;
  return { talks, introductions, interval };
};

describe("words for asking", () => {
  it("are there from the first day, of every moment, for everybody", async () => {
    const all = await library("stranger");
    expect(new Set(all.map(({ moment }) => moment)).size).toBe(6);
    expect(
      all.every(({ seed, offered, mayChange, talks }) => seed && offered && !mayChange && talks === 0),
    ).toBe(true);
    const delivered = await library("rep", "&moment=delivered");
    expect(new Set(delivered.map(({ moment }) => moment))).toEqual(new Set(["delivered", "anytime"]));
    const german = await t.get("rep", "/wordings?language=de");
    expect(german.body.items[0].key).toMatch(/^de\./);
  });

  it.each<[CastName, string, () => object, number]>([
    ["rep", "their own", () => ({ memberId: t.cast.rep }), 201],
    ["rep", "a colleague's", () => ({ memberId: t.cast.colleague }), 403],
    ["rep", "their team's", () => ({ teamId: t.cast.teams.north }), 403],
    ["rep", "the workspace's", () => ({}), 403],
    ["manager", "their team's", () => ({ teamId: t.cast.teams.north }), 201],
    ["manager", "the other team's", () => ({ teamId: t.cast.teams.south }), 403],
    ["manager", "a rep's of theirs", () => ({ memberId: t.cast.rep }), 201],
    ["manager", "the workspace's", () => ({}), 403],
    ["leader", "the workspace's", () => ({}), 201],
    ["stranger", "a member's elsewhere", () => ({ memberId: t.cast.rep }), 404],
    ["stranger", "a team's elsewhere", () => ({ teamId: t.cast.teams.north }), 422],
  ])("%s writes %s: %s", async (who, _whose, more, status) => {
    expect((await write(who, more())).status).toBe(status);
  });

  it.each<[object, string]>([
    [{ text: " " }, "text"],
    [{ text: "Hello {firstname}" }, "text"],
    [{ part: "seed" }, "part"],
    [{ part: "poem" }, "part"],
    [{ language: "fr" }, "language"],
  ])("refuses %j at %s", async (more, field) => {
    const { status, body } = await write("leader", more);
    expect([status, body.field]).toEqual([422, field]);
  });

  it("are seen by all, offered where they belong, and changed by whom they belong to", async () => {
    const { id } = (await write("manager", { teamId: t.cast.teams.north, text: "North asks, {name}." })).body;
    const seen = async (who: CastName) => {
      const { offered, mayChange } = (await found(who, id)) as WordingView;
      return { offered, mayChange };
    };
    expect(await seen("rep")).toEqual({ offered: true, mayChange: false });
    expect(await seen("manager")).toMatchObject({ mayChange: true });
    expect(await seen("leader")).toMatchObject({ mayChange: true });
    expect(await found("stranger", id)).toBeUndefined();
    const own = (await write("rep", { memberId: t.cast.rep })).body.id;
    expect(await seen("colleague").then(async () => found("colleague", own))).toMatchObject({
      offered: false,
      mayChange: false,
      memberName: "Mia Sommer",
    });
    for (const [who, status] of [
      ["colleague", 403],
      ["stranger", 404],
      ["manager", 204],
    ] as const) {
      expect((await t.put(who, `/wordings/${own}/retired`, undefined)).status).toBe(status);
      expect((await t.del(who, `/wordings/${own}/retired`)).status).toBe(status);
      expect((await t.del(who, `/wordings/${own}`)).status).toBe(status);
    }
  });

  it("are retired and brought back, and retired ones are offered to nobody", async () => {
    const { id } = (await write("rep", { memberId: t.cast.rep })).body;
    const retired = `/wordings/${id}/retired`;
    expect((await t.put("rep", retired, undefined)).status).toBe(204);
    expect((await t.put("rep", retired, undefined)).status).toBe(204);
    expect(await found("rep", id)).toMatchObject({ offered: false, retiredOn: "2026-11-18" });
    expect((await t.del("rep", retired)).status).toBe(204);
    expect((await t.del("rep", retired)).status).toBe(204);
    expect(await found("rep", id)).toMatchObject({ offered: true, retiredOn: null });
  });

  it("take the place of others in one step", async () => {
    const before = (await write("rep", { memberId: t.cast.rep })).body.id;
    const after = (await write("rep", { memberId: t.cast.rep, text: "May I, {name}?", replaces: before }))
      .body.id;
    expect(await found("rep", before)).toMatchObject({ offered: false });
    expect(await found("rep", after)).toMatchObject({ offered: true, text: "May I, {name}?" });
    const stolen = await write("colleague", { memberId: t.cast.colleague, replaces: after });
    expect(stolen.status).toBe(403);
    expect(await found("rep", after)).toMatchObject({ offered: true });
  });
});

describe("what came of words", () => {
  it("is counted in talks and introductions, and goes when either is taken back", async () => {
    const own = (await write("rep", { memberId: t.cast.rep })).body.id;
    const asked = await talk("rep", [own, PLAIN, PLAIN], { outcome: "named-someone" });
    expect(asked.status).toBe(201);
    expect(await counts(own)).toEqual({ talks: 1, introductions: 0, interval: null });
    expect(await counts(PLAIN)).toEqual({ talks: 1, introductions: 0, interval: null });
    const named = await t.post("rep", "/referrals", {
      sourceId: asked.body.sourceId,
      contact: { fullName: "Bo Brandt" },
      askId: asked.body.id,
      level: 0,
    });
    expect(await counts(own)).toMatchObject({ introductions: 0 });
    await t.put("rep", `/referrals/${named.body.id}/level`, { level: 2 });
    expect(await counts(own)).toMatchObject({ talks: 1, introductions: 1 });
    await t.del("rep", `/referrals/${named.body.id}`);
    expect(await counts(own)).toMatchObject({ talks: 1, introductions: 0 });
    expect((await t.del("rep", `/wordings/${own}`)).status).toBe(409);
    await t.del("rep", `/asks/${asked.body.id}`);
    expect(await counts(own)).toMatchObject({ talks: 0 });
    expect((await t.del("rep", `/wordings/${own}`)).status).toBe(204);
    expect(await found("rep", own)).toBeUndefined();
  });

  it("has an interval from twenty talks on", async () => {
    const own = (await write("rep", { memberId: t.cast.rep, moment: "delivered", part: "value" })).body.id;
    for (let each = 1; each < 20; each += 1) await talk("rep", [own]);
    expect(await counts(own)).toEqual({ talks: 19, introductions: 0, interval: null });
    await talk("rep", [own]);
    const { interval, talks } = await counts(own);
    expect(talks).toBe(20);
    expect(interval).toEqual({ low: 0, high: expect.closeTo(0.1611, 3) });
  });

  it.each<[string, () => Promise<string[]>]>([
    ["a name that no words have", async () => ["en.anytime.permission.nothing"]],
    ["an id that is not there", async () => ["019a94f0-0000-7000-8000-000000000000"]],
    [
      "words of another workspace",
      async () => [(await write("stranger", { memberId: t.cast.stranger.memberId })).body.id],
    ],
  ])("refuses %s, and logs nothing", async (_what, wordings) => {
    const { status, body } = await talk("rep", await wordings());
    expect([status, body.field]).toEqual([422, "wordings"]);
  });

  it("is counted once, however often the same talk is sent", async () => {
    const own = (await write("rep", { memberId: t.cast.rep })).body.id;
    const source = await t.post("rep", "/people", { fullName: "Cora Carl" });
    const said = { sourceId: source.body.id, wordings: [own] };
    const press = async () =>
      t.as("rep", "POST", "/asks", said, { "idempotency-key": "one-and-the-same-press" });
    expect((await press()).body.saidId).toBe((await press()).body.saidId);
    expect(await counts(own)).toMatchObject({ talks: 1 });
  });
});
