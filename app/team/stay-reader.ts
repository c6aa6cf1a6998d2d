import { sql, type RawBuilder } from "kysely";
import type { Tx } from "#lib/storage/database.ts";

/** The team a member was in on that day, for a query of one's own; before their first stay the first one's, null outside any. */
export function teamOn(tx: Tx, member: RawBuilder<unknown>, day: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select s.team_id from team_stay s
     where s.workspace_id = ${tx.workspaceId} and s.member_id = ${member}
     order by (s.from_day <= ${day}) desc, case when s.from_day <= ${day} then s.from_day end desc, s.from_day
     limit 1)`;
}
