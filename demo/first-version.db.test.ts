import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase, type Database } from "#lib/storage/database.ts";
import { MIGRATIONS_FOLDER, SERVER_ROLE } from "#lib/storage/migrate.ts";
import { restore } from "#lib/storage/restore.ts";
import { createEmptyDatabase } from "#lib/storage/test-database.ts";
import { verify } from "#lib/storage/verify.ts";
import { findWorkspaceId } from "#team/workspace-store.ts";
import { checks } from "../app/house.ts";

// Made once by the first version, from the small cast and one of everything (fill-house.ts). It is never made anew: what a
// team wrote with that version has to come along through every migration there will be.
const FIRST_VERSION = fileURLToPath(new URL("first-version.backup.gz", import.meta.url));

let empty: Awaited<ReturnType<typeof createEmptyDatabase>>;
let database: Database;
beforeAll(async () => {
  empty = await createEmptyDatabase();
});
afterAll(async () => {
  await database?.close();
  await empty?.drop();
});

it("comes from the first version to the newest in one step, with everything in it and every number right", async () => {
  await restore(empty.ownerUrl, FIRST_VERSION, { folder: MIGRATIONS_FOLDER });
  database = await openDatabase({ url: empty.ownerUrl, role: SERVER_ROLE, connections: 4 });
  const id = (await findWorkspaceId(database, "nordlicht-systeme"))!;
  const workspace = { id, firstDay: 1 as const };
  const results = await verify(database, workspace, checks, () => performance.now());
  expect(results.flatMap((result) => result.mistakes)).toEqual([]);
  const { rows } = await database.read(id, (tx) =>
    sql<{ measure: string; count: number }>`
      select measure, sum(count)::bigint as count from tally
       where workspace_id = ${id} and scope_id = ${id} group by measure order by measure`.execute(
      tx.tables(),
    ),
  );
  expect(Object.fromEntries(rows.map((row) => [row.measure, row.count]))).toEqual({
    "deals-closed": 1,
    "deals-won": 1,
    "meetings-held": 1,
    "meetings-scheduled": 1,
    "people-asked": 2,
    "referrals-received": 1,
  });
});
