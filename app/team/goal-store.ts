import { sql } from "kysely";
import type { Role } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { GoalSet } from "./goal.ts";
import type { Kpi } from "./measure.ts";
import type { TeamTables } from "./team-tables.ts";

export interface GoalRow extends GoalSet {
  scopeId: string;
  measure: Kpi;
}

/** Members who have the same team on the same days. Those with goals of their own stand alone, with their id. */
export interface Stays {
  memberId: string | null;
  teamId: string | null;
  role: Role;
  fromDay: Day;
  untilDay: Day | null;
  heads: number;
}

/** All goals ever set for these scopes. */
export async function goalsOf(tx: Tx, scopeIds: readonly string[]): Promise<GoalRow[]> {
  const { rows } = await sql<GoalRow>`
    select scope_id as "scopeId", measure, every, from_day as "fromDay", amount
      from goal
     where workspace_id = ${tx.workspaceId} and scope_id = any(${scopeIds}::uuid[])`.execute(tx.tables());
  return rows;
}

/**
 * Who counts in whose goal and when: reps, and others who have goals of their own; not those who were invited and have not
 * come yet. Both null: the whole company.
 */
export async function staysIn(
  tx: Tx,
  within: { memberId: string | null; teamId: string | null },
): Promise<Stays[]> {
  const { memberId, teamId } = within;
  const { rows } = await sql<Stays>`
    select case when own.scope_id is not null or ${memberId}::uuid is not null then m.id end as "memberId",
           s.team_id as "teamId", m.role, s.from_day as "fromDay", s.until_day as "untilDay", count(*)::int as heads
      from member m
      join team_stay s on s.workspace_id = m.workspace_id and s.member_id = m.id
      left join (select distinct scope_id from goal where workspace_id = ${tx.workspaceId}) own on own.scope_id = m.id
     where m.workspace_id = ${tx.workspaceId}
       and (m.role = 'rep' or own.scope_id is not null)
       and (${memberId}::uuid is null or m.id = ${memberId}::uuid)
       and (${teamId}::uuid is null or s.team_id = ${teamId}::uuid)
       and (m.user_id is not null or not exists (
             select from invitation i
              where i.workspace_id = m.workspace_id and i.member_id = m.id
                and i.accepted_at is null and i.withdrawn_at is null))
     group by 1, 2, 3, 4, 5`.execute(tx.tables());
  return rows;
}

/** The stays of these members, each for themselves. */
export async function staysOfEach(tx: Tx, memberIds: readonly string[]): Promise<Stays[]> {
  const { rows } = await sql<Stays>`
    select m.id as "memberId", s.team_id as "teamId", m.role, s.from_day as "fromDay", s.until_day as "untilDay", 1 as heads
      from member m
      join team_stay s on s.workspace_id = m.workspace_id and s.member_id = m.id
     where m.workspace_id = ${tx.workspaceId} and m.id = any(${memberIds}::uuid[])`.execute(tx.tables());
  return rows;
}

export async function saveGoal(tx: Tx, goal: GoalRow & { setBy: string | null; setAt: Date }): Promise<void> {
  const { every, amount, setBy, setAt } = goal;
  await tx
    .tables<TeamTables>()
    .insertInto("goal")
    .values({
      workspace_id: tx.workspaceId,
      scope_id: goal.scopeId,
      measure: goal.measure,
      from_day: goal.fromDay,
      every,
      amount,
      set_by: setBy,
      set_at: setAt,
    })
    .onConflict((same) =>
      same
        .columns(["workspace_id", "scope_id", "measure", "from_day"])
        .doUpdateSet({ every, amount, set_by: setBy, set_at: setAt }),
    )
    .execute();
}
