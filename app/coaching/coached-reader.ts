import { sql } from "kysely";
import type { Counted } from "#commitments/promise.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";

/** A 1:1 that was held: who was coached by whom, when, and on what. */
export interface Coached {
  oneOnOneId: string;
  memberId: string;
  coachId: string;
  coachName: string;
  day: Day;
  /** The key of a rubric; null: none was agreed on. */
  skill: string | null;
  number: { measure: Counted; count: number } | null;
}

/** Every 1:1 held in this time, the latest first: of everybody, or of those who are in these teams today. */
export async function coachedBetween(
  tx: Tx,
  { from, to, teamIds }: { from: Day; to: Day; teamIds?: readonly string[] | undefined },
): Promise<Coached[]> {
  const { rows } = await sql<Omit<Coached, "number"> & { measure: Counted | null; count: number | null }>`
    select o.id as "oneOnOneId", o.member_id as "memberId", o.coach_id as "coachId", c.name as "coachName", o.held_on as day,
           o.skill, o.measure, o.count
      from one_on_one o
      join member c on c.workspace_id = o.workspace_id and c.id = o.coach_id
      join member m on m.workspace_id = o.workspace_id and m.id = o.member_id
     where o.workspace_id = ${tx.workspaceId} and o.taken_back_at is null and o.held_on between ${from} and ${to}
       and (${teamIds ?? null}::uuid[] is null or m.team_id = any(${teamIds ?? null}::uuid[]))
     order by o.held_on desc, o.id desc`.execute(tx.tables());
  return rows.map(({ measure, count, ...row }) => ({
    ...row,
    number: measure === null || count === null ? null : { measure, count },
  }));
}
