import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import { decodeCursorAs, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { TeamTables } from "#team/team-tables.ts";

export interface TeamLine {
  id: string;
  name: string;
  closed: boolean;
}

export interface MemberLine {
  id: string;
  name: string;
  /** Today's team. */
  teamId: string | null;
  left: boolean;
}

/** Closed teams too: their past stays readable. */
export async function findTeam(tx: Tx, id: string): Promise<TeamLine | null> {
  const row = await tx
    .tables<TeamTables>()
    .selectFrom("team")
    .select(["id", "name", "closed_at"])
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ? { id: row.id, name: row.name, closed: row.closed_at !== null } : null;
}

/** Members who have left too. */
export async function findMember(tx: Tx, id: string): Promise<MemberLine | null> {
  const [member] = await findMembers(tx, { ids: [id] });
  return member ?? null;
}

export async function allTeams(tx: Tx): Promise<TeamLine[]> {
  const { rows } = await sql<TeamLine>`
    select id, name, closed_at is not null as closed from team
     where workspace_id = ${tx.workspaceId}
     order by lower(name), id`.execute(tx.tables());
  return rows;
}

/** The members with these ids, and those who are in the team today. */
export async function findMembers(
  tx: Tx,
  who: { ids: readonly string[]; teamId?: string },
): Promise<MemberLine[]> {
  const { rows } = await sql<MemberLine>`
    select id, name, team_id as "teamId", left_at is not null as left from member
     where workspace_id = ${tx.workspaceId}
       and (id = any(${who.ids}::uuid[]) or (team_id = ${who.teamId ?? null}::uuid and left_at is null))
     order by lower(name), id`.execute(tx.tables());
  return rows;
}

/** Those who are here, or left on that day or later, by name, a page at a time. */
export async function membersHereSince(
  tx: Tx,
  day: Day,
  cursor: string | undefined,
  limit: number,
): Promise<Page<MemberLine>> {
  const after = cursor === undefined ? null : (decodeCursorAs(cursor, ["text", "id"]) as [string, string]);
  const { rows } = await sql<MemberLine & { key: string }>`
    select id, name, team_id as "teamId", left_at is not null as left, lower(name) as key from member
     where workspace_id = ${tx.workspaceId} and (left_at is null or left_at >= ${day}::date)
       ${after === null ? sql`` : sql`and (lower(name), id) > (${after[0]}, ${after[1]}::uuid)`}
     order by lower(name), id
     limit ${limit + 1}`.execute(tx.tables());
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(({ id, name, teamId, left }) => ({ id, name, teamId, left })),
    nextCursor: last ? encodeCursor([last.key, last.id]) : null,
  };
}
