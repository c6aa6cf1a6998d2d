import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";

export async function insertReportPause(
  tx: Tx,
  pause: { id: string; personId: string; untilDay: Day },
  actor: Actor,
): Promise<void> {
  await sql`
    insert into report_pause (workspace_id, id, person_id, until_day, day, by_id, at)
    values (${tx.workspaceId}, ${pause.id}, ${pause.personId}, ${pause.untilDay}, ${actor.today}, ${actor.member.id},
            ${actor.now})`.execute(tx.tables());
}

/** The last that stands; null: none. */
export async function lastReportPause(tx: Tx, personIds: readonly string[]): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from report_pause
     where workspace_id = ${tx.workspaceId} and person_id = any(${personIds}::uuid[]) and taken_back_at is null
     order by id desc limit 1`.execute(tx.tables());
  return rows[0]?.id ?? null;
}

export async function takeBackReportPause(tx: Tx, id: string, actor: Actor): Promise<void> {
  await sql`
    update report_pause set taken_back_at = ${actor.now}, taken_back_by = ${actor.member.id}
     where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx.tables());
}
