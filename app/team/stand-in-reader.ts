import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Absence } from "./absence.ts";

export type NamedAbsence = Absence & { standInName: string | null };

/** Everybody's absences that touch these days, the last said last; a stand-in who has left stands in for nobody. */
export async function absencesBetween(tx: Tx, from: Day, to: Day): Promise<NamedAbsence[]> {
  const { rows } = await sql<NamedAbsence>`
    select a.member_id as "memberId", a.from_day as "fromDay", a.to_day as "toDay", s.id as "standInId", s.name as "standInName"
      from absence a
      left join member s on s.workspace_id = a.workspace_id and s.id = a.stand_in_id and s.left_at is null
     where a.workspace_id = ${tx.workspaceId} and a.taken_back_at is null and a.from_day <= ${to} and a.to_day >= ${from}
     order by a.id`.execute(tx.tables());
  return rows;
}
