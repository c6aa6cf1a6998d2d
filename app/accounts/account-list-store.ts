import { sql, type RawBuilder } from "kysely";
import { decodeCursorAs, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { AccountKind } from "./account.ts";
import { accountKey } from "./account-key.ts";
import { accountRows, type AccountRow } from "./account-store.ts";
import { endOfBeginning, typedSearch, type Typed } from "./typed-search.ts";

export interface AccountFilter {
  kind?: AccountKind;
  holderId?: string;
  named?: boolean;
  /** Typed search: the best first, a few hundred at most. */
  q?: string;
}

// Looked at in each tier. More would cost more than anybody scrolls through; who looks for one of thousands types another word.
const MOST_FOUND = 300;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** By name, or with `q` the best first, a page at a time. */
export async function listAccounts(
  tx: Tx,
  filter: AccountFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<AccountRow>> {
  const typed = typedSearch(filter.q ?? "");
  if (!typed && filter.q?.trim()) return { items: [], nextCursor: null };
  const places = typed
    ? await placesFound(tx, typed, filter, cursor, limit + 1)
    : await placesByName(tx, filter, cursor, limit + 1);
  const shown = places.slice(0, limit);
  const rows = await accountRows(tx)
    .where("a.id", "=", sql<string>`any(${shown.map(({ id }) => id)}::uuid[])`)
    .where("a.removed_at", "is", null)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const last = shown.at(-1);
  return {
    items: shown.flatMap(({ id }) => byId.get(id) ?? []),
    nextCursor: places.length > limit && last ? encodeCursor([...last.order, last.id]) : null,
  };
}

/** Where an account stands in a list: what it is sorted by, then the id. */
interface Place {
  id: string;
  order: (string | number)[];
}

async function placesByName(
  tx: Tx,
  filter: AccountFilter,
  cursor: string | undefined,
  most: number,
): Promise<Place[]> {
  const [key, id] = cursor ? decodeCursorAs(cursor, ["text", "id"]) : [null, null];
  const { rows } = await sql<{ id: string; nameKey: string }>`
    select id, name_key as "nameKey"
      from account
     where ${listed(tx, filter)}
       ${cursor ? sql`and (name_key, id) > (${key}, ${id}::uuid)` : sql``}
     order by name_key, id
     limit ${most}`.execute(tx.tables());
  return rows.map((row) => ({ id: row.id, order: [row.nameKey] }));
}

async function placesFound(
  tx: Tx,
  typed: Typed,
  filter: AccountFilter,
  cursor: string | undefined,
  most: number,
): Promise<Place[]> {
  const [tier, unlikeness, key, id] = cursor
    ? decodeCursorAs(cursor, ["number", "number", "text", "id"])
    : [-1, 0, "", FIRST_ID];
  const beginning = accountKey(typed.whole);
  const { words, swapped, swappedToo } = typed;
  const { kind = null, holderId = null, named = null } = filter;
  const { rows } = await sql<{ id: string; tier: number; unlikeness: number; nameKey: string }>`
    with near as (
      (select id, 0 as tier, 1::real as likeness, name_key as sort_key
         from account
        where ${listed(tx, filter)} and name_key >= ${beginning} and name_key < ${endOfBeginning(beginning)}
        order by name_key, id
        limit ${MOST_FOUND})
      union all
      select id, tier, likeness, sort_key
        from find_accounts(${words}, ${swapped}, ${swappedToo}, ${MOST_FOUND}, ${kind}, ${holderId}, ${named})
    ), best as (
      select distinct on (id) id, tier, -likeness::float8 as unlikeness, sort_key from near order by id, tier, likeness desc
    )
    select id, tier, unlikeness, sort_key as "nameKey"
      from best
     where (tier, unlikeness, sort_key, id) > (${tier}::float8, ${unlikeness}::float8, ${key}::text collate "C", ${id}::uuid)
     order by tier, unlikeness, sort_key, id
     limit ${most}`.execute(tx.tables());
  return rows.map((row) => ({ id: row.id, order: [row.tier, row.unlikeness, row.nameKey] }));
}

function listed(tx: Tx, { kind, holderId, named }: AccountFilter): RawBuilder<unknown> {
  return sql`workspace_id = ${tx.workspaceId} and merged_into is null and removed_at is null
       ${kind ? sql`and kind = ${kind}` : sql``}
       ${holderId ? sql`and holder_id = ${holderId}` : sql``}
       ${named === undefined ? sql`` : named ? sql`and named_since is not null` : sql`and named_since is null`}`;
}
