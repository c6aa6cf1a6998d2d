import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";

// It is Wednesday, 2026-11-18; the month goes from 2026-11-02 to 2026-11-29, October from 2026-09-28.
let t: TestHouse;
let source: string;
beforeAll(async () => {
  t = await openTestHouse();
  source = (await t.post("rep", "/people", { fullName: "Jale Merz" })).body.id;
  const goal = { of: null, measure: "deals-closed", amount: 2, every: "month", fromDay: "2025-12-01" };
  await t.put("leader", "/goals", goal);
});
afterAll(() => t?.close());

const win = async (
  who: CastName,
  name: string,
  said: { origin: string; day: string; minor?: number; currency?: string; accountId?: string },
) => {
  const { body } = await t.post(who, "/deals", {
    name,
    ...(said.accountId === undefined ? { accountName: `${name} GmbH` } : { accountId: said.accountId }),
    origin: said.origin,
    openedOn: "2026-09-01",
    amount: said.minor === undefined ? null : { minor: said.minor, currency: said.currency ?? "EUR" },
  });
  await t.put(who, `/deals/${body.id}/outcome`, { outcome: "won", day: said.day });
  return body as { id: string; accountId: string };
};
const introduce = async (who: CastName, name: string, day: string) =>
  t.post(who, "/referrals", { sourceId: source, contact: { fullName: name }, level: 2, day });
const month = async (asked = "") => (await t.get("rep", `/results/month-end?${asked}`)).body;

const lines = async (table: string): Promise<string[]> => {
  const { body } = await t.get("rep", `/results/month-end/${table}.csv`);
  return body.trim().split("\r\n");
};

const southRepLeft = (at: string | null) =>
  t.test.database.write(t.cast.workspaceId, (tx) =>
    sql`update member set left_at = ${at}::timestamptz where id = ${t.cast.southRep}`.execute(tx.tables()),
  );
const southRepIsIn = async () =>
  (await t.get("rep", "/results/month-end/reps?limit=100")).body.items.some(
    ({ id }: { id: string }) => id === t.cast.southRep,
  );

describe("a month against its goals", () => {
  it("begins with nothing, and says what is to be reached", async () => {
    const body = await month(`member=${t.cast.rep}`);
    expect(body).toMatchObject({
      whose: { kind: "member", name: "Mia Sommer" },
      month: { start: "2026-11-02", end: "2026-11-29", number: 11 },
      yearFrom: "2025-12-29",
      weeksOver: 2,
      begun: false,
      orders: { orders: 0, money: [], origins: [] },
    });
    expect(body.plan["referrals-received"].month).toEqual({ count: 0, goal: 5 });
    expect(body.plan["people-asked"].month).toEqual({ count: 0, goal: null });
  });

  it("counts as the scorecard does, for a member, a team and the company, this month and the year", async () => {
    const first = await win("rep", "Werft", { origin: "referral", day: "2026-11-05", minor: 100_00 });
    await win("rep", "Again", {
      origin: "referral",
      day: "2026-11-12",
      minor: 50_00,
      accountId: first.accountId,
    });
    await win("southRep", "Kran", { origin: "referral", day: "2026-10-05", minor: 70_00, currency: "USD" });
    await win("southRep", "Web", { origin: "inbound", day: "2026-11-10" });
    await introduce("rep", "Ilse Brandt", "2026-11-03");
    await introduce("southRep", "Bruno Amsel", "2026-11-30"); // still to come: refused
    await introduce("southRep", "Bruno Amsel", "2026-11-11");
    const mine = await month(`member=${t.cast.rep}`);
    expect([mine.begun, (await month("day=2026-08-15")).begun]).toEqual([true, false]);
    expect(mine.plan["deals-closed"].month.count).toBe(2);
    expect(mine.plan["referrals-received"].month).toEqual({ count: 1, goal: 5 });
    const north = await month(`team=${t.cast.teams.north}`);
    expect(north.plan["deals-closed"].month.count).toBe(2);
    const all = await month();
    expect(all.plan["deals-closed"]).toEqual({
      month: { count: 2, goal: 6 },
      year: { count: 3, goal: 6 * 11 },
    });
    expect(all.plan["referrals-received"].month.count).toBe(2);
    const october = await month("day=2026-10-15");
    expect(october).toMatchObject({ month: { start: "2026-09-28" }, weeksOver: 5 });
    expect(october.plan["deals-closed"]).toMatchObject({ month: { count: 1 }, year: { count: 1 } });
    for (const whose of ["", `member=${t.cast.rep}`, `team=${t.cast.teams.north}`]) {
      const path = `/scorecard?by=month&from=2026-11-02&to=2026-11-29&${whose}`;
      const [row] = (await t.get("rep", path)).body.items;
      const { plan } = await month(whose);
      expect(plan["deals-closed"].month).toEqual({
        count: row.dealsClosed.count,
        goal: row.dealsClosed.goal,
      });
      expect(plan["people-asked"].month).toEqual(row.peopleAsked);
      expect(plan["referrals-received"].month).toEqual(row.referralsReceived);
    }
  });

  it("tells new business from upgrades, by origin, currencies apart", async () => {
    const { orders } = await month();
    expect(orders).toMatchObject({
      orders: 3,
      money: [{ minor: 150_00, currency: "EUR" }],
      kinds: {
        new: { orders: 2, money: [{ minor: 100_00, currency: "EUR" }] },
        upgrade: { orders: 1, money: [{ minor: 50_00, currency: "EUR" }] },
      },
    });
    expect(
      orders.origins.map((each: { origin: string; orders: number }) => [each.origin, each.orders]),
    ).toEqual([
      ["referral", 2],
      ["inbound", 1],
    ]);
    expect((await month(`team=${t.cast.teams.south}&day=2026-10-10`)).orders.money).toEqual([
      { minor: 70_00, currency: "USD" },
    ]);
  });

  it("lays the reps side by side, a page at a time", async () => {
    const first = (await t.get("colleague", "/results/month-end/reps?limit=2")).body;
    const rest = (await t.get("colleague", `/results/month-end/reps?limit=2&cursor=${first.nextCursor}`))
      .body;
    const names = [...first.items, ...rest.items].map((each) => each.name);
    expect(names).toEqual(names.toSorted((a, b) => (a < b ? -1 : 1)));
    expect(names).toContain("Mia Sommer");
    expect(names).not.toContain("Lena Fuchs");
    const [mia] = (await t.get("rep", `/results/month-end/reps?member=${t.cast.rep}`)).body.items;
    expect(mia.plan["deals-closed"]).toEqual((await month(`member=${t.cast.rep}`)).plan["deals-closed"]);
    const south = (await t.get("manager", `/results/month-end/reps?team=${t.cast.teams.south}`)).body;
    expect(south.items.map((each: { id: string }) => each.id)).toEqual([t.cast.southRep]);
    expect(south.items[0].plan["deals-closed"]).toMatchObject({ month: { count: 0 }, year: { count: 1 } });
  });

  it("says whether what is in hand can be told yet", async () => {
    const { status, body } = await t.get("rep", "/results/month-end/in-hand");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      month: { end: "2026-11-29" },
      quarter: { end: "2027-01-03" },
      byMonth: { kind: "too-early" },
    });
    // The introductions of November; how old one may be is not known yet, so it is two years.
    expect(body.open).toEqual({
      introductions: { many: 0, since: "2024-11-21" },
      meetings: { many: 2, since: "2024-11-21" },
      deals: { many: 0, since: "2024-11-21" },
    });
    const over = await t.get("rep", "/results/month-end/in-hand?day=2026-08-15");
    expect(over.body.open).toBeNull();
    expect(await lines("open")).toEqual([
      ",tried since,open",
      "Asks without an introduction yet,2024-11-21,0",
      "Introductions not met yet,2024-11-21,2",
      '"People met, not clients yet",2024-11-21,0',
    ]);
  });

  it("leaves as files", async () => {
    expect((await lines("goals"))[1]).toBe("Deals closed by introduction,2026-11-02,2026-11-29,2,6,4,3,66");
    expect(await lines("orders")).toEqual([
      "origin,new or upgrade,month from,month until,orders,amount,currency",
      "Referral,new,2026-11-02,2026-11-29,1,100.00,EUR",
      "Referral,upgrade,2026-11-02,2026-11-29,1,50.00,EUR",
      "They came to us,new,2026-11-02,2026-11-29,1,,",
    ]);
    expect((await lines("reps")).filter((line) => line.startsWith("Mia Sommer,Introductions"))).toEqual([
      "Mia Sommer,Introductions received,2026-11-02,2026-11-29,1,5,4,1,55",
    ]);
    for (const table of ["goals", "orders", "in-hand", "open", "reps"])
      expect((await t.get("rep", `/results/month-end/${table}.xlsx`)).status).toBe(200);
  });

  it("has whoever left on its first day where the workspace is, though it was the day before by the clocks of Greenwich", async () => {
    await southRepLeft("2026-11-01T23:30:00Z");
    expect(await southRepIsIn()).toBe(true);
    await southRepLeft("2026-11-01T22:30:00Z");
    expect(await southRepIsIn()).toBe(false);
    await southRepLeft(null);
  });

  it("is refused for a month to come, and is nobody's from another workspace", async () => {
    const ahead = await t.get("rep", "/results/month-end?day=2026-12-05");
    expect([ahead.status, ahead.body.field]).toEqual([422, "day"]);
    expect((await t.get("rep", "/results/month-end?day=yesterday")).status).toBe(422);
    for (const path of ["", "/reps", "/in-hand", "/goals.csv"]) {
      const asked = `/results/month-end${path}?member=${t.cast.rep}`;
      expect((await t.get("stranger", asked)).status).toBe(404);
      expect((await t.as(null, "GET", asked)).status).toBe(401);
      expect((await t.get("leader", asked)).status).toBe(200);
    }
    expect((await t.get("stranger", "/results/month-end")).body.orders.orders).toBe(0);
    const both = `/results/month-end?member=${t.cast.rep}&team=${t.cast.teams.north}`;
    expect((await t.get("rep", both)).status).toBe(422);
  });
});
