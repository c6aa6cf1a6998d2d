import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Moment } from "./ask.ts";
import type { MomentSetting } from "./moment.ts";
import type { WaitingTables } from "./waiting-tables.ts";

export interface SettingRow extends MomentSetting {
  id: string;
  moment: Moment;
  day: Day;
  byName: string;
}

/** Of each moment that was changed, the setting that stands. */
export async function standingSettings(tx: Tx): Promise<SettingRow[]> {
  const { rows } = await sql<SettingRow>`
    select distinct on (s.moment) s.id, s.moment, s.goal, s.counts, s.pause_days as "pauseDays", s.brought_by as "broughtBy",
           s.stages, s.day, m.name as "byName"
      from moment_setting s
      join member m on m.workspace_id = s.workspace_id and m.id = s.by_id
     where s.workspace_id = ${tx.workspaceId} and s.taken_back_at is null
     order by s.moment, s.id desc`.execute(tx.tables());
  return rows;
}

export async function insertSetting(
  tx: Tx,
  setting: MomentSetting & { id: string; moment: Moment },
  by: Actor,
): Promise<void> {
  await tx
    .tables<WaitingTables>()
    .insertInto("moment_setting")
    .values({
      workspace_id: tx.workspaceId,
      id: setting.id,
      moment: setting.moment,
      goal: setting.goal,
      counts: setting.counts,
      pause_days: setting.pauseDays,
      brought_by: setting.broughtBy,
      stages: [...setting.stages],
      day: by.today,
      by_id: by.member.id,
      at: by.now,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

export async function takeBackSettingRow(tx: Tx, id: string, by: Actor): Promise<void> {
  await tx
    .tables<WaitingTables>()
    .updateTable("moment_setting")
    .set({ taken_back_at: by.now, taken_back_by: by.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}
