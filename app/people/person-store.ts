import { sql } from "kysely";
import type { AccountKind } from "#accounts/account.ts";
import type { AccountTables } from "#accounts/account-tables.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { TeamTables } from "#team/team-tables.ts";
import { personKeys } from "./likeness.ts";
import type { PeopleTables } from "./people-tables.ts";
import type { PersonFacts } from "./person.ts";
import { personSearchText, sortKey, spokenKey } from "./search-text.ts";

export interface PersonRow extends PersonFacts {
  id: string;
  accountName: string | null;
  accountKind: AccountKind | null;
  holderName: string | null;
  createdAt: Date;
}

/** A person ready to be written; `accountName` is that of the account in its facts. */
export interface NewPersonRow {
  id: string;
  facts: PersonFacts;
  accountName: string | null;
}

type Tables = PeopleTables & AccountTables & TeamTables;

/** Persons as they stand, each with the account that stands for theirs and the holder's name. */
export function personRows(tx: Tx) {
  return tx
    .tables<Tables>()
    .selectFrom("person as p")
    .leftJoin("account as at", (join) =>
      join.onRef("at.workspace_id", "=", "p.workspace_id").onRef("at.id", "=", "p.account_id"),
    )
    .leftJoin("account as a", (join) =>
      join.onRef("a.workspace_id", "=", "p.workspace_id").onRef("a.id", "=", "at.kept_id"),
    )
    .leftJoin("member as m", (join) =>
      join.onRef("m.workspace_id", "=", "p.workspace_id").onRef("m.id", "=", "p.holder_id"),
    )
    .select([
      "p.id",
      "p.full_name as fullName",
      "p.given_name as givenName",
      "p.family_name as familyName",
      "p.title",
      "a.id as accountId",
      "a.name as accountName",
      "a.kind as accountKind",
      "p.emails",
      "p.phones",
      "p.linkedin_url as linkedinUrl",
      "p.city",
      "p.country",
      "p.note",
      "p.holder_id as holderId",
      "m.name as holderName",
      "p.created_at as createdAt",
    ])
    .where("p.workspace_id", "=", tx.workspaceId);
}

/** The person with that id, or the one it was merged into; null when there is none or it was removed. */
export async function findPerson(tx: Tx, id: string): Promise<PersonRow | null> {
  const kept = tx
    .tables<Tables>()
    .selectFrom("person as asked")
    .select("asked.kept_id")
    .where("asked.workspace_id", "=", tx.workspaceId)
    .where("asked.id", "=", id);
  const row = await personRows(tx)
    .where("p.id", "=", kept)
    .where("p.removed_at", "is", null)
    .executeTakeFirst();
  return row ?? null;
}

/** Those that are there, by family name. */
export async function findPeopleByIds(tx: Tx, ids: readonly string[]): Promise<PersonRow[]> {
  return personRows(tx)
    .where("p.id", "=", sql<string>`any(${ids}::uuid[])`)
    .where("p.removed_at", "is", null)
    .orderBy("p.sort_key")
    .orderBy("p.id")
    .execute();
}

export interface HeldPerson {
  id: string;
  fullName: string;
  accountId: string | null;
  title: string | null;
}

/** Locks the row until the commit. Says whom a merged one was merged into. */
export async function lockPerson(
  tx: Tx,
  id: string,
): Promise<(HeldPerson & { mergedInto: string | null }) | null> {
  const { rows } = await sql<HeldPerson & { mergedInto: string | null }>`
    select p.id, p.full_name as "fullName", a.kept_id as "accountId", p.title,
           p.merged_into as "mergedInto"
      from person p
      left join account a on a.workspace_id = p.workspace_id and a.id = p.account_id
     where p.workspace_id = ${tx.workspaceId} and p.id = ${id} and p.removed_at is null
       for no key update of p`.execute(tx.tables());
  return rows[0] ?? null;
}

/** Locks these until the commit, removed and merged ones too, in the order in which everybody who locks many does. */
export async function lockPeople(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    select from person where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[])
     order by id for no key update`.execute(tx.tables());
}

/** That person, or the kept one, and all who were merged into them; removed ones too. */
export async function idsOfSamePerson(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with kept as (
      select kept_id as id from person where workspace_id = ${tx.workspaceId} and id = ${id})
    select id from kept
    union all
    select p.id from person p join kept on p.merged_into = kept.id where p.workspace_id = ${tx.workspaceId}`.execute(
    tx.tables(),
  );
  return rows.map((row) => row.id);
}

export interface PersonName {
  /** The kept person's id. */
  id: string;
  name: string;
  title: string | null;
  accountId: string | null;
  accountName: string | null;
}

/** Removed ones too: what happened with them is still told. */
export async function namesByPersonId(
  tx: Tx,
  ids: readonly string[],
): Promise<(PersonName & { askedId: string })[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<PersonName & { askedId: string }>`
    select asked.id as "askedId", p.id, p.full_name as name, p.title, a.id as "accountId", a.name as "accountName"
      from person asked
      join person p on p.workspace_id = asked.workspace_id and p.id = asked.kept_id
      left join account at on at.workspace_id = p.workspace_id and at.id = p.account_id
      left join account a on a.workspace_id = p.workspace_id and a.id = at.kept_id
     where asked.workspace_id = ${tx.workspaceId} and asked.id = any(${ids}::uuid[])`.execute(tx.tables());
  return rows;
}

/** `removed` null: they are there again. */
export async function updatePeopleRemoved(
  tx: Tx,
  ids: readonly string[],
  removed: { at: Date; by: string | null } | null,
): Promise<void> {
  await sql`
    update person set removed_at = ${removed?.at ?? null}::timestamptz, removed_by = ${removed?.by ?? null}::uuid
     where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[])`.execute(tx.tables());
}

/** Where the person's row stands, whether removed, erased or merged. */
export async function findPersonState(
  tx: Tx,
  id: string,
): Promise<{ mergedInto: string | null; removedAt: Date | null; erasedAt: Date | null } | null> {
  const row = await tx
    .tables<PeopleTables>()
    .selectFrom("person")
    .select(["merged_into as mergedInto", "removed_at as removedAt", "erased_at as erasedAt"])
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Somebody who works at one of these accounts. */
export async function somebodyAt(tx: Tx, accountIds: readonly string[]): Promise<{ name: string } | null> {
  const { rows } = await sql<{ name: string }>`
    select full_name as name from person
     where workspace_id = ${tx.workspaceId} and account_id = any(${accountIds}::uuid[])
       and removed_at is null and merged_into is null
     limit 1`.execute(tx.tables());
  return rows[0] ?? null;
}

/** ISO code of the workspace's country, where phone numbers are dialled from. */
export async function findDefaultCountry(tx: Tx): Promise<string | null> {
  const row = await tx
    .tables<TeamTables>()
    .selectFrom("workspace")
    .select("default_country")
    .where("workspace_id", "=", tx.workspaceId)
    .executeTakeFirst();
  return row?.default_country ?? null;
}

/** Any number of persons with their keys and current positions, in one statement. */
export async function insertPeople(
  tx: Tx,
  people: readonly (NewPersonRow & { positionId: string | null; keys?: readonly string[] | undefined })[],
  written: { at: Date; by: string | null; country: string | null },
): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map((person) => ({
    ...personColumns(person),
    id: person.id,
    position_id: person.facts.accountId ? person.positionId : null,
    keys: person.keys ?? personKeys({ ...person.facts, accountName: person.accountName }, written.country),
  }));
  await sql`
    with row as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
        id uuid, full_name text, given_name text, family_name text, sort_key text, spoken_key text, title text, account_id uuid, emails text[],
        phones text[], linkedin_url text, city text, country text, note text, holder_id uuid, search_text text, position_id uuid,
        keys text[])
    ), written as (
      insert into person (workspace_id, id, full_name, given_name, family_name, sort_key, spoken_key, title, account_id, emails, phones,
                          linkedin_url, city, country, note, holder_id, search_text, created_at, created_by)
      select ${tx.workspaceId}::uuid, id, full_name, given_name, family_name, sort_key, spoken_key, title, account_id, emails, phones,
             linkedin_url, city, country, note, holder_id, search_text, ${written.at}::timestamptz, ${written.by}::uuid
        from row
    ), filed as (
      insert into person_key (workspace_id, key, person_id) select ${tx.workspaceId}::uuid, unnest(keys), id from row
    )
    insert into position (workspace_id, id, person_id, account_id, title)
    select ${tx.workspaceId}::uuid, position_id, id, account_id, title from row where position_id is not null`.execute(
    tx.tables(),
  );
}

/**
 * Writes the facts and files the person under their new keys. The account only when they move, so that somebody who stands at a
 * merged account stays there should the merge be undone.
 */
export async function updatePerson(
  tx: Tx,
  person: NewPersonRow,
  moves: boolean,
  country: string | null,
): Promise<void> {
  const { account_id: accountId, ...columns } = personColumns(person);
  await tx
    .tables<PeopleTables>()
    .updateTable("person")
    .set(moves ? { ...columns, account_id: accountId } : columns)
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", person.id)
    .execute();
  const keys = personKeys({ ...person.facts, accountName: person.accountName }, country);
  await sql`
    with gone as (
      delete from person_key
       where workspace_id = ${tx.workspaceId} and person_id = ${person.id} and key <> all(${keys}::text[])
    )
    insert into person_key (workspace_id, key, person_id)
    select ${tx.workspaceId}::uuid, key, ${person.id}::uuid from unnest(${keys}::text[]) as key
        on conflict do nothing`.execute(tx.tables());
}

/** The columns of a person that their facts decide, keys of order and search text among them. */
export function personColumns({ facts, accountName }: NewPersonRow) {
  return {
    full_name: facts.fullName,
    given_name: facts.givenName,
    family_name: facts.familyName,
    sort_key: sortKey(facts),
    spoken_key: spokenKey(facts),
    title: facts.title,
    account_id: facts.accountId,
    emails: facts.emails,
    phones: facts.phones,
    linkedin_url: facts.linkedinUrl,
    city: facts.city,
    country: facts.country,
    note: facts.note,
    holder_id: facts.holderId,
    search_text: personSearchText({ ...facts, accountName }),
  };
}
