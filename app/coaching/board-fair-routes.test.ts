import { afterAll, beforeAll, expect, it } from "vitest";
import type { Day } from "#lib/kernel/days.ts";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";

// It is Wednesday, 2026-11-18. November, as the workspace counts it, began on Monday the 2nd: thirteen workdays up to today.
let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse({ now: new Date("2026-11-18T10:00:00Z") });
});
afterAll(() => t?.close());

let nth = 0;
const ask = async (who: "rep" | "colleague", day: Day) => {
  nth += 1;
  const { body: person } = await t.post(who, "/people", { fullName: `Somebody ${nth}` });
  expect((await t.post(who, "/asks", { sourceId: person.id, day })).status).toBe(201);
};
const rowOf = async (memberId: string) =>
  (await t.get("rep", `/boards/asks?team=${t.cast.teams.north}`)).body.members.find(
    (each: { memberId: string }) => each.memberId === memberId,
  );

it("lets nobody rise by an absence noted afterwards over days on which they asked", async () => {
  for (const day of ["2026-11-03", "2026-11-04", "2026-11-05", "2026-11-06", "2026-11-10"])
    await ask("rep", day);
  const before = await rowOf(t.cast.rep);
  expect(before).toMatchObject({ count: 5, workdays: 13 });
  const away = { fromDay: "2026-11-02", toDay: "2026-11-08" };
  expect((await t.post("rep", "/absences", away)).status).toBe(201);
  // Of that week Monday alone was a day off.
  expect(await rowOf(t.cast.rep)).toMatchObject({ count: 5, workdays: 12, perWeek: 25 / 12 });
  const improved = (await t.get("rep", `/most-improved?team=${t.cast.teams.north}`)).body.mine;
  expect(improved[0].recent).toMatchObject({ count: 5, workdays: 19 });
});

it("leaves what a team did together as it was when somebody leaves or leads", async () => {
  await t.post("colleague", "/people", { fullName: "Nobody yet" });
  for (const day of ["2026-10-05", "2026-10-06", "2026-11-09"]) await ask("colleague", day);
  const past = async (team: string | undefined) => {
    const query = team === undefined ? "" : `?team=${team}`;
    const seen = (await t.get("leader", `/boards/asks${query}`)).body;
    return seen.past.map(({ count, workdays }: { count: number; workdays: number }) => [count, workdays]);
  };
  const { north } = t.cast.teams;
  const before = [await past(north), await past(undefined)];
  expect(before[0]?.[2]?.[0]).toBe(2);
  expect((await t.patch("leader", `/members/${t.cast.colleague}`, { role: "manager" })).status).toBe(200);
  const led = [await past(north), await past(undefined)];
  expect(led.map((each) => each.slice(0, 3))).toEqual(before.map((each) => each.slice(0, 3)));
  expect((await t.patch("leader", `/members/${t.cast.colleague}`, { role: "rep" })).status).toBe(200);
  expect([await past(north), await past(undefined)]).toEqual(before);
  const left = await t.del("leader", `/members/${t.cast.colleague}`);
  expect(left.status, JSON.stringify(left.body)).toBeLessThan(300);
  const after = [await past(north), await past(undefined)];
  expect(after.map((each) => each.map(([count]: [number]) => count))).toEqual(
    before.map((each) => each.map(([count]: [number]) => count)),
  );
  expect(after.map((each) => each.slice(0, 3))).toEqual(before.map((each) => each.slice(0, 3)));
});
