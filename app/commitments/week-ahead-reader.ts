import { sql } from "kysely";
import type { Tx } from "#lib/storage/database.ts";

export interface Named {
  name: string;
  accountName: string | null;
}

/** What these persons are called, by their ids; merged ones under the name of who is kept. */
export async function namesOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, Named>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<Named & { id: string }>`
    select p.id, s.full_name as name, ac.name as "accountName"
      from person p
      join person s on s.workspace_id = p.workspace_id and s.id = p.kept_id
      left join account at on at.workspace_id = p.workspace_id and at.id = s.account_id
      left join account ac on ac.workspace_id = p.workspace_id and ac.id = at.kept_id
     where p.workspace_id = ${tx.workspaceId} and p.id = any(${personIds}::uuid[])`.execute(tx.tables());
  return new Map(rows.map(({ id, ...named }) => [id, named]));
}
