import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";

/** METHOD.md, rule 10, where no leader has said otherwise. */
const DEFAULT_SESSIONS = 3;

/** How many practice sessions are required in a week. */
export async function requiredSessions(tx: Tx, week: Day): Promise<number> {
  const { rows } = await sql<{ sessions: number }>`
    select sessions from practice_rule
     where workspace_id = ${tx.workspaceId} and taken_back_at is null and from_day <= ${week}
     order by from_day desc, id desc limit 1`.execute(tx.tables());
  return rows[0]?.sessions ?? DEFAULT_SESSIONS;
}
