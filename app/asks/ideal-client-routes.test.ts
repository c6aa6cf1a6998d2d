import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());
afterEach(async () => expect(await t.mistakes()).toEqual([]));

const draw = (who: CastName, body: object) => t.post(who, "/ideal-clients", body);
const names = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name);

describe("ideal clients", () => {
  it("are drawn for oneself, the team and the workspace by whoever may, and seen by all", async () => {
    const own = await draw("rep", { name: "Own", level: "Plant manager", says: "We plan on paper." });
    expect(own.status).toBe(201);
    expect(own.body).toMatchObject({
      scope: "rep",
      memberId: t.cast.rep,
      memberName: "Mia Sommer",
      teamId: null,
      level: "Plant manager",
      says: "We plan on paper.",
      company: null,
      day: "2026-11-18",
      by: { id: t.cast.rep, name: "Mia Sommer" },
      retiredOn: null,
    });
    const team = await draw("manager", { name: "Team", scope: "team" });
    expect(team.body).toMatchObject({ scope: "team", teamId: t.cast.teams.north, teamName: "North" });
    expect((await draw("leader", { name: "South", scope: "team", teamId: t.cast.teams.south })).status).toBe(
      201,
    );
    expect((await draw("leader", { name: "Workspace", scope: "workspace" })).body).toMatchObject({
      scope: "workspace",
    });
    await draw("colleague", { name: "Colleague's" });
    expect(names((await t.get("southRep", "/ideal-clients")).body)).toEqual(
      expect.arrayContaining(["Own", "Team", "South", "Workspace", "Colleague's"]),
    );
    expect(names((await t.get("rep", "/ideal-clients?mine=true")).body).toSorted()).toEqual([
      "Own",
      "Team",
      "Workspace",
    ]);
    expect(names((await t.get("southRep", "/ideal-clients?mine=true")).body).toSorted()).toEqual([
      "South",
      "Workspace",
    ]);
    expect(names((await t.get("rep", "/ideal-clients?scope=team")).body).toSorted()).toEqual([
      "South",
      "Team",
    ]);
  });

  it.each([
    ["rep", { scope: "team" }, /manager/],
    ["rep", { scope: "workspace" }, /leaders/],
    ["manager", { scope: "workspace" }, /leaders/],
  ] as const)("are not drawn by a %s for %j", async (who, more, detail) => {
    const { status, body } = await draw(who, { name: "No", ...more });
    expect([status, body.detail]).toEqual([403, expect.stringMatching(detail)]);
  });

  it("need a name, and a team that is there", async () => {
    expect((await draw("rep", { name: " " })).body).toMatchObject({ status: 422, field: "name" });
    const nowhere = await draw("leader", {
      name: "X",
      scope: "team",
      teamId: "01890000-0000-7000-8000-000000000000",
    });
    expect(nowhere.body).toMatchObject({ field: "teamId" });
    expect((await draw("leader", { name: "X", scope: "team" })).body).toMatchObject({ field: "teamId" });
  });

  it("are changed, retired and brought back by whose they are, and by nobody else", async () => {
    const { id } = (await draw("rep", { name: "Mine", industry: "Food" })).body;
    for (const who of ["colleague", "manager", "leader"] as const) {
      expect((await t.patch(who, `/ideal-clients/${id}`, { name: "Theirs" })).status).toBe(403);
      expect((await t.put(who, `/ideal-clients/${id}/retired`, undefined)).status).toBe(403);
      expect((await t.get(who, `/ideal-clients/${id}`)).body).toMatchObject({
        name: "Mine",
        retiredOn: null,
      });
    }
    const changed = await t.patch("rep", `/ideal-clients/${id}`, { name: "Mine too", industry: null });
    expect(changed.body).toMatchObject({ name: "Mine too", industry: null });
    const retired = await t.put("rep", `/ideal-clients/${id}/retired`, undefined);
    expect(retired.body).toMatchObject({ retiredOn: "2026-11-18", retiredBy: "Mia Sommer" });
    expect((await t.put("rep", `/ideal-clients/${id}/retired`, undefined)).status).toBe(409);
    expect(names((await t.get("rep", "/ideal-clients")).body)).not.toContain("Mine too");
    expect(names((await t.get("rep", "/ideal-clients?retired=true")).body)).toEqual(["Mine too"]);
    expect((await t.get("colleague", `/ideal-clients/${id}`)).body).toMatchObject({
      retiredOn: "2026-11-18",
    });
    expect((await t.del("colleague", `/ideal-clients/${id}/retired`)).status).toBe(403);
    expect((await t.del("rep", `/ideal-clients/${id}/retired`)).body).toMatchObject({
      retiredOn: null,
      retiredBy: null,
    });
    expect((await t.del("rep", `/ideal-clients/${id}/retired`)).status).toBe(409);
    expect(names((await t.get("rep", "/ideal-clients")).body)).toContain("Mine too");
    const { body } = await t.get("rep", `/timeline?of=${t.cast.rep}`);
    const verbs = (body.items as { verb: string; subject: { id: string } }[])
      .filter(({ subject }) => subject.id === id)
      .map(({ verb }) => verb);
    expect(verbs.toSorted()).toEqual([
      "ideal-client.brought-back",
      "ideal-client.changed",
      "ideal-client.drawn",
      "ideal-client.retired",
    ]);
  });

  it("are taken back on their day, and gone then", async () => {
    const { id } = (await draw("rep", { name: "A slip" })).body;
    expect((await t.del("colleague", `/ideal-clients/${id}`)).status).toBe(403);
    expect((await t.del("rep", `/ideal-clients/${id}`)).status).toBe(204);
    expect((await t.get("rep", `/ideal-clients/${id}`)).status).toBe(404);
    expect((await t.del("rep", `/ideal-clients/${id}`)).status).toBe(404);
  });

  it("come a page at a time", async () => {
    const seen: string[] = [];
    for (let cursor = ""; ;) {
      const { body } = await t.get("rep", `/ideal-clients?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...names(body));
      if (body.nextCursor === null) break;
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(names((await t.get("rep", "/ideal-clients")).body));
    expect(seen.length).toBeGreaterThan(4);
  });

  it("are no stranger's", async () => {
    const { id } = (await draw("leader", { name: "Ours", scope: "workspace" })).body;
    expect((await t.get("stranger", "/ideal-clients")).body.items).toEqual([]);
    for (const answer of [
      await t.get("stranger", `/ideal-clients/${id}`),
      await t.patch("stranger", `/ideal-clients/${id}`, { name: "Theirs" }),
      await t.put("stranger", `/ideal-clients/${id}/retired`, undefined),
      await t.del("stranger", `/ideal-clients/${id}`),
    ])
      expect(answer.status).toBe(404);
  });
});
