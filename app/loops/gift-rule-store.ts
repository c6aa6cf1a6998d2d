import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { GiftRule } from "./gift.ts";

export async function findGiftRule(tx: Tx): Promise<GiftRule | null> {
  const { rows } = await sql<{ minor: number; currency: string; clients: GiftRule["clients"] }>`
    select cap_minor as minor, currency, clients from gift_rule where workspace_id = ${tx.workspaceId}`.execute(
    tx.tables(),
  );
  const [row] = rows;
  return row ? { cap: { minor: row.minor, currency: row.currency }, clients: row.clients } : null;
}

export async function saveGiftRule(tx: Tx, { cap, clients }: GiftRule, actor: Actor): Promise<void> {
  await sql`
    insert into gift_rule (workspace_id, cap_minor, currency, clients, at, by_id)
    values (${tx.workspaceId}, ${cap.minor}, ${cap.currency}, ${clients}, ${actor.now}, ${actor.member.id})
    on conflict (workspace_id) do update set
      cap_minor = excluded.cap_minor, currency = excluded.currency, clients = excluded.clients, at = excluded.at, by_id = excluded.by_id`.execute(
    tx.tables(),
  );
}
