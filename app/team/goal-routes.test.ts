import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PeriodKind, previousPeriods } from "#lib/kernel/fiscal.ts";
import { NOON, openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import { type GoalScope, goalsFor } from "./goal-actions.ts";
import type { GoalView } from "./goal-view.ts";

let now = NOON;
let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse({ clock: { now: () => new Date(now) } });
});
afterAll(() => t?.close());

const calendar = { firstDay: 1, pattern: "months", startMonth: 1 } as const;
const referrals = async (scope: GoalScope, kind: PeriodKind = "month") =>
  (await goals(scope, kind))["referrals-received"][0];

describe("goals", () => {
  it("are five referrals a month for each rep unless somebody sets others", async () => {
    expect(await holds(null)).toEqual({ amount: 5, every: "month", from: "default" });
    expect(await holds(t.cast.rep)).toEqual({ amount: 5, every: "month", from: "default" });
    expect(await holds(t.cast.leader)).toBeNull();
    expect(await referrals({ kind: "member", id: t.cast.rep })).toBe(5);
    expect(await referrals({ kind: "member", id: t.cast.rep }, "week")).toBe(1.2);
    expect(await referrals({ kind: "member", id: t.cast.manager })).toBeNull();
    expect(await referrals({ kind: "team", id: t.cast.teams.north })).toBe(10);
    expect(await referrals({ kind: "company", id: t.cast.workspaceId })).toBe(15);
    expect(await referrals({ kind: "company", id: t.cast.workspaceId }, "week")).toBe(3.5);
    expect(await referrals({ kind: "company", id: t.cast.workspaceId }, "quarter")).toBe(45);
    expect((await goals({ kind: "member", id: t.cast.rep }, "month"))["people-asked"]).toEqual([null]);
  });

  it("are set for the workspace, a team and a member, the narrowest first, and added up for team and company", async () => {
    await set("leader", null, 6);
    await set("leader", t.cast.teams.north, 8);
    await set("leader", t.cast.rep, 9);
    expect(await holds(t.cast.southRep)).toMatchObject({ amount: 6, from: "company" });
    expect(await holds(t.cast.colleague)).toMatchObject({ amount: 8, from: "team" });
    expect(await holds(t.cast.rep)).toMatchObject({ amount: 9, from: "member" });
    expect(await referrals({ kind: "team", id: t.cast.teams.north })).toBe(8 + 9);
    expect(await referrals({ kind: "company", id: t.cast.workspaceId })).toBe(6 + 8 + 9);
    await set("leader", t.cast.manager, 2);
    expect(await referrals({ kind: "company", id: t.cast.workspaceId })).toBe(6 + 8 + 9 + 2);
    const scopes = (await t.get("rep", "/goals/scopes")).body.items;
    expect(scopes.map((each: { name: string }) => each.name)).toEqual(["North", "Mia Sommer", "Petra Lang"]);
    const first = await t.get("rep", "/goals/scopes?limit=2");
    const rest = await t.get("rep", `/goals/scopes?limit=2&cursor=${first.body.nextCursor}`);
    expect([...first.body.items, ...rest.body.items]).toEqual(scopes);
  });

  it("are lifted again, and the wider one holds", async () => {
    await set("leader", t.cast.rep, null);
    expect(await holds(t.cast.rep)).toMatchObject({ amount: 8, from: "team" });
    await set("leader", t.cast.teams.north, null);
    await set("leader", null, null);
    await set("leader", t.cast.manager, null);
    expect(await holds(t.cast.rep)).toMatchObject({ amount: 5, from: "default" });
    expect((await t.get("rep", "/goals/scopes")).body.items).toEqual([]);
  });

  it("hold from their day on and leave the periods before as they were", async () => {
    await set("leader", t.cast.southRep, 20, "2026-11-02");
    await set("leader", t.cast.southRep, 30, "2026-12-01");
    const months = await goals({ kind: "member", id: t.cast.southRep }, "month", 3);
    expect(months["referrals-received"]).toEqual([20, 5, 5]);
    expect(await item(t.cast.southRep)).toMatchObject({
      holds: { amount: 20, every: "month", from: "member" },
      own: [
        { amount: 30, every: "month", fromDay: "2026-12-01" },
        { amount: 20, every: "month", fromDay: "2026-11-02" },
      ],
    });
    await set("leader", t.cast.southRep, null, "2026-11-02");
    await set("leader", t.cast.southRep, null, "2026-12-01");
    expect(await holds(t.cast.southRep)).toMatchObject({ amount: 5, from: "default" });
  });

  it("go with the member: to the team they are in on the period's last day", async () => {
    const north: GoalScope = { kind: "team", id: t.cast.teams.north };
    const before = await referrals(north);
    await t.put("leader", `/members/${t.cast.colleague}/team`, { teamId: t.cast.teams.south });
    expect(await referrals(north)).toBe((before ?? 0) - 5);
    const months = await goals(north, "month", 2);
    expect(months["referrals-received"][1]).toBe(before);
    await t.put("leader", `/members/${t.cast.colleague}/team`, { teamId: t.cast.teams.north });
    expect(await referrals(north)).toBe(before);
  });

  it("do not count who was invited and has not come, nor who left", async () => {
    const company: GoalScope = { kind: "company", id: t.cast.workspaceId };
    const before = (await referrals(company)) ?? 0;
    await t.post("leader", "/members", { name: "Not Yet", email: "not-yet@nordlicht.example" });
    expect(await referrals(company)).toBe(before);
    await t.del("leader", `/members/${t.cast.southRep}`);
    expect(await referrals(company)).toBe(before - 5);
    await t.put("leader", `/members/${t.cast.southRep}/return`, undefined);
    expect(await referrals(company)).toBe(before);
  });
});

const ofRep = () => goals({ kind: "member", id: t.cast.southRep }, "month", 2);
const ofTeam = () => goals({ kind: "team", id: t.cast.teams.south }, "month", 2);

describe("goals of months that are over", () => {
  it("stay as they were when a rep becomes a manager, and come back with the role", async () => {
    const [before, team] = [(await ofRep())["referrals-received"], (await ofTeam())["referrals-received"]];
    expect(before[1]).toBeGreaterThan(0);
    await t.patch("leader", `/members/${t.cast.southRep}`, { role: "manager" });
    expect((await ofRep())["referrals-received"]).toEqual([null, before[1]]);
    expect((await ofTeam())["referrals-received"]).toEqual([null, team[1]]);
    await t.patch("leader", `/members/${t.cast.southRep}`, { role: "rep" });
    expect((await ofRep())["referrals-received"]).toEqual(before);
    expect((await ofTeam())["referrals-received"]).toEqual(team);
  });

  it("keep a planned move through a change of role", async () => {
    const path = `/members/${t.cast.southRep}`;
    await t.put("leader", `${path}/team`, { teamId: t.cast.teams.north, fromDay: "2026-12-01" });
    await t.patch("leader", path, { role: "manager" });
    expect((await t.get("leader", path)).body).toMatchObject({
      teamId: t.cast.teams.south,
      move: { teamId: t.cast.teams.north, fromDay: "2026-12-01" },
    });
    await t.patch("leader", path, { role: "rep" });
    await t.put("leader", `${path}/team`, { teamId: t.cast.teams.south });
  });
});

it("count nobody who was invited and never came, unless something counts for them already", async () => {
  now = NOON;
  const ofSouth = () => referrals({ kind: "team", id: t.cast.teams.south });
  const before = (await ofSouth()) ?? 0;
  const nele = { name: "Nele Neu", email: "nele@nordlicht.example", role: "rep", teamId: t.cast.teams.south };
  const invited = await t.post("leader", "/members", nele);
  expect(invited.status, JSON.stringify(invited.body)).toBe(201);
  const { memberId } = invited.body;
  expect(await ofSouth()).toBe(before);
  const { id: sourceId } = (await t.post("leader", "/people", { fullName: "Arne Alt" })).body;
  await t.post("leader", "/asks", { sourceId, outcome: "no", memberId });
  expect(await ofSouth()).toBeGreaterThan(before);
  expect((await t.get("leader", `/members/${memberId}`)).body.state).toBe("invited");
});

describe("who may set them", () => {
  it.each([
    ["rep", "rep", 403],
    ["manager", "rep", 200],
    ["manager", "southRep", 403],
    ["stranger", "rep", 404],
  ] as const)("a %s for a %s: %i", async (who, whom, status) => {
    expect((await set(who, t.cast[whom], 7)).status).toBe(status);
  });

  it("a manager for their own team, a leader for the workspace", async () => {
    expect((await set("manager", t.cast.teams.north, 7)).status).toBe(200);
    expect((await set("manager", t.cast.teams.south, 7)).status).toBe(403);
    expect((await set("manager", null, 7)).status).toBe(403);
    expect((await set("stranger", t.cast.teams.north, 7)).status).toBe(404);
    expect((await t.get("stranger", `/goals?of=${t.cast.rep}`)).status).toBe(404);
    expect((await t.get("stranger", "/goals/scopes")).body.items).toEqual([]);
  });

  it.each([-1, 1.5, 100_001])("nobody to %s", async (amount) => {
    expect(await set("leader", null, amount)).toMatchObject({ status: 422, body: { field: "amount" } });
  });
});

function set(who: CastName, of: string | null, amount: number | null, fromDay?: string) {
  return t.put(who, "/goals", { of, measure: "referrals-received", every: "month", amount, fromDay });
}

async function item(of: string | null): Promise<GoalView> {
  const { items } = (await t.get("leader", `/goals${of ? `?of=${of}` : ""}`)).body as { items: GoalView[] };
  return items.find((each) => each.measure === "referrals-received") as GoalView;
}

async function holds(of: string | null) {
  return (await item(of)).holds;
}

/** The newest period first. */
async function goals(scope: GoalScope, kind: PeriodKind, count = 1) {
  const periods = previousPeriods("2026-11-18", kind, count, calendar).toReversed();
  return t.test.database.read(t.cast.workspaceId, (tx) => goalsFor(tx, scope, periods, calendar));
}
