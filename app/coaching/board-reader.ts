import { sql } from "kysely";
import type { Role } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";

export interface Colleague {
  id: string;
  name: string;
  role: Role;
  teamId: string | null;
  /** The first day on which they can have done anything here. */
  since: Day;
}

/** Who works here and has come in, by name: of a team, or all. */
export async function colleagues(tx: Tx, timeZone: string, teamId: string | null): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    select m.id, m.name, m.role, m.team_id as "teamId", (m.joined_at at time zone ${timeZone})::date as since
      from member m
     where m.workspace_id = ${tx.workspaceId} and m.left_at is null
       and (m.user_id is not null or not exists (
             select from invitation i where i.workspace_id = m.workspace_id and i.member_id = m.id))
       and (${teamId}::uuid is null or m.team_id = ${teamId}::uuid)
     order by lower(m.name), m.id`.execute(tx.tables());
  return rows;
}

/** Whether anybody had done anything that counts before that day. */
export async function anythingBefore(tx: Tx, day: Day): Promise<boolean> {
  const { rows } = await sql`
    select from journal
     where workspace_id = ${tx.workspaceId} and measure = 'people-asked' and day < ${day} limit 1`.execute(
    tx.tables(),
  );
  return rows.length > 0;
}

/** Closed ones too: their past stays readable. */
export async function isTeam(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`select from team where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(
    tx.tables(),
  );
  return rows.length > 0;
}
