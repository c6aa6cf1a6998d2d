import { sql } from "kysely";
import type { Tx } from "#lib/storage/database.ts";

/** Whether there are at least so many asks and deals; counts no further. */
export async function hasFacts(tx: Tx, least: number): Promise<boolean> {
  const { rows } = await sql<{ many: number }>`
    select count(*)::int as many
      from (select from ask where workspace_id = ${tx.workspaceId}
            union all
            select from deal where workspace_id = ${tx.workspaceId}
            limit ${least}) as fact`.execute(tx.tables());
  return rows[0]!.many >= least;
}
