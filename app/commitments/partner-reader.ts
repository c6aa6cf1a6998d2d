import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";

export interface RepLine {
  id: string;
  name: string;
  teamId: string | null;
  teamName: string | null;
}

/** Reps who are here, by name: of these teams, or all. */
export async function repsOf(tx: Tx, teamIds: readonly string[] | undefined): Promise<RepLine[]> {
  const { rows } = await sql<RepLine>`
    select m.id, m.name, m.team_id as "teamId", t.name as "teamName"
      from member m
      left join team t on t.workspace_id = m.workspace_id and t.id = m.team_id
     where m.workspace_id = ${tx.workspaceId} and m.left_at is null and m.role = 'rep'
       and (${teamIds ?? null}::uuid[] is null or m.team_id = any(${teamIds ?? null}::uuid[]))
     order by lower(m.name), m.id`.execute(tx.tables());
  return rows;
}

/** How many weeks each of them told of. */
export async function reportedWeeks(
  tx: Tx,
  memberIds: readonly string[],
  { start, end }: { start: Day; end: Day },
): Promise<Map<string, number>> {
  const { rows } = await sql<{ memberId: string; weeks: number }>`
    select p.member_id as "memberId", count(*)::int as weeks
      from week_plan p
      join check_in c on c.workspace_id = p.workspace_id and c.plan_id = p.id and c.taken_back_at is null
     where p.workspace_id = ${tx.workspaceId} and p.member_id = any(${memberIds}::uuid[]) and p.taken_back_at is null
       and p.mid_week between ${start} and ${end}
     group by p.member_id`.execute(tx.tables());
  return new Map(rows.map(({ memberId, weeks }) => [memberId, weeks]));
}
