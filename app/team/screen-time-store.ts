import { sql } from "kysely";
import { addDays, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { TeamTables } from "./team-tables.ts";

/** `weeks` in one order everywhere, so that no two writers deadlock. No week has more seconds than it has. */
export async function addScreenTime(
  tx: Tx,
  memberId: string,
  weeks: readonly { midWeek: Day; seconds: number }[],
): Promise<void> {
  await sql`
    insert into screen_time (workspace_id, member_id, mid_week, seconds)
    select ${tx.workspaceId}, ${memberId}, mid_week, seconds
      from unnest(${weeks.map((week) => week.midWeek)}::date[], ${weeks.map((week) => week.seconds)}::int[])
           as spent (mid_week, seconds)
    on conflict (workspace_id, member_id, mid_week)
    do update set seconds = least(screen_time.seconds + excluded.seconds, 604800)`.execute(tx.tables());
}

/** Of one member, by the first days of weeks; those without any are missing. */
export async function screenTimeOf(
  tx: Tx,
  memberId: string,
  weeks: readonly Day[],
): Promise<Map<Day, number>> {
  const { rows } = await sql<{ week: Day; seconds: number }>`
    select w.week, sum(s.seconds)::int as seconds
      from unnest(${weeks}::date[]) as w (week)
      join screen_time s on s.workspace_id = ${tx.workspaceId} and s.member_id = ${memberId}
       and s.mid_week between w.week and w.week + 6
     group by w.week`.execute(tx.tables());
  return new Map(rows.map((row) => [row.week, row.seconds]));
}

/** By the first days of weeks, the median of all who have any, in seconds; weeks with fewer than `least` of them are missing. */
export async function medianScreenTime(
  tx: Tx,
  weeks: readonly Day[],
  least: number,
): Promise<Map<Day, { seconds: number; members: number }>> {
  // After the weeks have come to begin on another day, somebody may have two rows in one of them.
  const { rows } = await sql<{ week: Day; seconds: number; members: number }>`
    select week, percentile_cont(0.5) within group (order by seconds) as seconds, count(*)::int as members
      from (select w.week, s.member_id, sum(s.seconds)::int as seconds
              from unnest(${weeks}::date[]) as w (week)
              join screen_time s on s.workspace_id = ${tx.workspaceId} and s.mid_week between w.week and w.week + 6
             group by w.week, s.member_id) as of_member
     group by week
    having count(*) >= ${least}`.execute(tx.tables());
  return new Map(rows.map(({ week, seconds, members }) => [week, { seconds, members }]));
}

export async function eraseScreenTime(tx: Tx, memberId: string): Promise<void> {
  await tx
    .tables<TeamTables>()
    .deleteFrom("screen_time")
    .where("workspace_id", "=", tx.workspaceId)
    .where("member_id", "=", memberId)
    .execute();
}

/** What lies `weeks` or more before that day, of everybody. */
export async function dropScreenTimeBefore(tx: Tx, today: Day, weeks: number): Promise<void> {
  await tx
    .tables<TeamTables>()
    .deleteFrom("screen_time")
    .where("workspace_id", "=", tx.workspaceId)
    .where("mid_week", "<", addDays(today, -7 * weeks))
    .execute();
}
