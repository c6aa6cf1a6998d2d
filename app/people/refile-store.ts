import { sql } from "kysely";
import type { Tx } from "#lib/storage/database.ts";
import { nameKeyAt } from "./likeness.ts";
import { personSearchText } from "./search-text.ts";

const AT_ONCE = 1_000;

interface Filed {
  id: string;
  fullName: string;
  title: string | null;
  emails: string[];
}

/** Writes anew what people at these accounts are found and recognised by: their employer is called `accountName` now. */
export async function refilePeopleAt(
  tx: Tx,
  accountIds: readonly string[],
  accountName: string,
): Promise<void> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows } = await sql<Filed>`
      select id, full_name as "fullName", title, emails
        from person
       where workspace_id = ${tx.workspaceId} and account_id = any(${accountIds}::uuid[]) and id > ${after}::uuid
       order by id
       limit ${AT_ONCE}
         for no key update`.execute(tx.tables());
    const last = rows.at(-1);
    if (!last) return;
    await refile(tx, rows, accountName);
    after = last.id;
  }
}

async function refile(tx: Tx, people: readonly Filed[], accountName: string): Promise<void> {
  const rows = people.map((person) => ({
    id: person.id,
    search_text: personSearchText({ ...person, accountName }),
    name_key: nameKeyAt(person.fullName, accountName),
  }));
  await sql`
    with row as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, search_text text, name_key text)
    ), found as (
      update person p set search_text = row.search_text
        from row
       where p.workspace_id = ${tx.workspaceId} and p.id = row.id and p.search_text <> row.search_text
    ), gone as (
      delete from person_key k using row
       where k.workspace_id = ${tx.workspaceId} and k.person_id = row.id and k.key like 'n:%'
         and k.key is distinct from row.name_key
    )
    insert into person_key (workspace_id, key, person_id)
    select ${tx.workspaceId}::uuid, name_key, id from row where name_key is not null
        on conflict do nothing`.execute(tx.tables());
}
