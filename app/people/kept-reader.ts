import { sql, type RawBuilder } from "kysely";
import type { Tx } from "#lib/storage/database.ts";

/** The id of the record that stands for somebody today, of any record of theirs. */
export function keptOf(tx: Tx, personId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select p.kept_id from person p where p.workspace_id = ${tx.workspaceId} and p.id = ${personId})`;
}

/** `id` of the record that stands for somebody and of those merged into it: few are, so their index is small and at hand where that of everybody is not. */
export function idsOf(tx: Tx, keptId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select ${keptId} as id union all
    select merged.id from person merged where merged.workspace_id = ${tx.workspaceId} and merged.merged_into = ${keptId}`;
}
