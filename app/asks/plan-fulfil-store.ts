import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { WaitingTables } from "./waiting-tables.ts";

/** A standing conversation that asked, and the plan that its ask carries out. */
export interface AskedThen {
  askId: string;
  planId: string | null;
  day: Day;
  /** When it was written down. */
  at: Date;
}

/** A rep's conversations that asked this person since a day, the earliest first. */
export async function askedBy(
  tx: Tx,
  of: { memberId: string; sourceIds: readonly string[]; since: Day },
): Promise<AskedThen[]> {
  const { rows } = await sql<AskedThen>`
    select a.id as "askId", a.plan_id as "planId", c.day, c.said_at as at
      from ask a
      join ask_conversation c on c.workspace_id = a.workspace_id and c.ask_id = a.id and c.asked and c.taken_back_at is null
     where a.workspace_id = ${tx.workspaceId} and a.member_id = ${of.memberId} and a.source_id = any(${of.sourceIds}::uuid[])
       and a.taken_back_at is null and c.day >= ${of.since}
     order by c.day, c.id`.execute(tx.tables());
  return rows;
}

/** Of an ask that was taken back, too: it names the plan no longer carried out until it is released. */
export async function planOfAsk(tx: Tx, askId: string): Promise<string | null> {
  const row = await tx
    .tables<WaitingTables>()
    .selectFrom("ask")
    .select("plan_id as planId")
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", askId)
    .executeTakeFirst();
  return row?.planId ?? null;
}

export async function setPlanOfAsk(tx: Tx, askId: string, planId: string | null): Promise<void> {
  await tx
    .tables<WaitingTables>()
    .updateTable("ask")
    .set({ plan_id: planId })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", askId)
    .execute();
}
