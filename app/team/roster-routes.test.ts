import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NOON, openTestHouse, type Answer, type CastName, type TestHouse } from "#demo/test-house.ts";
import { creditOf } from "./credit-actions.ts";

let now = NOON;
let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse({ clock: { now: () => new Date(now) } });
});
afterAll(() => t?.close());

const verbs = async (memberId: string) => {
  const { rows } = await t.test.database.read(t.cast.workspaceId, async (tx) => {
    return sql<{ verb: string }>`select verb from journal where subject_id = ${memberId} order by id`.execute(
      tx.tables(),
    );
  });
  return rows.map((row) => row.verb);
};
const credit = async (who: CastName, day: string) => {
  return t.test.database.read(t.cast.workspaceId, (tx) => creditOf(tx, t.cast[who as "rep"], day));
};

describe("what somebody is here", () => {
  it("is changed by a leader, and their own name by everybody", async () => {
    expect((await t.patch("rep", `/members/${t.cast.rep}`, { name: "Mia Sommer-Lang" })).body.name).toBe(
      "Mia Sommer-Lang",
    );
    const promoted = await t.patch("leader", `/members/${t.cast.colleague}`, { role: "manager" });
    expect(promoted.body.role).toBe("manager");
    expect((await t.get("colleague", "/me")).body.member.role).toBe("manager");
    expect((await t.patch("leader", `/members/${t.cast.colleague}`, { role: "rep" })).status).toBe(200);
    expect(await verbs(t.cast.colleague)).toEqual(["member.changed", "member.changed"]);
  });

  it.each([
    ["rep", "rep", { role: "leader" }, 403],
    ["rep", "colleague", { name: "Other" }, 403],
    ["manager", "rep", { role: "manager" }, 403],
    ["stranger", "rep", { name: "Other" }, 404],
  ] as const)("is not for a %s to change of a %s: %o", async (who, whom, change, status) => {
    expect((await t.patch(who, `/members/${t.cast[whom]}`, change)).status).toBe(status);
  });

  it("is no manager's any more when they become a rep: their teams are without one", async () => {
    await t.patch("leader", `/members/${t.cast.manager}`, { role: "rep" });
    expect((await team(t.cast.teams.north)).manager).toBeNull();
    expect((await t.get("manager", "/me")).body.leads).toEqual([]);
    await t.patch("leader", `/members/${t.cast.manager}`, { role: "manager" });
    await t.patch("leader", `/teams/${t.cast.teams.north}`, { managerId: t.cast.manager });
    expect((await t.get("manager", "/me")).body.leads).toEqual([t.cast.teams.north]);
  });

  it("keeps the address that somebody signs in with, and mends one that nobody used yet", async () => {
    await t.session("southRep");
    expect((await t.patch("leader", `/members/${t.cast.southRep}`, { email: "t@x.example" })).status).toBe(
      409,
    );
    const invited = await t.post("leader", "/members", {
      name: "Tipp Fehler",
      email: "tip@nordlicht.exampel",
    });
    const mended = await t.patch("leader", `/members/${invited.body.memberId}`, {
      email: "tipp@nordlicht.example",
    });
    expect(mended.body.email).toBe("tipp@nordlicht.example");
    const taken = await t.patch("leader", `/members/${invited.body.memberId}`, {
      email: "jonas@nordlicht.example",
    });
    expect(taken).toMatchObject({ status: 422, body: { field: "email" } });
  });
});

describe("the last leader", () => {
  it("stays a leader and stays, until there is another", async () => {
    const step = { role: "rep" };
    expect(await t.patch("leader", `/members/${t.cast.leader}`, step)).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("last leader") },
    });
    expect((await t.del("leader", `/members/${t.cast.leader}`)).status).toBe(409);
    await t.post("leader", "/members", {
      name: "Maybe Soon",
      email: "maybe@nordlicht.example",
      role: "leader",
    });
    expect((await t.patch("leader", `/members/${t.cast.leader}`, step)).status).toBe(409);
    await t.patch("leader", `/members/${t.cast.colleague}`, { role: "leader" });
    expect((await t.patch("leader", `/members/${t.cast.leader}`, step)).status).toBe(200);
    await t.patch("colleague", `/members/${t.cast.leader}`, { role: "leader" });
    await t.patch("leader", `/members/${t.cast.colleague}`, { role: "rep" });
  });

  it("is one of two who step down in the same moment", async () => {
    await t.patch("leader", `/members/${t.cast.colleague}`, { role: "leader" });
    const both = await Promise.all([
      t.patch("leader", `/members/${t.cast.leader}`, { role: "rep" }),
      t.patch("colleague", `/members/${t.cast.colleague}`, { role: "rep" }),
    ]);
    expect(both.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const left: CastName = both[0]?.status === 409 ? "leader" : "colleague";
    await t.patch(left, `/members/${t.cast.leader}`, { role: "leader" });
    await t.patch("leader", `/members/${t.cast.colleague}`, { role: "rep" });
  });
});

describe("a move to another team", () => {
  it("takes effect today, and leaves the past with the old team", async () => {
    const moved = await t.put("leader", `/members/${t.cast.southRep}/team`, { teamId: t.cast.teams.north });
    expect(moved.body).toMatchObject({ teamId: t.cast.teams.north, move: null });
    expect((await credit("southRep", "2026-11-17")).teamId).toBe(t.cast.teams.south);
    expect((await credit("southRep", "2026-11-18")).teamId).toBe(t.cast.teams.north);
    await t.put("leader", `/members/${t.cast.southRep}/team`, { teamId: t.cast.teams.south });
    expect((await credit("southRep", "2026-11-18")).teamId).toBe(t.cast.teams.south);
  });

  it("that is planned takes effect on its day, and can be planned anew", async () => {
    const { north, south } = t.cast.teams;
    await t.put("leader", `/members/${t.cast.rep}/team`, { teamId: null, fromDay: "2026-11-30" });
    const planned = await t.put("leader", `/members/${t.cast.rep}/team`, {
      teamId: south,
      fromDay: "2026-11-25",
    });
    expect(planned.body).toMatchObject({ teamId: north, move: { teamId: south, fromDay: "2026-11-25" } });
    await t.runJobs();
    expect((await t.get("rep", `/members/${t.cast.rep}`)).body.teamId).toBe(north);
    now = new Date("2026-11-24T22:59:59Z");
    await t.runJobs();
    expect((await t.get("rep", `/members/${t.cast.rep}`)).body.teamId).toBe(north);
    now = new Date("2026-11-24T23:00:00Z");
    await t.runJobs();
    expect((await t.get("rep", `/members/${t.cast.rep}`)).body).toMatchObject({ teamId: south, move: null });
    expect((await credit("rep", "2026-11-24")).teamId).toBe(north);
    now = new Date("2026-12-01T10:00:00Z");
    await t.runJobs();
    expect((await t.get("rep", `/members/${t.cast.rep}`)).body.teamId).toBe(south);
    await t.put("leader", `/members/${t.cast.rep}/team`, { teamId: north });
    now = NOON;
  });

  it("never reaches into the past, nor into a team that is not there", async () => {
    const move = (teamId: string, fromDay?: string) =>
      t.put("leader", `/members/${t.cast.colleague}/team`, { teamId, fromDay });
    expect(await move(t.cast.teams.south, "2026-11-17")).toMatchObject({
      status: 422,
      body: { field: "fromDay" },
    });
    expect(await move(t.cast.teams.south, "2028-11-17")).toMatchObject({
      status: 422,
      body: { field: "fromDay" },
    });
    expect(await move(t.cast.workspaceId)).toMatchObject({ status: 422, body: { field: "teamId" } });
  });

  it("is a manager's only between the teams they manage", async () => {
    const { north, south } = t.cast.teams;
    expect((await t.put("manager", `/members/${t.cast.colleague}/team`, { teamId: south })).status).toBe(403);
    expect((await t.put("manager", `/members/${t.cast.southRep}/team`, { teamId: north })).status).toBe(403);
    await t.patch("leader", `/teams/${south}`, { managerId: t.cast.manager });
    expect((await t.put("manager", `/members/${t.cast.colleague}/team`, { teamId: south })).status).toBe(200);
    expect((await t.put("manager", `/members/${t.cast.colleague}/team`, { teamId: north })).status).toBe(200);
    await t.patch("leader", `/teams/${south}`, { managerId: null });
    expect((await t.put("rep", `/members/${t.cast.rep}/team`, { teamId: south })).status).toBe(403);
    expect((await t.put("stranger", `/members/${t.cast.rep}/team`, { teamId: null })).status).toBe(404);
  });
});

describe("who leaves", () => {
  it("signs in no more, by session or key; their team has no manager; what they did stays", async () => {
    const cookie = await t.session("manager");
    expect((await t.as(null, "GET", "/me", undefined, { cookie })).status).toBe(200);
    expect((await t.del("leader", `/members/${t.cast.manager}`)).status).toBe(204);
    expect((await t.as(null, "GET", "/me", undefined, { cookie })).status).toBe(401);
    expect((await t.get("manager", "/me")).status).toBe(401);
    expect((await team(t.cast.teams.north)).manager).toBeNull();
    expect((await names("?limit=100")).includes("Petra Lang")).toBe(false);
    expect(await names("?state=left&q=petra")).toEqual(["Petra Lang"]);
    expect((await t.del("leader", `/members/${t.cast.manager}`)).status).toBe(204);
  });

  it("comes back with their seat and their team, but not with their keys", async () => {
    const back = await t.put("leader", `/members/${t.cast.manager}/return`, undefined);
    expect(back.body).toMatchObject({ state: "here", teamId: t.cast.teams.north, leftOn: null });
    expect((await t.get("manager", "/me")).status).toBe(401);
    const cookie = await t.session("manager");
    expect((await t.as(null, "GET", "/me", undefined, { cookie })).body.member.id).toBe(t.cast.manager);
    expect(await verbs(t.cast.manager)).toEqual(expect.arrayContaining(["member.left", "member.returned"]));
  });

  it("is invited by nobody, but brought back", async () => {
    await t.session("southRep");
    await t.del("leader", `/members/${t.cast.southRep}`);
    const invited = await t.post("leader", "/members", { name: "Tariq", email: "tariq@nordlicht.example" });
    expect(invited).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("bring them back") },
    });
    expect((await t.put("leader", `/members/${t.cast.southRep}/team`, { teamId: null })).status).toBe(409);
    await t.put("leader", `/members/${t.cast.southRep}/return`, undefined);
  });

  it.each([
    ["rep", "rep", 403],
    ["manager", "rep", 401],
    ["stranger", "rep", 404],
  ] as const)("is not let go by a %s", async (who, whom, status) => {
    expect((await t.del(who, `/members/${t.cast[whom]}`)).status).toBe(status);
    expect((await t.put(who, `/members/${t.cast[whom]}/return`, undefined)).status).toBe(status);
  });
});

describe("teams", () => {
  it("are made, renamed, managed, closed when empty, and opened again", async () => {
    const made = await t.post("leader", "/teams", { name: " West ", managerId: t.cast.manager });
    expect(made).toMatchObject({
      status: 201,
      body: { name: "West", manager: { name: "Petra Lang" }, size: 0, closedOn: null },
    });
    const { id } = made.body;
    expect(
      (await t.patch("leader", `/teams/${id}`, { name: "Far West", managerId: null })).body,
    ).toMatchObject({ name: "Far West", manager: null });
    await t.put("leader", `/members/${t.cast.rep}/team`, { teamId: id, fromDay: "2026-11-20" });
    const full = await t.put("leader", `/teams/${id}/closed`, undefined);
    expect(full).toMatchObject({
      status: 409,
      body: { detail: "Mia Sommer-Lang is in Far West; move them first" },
    });
    await t.put("leader", `/members/${t.cast.rep}/team`, { teamId: t.cast.teams.north });
    expect((await t.put("leader", `/teams/${id}/closed`, undefined)).body.closedOn).toBe("2026-11-18");
    expect((await t.get("rep", "/teams")).body.items.map((each: { name: string }) => each.name)).toEqual([
      "North",
      "South",
    ]);
    expect(
      (await t.get("rep", "/teams?closed=true")).body.items.map((each: { name: string }) => each.name),
    ).toEqual(["Far West"]);
    expect((await t.put("leader", `/members/${t.cast.rep}/team`, { teamId: id })).status).toBe(422);
    expect((await t.del("leader", `/teams/${id}/closed`)).body.closedOn).toBeNull();
  });

  it("have names of their own and managers who may manage", async () => {
    expect((await t.post("leader", "/teams", { name: "north" })).status).toBe(409);
    expect(await t.post("leader", "/teams", { name: "" })).toMatchObject({
      status: 422,
      body: { field: "name" },
    });
    expect(await t.post("leader", "/teams", { name: "East", managerId: t.cast.rep })).toMatchObject({
      status: 422,
      body: { field: "managerId" },
    });
    expect(
      await t.post("leader", "/teams", { name: "East", managerId: t.cast.stranger.memberId }),
    ).toMatchObject({ status: 422 });
  });

  it("are a leader's to make; their manager may rename them", async () => {
    const cookie = await t.session("manager");
    await t.patch("leader", `/teams/${t.cast.teams.north}`, { managerId: t.cast.manager });
    const north = `/teams/${t.cast.teams.north}`;
    expect((await t.as(null, "PATCH", north, { name: "Nord" }, { cookie })).body.name).toBe("Nord");
    expect((await t.as(null, "PATCH", north, { managerId: null }, { cookie })).status).toBe(403);
    expect(
      (await t.as(null, "PATCH", `/teams/${t.cast.teams.south}`, { name: "Mine" }, { cookie })).status,
    ).toBe(403);
    expect((await t.post("rep", "/teams", { name: "Mine" })).status).toBe(403);
    for (const [method, path] of [
      ["PUT", "/closed"],
      ["DELETE", "/closed"],
    ] as const) {
      expect((await t.as("rep", method, `${north}${path}`)).status).toBe(403);
      expect((await t.as("stranger", method, `${north}${path}`)).status).toBe(404);
    }
    expect((await t.patch("stranger", north, { name: "Mine" })).status).toBe(404);
    expect((await t.get("stranger", "/teams")).body.items).toEqual([]);
  });
});

async function team(id: string) {
  const { items } = (await t.get("leader", "/teams")).body as { items: { id: string; manager: unknown }[] };
  return items.find((each) => each.id === id) as { id: string; manager: unknown };
}

async function names(query: string): Promise<string[]> {
  const page: Answer = await t.get("leader", `/members${query}`);
  return page.body.items.map((each: { name: string }) => each.name);
}
