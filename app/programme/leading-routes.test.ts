import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";

// It is Wednesday, 2026-11-18.
let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const START = "2026-11-02";
const TODAY = "2026-11-18";
const answers = async () => (await t.get("leader", "/leading?month=this")).body;
const introducedBy = async (): Promise<(string | null)[]> =>
  (await t.get("leader", `/leading/meetings?from=${START}&to=${TODAY}&introduced=true`)).body.items.map(
    (each: { sourceName: string | null }) => each.sourceName,
  );

describe("a leader's three answers", () => {
  it("count no meeting and no deal as introduced whose introduction is a name only", async () => {
    const { id: sourceId } = (await t.post("rep", "/people", { fullName: "Fenja Ahlers" })).body;
    const made = await t.post("rep", "/referrals", {
      sourceId,
      contact: { fullName: "Jan Vogt" },
      level: 2,
      day: "2026-11-10",
    });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const { id: referralId, contactId } = made.body;
    const meeting = { personId: contactId, referralId, day: "2026-11-12", scheduledOn: "2026-11-11" };
    const { id } = (await t.post("rep", "/meetings", meeting)).body;
    expect(
      (await t.put("rep", `/meetings/${id}/outcome`, { outcome: "held", day: "2026-11-12" })).status,
    ).toBe(200);
    const account = (await t.post("rep", "/accounts", { name: "Vogt KG", kind: "prospect" })).body;
    const deal = await t.post("rep", "/deals", {
      name: "Pumps",
      accountId: account.id,
      referralId,
      openedOn: "2026-11-13",
    });
    expect(deal.status).toBe(201);
    const deals = async () => {
      const { barriers } = (await t.get("leader", "/barriers")).body;
      return barriers
        .flatMap((each: { measures: { measure: string; found: unknown }[] }) => each.measures)
        .find((each: { measure: string }) => each.measure === "deals-from-introductions").found;
    };
    expect((await answers()).meetings).toMatchObject({ count: 1, of: 1 });
    expect(await introducedBy()).toEqual(["Fenja Ahlers"]);
    expect(await deals()).toEqual({ count: 1, of: 1 });

    expect((await t.put("rep", `/referrals/${referralId}/level`, { level: 0 })).status).toBe(200);
    expect((await answers()).introductions.count).toBe(0);
    expect((await answers()).meetings).toMatchObject({ count: 0, of: 1 });
    expect(await introducedBy()).toEqual([]);
    const all = await t.get("leader", `/leading/meetings?from=${START}&to=${TODAY}`);
    expect(all.body.items).toMatchObject([{ personName: "Jan Vogt", sourceName: null }]);
    expect(await deals()).toEqual({ count: 0, of: 1 });
    const facts = (counts: boolean) =>
      t.get("leader", `/barriers/deals-from-introductions/facts?from=${START}&to=${TODAY}&counts=${counts}`);
    expect((await facts(true)).body.items).toEqual([]);
    expect((await facts(false)).body.items).toHaveLength(1);
  });

  it("say how many introductions came from clients, and of the reps how many: that is what the goal asks for", async () => {
    const before = (await answers()).introductions;
    expect(before).toMatchObject({ fromClients: 0, towardsGoal: 0 });
    const at = async (kind: string, name: string) => {
      const account = (await t.post("leader", "/accounts", { name, kind })).body;
      return (await t.post("leader", "/people", { fullName: `Wer von ${name}`, accountId: account.id })).body;
    };
    const client = await at("client", "Kunde AG");
    const prospect = await at("prospect", "Fremd AG");
    let n = 0;
    const introduced = async (who: CastName, sourceId: string, day = "2026-11-10", level = 2) => {
      n += 1;
      const body = { sourceId, contact: { fullName: `Neu ${n}` }, level, day };
      const made = await t.post(who, "/referrals", body);
      expect(made.status, JSON.stringify(made.body)).toBe(201);
      return made.body.id as string;
    };
    await introduced("rep", client.id);
    const wrong = await introduced("southRep", client.id);
    await introduced("leader", client.id);
    await introduced("rep", prospect.id);
    await introduced("rep", client.id, "2026-11-10", 0);
    const now = async () => (await answers()).introductions;
    expect(await now()).toMatchObject({ count: before.count + 4, fromClients: 3, towardsGoal: 2 });
    const north = (await t.get("manager", "/leading?month=this")).body.introductions;
    expect(north).toMatchObject({ fromClients: 1, towardsGoal: 1 });
    await t.del("southRep", `/referrals/${wrong}`);
    expect(await now()).toMatchObject({ count: before.count + 3, fromClients: 2, towardsGoal: 1 });
    // A client who left after that day was one on it; a prospect who became one today was none.
    await t.patch("leader", `/accounts/${client.accountId ?? client.account.id}`, { kind: "former-client" });
    await t.patch("leader", `/accounts/${prospect.accountId ?? prospect.account.id}`, { kind: "client" });
    expect(await now()).toMatchObject({ fromClients: 2, towardsGoal: 1 });
  });
});
