import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const nobody = "01890000-0000-7000-8000-000000000000";
const addAccount = async (name: string, holderId: string | null = t.cast.rep) =>
  (await t.post("rep", "/accounts", { name, kind: "client", holderId })).body.id as string;
const handOver = (who: Parameters<TestHouse["post"]>[0], id: string, more: object = {}) =>
  t.post(who, `/accounts/${id}/handovers`, { toName: "Customer success", ...more });
const verbs = async (id: string) =>
  (await t.get("rep", `/timeline?of=${id}`)).body.items.map((line: { verb: string }) => line.verb);

describe("an account that is handed over", () => {
  it("is looked after by others, and its relationship holder stays", async () => {
    const id = await addAccount("Adler Werke");
    const made = await handOver("rep", id, { day: "2026-11-03", note: "Weekly call on Mondays." });
    expect(made).toMatchObject({
      status: 201,
      body: {
        accountId: id,
        day: "2026-11-03",
        to: { memberId: null, name: "Customer success" },
        note: "Weekly call on Mondays.",
        becauseId: null,
        by: { id: t.cast.rep, name: "Mia Sommer" },
      },
    });
    const later = await handOver("rep", id, { toName: null, toMemberId: t.cast.colleague });
    const listed = await t.get("colleague", `/accounts/${id}/handovers`);
    expect(listed.body.items.map((each: { id: string }) => each.id)).toEqual([later.body.id, made.body.id]);
    expect(later.body.to.memberId).toBe(t.cast.colleague);
    expect((await t.get("colleague", `/accounts/${id}`)).body.holderId).toBe(t.cast.rep);
    expect(await verbs(id)).toEqual(["account.handed-over", "account.added", "account.handed-over"]);
    expect(await verbs(t.cast.colleague)).toContain("account.handed-over");
  });

  it("is taken back and brought back, on its timeline too", async () => {
    const id = await addAccount("Brunn Antriebe");
    const { body } = await handOver("rep", id);
    expect((await t.del("colleague", `/handovers/${body.id}`)).status).toBe(403);
    expect((await t.del("rep", `/handovers/${body.id}`)).status).toBe(204);
    expect((await t.del("rep", `/handovers/${body.id}`)).status).toBe(404);
    expect((await t.get("rep", `/accounts/${id}/handovers`)).body.items).toEqual([]);
    expect((await t.put("rep", `/handovers/${body.id}/restored`, {})).status).toBe(200);
    expect((await t.put("rep", `/handovers/${body.id}/restored`, {})).status).toBe(409);
    expect((await t.get("rep", `/accounts/${id}/handovers`)).body.items).toEqual([body]);
    expect(await verbs(id)).toEqual([
      "account.handed-over",
      "account.handover-taken-back",
      "account.handed-over",
      "account.added",
    ]);
    expect((await t.del("rep", `/accounts/${id}`)).body.detail).toContain("there is a handover of");
  });

  it("follows a merge, and goes back with it", async () => {
    const [kept, other] = [await addAccount("Cordes Bau"), await addAccount("Cordes Bau GmbH (alt)")];
    await handOver("rep", other);
    const { body: merge } = await t.post("rep", "/merges", {
      kind: "account",
      keptId: kept,
      mergedId: other,
    });
    const items = (await t.get("rep", `/accounts/${kept}/handovers`)).body.items;
    expect(items).toMatchObject([{ accountId: kept }]);
    expect((await t.del("rep", `/handovers/${items[0].id}`)).status).toBe(204);
    await t.put("rep", `/handovers/${items[0].id}/restored`, {});
    await t.del("rep", `/merges/${merge.id}`);
    expect((await t.get("rep", `/accounts/${kept}/handovers`)).body.items).toEqual([]);
  });

  it.each([
    ["rep", 201],
    ["manager", 201],
    ["leader", 201],
    ["colleague", 403],
    ["stranger", 404],
  ] as const)("is handed over by the holder, their manager and leaders: %s %i", async (who, status) => {
    const id = await addAccount(`Dorn ${who}`);
    expect((await handOver(who, id)).status).toBe(status);
    expect((await t.get("stranger", `/accounts/${id}/handovers`)).status).toBe(404);
  });

  it("is not there for a stranger, nor when nobody has it", async () => {
    const { body } = await handOver("rep", await addAccount("Eder Glas"));
    for (const id of [body.id, nobody]) {
      expect((await t.del("stranger", `/handovers/${id}`)).status).toBe(404);
      expect((await t.put("stranger", `/handovers/${id}/restored`, {})).status).toBe(404);
    }
    expect((await handOver("rep", nobody)).status).toBe(404);
  });

  it.each([
    [{ toName: "" }, "toName"],
    [{ toMemberId: nobody, toName: null }, "toMemberId"],
    [{ day: "2026-11-19" }, "day"],
  ])("says what cannot be: %j", async (more, field) => {
    const refused = await handOver("rep", await addAccount("Falk Optik"), more);
    expect(refused).toMatchObject({ status: 422, body: { field } });
  });

  it("is a client, and remembers the deal after which it was", async () => {
    const facts = { name: "Ihle Ideen", kind: "prospect", holderId: t.cast.rep };
    const prospect = (await t.post("rep", "/accounts", facts)).body.id as string;
    const refused = await handOver("rep", prospect);
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining("is no client")]);
    const deal = (await t.post("rep", "/deals", { name: "Line one", accountId: prospect })).body.id;
    await t.put("rep", `/deals/${deal}/outcome`, { outcome: "won" });
    const made = await handOver("rep", prospect, { becauseId: deal });
    expect([made.status, made.body.becauseId]).toEqual([201, deal]);
    expect(await verbs(deal)).toContain("account.handed-over");
  });

  it("needs somebody who holds the relationship, and somebody else to look after it", async () => {
    const unheld = await handOver("leader", await addAccount("Gerlach Druck", null));
    expect(unheld).toMatchObject({ status: 409 });
    expect(unheld.body.detail).toContain("nobody holds the relationship with Gerlach Druck");
    const own = await addAccount("Huber Holz");
    const mine = { toName: null, toMemberId: t.cast.rep };
    expect(await handOver("rep", own, mine)).toMatchObject({ status: 422, body: { field: "toMemberId" } });
    await handOver("rep", own);
    expect((await handOver("rep", own, mine)).status).toBe(201);
  });
});
