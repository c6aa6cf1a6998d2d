import { sql, type RawBuilder } from "kysely";
import type { Tx } from "#lib/storage/database.ts";

/** Whether an introduction was asked for, for a statement of one's own; null without one. It keeps its ask for good, so this holds. */
export function cameOf(tx: Tx, referralId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select case when came.ask_id is null then 'spontaneous' else 'asked' end
      from referral came where came.workspace_id = ${tx.workspaceId} and came.id = ${referralId})`;
}
