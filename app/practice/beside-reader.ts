import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { RealAsk } from "./beside-asks.ts";

/** The asks that stand of these members in the span. */
export async function realAsks(
  tx: Tx,
  memberIds: readonly string[],
  { from, to }: { from: Day; to: Day },
): Promise<RealAsk[]> {
  const { rows } = await sql<RealAsk>`
    select member_id as "memberId", day, coalesce(outcome = 'named-someone', false) as named
      from ask
     where workspace_id = ${tx.workspaceId} and member_id = any(${memberIds}::uuid[]) and day >= ${from} and day <= ${to}
       and taken_back_at is null`.execute(tx.tables());
  return rows;
}

/** On which days these members rehearsed one of these skills, and up to a week before the span. */
export async function daysPractised(
  tx: Tx,
  memberIds: readonly string[],
  skills: readonly string[],
  { from, to }: { from: Day; to: Day },
): Promise<Map<string, Day[]>> {
  const { rows } = await sql<{ memberId: string; days: Day[] }>`
    select member_id as "memberId", array_agg(distinct day) as days
      from practice_session
     where workspace_id = ${tx.workspaceId} and member_id = any(${memberIds}::uuid[]) and skill = any(${skills}::text[])
       and day >= ${from}::date - 7 and day <= ${to} and taken_back_at is null
     group by member_id`.execute(tx.tables());
  return new Map(rows.map(({ memberId, days }) => [memberId, days]));
}
