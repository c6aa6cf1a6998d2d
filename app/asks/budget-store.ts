import { sql } from "kysely";
import { addDays, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Drawn } from "./budget.ts";

// A year of rest at most, and a quarter of fourteen weeks.
const LOOK_BACK_DAYS = 400;

/**
 * What draws on these persons (kept ids), by kept id: every ask that stands, of every rep, and every reference they gave, as
 * far as it can bear on an ask of that day. Every id without draws has none.
 */
export async function drawsOn(tx: Tx, keptIds: readonly string[], day: Day): Promise<Map<string, Drawn[]>> {
  const since = addDays(day, -LOOK_BACK_DAYS);
  const { rows } = await sql<Drawn & { keptId: string }>`
    with same as materialized (
      select id, id as kept_id from unnest(${keptIds}::uuid[]) as id
      union all
      select p.id, p.merged_into from person p where p.workspace_id = ${tx.workspaceId} and p.merged_into = any(${keptIds}::uuid[])
    )
    select same.kept_id as "keptId", 'ask' as kind, a.id, a.member_id as "memberId", m.name as "memberName", a.day,
           (select max(c.day) from ask_conversation c
             where c.workspace_id = a.workspace_id and c.ask_id = a.id and c.asked and c.taken_back_at is null) as "askedDay",
           a.last_day as "lastDay", a.outcome, a.until_day as "untilDay", a.settled_on as "settledOn"
      from same
      join ask a on a.workspace_id = ${tx.workspaceId} and a.source_id = same.id and a.taken_back_at is null
      join member m on m.workspace_id = a.workspace_id and m.id = a.member_id
     where a.last_day >= ${since} or a.until_day >= ${since}
    union all
    select same.kept_id, 'reference', r.id, r.member_id, m.name, r.day, r.day, r.day, null, null, null
      from same
      join reference r on r.workspace_id = ${tx.workspaceId} and r.source_id = same.id and r.taken_back_at is null
      join member m on m.workspace_id = r.workspace_id and m.id = r.member_id
     where r.day >= ${since}`.execute(tx.tables());
  const drawn = Map.groupBy(rows, (row) => row.keptId);
  return new Map(
    keptIds.map((id) => [id, (drawn.get(id) ?? []).map(({ keptId: _keptId, ...draw }) => draw)]),
  );
}
