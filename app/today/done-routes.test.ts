import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";

// It is Wednesday, 2026-11-18.
let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const done = async (who: CastName) => {
  const answer = await t.get(who, "/done-today");
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return Object.fromEntries(
    answer.body.items.map(({ measure, count }: { measure: string; count: number }) => [measure, count]),
  );
};

it("counts what was done today, a person once, and nothing that was taken back", async () => {
  const anna = (await t.post("rep", "/people", { fullName: "Anna Albers" })).body.id;
  const bo = (await t.post("rep", "/people", { fullName: "Bo Brandt" })).body.id;
  expect(await done("rep")).toEqual({});
  await t.post("rep", "/touches", { personId: anna, kind: "call" });
  await t.post("rep", "/touches", { personId: anna, kind: "handwritten-note" });
  await t.post("rep", "/touches", { personId: bo, kind: "call", day: "2026-11-17" });
  await t.post("rep", "/asks", { sourceId: bo, channel: "call", outcome: "no" });
  expect(await done("rep")).toEqual({ touches: 1, "people-asked": 1 });
  const mistake = (await t.post("rep", "/touches", { personId: bo, kind: "visit" })).body.id;
  expect((await done("rep"))["touches"]).toBe(2);
  await t.del("rep", `/touches/${mistake}`);
  expect((await done("rep"))["touches"]).toBe(1);
  expect(await done("colleague")).toEqual({});
  expect(await done("stranger")).toEqual({});
});
