import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { houseOver, openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import type { SuggestionView } from "./suggestion-view.ts";

// A Wednesday noon; its week began on 2026-11-16.
const WEEK = "2026-11-16";
const NEXT_WEEK = new Date("2026-11-25T10:00:00Z");
let t: TestHouse;

beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const made = async (who: CastName, path: string, body: object) => {
  const answer = await t.post(who, path, body);
  expect(answer.status, `${path} ${JSON.stringify(answer.body)}`).toBeLessThan(300);
  return answer.body;
};
/** A client held by somebody, and so many people there. */
async function client(who: CastName, holder: string, name: string, people: number): Promise<string[]> {
  const account = await made("leader", "/accounts", { name, kind: "client", holderId: holder });
  const ids: string[] = [];
  for (let at = 0; at < people; at++)
    ids.push((await made(who, "/people", { fullName: `Client${at} ${name}`, accountId: account.id })).id);
  return ids;
}
const read = async (who: CastName, query = "") => (await t.get(who, `/suggestions${query}`)).body;
const keep = async (who: CastName, body: object = {}) => (await t.post(who, "/suggestions", body)).body;
const people = (found: { items: SuggestionView[] }) => found.items.map(({ personId }) => personId);
const later = (now: Date) => {
  const { send } = houseOver(t.test.database, { now });
  return (who: CastName, method: string, path: string, body?: unknown) =>
    send(method, path, body, { authorization: `Bearer ${t.cast.keys[who]}` });
};

describe("three people to ask this week", () => {
  it("are nobody where nobody is known", async () => {
    expect(await read("rep")).toEqual({ memberId: t.cast.rep, week: WEEK, kept: true, items: [] });
  });

  it("come with reasons, a line and no number, are the same each time, and stay once they are written down", async () => {
    await client("rep", t.cast.rep, "Alpha", 3);
    const [best] = await client("rep", t.cast.rep, "Beta", 2);
    await client("rep", t.cast.rep, "Gamma", 2);
    await made("rep", `/people/${best}/right`, {
      earned: true,
      words: "It saves us a week a month.",
      day: "2026-05-04",
    });
    const seen = await read("rep");
    expect(seen).toMatchObject({ week: WEEK, kept: false });
    expect(new Set(seen.items.map(({ accountName }: SuggestionView) => accountName)).size).toBe(3);
    expect(seen.items.map(({ place }: SuggestionView) => place)).toEqual([1, 2, 3]);
    expect(seen.items[0]).toMatchObject({
      personId: best,
      memberId: t.cast.rep,
      chance: { kind: "too-early", n: 0 },
      day: null,
      refusal: null,
      reasons: [
        { part: "right", words: "Client0 said in May: “It saves us a week a month”" },
        { part: "fairness", words: "Not asked by anybody yet" },
        { part: "bond", words: "You hold the relationship" },
      ],
    });
    for (const { reasons } of seen.items) expect(reasons.length).toBeGreaterThan(0);
    expect(await read("rep")).toEqual(seen);
    const kept = await keep("rep");
    expect(kept.kept).toBe(true);
    expect(kept.items.map(({ id }: SuggestionView) => id)).toEqual(
      seen.items.map(({ id }: SuggestionView) => id),
    );
    // Somebody better comes: the week stays as it is.
    const [better] = await client("rep", t.cast.rep, "Delta", 1);
    await made("rep", `/people/${better}/right`, { earned: true, words: "Well done.", day: "2026-11-17" });
    expect(await read("rep")).toEqual(kept);
    expect(await keep("rep")).toEqual(kept);
  });

  it("are one set however many ask at once", async () => {
    for (const name of ["South", "Wind", "Sun"]) await client("southRep", t.cast.southRep, name, 4);
    const all = await Promise.all(Array.from({ length: 8 }, () => keep("southRep")));
    for (const each of all) expect(each).toEqual(all[0]);
    expect(all[0].items).toHaveLength(3);
  });

  it("are seen by everybody here, changed by the rep and those who lead them, and unknown to a stranger", async () => {
    const mine = await read("rep");
    const [first] = mine.items;
    for (const who of ["colleague", "manager", "southRep", "leader"] as const)
      expect(people(await read(who, `?member=${t.cast.rep}`))).toEqual(people(mine));
    expect((await t.get("stranger", `/suggestions?member=${t.cast.rep}`)).status).toBe(404);
    const refusal = `/suggestions/${first.id}/refusal`;
    for (const [who, status] of [
      ["colleague", 403],
      ["southRep", 403],
      ["stranger", 404],
    ] as const) {
      expect((await t.put(who, refusal, { why: "unhappy" })).status, who).toBe(status);
      expect((await t.del(who, refusal)).status, who).toBe(status);
      const kept = await t.post(who, "/suggestions", { memberId: t.cast.rep });
      expect(kept.status, who).toBe(status);
    }
    expect((await t.put("manager", refusal, { why: "already-asked" })).status).toBe(200);
    expect((await t.del("leader", refusal)).status).toBe(200);
    expect(await read("rep")).toEqual(mine);
  });

  it("are not those that a colleague has this week", async () => {
    const [shared] = people(await read("rep"));
    await made("colleague", "/asks", { sourceId: shared, day: "2026-08-03", happened: true });
    expect(people(await keep("colleague"))).not.toContain(shared);
  });
});

describe("a refusal", () => {
  it("lets somebody else take the place, is taken back whole, and counts nowhere", async () => {
    const before = await read("rep");
    const [, second] = before.items;
    const said = { why: "not-a-source", words: "She never met anybody of ours." };
    const refused = await t.put("rep", `/suggestions/${second.id}/refusal`, said);
    expect(refused.body).toMatchObject({
      id: second.id,
      offer: "do-not-ask",
      refusal: { on: "2026-11-18", ...said },
    });
    const after = await read("rep");
    expect(people(after)).toHaveLength(3);
    expect(people(after)).not.toContain(second.personId);
    expect(after.items[1].place).toBe(2);
    expect(people(after)[0]).toBe(people(before)[0]);
    expect((await t.del("rep", `/suggestions/${second.id}/refusal`)).body.refusal).toBeNull();
    expect(await read("rep")).toEqual(before);
    const again = await t.put("rep", `/suggestions/${second.id}/refusal`, { why: "unhappy" });
    expect(again.body.offer).toBe("serious-issue");
    expect(people(await read("rep"))).toEqual(people(after));
    const timeline = (await t.get("rep", `/timeline?of=${second.personId}`)).body.items;
    expect(timeline.map(({ verb }: { verb: string }) => verb)).not.toContain("suggestion.refused");
    expect(await t.mistakes()).toEqual([]);
  });

  it("is refused itself for an unknown why, endless words, or somebody who was asked", async () => {
    const [first] = (await read("rep")).items;
    const path = `/suggestions/${first.id}/refusal`;
    expect((await t.put("rep", path, { why: "bored" })).status).toBe(422);
    expect((await t.put("rep", path, { why: "unhappy", words: "x".repeat(301) })).status).toBe(422);
    const { id } = await made("rep", "/asks", { sourceId: first.personId });
    expect((await t.put("rep", path, { why: "unhappy" })).status).toBe(409);
    await t.del("rep", `/asks/${id}`);
  });

  it("of what was shown and not written down writes it down", async () => {
    await client("manager", t.cast.manager, "Omega", 4);
    const [first] = (await read("manager")).items;
    const refused = await t.put("manager", `/suggestions/${first.id}/refusal`, { why: "not-the-moment" });
    expect(refused.status).toBe(200);
    const after = await read("manager");
    expect(after.kept).toBe(true);
    expect(people(after)).not.toContain(first.personId);
  });

  it("ends after nine in a week", async () => {
    for (const name of ["Many", "More", "Most"]) await client("leader", t.cast.leader, name, 5);
    for (let times = 0; times < 9; times++) {
      const [first] = (await keep("leader")).items;
      expect(
        (await t.put("leader", `/suggestions/${first.id}/refusal`, { why: "not-the-moment" })).status,
      ).toBe(200);
    }
    expect(await keep("leader")).toMatchObject({ kept: true, items: [] });
  });
});

describe("whoever may not be asked", () => {
  it("is gone at once, and another stands there", async () => {
    const [first, second, third] = (await keep("southRep")).items;
    await t.put("southRep", `/people/${first.personId}/do-not-ask`, { why: "said-stop" });
    const issue = await t.post("southRep", `/people/${second.personId}/issues`, {
      what: "Invoices are wrong.",
    });
    expect(issue.status).toBe(201);
    const colleagues = await t.post("leader", "/asks", { sourceId: third.personId });
    expect(colleagues.status).toBe(201);
    const now = await read("southRep");
    expect(now).toMatchObject({ kept: false });
    expect(now.items).toHaveLength(3);
    for (const { personId } of [first, second, third]) expect(people(now)).not.toContain(personId);
    const bundle = await t.get("southRep", `/reads?of=${encodeURIComponent("/suggestions")}`);
    expect(bundle.body.answers[0].body).toEqual(now);
    expect(people(await keep("southRep"))).toEqual(people(now));
  });

  it("makes room once they are asked or planned; who was asked today is not replaced today", async () => {
    const [first, second, third] = (await keep("southRep")).items;
    await made("southRep", "/asks", { sourceId: first.personId });
    await made("southRep", "/plans", { personId: second.personId });
    expect(people(await keep("southRep"))).toEqual([third.personId]);
    const tomorrow = later(new Date("2026-11-19T10:00:00Z"));
    const next = (await tomorrow("southRep", "POST", "/suggestions", {})).body;
    expect(people(next)).toHaveLength(2);
    expect(people(next)).not.toContain(first.personId);
    expect(people(next)).not.toContain(second.personId);
  });
});

describe("next week", () => {
  it("nothing piles up: last week's are gone, their faces rest, and can be refused no more", async () => {
    const send = later(NEXT_WEEK);
    const last = await keep("rep");
    const now = (await send("rep", "POST", "/suggestions", {})).body;
    expect(now.week).toBe("2026-11-23");
    for (const personId of people(last)) expect(people(now)).not.toContain(personId);
    expect((await send("rep", "GET", "/suggestions")).body).toEqual(now);
    const refused = await send("rep", "PUT", `/suggestions/${last.items[0].id}/refusal`, { why: "unhappy" });
    expect(refused.status).toBe(409);
  });
});

describe("chances", () => {
  it("are told from what came of suggestions at least sixty days ago, and not before", async () => {
    expect((await t.get("rep", "/suggestions/calibration")).body).toMatchObject({ n: 0, holds: false });
    const march = later(new Date("2027-03-10T10:00:00Z"));
    const { body } = await march("rep", "GET", "/suggestions/calibration");
    expect(body).toMatchObject({ n: 1, base: { kind: "too-early", n: 1 }, brier: null, holds: false });
  });
});
