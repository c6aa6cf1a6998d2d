import { sql } from "kysely";
import type { Tx } from "#lib/storage/database.ts";
import { findPeopleByIds, type PersonRow } from "./person-store.ts";

// So many of the workspace's newest journal lines are looked through: an index by author would cost every write.
const LOOKED_THROUGH = 500;

/** The people on the member's own newest journal lines, the latest first. */
export async function recentPeople(tx: Tx, memberId: string, limit: number): Promise<PersonRow[]> {
  const { rows: touched } = await sql<{ id: string }>`
    with line as (
      select id, by_id, concerns from journal where workspace_id = ${tx.workspaceId} order by id desc limit ${LOOKED_THROUGH}
    )
    select concern.id, max(line.id::text) as last
      from line cross join lateral unnest(line.concerns) as concern (id)
     where line.by_id = ${memberId}
     group by concern.id
     order by last desc
     limit ${limit * 4}`.execute(tx.tables());
  const { rows: people } = await sql<{ id: string; keptId: string }>`
    select id, kept_id as "keptId" from person
     where workspace_id = ${tx.workspaceId} and id = any(${touched.map(({ id }) => id)}::uuid[])`.execute(
    tx.tables(),
  );
  const keptIds = new Map(people.map(({ id, keptId }) => [id, keptId]));
  const wanted = [...new Set(touched.flatMap(({ id }) => keptIds.get(id) ?? []))].slice(0, limit);
  const rows = await findPeopleByIds(tx, wanted);
  return rows.toSorted((one, other) => wanted.indexOf(one.id) - wanted.indexOf(other.id));
}
