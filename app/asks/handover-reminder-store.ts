import { newId } from "#lib/kernel/ids.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { ReminderTables } from "./waiting-tables.ts";

/** Null where it is put off on that day already. */
export async function insertPutOff(
  tx: Tx,
  of: { handoverId: string; memberId: string },
  by: Actor,
): Promise<string | null> {
  const row = await tx
    .tables<ReminderTables>()
    .insertInto("reminder_put_off")
    .values({
      workspace_id: tx.workspaceId,
      id: newId(by.now),
      handover_id: of.handoverId,
      member_id: of.memberId,
      day: by.today,
      by_id: by.member.id,
      at: by.now,
      taken_back_at: null,
      taken_back_by: null,
    })
    .onConflict((each) => each.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The last that stands, so that the one before it holds again. */
export async function takeBackLastPutOff(
  tx: Tx,
  of: { handoverId: string; memberId: string },
  by: Actor,
): Promise<string | null> {
  const table = tx.tables<ReminderTables>();
  const row = await table
    .updateTable("reminder_put_off")
    .set({ taken_back_at: by.now, taken_back_by: by.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", (from) =>
      from
        .selectFrom("reminder_put_off")
        .select("id")
        .where("workspace_id", "=", tx.workspaceId)
        .where("handover_id", "=", of.handoverId)
        .where("member_id", "=", of.memberId)
        .where("taken_back_at", "is", null)
        .orderBy("day", "desc")
        .limit(1),
    )
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}
