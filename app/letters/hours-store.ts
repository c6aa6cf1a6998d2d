import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { SendingHours } from "./quiet.ts";

export async function findHours(tx: Tx): Promise<SendingHours | null> {
  const { rows } = await sql<SendingHours>`
    select from_time as "fromTime", until_time as "untilTime", days_off as "daysOff", per_minute as "perMinute"
      from newsletter_setting where workspace_id = ${tx.workspaceId}`.execute(tx.tables());
  return rows[0] ?? null;
}

export async function saveHours(tx: Tx, hours: SendingHours, actor: Actor): Promise<void> {
  await sql`
    insert into newsletter_setting (workspace_id, from_time, until_time, days_off, per_minute, at, by_id)
    values (${tx.workspaceId}, ${hours.fromTime}, ${hours.untilTime}, ${hours.daysOff}, ${hours.perMinute}, ${actor.now},
            ${actor.member.id})
    on conflict (workspace_id) do update set
      from_time = excluded.from_time, until_time = excluded.until_time, days_off = excluded.days_off,
      per_minute = excluded.per_minute, at = excluded.at, by_id = excluded.by_id`.execute(tx.tables());
}
