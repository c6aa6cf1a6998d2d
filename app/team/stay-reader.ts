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

/**
 * The days that members were in a team, by the same rule, as rows of (member_id, from_day, until_day): the last is the first day no longer
 * in it. For many facts at once, each of which would have to look up its team.
 */
export function staysIn(tx: Tx, teamId: string): RawBuilder<unknown> {
  return sql`(
    select stay.member_id, stay.from_day, stay.until_day
      from (select s.member_id, s.team_id,
                   case when lag(s.from_day) over w is null then '-infinity' else s.from_day end as from_day,
                   coalesce(lead(s.from_day) over w, 'infinity') as until_day
              from team_stay s where s.workspace_id = ${tx.workspaceId}
            window w as (partition by s.member_id order by s.from_day)) as stay
     where stay.team_id = ${teamId})`;
}
