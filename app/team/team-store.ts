import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { TeamTables } from "./team-tables.ts";

export interface TeamRow {
  id: string;
  name: string;
  managerId: string | null;
  managerName: string | null;
  closedAt: Date | null;
  /** Members in it now. */
  size: number;
}

/** Teams by name, closed ones or open ones. A workspace has few, so they come at once. */
export async function listTeams(tx: Tx, closed: boolean): Promise<TeamRow[]> {
  const { rows } = await sql<TeamRow>`
    ${teams(tx)} and (t.closed_at is not null) = ${closed} order by lower(t.name), t.id`.execute(tx.tables());
  return rows;
}

export async function findTeam(tx: Tx, id: string): Promise<TeamRow | null> {
  const { rows } = await sql<TeamRow>`${teams(tx)} and t.id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}

/** Whether an open team has the name already, in any case of its letters. */
export async function isTeamName(tx: Tx, name: string, except: string | null): Promise<boolean> {
  const { rows } = await sql`
    select from team
     where workspace_id = ${tx.workspaceId} and lower(name) = lower(${name}) and closed_at is null
       and id is distinct from ${except}::uuid limit 1`.execute(tx.tables());
  return rows.length > 0;
}

/** The names of members who are in the team today or will be, at most `limit` of them. */
export async function namesInTeam(tx: Tx, teamId: string, today: Day, limit: number): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct m.name
      from team_stay s
      join member m on m.workspace_id = s.workspace_id and m.id = s.member_id
     where s.workspace_id = ${tx.workspaceId} and s.team_id = ${teamId} and m.left_at is null
       and (s.until_day is null or s.until_day > ${today})
     order by m.name limit ${limit}`.execute(tx.tables());
  return rows.map((row) => row.name);
}

export async function updateTeam(
  tx: Tx,
  id: string,
  changes: { name?: string; manager_id?: string | null; closed_at?: Date | null; closed_by?: string | null },
): Promise<void> {
  await tx
    .tables<TeamTables>()
    .updateTable("team")
    .set(changes)
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Answers the names of the teams that are without a manager now. */
export async function clearManager(tx: Tx, memberId: string): Promise<string[]> {
  const rows = await tx
    .tables<TeamTables>()
    .updateTable("team")
    .set({ manager_id: null })
    .where("workspace_id", "=", tx.workspaceId)
    .where("manager_id", "=", memberId)
    .returning("name")
    .execute();
  return rows.map((row) => row.name);
}

function teams(tx: Tx) {
  return sql`
    select t.id, t.name, t.manager_id as "managerId", manager.name as "managerName", t.closed_at as "closedAt",
           (select count(*)::int from member m
             where m.workspace_id = t.workspace_id and m.team_id = t.id and m.left_at is null) as size
      from team t
      left join member manager on manager.workspace_id = t.workspace_id and manager.id = t.manager_id
     where t.workspace_id = ${tx.workspaceId}`;
}
