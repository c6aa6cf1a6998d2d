import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";

// It is Wednesday, 2026-11-18; the month goes from 2026-11-02 to 2026-11-29, October from 2026-09-28.
let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const EUR = (minor: number) => ({ minor, currency: "EUR" });
const win = async (who: "rep" | "southRep", name: string, origin: string, day: string, at?: string) => {
  const { body } = await t.post(who, "/deals", {
    name,
    ...(at === undefined ? { accountName: `${name} GmbH` } : { accountId: at }),
    origin,
    openedOn: "2026-09-01",
    amount: EUR(10_000_00),
  });
  await t.put(who, `/deals/${body.id}/outcome`, { outcome: "won", day });
  return body as { id: string; accountId: string };
};
const costs = async (asked = "") => (await t.get("rep", `/results/costs?${asked}`)).body;
const own: string[] = [];

describe("what an origin cost", () => {
  it("is nothing while nobody wrote anything down", async () => {
    const body = await costs();
    expect(body).toMatchObject({ whose: { kind: "company" }, origins: [] });
    expect(body.months).toEqual({ from: "2025-12-01", to: "2026-11-29" });
  });

  it("is written down by a rep for themselves, a manager for the team, a leader for anybody and the company", async () => {
    const mine = await t.post("rep", "/origin-costs", { origin: "referral", hours: 7.5, note: "lunches" });
    expect(mine.status).toBe(201);
    expect(mine.body).toMatchObject({
      origin: "referral",
      month: { from: "2026-11-02", to: "2026-11-29" },
      memberId: t.cast.rep,
      memberName: "Mia Sommer",
      hours: 7.5,
      amount: null,
      note: "lunches",
      day: "2026-11-18",
    });
    own.push(mine.body.id);
    const cold = { origin: "cold-call", month: "2026-10-15", hours: 40, amount: EUR(300_00) };
    expect((await t.post("manager", "/origin-costs", { ...cold, memberId: t.cast.rep })).status).toBe(201);
    expect((await t.post("leader", "/origin-costs", { ...cold, memberId: t.cast.southRep })).status).toBe(
      201,
    );
    const fair = { origin: "event", memberId: null, amount: EUR(9_000_00) };
    expect((await t.post("leader", "/origin-costs", fair)).body).toMatchObject({
      memberId: null,
      memberName: null,
    });
    const all = { origin: "other", month: "2026-09-15", memberId: null, hours: 673 };
    const together = await t.post("leader", "/origin-costs", all);
    expect(together.status).toBe(201);
    expect((await t.del("leader", `/origin-costs/${together.body.id}`)).status).toBe(204);
    const far = { origin: "event", memberId: null, amount: { minor: 5_00, currency: "AUD" } };
    expect((await t.post("leader", "/origin-costs", far)).status).toBe(201);
    for (const who of ["colleague", "southRep"] as const)
      expect((await t.post(who, "/origin-costs", { ...cold, memberId: t.cast.rep })).status).toBe(403);
    expect((await t.post("manager", "/origin-costs", { ...cold, memberId: t.cast.southRep })).status).toBe(
      403,
    );
    for (const who of ["rep", "manager"] as const) {
      const refused = await t.post(who, "/origin-costs", fair);
      expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining("by a leader")]);
    }
    expect((await t.post("stranger", "/origin-costs", { ...cold, memberId: t.cast.rep })).status).toBe(404);
  });

  it("is refused with what to do", async () => {
    for (const [wrong, field] of [
      [{ hours: 1.1 }, "hours"],
      [{ hours: 673 }, "hours"],
      [{}, "hours"],
      [{ amount: { minor: -1, currency: "EUR" } }, "amount"],
      [{ amount: { minor: 100, currency: "EUX" } }, "amount"],
      [{ hours: 1, month: "2026-12-24" }, "month"],
      [{ hours: 1, note: "x".repeat(501) }, "note"],
      [{ hours: 1, origin: "luck" }, "origin"],
    ] as const) {
      const { status, body } = await t.post("rep", "/origin-costs", { origin: "referral", ...wrong });
      expect([wrong, status, body.field]).toEqual([wrong, 422, field]);
    }
    expect((await t.get("rep", "/results/costs?from=2026-11-01&to=2026-10-01")).status).toBe(422);
  });

  it("stands by origin, currencies apart, for the company, a team and a member", async () => {
    const october = { minutes: 40, money: [EUR(300_00)] };
    expect((await costs()).origins).toEqual([
      { origin: "referral", lines: 1, hours: 7.5, money: [], won: 0, each: { kind: "too-early" } },
      {
        origin: "cold-call",
        lines: 2,
        hours: 80,
        money: [EUR(600_00)],
        won: 0,
        each: { kind: "too-early" },
      },
      {
        origin: "event",
        lines: 2,
        hours: 0,
        money: [{ minor: 5_00, currency: "AUD" }, EUR(9_000_00)],
        won: 0,
        each: { kind: "too-early" },
      },
    ]);
    const north = await costs(`team=${t.cast.teams.north}`);
    expect(north.origins.map((each: { origin: string; hours: number }) => [each.origin, each.hours])).toEqual(
      [
        ["referral", 7.5],
        ["cold-call", october.minutes],
      ],
    );
    expect((await costs(`member=${t.cast.southRep}`)).origins).toMatchObject([
      { origin: "cold-call", hours: 40 },
    ]);
    const november = await costs("from=2026-11-10&to=2026-11-10");
    expect(november.months).toEqual({ from: "2026-11-02", to: "2026-11-29" });
    expect(november.origins).toMatchObject([{ origin: "referral" }, { origin: "event" }]);
    expect((await t.get("stranger", "/results/costs")).body.origins).toEqual([]);
    expect((await t.get("stranger", `/results/costs?member=${t.cast.rep}`)).status).toBe(404);
  });

  it("opens to its lines, a page at a time", async () => {
    const lines = async (asked: string) => (await t.get("colleague", `/origin-costs?${asked}`)).body;
    const first = await lines("limit=3");
    const rest = await lines(`limit=3&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest.items].map((each) => each.origin)).toEqual([
      "event",
      "event",
      "referral",
      "cold-call",
      "cold-call",
    ]);
    expect(rest.nextCursor).toBeNull();
    expect((await lines(`origin=cold-call&member=${t.cast.rep}`)).items).toMatchObject([
      { memberName: "Mia Sommer", hours: 40, byName: "Petra Lang" },
    ]);
    expect((await t.get("stranger", "/origin-costs")).body.items).toEqual([]);
  });

  it("is put beside the clients won in the same months, and is for each of them from 20 on", async () => {
    for (let at = 0; at < 20; at++) await win("rep", `Cold ${at}`, "cold-call", "2026-11-10");
    const [, cold] = (await costs()).origins;
    expect(cold).toMatchObject({ won: 20, each: { kind: "each", hours: 4, money: [EUR(30_00)] } });
    const october = await costs("from=2026-10-05&to=2026-10-20");
    expect(october.origins).toMatchObject([{ origin: "cold-call", won: 0, each: { kind: "too-early" } }]);
    await win("southRep", "Web", "inbound", "2026-11-11");
    expect((await costs()).origins).toContainEqual({
      origin: "inbound",
      lines: 0,
      hours: 0,
      money: [],
      won: 1,
      each: { kind: "nothing-kept" },
    });
  }, 60_000);

  it("is for clients and not for deals: a company counts once, by its first deal, and the number opens to those", async () => {
    const event = async () =>
      (await costs()).origins.find((each: { origin: string }) => each.origin === "event");
    const first = await win("southRep", "Fair", "event", "2026-11-10");
    await win("southRep", "Fair the same day", "event", "2026-11-10", first.accountId);
    await win("southRep", "Fair again", "event", "2026-11-12", first.accountId);
    await win("southRep", "Known for years", "existing-client", "2026-11-12");
    expect(await event()).toMatchObject({ won: 1 });
    expect((await costs()).origins).not.toContainEqual(
      expect.objectContaining({ origin: "existing-client" }),
    );
    const twin = await win("southRep", "Fair twin", "event", "2026-11-16");
    expect(await event()).toMatchObject({ won: 2 });
    const merge = { kind: "account", keptId: twin.accountId, mergedId: first.accountId };
    await t.post("rep", "/merges", merge);
    const { months, origins } = await costs();
    const opened = async (origin: string) =>
      (
        await t.get(
          "rep",
          `/results/orders?from=${months.from}&to=${months.to}&clients=true&origin=${origin}&limit=100`,
        )
      ).body.items as { name: string }[];
    for (const { origin, won } of origins)
      expect([origin, (await opened(origin)).length]).toEqual([origin, won]);
    expect((await opened("event")).map(({ name }) => name)).toEqual(["Fair"]);
    expect(await opened("existing-client")).toEqual([]);
    expect((await t.get("rep", "/results/orders?clients=perhaps")).status).toBe(422);
  });

  it("leaves out who was won before anything was kept, and says so", async () => {
    await win("rep", "Early bird", "cold-call", "2026-09-10");
    const year = await costs();
    expect(year).toMatchObject({ months: { from: "2026-09-28", to: "2026-11-29" }, keptSince: true });
    expect(year.origins[1]).toMatchObject({ origin: "cold-call", won: 20 });
    expect(await costs("from=2026-09-28")).toMatchObject({ keptSince: false });
    expect(await costs("from=2026-08-31&to=2026-09-27")).toMatchObject({
      keptSince: false,
      origins: [{ origin: "cold-call", lines: 0, won: 1 }],
    });
  });

  it("leaves as CSV and as a workbook", async () => {
    const csv = await t.get("rep", "/results/costs.csv");
    expect(csv.headers.get("content-disposition")).toContain("what-it-cost.csv");
    expect(csv.body.split("\r\n").slice(0, 5)).toEqual([
      "origin,month from,month until,hours,amount,currency,clients won,hours for each,amount for each",
      "Referral,2026-09-28,2026-11-29,7.5,,,0,,",
      "Cold call,2026-09-28,2026-11-29,80,600.00,EUR,20,4,30.00",
      "They came to us,2026-09-28,2026-11-29,0,,,1,,",
      "Event,2026-09-28,2026-11-29,0,5.00,AUD,1,,",
    ]);
    expect((await t.get("rep", "/results/costs.xlsx")).headers.get("content-type")).toContain(
      "spreadsheetml",
    );
  });

  it("is taken back by whoever may write it", async () => {
    const [id] = own;
    expect((await t.del("colleague", `/origin-costs/${id}`)).status).toBe(403);
    expect((await t.del("stranger", `/origin-costs/${id}`)).status).toBe(404);
    expect((await t.del("manager", `/origin-costs/${id}`)).status).toBe(204);
    expect((await t.del("rep", `/origin-costs/${id}`)).status).toBe(404);
    expect((await costs()).origins[0]).toMatchObject({ origin: "cold-call" });
    const { body } = await t.get("rep", `/timeline?of=${id}`);
    expect(body.items.map((each: { verb: string }) => each.verb)).toEqual([
      "origin-cost.taken-back",
      "origin-cost.noted",
    ]);
    expect(await t.mistakes()).toEqual([]);
  });
});

describe("orders", () => {
  it("are new or upgrades: of an existing client, or where something was bought on an earlier day", async () => {
    const first = await win("southRep", "Werft", "referral", "2026-10-05");
    await win("southRep", "Werft again", "referral", "2026-10-20", first.accountId);
    await win("southRep", "Werft the same day", "event", "2026-10-05", first.accountId);
    await win("southRep", "Known", "existing-client", "2026-10-06");
    const twin = await win("southRep", "Werft twin", "referral", "2026-10-27");
    const asked = `member=${t.cast.southRep}&from=2026-10-01&to=2026-10-31`;
    const kinds = async () =>
      Object.fromEntries(
        (await t.get("rep", `/results/orders?${asked}`)).body.items.map(
          (each: { name: string; kind: string }) => [each.name, each.kind],
        ),
      );
    expect(await kinds()).toEqual({
      Werft: "new",
      "Werft again": "upgrade",
      "Werft the same day": "new",
      Known: "upgrade",
      "Werft twin": "new",
    });
    await t.post("rep", "/merges", { kind: "account", keptId: first.accountId, mergedId: twin.accountId });
    expect(await kinds()).toMatchObject({ "Werft twin": "upgrade", Werft: "new" });
    const upgrades = await t.get(
      "rep",
      `/results/orders?${asked}&kind=upgrade&origin=referral&currency=EUR&limit=1`,
    );
    expect(upgrades.body.items).toMatchObject([{ name: "Werft twin", account: { id: first.accountId } }]);
    const next = `/results/orders?${asked}&kind=upgrade&origin=referral&limit=1&cursor=${upgrades.body.nextCursor}`;
    expect((await t.get("rep", next)).body).toMatchObject({
      items: [{ name: "Werft again" }],
      nextCursor: null,
    });
    expect((await t.get("rep", `/results/orders?${asked}&currency=USD`)).body.items).toEqual([]);
    expect((await t.get("stranger", "/results/orders")).body.items).toEqual([]);
  });
});
