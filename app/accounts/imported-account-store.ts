import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { AccountKind } from "./account.ts";
import { accountColumns } from "./account-store.ts";
import type { ImportedAccount, KindBefore } from "./imported-account-actions.ts";

const COLUMNS = sql`
  name, name_key, kind, client_since, industry, employees, website, domain, phone, city, country, note, holder_id, search_text`;
const SHAPE = sql`
  id uuid, name text, name_key text, kind text, client_since date, industry text, employees integer, website text, domain text, phone text, city text,
  country text, note text, holder_id uuid, search_text text`;

export async function insertAccounts(
  tx: Tx,
  accounts: readonly ImportedAccount[],
  written: { at: Date; by: string },
): Promise<void> {
  if (accounts.length === 0) return;
  await sql`
    insert into account (workspace_id, id, ${COLUMNS}, created_at, created_by)
    select ${tx.workspaceId}::uuid, id, ${COLUMNS}, ${written.at}::timestamptz, ${written.by}::uuid
      from jsonb_to_recordset(${rowsOf(accounts)}::jsonb) as row (${SHAPE})`.execute(tx.tables());
}

export async function updateAccounts(tx: Tx, accounts: readonly ImportedAccount[]): Promise<void> {
  if (accounts.length === 0) return;
  // The ids are said twice: without statistics of fresh rows the planner would read all accounts for each row.
  const ids = accounts.map(({ id }) => id);
  await sql`
    update account as a
       set (${COLUMNS}) = (row.name, row.name_key, row.kind, row.client_since, row.industry, row.employees, row.website, row.domain, row.phone,
                           row.city, row.country, row.note, row.holder_id, row.search_text)
      from jsonb_to_recordset(${rowsOf(accounts)}::jsonb) as row (${SHAPE})
     where a.workspace_id = ${tx.workspaceId} and a.id = any(${ids}::uuid[]) and a.id = row.id`.execute(
    tx.tables(),
  );
}

/** Those that are of one of the kinds `only`; `keepSince`: a day on which they became clients before stays. Answers what they were. */
export async function updateKinds(
  tx: Tx,
  to: readonly { accountId: string; kind: AccountKind; clientSince: Day | null }[],
  how: { only: readonly AccountKind[]; keepSince: boolean },
): Promise<KindBefore[]> {
  if (to.length === 0) return [];
  const ids = to.map(({ accountId }) => accountId);
  const { rows } = await sql<KindBefore>`
    with row as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(to)}::jsonb) as row ("accountId" uuid, kind text, "clientSince" date)
    ), held as materialized (
      select a.id, a.kind, a.client_since
        from account a join row on row."accountId" = a.id
       where a.workspace_id = ${tx.workspaceId} and a.id = any(${ids}::uuid[]) and a.kind = any(${how.only}::text[])
       order by a.id
         for no key update of a
    ), changed as (
      update account a
         set kind = row.kind,
             client_since = case when ${how.keepSince} then coalesce(a.client_since, row."clientSince") else row."clientSince" end
        from row, held
       where a.workspace_id = ${tx.workspaceId} and a.id = any(${ids}::uuid[]) and a.id = row."accountId" and held.id = a.id
    )
    select id as "accountId", kind, client_since as "clientSince" from held`.execute(tx.tables());
  return rows;
}

function rowsOf(accounts: readonly ImportedAccount[]): string {
  return JSON.stringify(
    accounts.map(({ id, facts, clientSince }) => ({
      id,
      ...accountColumns(facts),
      client_since: clientSince,
    })),
  );
}
