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
  /** Typed search: the best first, a few hundred at most. */
  q?: string;
}

// Looked at in each tier. More would cost more than anybody scrolls through; who looks for one of thousands types another word.
const MOST_FOUND = 300;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** By family name, or with `q` the best first, a page at a time. */
export async function listPeople(
  tx: Tx,
  filter: PersonFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<PersonRow>> {
  const typed = typedSearch(filter.q ?? "");
  if (!typed && filter.q?.trim()) return { items: [], nextCursor: null };
  const places = typed
    ? await placesFound(tx, typed, filter, cursor, limit + 1)
    : await placesByName(tx, filter, cursor, limit + 1);
  const shown = places.slice(0, limit);
  const rows = await personRows(tx)
    .where("p.id", "=", sql<string>`any(${shown.map(({ id }) => id)}::uuid[])`)
    .where("p.removed_at", "is", null)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const last = shown.at(-1);
  return {
    items: shown.flatMap(({ id }) => byId.get(id) ?? []),
    nextCursor: places.length > limit && last ? encodeCursor([...last.order, last.id]) : null,
  };
}

/** Where somebody stands in a list: what it is sorted by, then the id. */
interface Place {
  id: string;
  order: (string | number)[];
}

async function placesByName(
  tx: Tx,
  filter: PersonFilter,
  cursor: string | undefined,
  most: number,
): Promise<Place[]> {
  const [key, id] = cursor ? decodeCursorAs(cursor, ["text", "id"]) : [null, null];
  const { rows } = await sql<{ id: string; sortKey: string }>`
    select p.id, p.sort_key as "sortKey"
      from person p
     where ${listed(tx, filter)}
       ${cursor ? sql`and (p.sort_key, p.id) > (${key}, ${id}::uuid)` : sql``}
     order by p.sort_key, p.id
     limit ${most}`.execute(tx.tables());
  return rows.map((row) => ({ id: row.id, order: [row.sortKey] }));
}

async function placesFound(
  tx: Tx,
  typed: Typed,
  filter: PersonFilter,
  cursor: string | undefined,
  most: number,
): Promise<Place[]> {
  const [tier, unlikeness, key, id] = cursor
    ? decodeCursorAs(cursor, ["number", "number", "text", "id"])
    : [-1, 0, "", FIRST_ID];
  const { words, swapped, swappedToo } = typed;
  const { accountIds = null, holderId = null, accountKind = null } = filter;
  const { rows } = await sql<{ id: string; tier: number; unlikeness: number; sortKey: string }>`
    with near as (
      (${beginningWith(tx, sql.ref("p.sort_key"), typed.whole, filter)})
      union all
      (${beginningWith(tx, sql.ref("p.spoken_key"), typed.whole, filter)})
      union all
      select id, tier, likeness, sort_key
        from find_people(${words}, ${swapped}, ${swappedToo}, ${MOST_FOUND}, ${accountIds}, ${holderId}, ${accountKind})
    ), best as (
      select distinct on (id) id, tier, -likeness::float8 as unlikeness, sort_key from near order by id, tier, likeness desc
    )
    select id, tier, unlikeness, sort_key as "sortKey"
      from best
     where (tier, unlikeness, sort_key, id) > (${tier}::float8, ${unlikeness}::float8, ${key}::text collate "C", ${id}::uuid)
     order by tier, unlikeness, sort_key, id
     limit ${most}`.execute(tx.tables());
  return rows.map((row) => ({ id: row.id, order: [row.tier, row.unlikeness, row.sortKey] }));
}

/** Tier 0, and the whole answer to one or two letters: names that begin so, straight from an index in their order. */
function beginningWith(
  tx: Tx,
  column: RawBuilder<unknown>,
  beginning: string,
  filter: PersonFilter,
): RawBuilder<unknown> {
  return sql`
    select p.id, 0 as tier, 1::real as likeness, p.sort_key
      from person p
     where ${listed(tx, filter)} and ${column} >= ${beginning} and ${column} < ${endOfBeginning(beginning)}
     order by ${column}, p.id
     limit ${MOST_FOUND}`;
}

function listed(tx: Tx, { accountIds, accountKind, holderId }: PersonFilter): RawBuilder<unknown> {
  return sql`p.workspace_id = ${tx.workspaceId} and p.merged_into is null and p.removed_at is null
       ${accountIds ? sql`and p.account_id = any(${accountIds}::uuid[])` : sql``}
       ${holderId ? sql`and p.holder_id = ${holderId}` : sql``}
       ${accountKind ? sql`and ${worksAtKind(tx, accountKind)}` : sql``}`;
}

/** Looked up in a hashed list, so that the page is read from the index in its order; the merged ids count too. */
function worksAtKind(tx: Tx, kind: AccountKind): RawBuilder<unknown> {
  return sql`coalesce(p.account_id in (
         select a.id from account a
          where a.workspace_id = ${tx.workspaceId} and a.kind = ${kind} and a.merged_into is null and a.removed_at is null
         union all
         select m.id from account m join account a on a.workspace_id = m.workspace_id and a.id = m.merged_into
          where m.workspace_id = ${tx.workspaceId} and m.merged_into is not null and a.kind = ${kind}), false)`;
}
