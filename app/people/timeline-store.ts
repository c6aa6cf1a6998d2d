import type { Tx } from "#lib/storage/database.ts";
import { sql } from "kysely";

/** Members of these ids, those who left too. */
export async function namesByMemberId(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from member where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[])`.execute(
    tx.tables(),
  );
  return rows;
}
