import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";

export interface EndpointRow {
  url: string;
  model: string;
  keySealed: Buffer | null;
  seconds: number;
  isOn: boolean;
}

export async function findEndpoint(tx: Tx): Promise<EndpointRow | null> {
  const { rows } = await sql<EndpointRow>`
    select url, model, key_sealed as "keySealed", seconds, is_on as "isOn"
      from practice_endpoint where workspace_id = ${tx.workspaceId}`.execute(tx.tables());
  return rows[0] ?? null;
}

export async function saveEndpoint(tx: Tx, endpoint: EndpointRow, actor: Actor): Promise<void> {
  const { url, model, keySealed, seconds, isOn } = endpoint;
  await sql`
    insert into practice_endpoint (workspace_id, url, model, key_sealed, seconds, is_on, by_id, at)
    values (${tx.workspaceId}, ${url}, ${model}, ${keySealed}, ${seconds}, ${isOn}, ${actor.member.id}, ${actor.now})
    on conflict (workspace_id) do update set url = excluded.url, model = excluded.model,
      key_sealed = excluded.key_sealed, seconds = excluded.seconds, is_on = excluded.is_on,
      by_id = excluded.by_id, at = excluded.at`.execute(tx.tables());
}

/** Answers whether there was one. */
export async function deleteEndpoint(tx: Tx): Promise<boolean> {
  const { rows } = await sql`
    delete from practice_endpoint where workspace_id = ${tx.workspaceId} returning workspace_id`.execute(
    tx.tables(),
  );
  return rows.length > 0;
}
