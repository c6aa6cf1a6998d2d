import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Clocks } from "./clocks.ts";

/** `saved` is null where a workspace goes by the defaults; `openedOn` is its first day. */
export async function findClocks(tx: Tx): Promise<{ saved: Clocks | null; openedOn: Day }> {
  const { rows } = await sql<{ openedOn: Day; saved: Clocks | null }>`
    select (w.created_at at time zone w.time_zone)::date as "openedOn",
           case when c.workspace_id is not null then jsonb_build_object(
             'respondBy', c.respond_by, 'respondCutoff', c.respond_cutoff, 'thankHours', c.thank_hours, 'reportDays', c.report_days,
             'closeHours', c.close_hours, 'since', c.since) end as saved
      from workspace w
      left join clock_setting c on c.workspace_id = w.workspace_id
     where w.workspace_id = ${tx.workspaceId}`.execute(tx.tables());
  return rows[0] as { openedOn: Day; saved: Clocks | null };
}

export async function saveClocks(tx: Tx, clocks: Clocks, actor: Actor): Promise<void> {
  const { respondBy, respondCutoff, thankHours, reportDays, closeHours, since } = clocks;
  await sql`
    insert into clock_setting (workspace_id, respond_by, respond_cutoff, thank_hours, report_days, close_hours, since, at, by_id)
    values (${tx.workspaceId}, ${respondBy}, ${respondCutoff}, ${thankHours}, ${reportDays}, ${closeHours}, ${since}, ${actor.now}, ${actor.member.id})
    on conflict (workspace_id) do update set
      respond_by = excluded.respond_by, respond_cutoff = excluded.respond_cutoff, thank_hours = excluded.thank_hours,
      report_days = excluded.report_days, close_hours = excluded.close_hours, since = excluded.since, at = excluded.at, by_id = excluded.by_id`.execute(
    tx.tables(),
  );
}
