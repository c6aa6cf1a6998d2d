import type { Tx } from "#lib/storage/database.ts";
import { sql } from "kysely";
import type { Whose } from "#team/member.ts";

/** Members of these ids, those who left too. */
export async function namesByMemberId(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from member where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[])`.execute(
    tx.tables(),
  );
  return rows;
}

/** Every member with the team they are in now, those who left too. */
export async function membersWithTeams(tx: Tx): Promise<Whose[]> {
  const { rows } = await sql<Whose>`
    select id as "memberId", team_id as "teamId" from member where workspace_id = ${tx.workspaceId}`.execute(
    tx.tables(),
  );
  return rows;
}
