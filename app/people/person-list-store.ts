import { sql, type RawBuilder } from "kysely";
import type { AccountKind } from "#accounts/account.ts";
import { endOfBeginning, typedSearch, type Typed } from "#accounts/typed-search.ts";
import { decodeCursorAs, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import { personRows, type PersonRow } from "./person-store.ts";

export interface PersonFilter {
  /** Of one account all ids that were merged into it. */
  accountIds?: string[];
  accountKind?: AccountKind;
  holderId?: string;
  /** Typed search: the best first, at most a thousand. */
  q?: string;
}

const MOST_FOUND = 1_000;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** By family name, or with `q` the best first, a page at a time. */
export async function listPeople(
  tx: Tx,
  filter: PersonFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<PersonRow>> {
  const typed = filter.q === undefined ? null : typedSearch(filter.q);
  return typed ? foundPeople(tx, typed, filter, cursor, limit) : peopleByName(tx, filter, cursor, limit);
}

async function peopleByName(
  tx: Tx,
  filter: PersonFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<PersonRow>> {
  let query = personRows(tx)
    .select("p.sort_key as sortKey")
    .where("p.merged_into", "is", null)
    .where("p.removed_at", "is", null);
  if (filter.accountIds)
    query = query.where("p.account_id", "=", sql<string>`any(${filter.accountIds}::uuid[])`);
  if (filter.accountKind) query = query.where("a.kind", "=", filter.accountKind);
  if (filter.holderId) query = query.where("p.holder_id", "=", filter.holderId);
  if (cursor) {
    const [sortKey, id] = decodeCursorAs(cursor, ["text", "id"]) as [string, string];
    query = query.where((eb) => eb(eb.refTuple("p.sort_key", "p.id"), ">", eb.tuple(sortKey, id)));
  }
  const rows = await query
    .orderBy("p.sort_key")
    .orderBy("p.id")
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map(({ sortKey: _, ...row }) => row);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.sortKey, last.id]) : null };
}

async function foundPeople(
  tx: Tx,
  typed: Typed,
  filter: PersonFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<PersonRow>> {
  const [tier, unlikeness, key, id] = cursor
    ? decodeCursorAs(cursor, ["number", "number", "text", "id"])
    : [-1, 0, "", FIRST_ID];
  const { accountIds = null, holderId = null, accountKind = null } = filter;
  const { rows: best } = await sql<{ id: string; tier: number; unlikeness: number; sortKey: string }>`
    with near as (
      (${beginningWith(tx, sql.ref("sort_key"), typed.whole, filter)})
      union all
      (${beginningWith(tx, sql.ref("spoken_key"), typed.whole, filter)})
      union all
      select id, tier, likeness, sort_key
        from find_people(${typed.words}, ${typed.swapped}, ${typed.swappedToo}, ${MOST_FOUND}, ${accountIds}, ${holderId}, ${accountKind})
    ), best as (
      select distinct on (id) id, tier, -likeness::float8 as unlikeness, sort_key from near order by id, tier, likeness desc
    )
    select id, tier, unlikeness, sort_key as "sortKey"
      from best
     where (tier, unlikeness, sort_key, id) > (${tier}::float8, ${unlikeness}::float8, ${key}::text collate "C", ${id}::uuid)
     order by tier, unlikeness, sort_key, id
     limit ${limit + 1}`.execute(tx.tables());
  const shown = best.slice(0, limit);
  const rows = await personRows(tx)
    .where("p.id", "=", sql<string>`any(${shown.map((each) => each.id)}::uuid[])`)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const last = shown.at(-1);
  return {
    items: shown.flatMap((each) => byId.get(each.id) ?? []),
    nextCursor:
      best.length > limit && last ? encodeCursor([last.tier, last.unlikeness, last.sortKey, last.id]) : null,
  };
}

/** Tier 0 and the answer to one or two letters: names that begin so, straight from an index in their order. */
function beginningWith(
  tx: Tx,
  column: RawBuilder<unknown>,
  beginning: string,
  filter: PersonFilter,
): RawBuilder<unknown> {
  const { accountIds = null, holderId = null, accountKind = null } = filter;
  return sql`
    select p.id, 0 as tier, 1::real as likeness, p.sort_key
      from person p
     where p.workspace_id = ${tx.workspaceId} and p.merged_into is null and p.removed_at is null
       and p.${column} >= ${beginning} and p.${column} < ${endOfBeginning(beginning)}
       and (${accountIds}::uuid[] is null or p.account_id = any(${accountIds}::uuid[]))
       and (${holderId}::uuid is null or p.holder_id = ${holderId}::uuid)
       and (${accountKind}::text is null or exists (
             select from account a0 join account a on a.workspace_id = a0.workspace_id and a.id = coalesce(a0.merged_into, a0.id)
              where a0.workspace_id = p.workspace_id and a0.id = p.account_id and a.kind = ${accountKind}::text))
     order by p.${column}, p.id
     limit ${MOST_FOUND}`;
}
