import { sql } from "kysely";
import type { Tx } from "#lib/storage/database.ts";

/** The ids of those who stand for these persons now; unknown ids are left out. */
export async function keptIdsOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct kept_id as id from person
     where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[])`.execute(tx.tables());
  return rows.map(({ id }) => id);
}

/** Locks the rows one after the other, in the order of their ids. */
export async function lockPeople(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    select id from person
     where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[])
     order by id
       for no key update`.execute(tx.tables());
}
