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
});

async function made(path: string, body: object): Promise<string> {
  const answer = await h.post("rep", path, body);
  expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBe(201);
  return answer.body.id;
}
