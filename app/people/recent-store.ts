import { sql } from "kysely";
import type { Tx } from "#lib/storage/database.ts";
import { personRows, type PersonRow } from "./person-store.ts";

// So many of the workspace's newest journal lines are looked through: an index by author would cost every write.
const LOOKED_THROUGH = 500;

/** The people on the member's own newest journal lines, the latest first. */
export async function recentPeople(tx: Tx, memberId: string, limit: number): Promise<PersonRow[]> {
  const { rows: recent } = await sql<{ id: string }>`
    with line as (
      select id, by_id, concerns from journal where workspace_id = ${tx.workspaceId} order by id desc limit ${LOOKED_THROUGH}
    ), touched as (
      select coalesce(p.merged_into, p.id) as id, max(line.id::text) as last
        from line
       cross join lateral unnest(line.concerns) as concern (id)
        join person p on p.workspace_id = ${tx.workspaceId} and p.id = concern.id
       where line.by_id = ${memberId}
       group by 1
    )
    select id from touched order by last desc limit ${limit}`.execute(tx.tables());
  const ids = recent.map((row) => row.id);
  const rows = await personRows(tx)
    .where("p.id", "=", sql<string>`any(${ids}::uuid[])`)
    .where("p.removed_at", "is", null)
    .execute();
  return rows.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}
