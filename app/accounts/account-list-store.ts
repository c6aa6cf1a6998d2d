import { sql } from "kysely";
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
  /** Typed search: the best first, at most a thousand. */
  q?: string;
}

const MOST_FOUND = 1_000;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** By name, or with `q` the best first, a page at a time. */
export async function listAccounts(
  tx: Tx,
  filter: AccountFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<AccountRow>> {
  const typed = filter.q === undefined ? null : typedSearch(filter.q);
  return typed ? foundAccounts(tx, typed, filter, cursor, limit) : accountsByName(tx, filter, cursor, limit);
}

async function accountsByName(
  tx: Tx,
  filter: AccountFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<AccountRow>> {
  let query = accountRows(tx)
    .select("a.name_key as nameKey")
    .where("a.merged_into", "is", null)
    .where("a.removed_at", "is", null);
  if (filter.kind) query = query.where("a.kind", "=", filter.kind);
  if (filter.holderId) query = query.where("a.holder_id", "=", filter.holderId);
  if (filter.named !== undefined) query = query.where("a.named_since", filter.named ? "is not" : "is", null);
  if (cursor) {
    const [nameKey, id] = decodeCursorAs(cursor, ["text", "id"]) as [string, string];
    query = query.where((eb) => eb(eb.refTuple("a.name_key", "a.id"), ">", eb.tuple(nameKey, id)));
  }
  const rows = await query
    .orderBy("a.name_key")
    .orderBy("a.id")
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map(({ nameKey: _, ...row }) => row);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.nameKey, last.id]) : null };
}

async function foundAccounts(
  tx: Tx,
  typed: Typed,
  filter: AccountFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<AccountRow>> {
  const [tier, unlikeness, key, id] = cursor
    ? decodeCursorAs(cursor, ["number", "number", "text", "id"])
    : [-1, 0, "", FIRST_ID];
  const beginning = accountKey(typed.whole);
  const { kind = null, holderId = null, named = null } = filter;
  const { rows: best } = await sql<{ id: string; tier: number; unlikeness: number; sortKey: string }>`
    with near as (
      (select id, 0 as tier, 1::real as likeness, name_key as sort_key
         from account
        where workspace_id = ${tx.workspaceId} and merged_into is null and removed_at is null
          and name_key >= ${beginning} and name_key < ${endOfBeginning(beginning)}
          and (${kind}::text is null or kind = ${kind}::text)
          and (${holderId}::uuid is null or holder_id = ${holderId}::uuid)
          and (${named}::boolean is null or (named_since is not null) = ${named}::boolean)
        order by name_key, id
        limit ${MOST_FOUND})
      union all
      select id, tier, likeness, sort_key
        from find_accounts(${typed.words}, ${typed.swapped}, ${typed.swappedToo}, ${MOST_FOUND}, ${kind}, ${holderId}, ${named})
    ), best as (
      select distinct on (id) id, tier, -likeness::float8 as unlikeness, sort_key from near order by id, tier, likeness desc
    )
    select id, tier, unlikeness, sort_key as "sortKey"
      from best
     where (tier, unlikeness, sort_key, id) > (${tier}::float8, ${unlikeness}::float8, ${key}::text collate "C", ${id}::uuid)
     order by tier, unlikeness, sort_key, id
     limit ${limit + 1}`.execute(tx.tables());
  const shown = best.slice(0, limit);
  const rows = await accountRows(tx)
    .where("a.id", "=", sql<string>`any(${shown.map((each) => each.id)}::uuid[])`)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const last = shown.at(-1);
  return {
    items: shown.flatMap((each) => byId.get(each.id) ?? []),
    nextCursor:
      best.length > limit && last ? encodeCursor([last.tier, last.unlikeness, last.sortKey, last.id]) : null,
  };
}
