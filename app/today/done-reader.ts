import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { MEASURES, type Measure } from "#team/measure.ts";

/** What a member did on a day as the scorecard counts it; a person counts once. Without what was taken back. */
export async function doneOn(
  tx: Tx,
  memberId: string,
  day: Day,
): Promise<{ measure: Measure; count: number }[]> {
  const { rows } = await sql<{ measure: Measure; count: number }>`
    select j.measure, count(distinct coalesce(j.once_key, j.id))::int as count
      from journal j
     where j.workspace_id = ${tx.workspaceId} and j.member_id = ${memberId} and j.measure = any(${[...MEASURES]}::text[])
       and j.day = ${day} and j.undoes is null
       and not exists (select from journal u where u.workspace_id = j.workspace_id and u.undoes = j.id)
     group by j.measure`.execute(tx.tables());
  return rows;
}
