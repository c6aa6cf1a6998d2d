import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import type { DutyView } from "./duty-view.ts";

// Wednesday, 18 November 2026, 11:00 in Berlin.
let h: TestHouse;
beforeAll(async () => {
  h = await openTestHouse();
});
afterAll(() => h.close());

describe("after a meeting", () => {
  it("asks once how it went; the answer moves the introduction and says what its source is told", async () => {
    const [anna, bo] = [
      await made("/people", { fullName: "Anna Albers" }),
      await made("/people", { fullName: "Bo Brandt" }),
    ];
    const referral = await made("/referrals", { sourceId: anna, contactId: bo, level: 3, day: "2026-11-18" });
    const soon = { personId: bo, referralId: referral, scheduledOn: "2026-11-18", time: "10:00" };
    const meeting = await made("/meetings", { ...soon, day: "2026-11-18" });
    const asked = async () =>
      (await h.get("rep", `/meetings?member=${h.cast.rep}&stage=due`)).body.items.map(
        ({ id }: { id: string }) => id,
      );
    const stands = async () => {
      const { state } = (await h.get("rep", `/referrals/${referral}`)).body;
      const report = (await duties()).find(({ kind }) => kind === "report");
      return [await asked(), state, report?.metOn];
    };
    const duties = async (): Promise<DutyView[]> =>
      (await h.get("rep", `/duties?referral=${referral}`)).body.items;

    expect(await stands()).toEqual([[meeting], "meeting-scheduled", null]);
    const path = `/meetings/${meeting}/outcome`;
    expect((await h.put("rep", path, { outcome: "held" })).status).toBe(200);
    expect(await stands()).toEqual([[], "met", "2026-11-18"]);
    expect((await h.put("rep", path, { outcome: "held" })).status).toBe(200);
    expect(await stands()).toEqual([[], "met", "2026-11-18"]);
    expect((await h.put("rep", path, { outcome: "no-show" })).status).toBe(200);
    expect(await stands()).toEqual([[], "meeting-scheduled", null]);
    expect((await h.del("rep", path)).status).toBe(200);
    expect(await stands()).toEqual([[meeting], "meeting-scheduled", null]);
    expect((await h.put("rep", path, { outcome: "cancelled" })).status).toBe(200);
    expect(await stands()).toEqual([[], "introduced", null]);
    expect(await h.mistakes()).toEqual([]);
  });

  it("asks for another word when the source heard before, and keeps both", async () => {
    await h.patch("leader", "/clocks", { since: "2026-11-01" });
    const [anna, bo] = [
      await made("/people", { fullName: "Carla Conrad" }),
      await made("/people", { fullName: "Dora Damm" }),
    ];
    const referral = await made("/referrals", { sourceId: anna, contactId: bo, level: 3, day: "2026-11-16" });
    const id = `${referral}.report.${anna}`;
    const report = async (): Promise<DutyView> =>
      (await h.get("rep", `/duties?referral=${referral}`)).body.items.find(
        (duty: DutyView) => duty.kind === "report",
      );
    const owed = async () =>
      (await h.get("rep", `/duties?responsible=${h.cast.rep}`)).body.items.some(
        (duty: DutyView) => duty.id === id,
      );
    await h.put("rep", `/referrals/${referral}/state`, { state: "responded" });
    await made("/settlements", { duties: [`${referral}.thank.${anna}`], how: "call", day: "2026-11-16" });
    await made("/settlements", { duties: [id], how: "message", day: "2026-11-16" });
    expect([(await report()).state, await owed()]).toEqual(["done", false]);

    const soon = { personId: bo, referralId: referral, scheduledOn: "2026-11-16", time: "10:00" };
    const meeting = await made("/meetings", { ...soon, day: "2026-11-17" });
    expect((await h.put("rep", `/meetings/${meeting}/outcome`, { outcome: "held" })).status).toBe(200);
    expect(await report()).toMatchObject({ state: "open", metOn: "2026-11-17", heardOn: "2026-11-16" });
    expect(await owed()).toBe(true);
    const early = { duties: [id], how: "call", day: "2026-11-16" };
    expect(await h.post("rep", "/settlements", early)).toMatchObject({ status: 422, body: { field: "day" } });

    await made("/settlements", { duties: [id], how: "call" });
    expect(await report()).toMatchObject({ state: "done", heardOn: null, settled: { how: "call" } });
    await made("/settlements", { duties: [id], how: "call" });
    const verbs = (await h.get("rep", `/timeline?of=${anna}`)).body.items.map(
      ({ verb }: { verb: string }) => verb,
    );
    expect(verbs.filter((verb: string) => verb === "source.told")).toHaveLength(2);
    expect(await h.mistakes()).toEqual([]);

    expect((await h.del("rep", `/duties/${id}/settlement`)).status).toBe(204);
    expect(await report()).toMatchObject({ state: "open", heardOn: "2026-11-16" });
    expect((await h.del("rep", `/meetings/${meeting}/outcome`)).status).toBe(200);
    expect(await report()).toMatchObject({ state: "done", heardOn: null, settled: { how: "message" } });
    expect(await h.mistakes()).toEqual([]);
  });
});

async function made(path: string, body: object): Promise<string> {
  const answer = await h.post("rep", path, body);
  expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBe(201);
  return answer.body.id;
}
