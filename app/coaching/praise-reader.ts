import { sql } from "kysely";
import type { Tx } from "#lib/storage/database.ts";

/** Which of these rehearsals a member scores, or is asked to. */
export async function sessionsScoredBy(
  tx: Tx,
  memberId: string,
  sessionIds: readonly string[],
): Promise<Set<string>> {
  if (sessionIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select session_id as id from practice_score
     where workspace_id = ${tx.workspaceId} and scorer_id = ${memberId} and session_id = any(${sessionIds}::uuid[])`.execute(
    tx.tables(),
  );
  return new Set(rows.map(({ id }) => id));
}
