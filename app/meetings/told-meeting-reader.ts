import { sql } from "kysely";
import type { Tx } from "#lib/storage/database.ts";

/** Of these meetings those of which somebody said since then that they are over. */
export async function endedSince(tx: Tx, ids: readonly string[], since: Date): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct subject_id as id from journal
     where workspace_id = ${tx.workspaceId} and subject_id = any(${ids}::uuid[]) and at > ${since}
       and verb in ('meeting.held', 'meeting.no-show', 'meeting.cancelled')`.execute(tx.tables());
  return new Set(rows.map(({ id }) => id));
}
