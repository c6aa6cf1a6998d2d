import { sql } from "kysely";

// What other rooms ask of a row `m` of member in joins of theirs that only read.

/** Signs in, or was never invited, or has numbers already: all but those who were invited and never came. */
export const HAS_COME = sql`(m.user_id is not null
  or not exists (select from invitation i where i.workspace_id = m.workspace_id and i.member_id = m.id)
  or exists (select from tally y where y.workspace_id = m.workspace_id and y.scope_id = m.id))`;

/** The day on which they left, where the workspace is; null: they are here. */
export const LEFT_ON = sql`(m.left_at at time zone (select w.time_zone from workspace w where w.workspace_id = m.workspace_id))::date`;

/** The first day on which they were here: in the workspace, or in a team before that. */
export const SINCE = sql`(
  select least(min(s.from_day), (m.joined_at at time zone (select w.time_zone from workspace w where w.workspace_id = m.workspace_id))::date)
    from team_stay s where s.workspace_id = m.workspace_id and s.member_id = m.id)`;
