import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import { daysOffChecks } from "./days-off-verify-reader.ts";

let t: TestHouse;
let owner: pg.Client;
beforeAll(async () => {
  t = await openTestHouse();
  owner = new pg.Client({ connectionString: t.test.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await t?.close();
});

const mistakes = async () =>
  t.test.database.read(t.cast.workspaceId, async (tx) =>
    (
      await Promise.all(daysOffChecks.map((check) => check.mistakes(tx, { id: tx.workspaceId, firstDay: 1 })))
    ).flat(),
  );

it("holds after saying, taking back and returning, and sees a row that no line tells of", async () => {
  const day = (await t.post("leader", "/holidays", { day: "2026-11-20", name: "Outing" })).body.id;
  const list = (await t.post("leader", "/holiday-lists", { country: "DE" })).body.id;
  const away = (await t.post("rep", "/absences", { fromDay: "2026-11-23", toDay: "2026-11-24" })).body.id;
  const gone = (await t.post("rep", "/absences", { fromDay: "2026-12-01", toDay: "2026-12-01" })).body.id;
  expect(await mistakes()).toEqual([]);
  await t.del("rep", `/absences/${gone}`);
  await t.del("leader", `/holidays/${day}`);
  await t.del("leader", `/holiday-lists/${list}`);
  expect(await mistakes()).toEqual([]);
  await t.put("leader", `/holidays/${day}/return`, {});
  await t.put("leader", `/holiday-lists/${list}/return`, {});
  expect(await mistakes()).toEqual([]);

  await owner.query("update absence set taken_back_at = now() where id = $1", [away]);
  await owner.query("update absence set taken_back_at = null where id = $1", [gone]);
  await owner.query("update holiday_list set taken_back_at = now() where id = $1", [list]);
  expect((await mistakes()).toSorted()).toEqual(
    [
      `the absence ${away} was taken back, and a line says it stands`,
      `the absence ${gone} stands, and no line says so`,
      `the list of holidays ${list} was taken back, and a line says it stands`,
    ].toSorted(),
  );
});
