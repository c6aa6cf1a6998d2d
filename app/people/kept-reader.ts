import { sql, type RawBuilder } from "kysely";
import type { Tx } from "#lib/storage/database.ts";

/** The id of the record that stands for somebody today, of any record of theirs. */
export function keptOf(tx: Tx, personId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select p.kept_id from person p where p.workspace_id = ${tx.workspaceId} and p.id = ${personId})`;
}

/** `id` of the record that stands for somebody and of those merged into it. */
export function idsOf(tx: Tx, keptId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select same.id from person same where same.workspace_id = ${tx.workspaceId} and same.kept_id = ${keptId}`;
}
