import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";

/** The actor's day; said again it changes nothing. */
export async function insertPutOff(tx: Tx, { member, today, now }: Actor): Promise<void> {
  await sql`
    insert into practice_put_off (workspace_id, member_id, day, at)
    values (${tx.workspaceId}, ${member.id}, ${today}, ${now}) on conflict do nothing`.execute(tx.tables());
}

export async function deletePutOff(tx: Tx, { member, today }: Actor): Promise<void> {
  await sql`
    delete from practice_put_off
     where workspace_id = ${tx.workspaceId} and member_id = ${member.id} and day = ${today}`.execute(
    tx.tables(),
  );
}
