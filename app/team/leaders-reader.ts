import { sql } from "kysely";
import type { Tx } from "#lib/storage/database.ts";
import { NEVER_CAME } from "./member-store.ts";

/** How many leaders are here, without those who were invited and have not come in yet. */
export async function leadersHere(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from member m
     where m.workspace_id = ${tx.workspaceId} and m.role = 'leader' and m.left_at is null and not ${NEVER_CAME}`.execute(
    tx.tables(),
  );
  return rows[0]?.count ?? 0;
}
