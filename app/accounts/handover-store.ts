import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { AccountTables } from "./account-tables.ts";
import type { Handover } from "./handover.ts";

export async function insertHandover(
  tx: Tx,
  handover: {
    id: string;
    accountId: string;
    day: Day;
    toMemberId: string | null;
    toName: string | null;
    note: string | null;
    becauseId: string | null;
    byId: string;
    at: Date;
  },
): Promise<void> {
  await tx
    .tables<AccountTables>()
    .insertInto("handover")
    .values({
      workspace_id: tx.workspaceId,
      id: handover.id,
      account_id: handover.accountId,
      day: handover.day,
      to_member_id: handover.toMemberId,
      to_name: handover.toName,
      note: handover.note,
      because_id: handover.becauseId,
      by_id: handover.byId,
      at: handover.at,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

/** `taken` null: it stands again. */
export async function takeBackHandoverRow(
  tx: Tx,
  id: string,
  taken: { at: Date; by: string } | null,
): Promise<void> {
  await tx
    .tables<AccountTables>()
    .updateTable("handover")
    .set({ taken_back_at: taken?.at ?? null, taken_back_by: taken?.by ?? null })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Taken back or not. */
export async function findHandover(tx: Tx, id: string): Promise<(Handover & { takenBack: boolean }) | null> {
  const { rows } = await sql<Handover & { takenBack: boolean }>`
    select ${COLUMNS}, f.taken_back_at is not null as "takenBack"
      from ${NAMED} where f.workspace_id = ${tx.workspaceId} and f.id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}

/** Those that stand, the latest first. */
export async function listHandovers(tx: Tx, accountIds: readonly string[]): Promise<Handover[]> {
  const { rows } = await sql<Handover>`
    select ${COLUMNS}
      from ${NAMED}
     where f.workspace_id = ${tx.workspaceId} and f.account_id = any(${accountIds}::uuid[]) and f.taken_back_at is null
     order by f.day desc, f.id desc`.execute(tx.tables());
  return rows;
}

const COLUMNS: RawBuilder<unknown> = sql`
    f.id, a.kept_id as "accountId", f.day, f.note, f.because_id as "becauseId",
    jsonb_build_object('memberId', f.to_member_id, 'name', coalesce(m.name, f.to_name)) as "to",
    jsonb_build_object('id', b.id, 'name', b.name) as "by"`;
const NAMED: RawBuilder<unknown> = sql`
    handover f
      join account a on a.workspace_id = f.workspace_id and a.id = f.account_id
      join member b on b.workspace_id = f.workspace_id and b.id = f.by_id
      left join member m on m.workspace_id = f.workspace_id and m.id = f.to_member_id`;
