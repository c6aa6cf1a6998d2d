import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import { decodeCursorAs, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Whose } from "#scorecard/scorecard-actions.ts";
import { HAS_COME, LEFT_ON } from "#team/member-reader.ts";
import { teamOn } from "#team/stay-reader.ts";

export interface RepThen {
  id: string;
  name: string;
  left: boolean;
}

/** The reps who were here in a month, of a team those who were in it on the month's last day, by name; `limit` null: all of them. */
export async function repsOfMonth(
  tx: Tx,
  whose: Whose,
  month: { start: Day; end: Day },
  cursor: string | undefined,
  limit: number | null,
): Promise<Page<RepThen>> {
  const after = cursor === undefined ? null : (decodeCursorAs(cursor, ["text", "id"]) as [string, string]);
  const one = whose.kind === "member";
  const { rows } = await sql<RepThen & { key: string }>`
    select m.id, m.name, m.left_at is not null as left, lower(m.name) as key
      from member m
     where m.workspace_id = ${tx.workspaceId}
       and ${
         one
           ? sql`m.id = ${whose.id}`
           : sql`m.role = 'rep' and (m.left_at is null or ${LEFT_ON} >= ${month.start}::date) and ${HAS_COME}
       and exists (select from team_stay s
                    where s.workspace_id = ${tx.workspaceId} and s.member_id = m.id and s.from_day <= ${month.end}::date)`
       }
       ${whose.kind === "team" ? sql`and ${teamOn(tx, sql`m.id`, sql`${month.end}::date`)} = ${whose.id}` : sql``}
       ${after === null ? sql`` : sql`and (lower(m.name), m.id) > (${after[0]}, ${after[1]}::uuid)`}
     order by lower(m.name), m.id
     ${limit === null ? sql`` : sql`limit ${limit + 1}`}`.execute(tx.tables());
  const last = limit !== null && rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit ?? rows.length).map(({ key: _key, ...rep }) => rep),
    nextCursor: last ? encodeCursor([last.key, last.id]) : null,
  };
}
