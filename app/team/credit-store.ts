import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { teamOn } from "./stay-reader.ts";

/** The member's team now and on the day; before their first stay, the first one's team. Null when there is no such member. */
export async function teamAndStayOf(
  tx: Tx,
  memberId: string,
  day: Day,
): Promise<{ teamNow: string | null; teamThen: string | null } | null> {
  const { rows } = await sql<{ teamNow: string | null; teamThen: string | null }>`
    select m.team_id as "teamNow",
           ${teamOn(tx, sql`m.id`, sql`${day}::date`)} as "teamThen"
      from member m
     where m.workspace_id = ${tx.workspaceId} and m.id = ${memberId}`.execute(tx.tables());
  return rows[0] ?? null;
}

/** Many at once, in the order given: the team each member was in on the day; undefined where there is no such member. */
export async function teamsThen(
  tx: Tx,
  facts: readonly { memberId: string; day: Day }[],
): Promise<(string | null | undefined)[]> {
  const { rows } = await sql<{ at: number; teamThen: string | null }>`
    select wanted.at, ${teamOn(tx, sql`m.id`, sql`wanted.day`)} as "teamThen"
      from unnest(${facts.map((fact) => fact.memberId)}::uuid[], ${facts.map((fact) => fact.day)}::date[])
           with ordinality as wanted (member_id, day, at)
      join member m on m.workspace_id = ${tx.workspaceId} and m.id = wanted.member_id`.execute(tx.tables());
  const teams: (string | null | undefined)[] = facts.map(() => undefined);
  for (const row of rows) teams[row.at - 1] = row.teamThen;
  return teams;
}
