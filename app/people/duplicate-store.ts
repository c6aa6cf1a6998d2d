import { sql } from "kysely";
import type { Tx } from "#lib/storage/database.ts";

const MOST_LOOKED_AT = 200;

/** Persons outside `ids` who are filed under a key of one of `ids`, with the keys they share; `id` is the kept person's. */
export async function sharersOfKeys(
  tx: Tx,
  ids: readonly string[],
): Promise<{ id: string; name: string; keys: string[] }[]> {
  const { rows } = await sql<{ id: string; name: string; keys: string[] }>`
    select kept.id, kept.full_name as name, array_agg(distinct theirs.key order by theirs.key) as keys
      from person_key mine
      join person_key theirs on theirs.workspace_id = mine.workspace_id and theirs.key = mine.key
      join person p on p.workspace_id = theirs.workspace_id and p.id = theirs.person_id
      join person kept on kept.workspace_id = p.workspace_id and kept.id = p.kept_id
     where mine.workspace_id = ${tx.workspaceId} and mine.person_id = any(${ids}::uuid[])
       and theirs.person_id <> all(${ids}::uuid[]) and p.removed_at is null and kept.removed_at is null
     group by kept.id, kept.full_name
     limit ${MOST_LOOKED_AT}`.execute(tx.tables());
  return rows;
}
