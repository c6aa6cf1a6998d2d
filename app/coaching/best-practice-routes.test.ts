import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { praiseChecks } from "./praise-verify-reader.ts";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";

// It is Wednesday, 2026-11-18.
let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const words = async (who: CastName, text: string, more: Record<string, unknown> = {}) => {
  const memberId = who === "leader" ? null : t.cast[who as "rep"];
  const wanted = { moment: "anytime", part: "request", language: "en", text, memberId, ...more };
  const answer = await t.post(who, "/wordings", wanted);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id as string;
};
const ask = async (who: CastName, wordings: string[], name: string, brings: boolean) => {
  const sourceId = (await t.post(who, "/people", { fullName: name })).body.id;
  const asked = await t.post(who, "/asks", {
    sourceId,
    wordings,
    moment: "delivered",
    outcome: "will-think",
  });
  expect(asked.status, JSON.stringify(asked.body)).toBe(201);
  if (brings) {
    const contact = { fullName: `Known to ${name}` };
    await t.post(who, "/referrals", { sourceId, contact, level: 2, askId: asked.body.id });
  }
  return asked.body.id as string;
};
const propose = (who: CastName, wordingId: string, teamId: string | null, why: string | null = null) =>
  t.post(who, "/best-practice-proposals", { wordingId, teamId, why });
const ownerOf = async (id: string) => {
  const { items } = (await t.get("rep", "/wordings")).body;
  const { teamId, memberId } = items.find((each: { id: string }) => each.id === id);
  return { teamId, memberId };
};

const found = () =>
  t.test.database
    .read(t.cast.workspaceId, async (tx) =>
      Promise.all(praiseChecks.map((check) => check.mistakes(tx, { id: t.cast.workspaceId, firstDay: 1 }))),
    )
    .then((all) => all.flat());

describe("best practices", () => {
  it("say what led to introductions, as a recount of the rows does", async () => {
    const mine = await words("rep", "Whom would you call first, {name}?");
    const other = await words("rep", "Does anybody come to mind, {name}?");
    for (let at = 0; at < 3; at += 1) await ask("rep", [mine], `Ann ${at}`, at < 2);
    for (let at = 0; at < 2; at += 1) await ask("rep", [other], `Ben ${at}`, at < 1);
    const back = await ask("rep", [mine], "Cy Taken", true).then(async (id) => id);
    const { items } = (await t.get("rep", "/referrals?member=" + t.cast.rep)).body;
    const referral = items.find(({ askId }: { askId: string }) => askId === back);
    expect((await t.del("rep", `/referrals/${referral.id}`)).status).toBe(204);
    expect((await t.del("rep", `/asks/${back}`)).status).toBe(204);
    const seen = (await t.get("rep", `/best-practices?team=${t.cast.teams.north}`)).body;
    expect(seen).toMatchObject({ asks: 5, introductions: 3 });
    expect(seen.moments).toMatchObject([
      { moment: "delivered", asks: 5, introductions: 3, rate: { kind: "too-early", n: 5 }, beside: null },
    ]);
    const found = new Map(seen.wordings.map((each: { wordingId: string }) => [each.wordingId, each]));
    expect(found.get(mine)).toMatchObject({
      asks: 3,
      introductions: 2,
      members: 1,
      inLibrary: false,
      beside: null,
    });
    expect(found.get(other)).toMatchObject({ asks: 2, introductions: 1 });
    const recount = await t.test.database.read(t.cast.workspaceId, async (tx) => {
      const { rows } = await sql<{ id: string; asks: number; introductions: number }>`
        select u.wording_id as id, count(distinct c.ask_id)::int as asks,
               count(distinct j.subject_id)::int as introductions
          from wording_use u
          join ask_conversation c on c.id = u.conversation_id
          join journal said on said.act_id = c.id and said.verb = 'ask.made' and said.undoes is null
           and not exists (select from journal x where x.undoes = said.id)
          left join referral r on r.ask_id = c.ask_id
          left join journal j on j.subject_id = r.id and j.verb = 'referral.received' and j.undoes is null
           and not exists (select from journal x where x.undoes = j.id)
         where u.workspace_id = ${tx.workspaceId} group by 1`.execute(tx.tables());
      return rows;
    });
    for (const { id, asks, introductions } of recount)
      expect(found.get(id)).toMatchObject({ asks, introductions });
    expect(recount).toHaveLength(2);
  });

  it("are proposed by anybody, accepted or refused with a reason by whoever manages the team, and each step can be undone", async () => {
    const mine = await words("rep", "Who comes to mind first?");
    const made = await propose("colleague", mine, t.cast.teams.north, "It works at Hafen.");
    expect(made).toMatchObject({
      status: 201,
      body: { decision: null, ownerName: "Mia Sommer", why: "It works at Hafen." },
    });
    const { id } = made.body;
    expect((await propose("rep", mine, t.cast.teams.north)).status).toBe(409);
    const answer = (who: CastName, body: unknown) =>
      t.put(who, `/best-practice-proposals/${id}/answer`, body);
    expect((await answer("rep", { accepts: true })).status).toBe(403);
    expect((await answer("manager", { accepts: false })).body).toMatchObject({ field: "why" });
    expect((await answer("manager", { accepts: true })).body).toMatchObject({
      decision: "accepted",
      teamName: "North",
    });
    expect(await ownerOf(mine)).toEqual({ teamId: t.cast.teams.north, memberId: null });
    expect((await answer("manager", { accepts: false, why: "No." })).status).toBe(409);
    expect((await t.del("colleague", `/best-practice-proposals/${id}`)).status).toBe(409);
    expect((await t.del("manager", `/best-practice-proposals/${id}/answer`)).body).toMatchObject({
      decision: null,
    });
    expect(await ownerOf(mine)).toEqual({ teamId: null, memberId: t.cast.rep });
    const refused = await answer("manager", { accepts: false, why: "Too long to say." });
    expect(refused.body).toMatchObject({ decision: "refused", decidedWhy: "Too long to say." });
    const { items } = (await t.get("rep", "/best-practice-proposals")).body;
    expect(items).toMatchObject([{ id, decision: "refused" }]);
    expect((await t.get("stranger", "/best-practice-proposals")).body.items).toEqual([]);
    expect((await t.as("stranger", "DELETE", `/best-practice-proposals/${id}`)).status).toBe(404);
    // Refused, they can be proposed anew.
    const again = await propose("rep", mine, t.cast.teams.north);
    expect(again.status).toBe(201);
    expect((await t.del("rep", `/best-practice-proposals/${again.body.id}`)).status).toBe(204);
    expect(await t.mistakes()).toEqual([]);
  });

  it("are accepted at once where whoever decides proposes them, and rise from a team to everybody", async () => {
    const mine = await words("rep", "Who should we meet next?");
    const teams = await propose("manager", mine, t.cast.teams.north);
    expect(teams.body).toMatchObject({ decision: "accepted" });
    expect((await propose("colleague", mine, t.cast.teams.north)).status).toBe(409);
    const wide = await propose("colleague", mine, null);
    expect(wide.body).toMatchObject({ decision: null, teamId: null });
    const path = `/best-practice-proposals/${wide.body.id}/answer`;
    expect((await t.put("manager", path, { accepts: true })).status).toBe(403);
    expect((await t.put("leader", path, { accepts: true })).status).toBe(200);
    expect(await ownerOf(mine)).toEqual({ teamId: null, memberId: null });
    expect((await propose("rep", mine, null)).status).toBe(409);
    const first = `/best-practice-proposals/${teams.body.id}/answer`;
    expect((await t.del("leader", first)).status).toBe(409);
    expect((await t.del("leader", path)).status).toBe(200);
    expect(await ownerOf(mine)).toEqual({ teamId: t.cast.teams.north, memberId: null });
    expect(await found()).toEqual([]);
    await t.test.database.write(t.cast.workspaceId, (tx) =>
      sql`update wording set team_id = null, member_id = ${t.cast.rep} where id = ${mine}`.execute(
        tx.tables(),
      ),
    );
    expect(await found()).toEqual([
      `the wording ${mine} was accepted for another library than the one it is in`,
    ]);
  });

  it("go into the library of their rep's own team only", async () => {
    const south = await words("southRep", "Whom may I meet?");
    expect((await propose("rep", south, t.cast.teams.north)).body).toMatchObject({ field: "teamId" });
    expect((await propose("rep", t.cast.rep, null)).status).toBe(404);
  });
});
