import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import { decodeCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { GoalRow, Stays } from "./goal-sum.ts";
import type { Measure } from "./measure.ts";
import { HAS_COME } from "./member-reader.ts";
import type { TeamTables } from "./team-tables.ts";

/** All goals ever set: for these scopes, or in the whole workspace. */
export async function goalsOf(tx: Tx, scopeIds: readonly string[] | "all"): Promise<GoalRow[]> {
  const { rows } = await sql<GoalRow>`
    select scope_id as "scopeId", measure, every, from_day as "fromDay", amount
      from goal
     where workspace_id = ${tx.workspaceId}
       ${scopeIds === "all" ? sql`` : sql`and scope_id = any(${scopeIds}::uuid[])`}`.execute(tx.tables());
  return rows;
}

/** Who counts in the goal of a team, or of the whole company, and when. */
export async function staysIn(tx: Tx, teamId: string | null): Promise<Stays[]> {
  const { rows } = await sql<Stays>`
    with ${special(tx)}
    select case when x.has_own then s.member_id end as "memberId",
           ${teamId === null ? sql`of_team.scope_id` : sql`s.team_id`} as "teamId",
           s.role, s.from_day as "fromDay", s.until_day as "untilDay", count(*)::int as heads
      from team_stay s
      left join special x on x.id = s.member_id
      ${teamId === null ? sql`left join own as of_team on of_team.scope_id = s.team_id` : sql``}
     where s.workspace_id = ${tx.workspaceId} and ${COUNTING}
       ${teamId === null ? sql`` : sql`and s.team_id = ${teamId}`}
     group by 1, 2, 3, 4, 5`.execute(tx.tables());
  return rows;
}

/** The same of every team on one day, each team named. */
export async function staysOn(tx: Tx, day: Day): Promise<Stays[]> {
  const { rows } = await sql<Stays>`
    with ${special(tx)}
    select case when x.has_own then s.member_id end as "memberId", s.team_id as "teamId",
           s.role, ${day}::date as "fromDay", null::date as "untilDay", count(*)::int as heads
      from team_stay s
      left join special x on x.id = s.member_id
     where s.workspace_id = ${tx.workspaceId} and ${COUNTING}
       and s.from_day <= ${day} and (s.until_day is null or s.until_day > ${day})
     group by 1, 2, 3`.execute(tx.tables());
  return rows;
}

/**
 * Who has goals of their own, or has not come yet: only these few are joined to the stays of thousands. Those who were invited
 * and have not come yet count in no goal, and who is no rep in a stay only with goals of their own.
 */
function special(tx: Tx): RawBuilder<unknown> {
  return sql`
    own as (select distinct scope_id from goal where workspace_id = ${tx.workspaceId}),
    special as (
      select m.id, own.scope_id is not null as has_own, not ${HAS_COME} as never_came
        from member m
        left join own on own.scope_id = m.id
       where m.workspace_id = ${tx.workspaceId} and (own.scope_id is not null or not ${HAS_COME}))`;
}

const COUNTING = sql`(x.id is null and s.role = 'rep' or x.has_own and not x.never_came)`;

/** The stays of these members, each for themselves. */
export async function staysOfEach(tx: Tx, memberIds: readonly string[]): Promise<Stays[]> {
  const { rows } = await sql<Stays>`
    select m.id as "memberId", s.team_id as "teamId", s.role, s.from_day as "fromDay", s.until_day as "untilDay", 1 as heads
      from member m
      join team_stay s on s.workspace_id = m.workspace_id and s.member_id = m.id
     where m.workspace_id = ${tx.workspaceId} and m.id = any(${memberIds}::uuid[]) and ${HAS_COME}`.execute(
    tx.tables(),
  );
  return rows;
}

export type GoalSaid = GoalRow & { setBy: string | null; setAt: Date };

export async function saveGoals(tx: Tx, goals: readonly GoalSaid[]): Promise<void> {
  if (goals.length === 0) return;
  await tx
    .tables<TeamTables>()
    .insertInto("goal")
    .values(
      goals.map(({ scopeId, measure, fromDay, every, amount, setBy, setAt }) => ({
        workspace_id: tx.workspaceId,
        scope_id: scopeId,
        measure,
        from_day: fromDay,
        every,
        amount,
        set_by: setBy,
        set_at: setAt,
      })),
    )
    .onConflict((same) =>
      same.columns(["workspace_id", "scope_id", "measure", "from_day"]).doUpdateSet((said) => ({
        every: said.ref("excluded.every"),
        amount: said.ref("excluded.amount"),
        set_by: said.ref("excluded.set_by"),
        set_at: said.ref("excluded.set_at"),
      })),
    )
    .execute();
}

/** In which team each of these is today, of those who are here. */
export async function teamsOfEach(tx: Tx, memberIds: readonly string[]): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ id: string; teamId: string | null }>`
    select id, team_id as "teamId" from member
     where workspace_id = ${tx.workspaceId} and id = any(${memberIds}::uuid[]) and left_at is null`.execute(
    tx.tables(),
  );
  return new Map(rows.map(({ id, teamId }) => [id, teamId]));
}

export interface GoalScopeRow {
  kind: "member" | "team";
  id: string;
  name: string;
  measures: Measure[];
}

/** Teams, then members, by name, who have goals of their own that stand on that day. */
export async function scopesWithOwnGoals(
  tx: Tx,
  day: Day,
  cursor: string | undefined,
  limit: number,
): Promise<Page<GoalScopeRow>> {
  const [rank, name, id] = cursor
    ? (decodeCursor(cursor, 3) as [number, string, string])
    : [null, null, null];
  const { rows } = await sql<GoalScopeRow & { rank: number; key: string }>`
    with standing as (
      select distinct on (scope_id, measure) scope_id, measure, amount
        from goal where workspace_id = ${tx.workspaceId} and from_day <= ${day}
       order by scope_id, measure, from_day desc),
    scope as (
      select 0 as rank, 'team' as kind, id, name from team where workspace_id = ${tx.workspaceId} and closed_at is null
      union all
      select 1, 'member', id, name from member where workspace_id = ${tx.workspaceId} and left_at is null)
    select kind, id, name, array_agg(measure order by measure) as measures, rank, lower(name) as key
      from standing join scope on scope.id = standing.scope_id
     where amount is not null
       and (${rank}::int is null or (rank, lower(name), id) > (${rank}::int, ${name}::text, ${id}::uuid))
     group by rank, kind, id, name
     order by rank, key, id
     limit ${limit + 1}`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > limit && last ? encodeCursor([last.rank, last.key, last.id]) : null,
  };
}
