import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { TouchTables } from "./touch-tables.ts";

export interface SaidAddress {
  id: string;
  lines: string | null;
}

/** Of whom: any ids of one person, or of one account. */
export type AddressOf = { personIds: readonly string[] } | { accountIds: readonly string[] };

/** What was said last and stands; null where nothing was. */
export async function addressSaid(tx: Tx, of: AddressOf): Promise<SaidAddress | null> {
  const where =
    "personIds" in of
      ? sql`person_id = any(${of.personIds}::uuid[])`
      : sql`account_id = any(${of.accountIds}::uuid[])`;
  const { rows } = await sql<SaidAddress>`
    select id, lines from postal_address
     where workspace_id = ${tx.workspaceId} and ${where} and taken_back_at is null order by id desc limit 1`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

export async function insertAddress(
  tx: Tx,
  said: { id: string; personId: string | null; accountId: string | null; lines: string | null },
  actor: Actor,
): Promise<void> {
  await tx
    .tables<TouchTables>()
    .insertInto("postal_address")
    .values({
      workspace_id: tx.workspaceId,
      id: said.id,
      person_id: said.personId,
      account_id: said.accountId,
      lines: said.lines,
      day: actor.today,
      by_id: actor.member.id,
      at: actor.now,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

export async function takeBackAddressRow(tx: Tx, id: string, actor: Actor): Promise<void> {
  await tx
    .tables<TouchTables>()
    .updateTable("postal_address")
    .set({ taken_back_at: actor.now, taken_back_by: actor.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}
