import { sql, type RawBuilder } from "kysely";
import type { Tx } from "#lib/storage/database.ts";

/** The id of the record that stands for somebody today, of any record of theirs. */
export function keptOf(tx: Tx, personId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select p.kept_id from person p where p.workspace_id = ${tx.workspaceId} and p.id = ${personId})`;
}

/** `id` and `full_name` of whoever stands for somebody today, looked up by the key: `limit 1` holds the planner to it while nothing is known of a table. */
export function personOf(tx: Tx, personId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select kept.id, kept.full_name from person kept
     where kept.workspace_id = ${tx.workspaceId} and kept.id = ${keptOf(tx, personId)} limit 1`;
}

/** `id` of the record that stands for somebody and of those merged into it: few are, so their index is small and at hand where that of everybody is not. */
export function idsOf(tx: Tx, keptId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select ${keptId} as id union all
    select merged.id from person merged where merged.workspace_id = ${tx.workspaceId} and merged.merged_into = ${keptId}`;
}
