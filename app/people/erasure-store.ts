import { sql } from "kysely";
import type { Tx } from "#lib/storage/database.ts";

/** As much of somebody's rows as they are told from others by: their own, and those of whoever was merged into them. */
export interface RowOfThem {
  id: string;
  fullName: string;
  givenName: string | null;
  familyName: string | null;
  sortKey: string;
  spokenKey: string;
  emails: string[];
  phones: string[];
  linkedinUrl: string | null;
  mergedInto: string | null;
  erasedAt: Date | null;
}

/** The kept one first. Removed ones too: they are still there. */
export async function rowsOfThem(tx: Tx, ids: readonly string[]): Promise<RowOfThem[]> {
  const { rows } = await sql<RowOfThem>`
    select id, full_name as "fullName", given_name as "givenName", family_name as "familyName", sort_key as "sortKey",
           spoken_key as "spokenKey", emails, phones, linkedin_url as "linkedinUrl", merged_into as "mergedInto", erased_at as "erasedAt"
      from person
     where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[])
     order by merged_into is not null, id`.execute(tx.tables());
  return rows;
}

/** Names of whatever stands behind these ids: members, accounts, people. */
export async function namesBehind(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from member where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[])
    union all
    select id, name from account where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[])
    union all
    select id, full_name from person where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[])`.execute(
    tx.tables(),
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
