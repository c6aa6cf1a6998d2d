import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

describe("who I am", () => {
  it("is told with my role, my teams and the workspace's settings", async () => {
    const me = await t.get("manager", "/me");
    expect(me.body).toMatchObject({
      member: { id: t.cast.manager, name: "Petra Lang", email: "petra@nordlicht.example", role: "manager" },
      leads: [t.cast.teams.north],
      workspace: {
        slug: "nordlicht-systeme",
        calendar: { firstDay: 1, pattern: "months", startMonth: 1 },
        defaultCountry: "DE",
      },
      today: "2026-11-18",
      via: "key",
      workspaces: [],
    });
  });

  it("is the same by session, and says where else I could work", async () => {
    const cookie = await t.session("rep");
    const me = await t.as(null, "GET", "/me", undefined, { cookie });
    expect(me.body).toMatchObject({
      member: { id: t.cast.rep },
      via: "session",
      workspaces: [{ id: t.cast.workspaceId, name: "Nordlicht Systeme" }],
    });
  });

  it("is nobody without a key, and with a cookie that was tampered with", async () => {
    expect((await t.as(null, "GET", "/me")).status).toBe(401);
    const cookie = await t.session("rep");
    const [name, value] = cookie.split("=") as [string, string];
    const forged = `${name}=${value.startsWith("a") ? "b" : "a"}${value.slice(1)}`;
    expect((await t.as(null, "GET", "/me", undefined, { cookie: forged })).status).toBe(401);
    expect((await t.as(null, "GET", "/me", undefined, { cookie: `${name}=%%%` })).status).toBe(401);
    expect((await t.as(null, "GET", "/me", undefined, { cookie: `${name}=.x` })).status).toBe(401);
  });
});

describe("members", () => {
  it("are listed by name, a page at a time, and found by any part of name or address", async () => {
    const first = await t.get("rep", "/members?limit=2");
    const second = await t.get("rep", `/members?limit=3&cursor=${first.body.nextCursor}`);
    const names = [...first.body.items, ...second.body.items].map((each) => each.name);
    expect(names).toEqual(["Jonas Weber", "Lena Fuchs", "Mia Sommer", "Petra Lang", "Tariq Aziz"]);
    expect(second.body.nextCursor).toBeNull();
    const found = await t.get("rep", "/members?q=SOMM");
    expect(found.body.items).toEqual([
      {
        id: t.cast.rep,
        name: "Mia Sommer",
        email: "mia@nordlicht.example",
        role: "rep",
        teamId: t.cast.teams.north,
        state: "here",
        joinedOn: "2026-11-18",
        leftOn: null,
        workdays: null,
        move: null,
      },
    ]);
    expect((await t.get("rep", `/members?team=${t.cast.teams.south}`)).body.items).toHaveLength(1);
  });

  it("are not there for a stranger", async () => {
    expect((await t.get("stranger", `/members/${t.cast.rep}`)).status).toBe(404);
    expect((await t.get("stranger", "/members")).body.items).toHaveLength(1);
  });
});
