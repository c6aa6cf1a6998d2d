import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "#lib/kernel/ids.ts";
import type { Tx } from "#lib/storage/database.ts";
import { openTestDatabase, type TestDatabase } from "#lib/storage/test-database.ts";
import { planAnew } from "./import-store.ts";
import { newUnderway, throughout } from "./underway-store.ts";

const now = new Date("2026-11-18T10:00:00Z");
const workspaceId = newId(now);
let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(async () => {
  await test?.drop();
});

const say = (tx: Tx, number: number) =>
  sql<{ is: number }>`select 12 / ${number}::integer as is, pg_sleep(0.05)`.execute(tx.tables());

const add = (tx: Tx, measure: string) =>
  sql`insert into tally values (${tx.workspaceId}, ${tx.workspaceId}, '2026-11-16', ${measure}, '', 1, 0)`.execute(
    tx.tables(),
  );

async function measures(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ measure: string }>`
    select measure from tally where workspace_id = ${tx.workspaceId} order by measure`.execute(tx.tables());
  return rows.map(({ measure }) => measure);
}

it("carries out what was sent before what is asked after it", async () => {
  await test.database.write(workspaceId, async (tx) => {
    const underway = newUnderway();
    await throughout(underway, async () => {
      await underway.send(planAnew(tx));
      await underway.send(say(tx, 3));
      await underway.send(add(tx, "a"));
      await underway.send(add(tx, "b"));
      expect(await measures(tx)).toEqual(["a", "b"]);
      await underway.send(add(tx, "c"));
    });
  });
  expect(await test.database.read(workspaceId, measures)).toEqual(["a", "b", "c"]);
});

it("tells why a write failed, not that what was asked after it failed too, and keeps nothing", async () => {
  const failing = test.database.write(workspaceId, async (tx) => {
    const underway = newUnderway();
    await throughout(underway, async () => {
      await underway.send(add(tx, "d"));
      await underway.send(say(tx, 0));
      await underway.send(add(tx, "e"));
      await measures(tx);
    });
  });
  await expect(failing).rejects.toThrow("division by zero");
  expect(await test.database.read(workspaceId, measures)).toEqual(["a", "b", "c"]);
});

it("fails for the last of the writes as well, though nothing is asked after it", async () => {
  const failing = test.database.write(workspaceId, async (tx) => {
    const underway = newUnderway();
    await throughout(underway, () => underway.send(say(tx, 0)));
  });
  await expect(failing).rejects.toThrow("division by zero");
});

it("throws what its own work threw when every write went well", async () => {
  const underway = newUnderway();
  const failing = throughout(underway, async () => {
    await underway.send(Promise.resolve());
    throw new Error("of its own");
  });
  await expect(failing).rejects.toThrow("of its own");
});
