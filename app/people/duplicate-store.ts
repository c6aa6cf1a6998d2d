import { sql, type RawBuilder } from "kysely";
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
     order by count(distinct theirs.key) desc, kept.id
     limit ${MOST_LOOKED_AT}`.execute(tx.tables());
  return rows;
}

// Hardly a company has more people in the list; of one that has, those who stand nearest in it are looked at.
const MOST_NEIGHBOURS = 500;

/** Who else works at these accounts, on either side of that person in the list. */
export async function neighboursAt(
  tx: Tx,
  accountIds: readonly string[],
  personId: string,
): Promise<{ id: string; name: string }[]> {
  const there = sql`
    select p.id, p.full_name as name from person p
     where p.workspace_id = ${tx.workspaceId} and p.account_id = any(${accountIds}::uuid[])
       and p.merged_into is null and p.removed_at is null and p.id <> ${personId}`;
  const own = sql`(select sort_key from person where workspace_id = ${tx.workspaceId} and id = ${personId})`;
  const { rows } = await sql<{ id: string; name: string }>`
    (${there} and p.sort_key >= ${own} order by p.sort_key, p.id limit ${MOST_NEIGHBOURS})
    union all
    (${there} and p.sort_key < ${own} order by p.sort_key desc, p.id desc limit ${MOST_NEIGHBOURS})`.execute(
    tx.tables(),
  );
  return rows;
}

type Kind = "person" | "account";

export interface Pair {
  one: { id: string; name: string };
  other: { id: string; name: string };
  /** All that they share. */
  keys: string[];
}

// A key that more people share is a switchboard or a mailbox of many, and says nothing about any two of them.
const MOST_SHARERS = 8;

/** Keys after this one that several, but not very many, are filed under, in their order. */
export async function keysOfSeveral(tx: Tx, kind: Kind, afterKey: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select key from (${filed(tx, kind)}) as filed
     where key > ${afterKey}
     group by key having count(*) between 2 and ${MOST_SHARERS}
     order by key
     limit ${limit}`.execute(tx.tables());
  return rows.map((row) => row.key);
}

/** Every two who share one of these keys as the first of all that they share, without those told apart. */
export async function pairsUnder(tx: Tx, kind: Kind, keys: readonly string[]): Promise<Pair[]> {
  const { rows } = await sql<Pair>`
    with sharer as materialized (${sharers(tx, kind, keys)}),
    pair as (
      select one.id as one_id, other.id as other_id, min(one.key) as first_key,
             json_build_object('id', one.id, 'name', one.name) as one, json_build_object('id', other.id, 'name', other.name) as other
        from sharer one
        join sharer other on other.key = one.key and other.id > one.id
       where not exists (select from told_apart t
                          where t.workspace_id = ${tx.workspaceId} and t.one_id = one.id and t.other_id = other.id)
       group by one.id, one.name, other.id, other.name
    ), known as (
      select pair.*, array(select a.key from (${filed(tx, kind)}) as a join (${filed(tx, kind)}) as b on b.key = a.key
                            where a.id = pair.one_id and b.id = pair.other_id order by a.key) as shared
        from pair
    )
    select one, other, case when shared = '{}' then array[first_key] else shared end as keys
      from known
     where shared = '{}' or shared[1] >= first_key
     order by first_key, one_id, other_id`.execute(tx.tables());
  return rows;
}

function sharers(tx: Tx, kind: Kind, keys: readonly string[]): RawBuilder<unknown> {
  if (kind === "account")
    return sql`select f.key, f.id, a.name from (${filed(tx, kind)}) as f
                 join account a on a.workspace_id = ${tx.workspaceId} and a.id = f.id where f.key = any(${keys}::text[])`;
  return sql`select distinct k.key, kept.id, kept.full_name as name
               from person_key k
               join person p on p.workspace_id = k.workspace_id and p.id = k.person_id and p.removed_at is null
               join person kept on kept.workspace_id = p.workspace_id and kept.id = p.kept_id and kept.removed_at is null
              where k.workspace_id = ${tx.workspaceId} and k.key = any(${keys}::text[])`;
}

/** Who is filed under which key; accounts by "n:" their name and "w:" their web address. */
function filed(tx: Tx, kind: Kind): RawBuilder<unknown> {
  if (kind === "person")
    return sql`select key, person_id as id from person_key where workspace_id = ${tx.workspaceId}`;
  const listed = sql`workspace_id = ${tx.workspaceId} and merged_into is null and removed_at is null`;
  return sql`
    select ('n:' || name_key) collate "C" as key, id from account where ${listed}
     union all
    select ('w:' || domain) collate "C" as key, id from account where ${listed} and domain is not null`;
}
