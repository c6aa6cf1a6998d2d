import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { teamOn } from "#team/stay-reader.ts";
import { HAS_COME, LEFT_ON } from "#team/member-reader.ts";
import type { Whose } from "#scorecard/scorecard-actions.ts";

/** Who was here on a day and asks: reps, and whoever else has asked in the half year before. Since so many whole weeks. */
export async function membersHere(
  tx: Tx,
  whose: Pick<Whose, "kind" | "id">,
  on: Day,
): Promise<{ id: string; weeks: number }[]> {
  const inScope =
    whose.kind === "company"
      ? sql`true`
      : whose.kind === "member"
        ? sql`m.id = ${whose.id}`
        : sql`${teamOn(tx, sql`m.id`, sql`${on}::date`)} = ${whose.id}`;
  const since =
    whose.kind === "team"
      ? sql`max(s.from_day) filter (where s.team_id = ${whose.id} and s.from_day <= ${on})`
      : sql`min(s.from_day)`;
  const { rows } = await sql<{ id: string; weeks: number }>`
    select m.id, greatest(0, (${on}::date - here.since + 1) / 7)::int as weeks
      from member m
      join lateral (
        select ${since} as since from team_stay s where s.workspace_id = m.workspace_id and s.member_id = m.id) as here on here.since <= ${on}
     where m.workspace_id = ${tx.workspaceId} and ${inScope} and ${HAS_COME}
       and (m.left_at is null or ${LEFT_ON} > ${on})
       and (m.role = 'rep' or exists (
             select from ask a where a.workspace_id = m.workspace_id and a.member_id = m.id and a.taken_back_at is null
                and a.day between ${on}::date - 182 and ${on}))
     order by m.id`.execute(tx.tables());
  return rows;
}

/** Teams in which there was somebody on a day. */
export async function teamsAsking(tx: Tx, on: Day): Promise<{ kind: "team"; id: string }[]> {
  const { rows } = await sql<{ kind: "team"; id: string }>`
    select distinct 'team' as kind, s.team_id as id from team_stay s
     where s.workspace_id = ${tx.workspaceId} and s.team_id is not null and s.from_day <= ${on}
       and (s.until_day is null or s.until_day > ${on})
     order by id`.execute(tx.tables());
  return rows;
}
