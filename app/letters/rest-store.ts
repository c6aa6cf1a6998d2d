import { sql } from "kysely";
import type { Tx } from "#lib/storage/database.ts";
import type { RestingRow } from "./letter-tables.ts";

/** Nothing goes to the address from here on; once it rests, it stays as it is. */
export async function insertResting(
  tx: Tx,
  rest: Pick<RestingRow, "id" | "key" | "why" | "says" | "at">,
): Promise<void> {
  await sql`
    insert into resting_address (workspace_id, id, key, why, says, at)
    values (${tx.workspaceId}, ${rest.id}, ${rest.key}, ${rest.why}, ${rest.says}, ${rest.at})
    on conflict (workspace_id, key) where lifted_at is null do nothing`.execute(tx.tables());
}

export async function restingAt(tx: Tx, keys: readonly string[]): Promise<RestingRow[]> {
  const { rows } = await sql<RestingRow>`
    select id, key, why, says, at, lifted_at as "liftedAt" from resting_address
     where workspace_id = ${tx.workspaceId} and key = any(${keys}::text[]) and lifted_at is null`.execute(
    tx.tables(),
  );
  return rows;
}

export async function findResting(tx: Tx, id: string): Promise<RestingRow | null> {
  const { rows } = await sql<RestingRow>`
    select id, key, why, says, at, lifted_at as "liftedAt" from resting_address
     where workspace_id = ${tx.workspaceId} and id = ${id} for update`.execute(tx.tables());
  return rows[0] ?? null;
}

/** null: it rests again. */
export async function liftRestingRow(
  tx: Tx,
  id: string,
  lifted: { at: Date; by: string } | null,
): Promise<void> {
  await sql`
    update resting_address set lifted_at = ${lifted?.at ?? null}, lifted_by = ${lifted?.by ?? null}
     where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx.tables());
}
