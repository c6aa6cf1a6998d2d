import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import { searchWords } from "#lib/kernel/fold.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { TeamTables } from "#team/team-tables.ts";
import type { AccountFacts, AccountKind } from "./account.ts";
import { accountKey, domainOf } from "./account-key.ts";
import type { AccountTables } from "./account-tables.ts";

export interface AccountRow extends AccountFacts {
  id: string;
  holderName: string | null;
  clientSince: Day | null;
  namedSince: Day | null;
  createdAt: Date;
}

/** Accounts as they stand, each with its holder's name. */
export function accountRows(tx: Tx) {
  return tx
    .tables<AccountTables & TeamTables>()
    .selectFrom("account as a")
    .leftJoin("member as m", (join) =>
      join.onRef("m.workspace_id", "=", "a.workspace_id").onRef("m.id", "=", "a.holder_id"),
    )
    .select([
      "a.id",
      "a.name",
      "a.kind",
      "a.industry",
      "a.employees",
      "a.website",
      "a.phone",
      "a.city",
      "a.country",
      "a.note",
      "a.holder_id as holderId",
      "m.name as holderName",
      "a.client_since as clientSince",
      "a.named_since as namedSince",
      "a.created_at as createdAt",
    ])
    .where("a.workspace_id", "=", tx.workspaceId);
}

/** The account with that id, or the one it was merged into; null when there is none or it was removed. */
export async function findAccount(tx: Tx, id: string): Promise<AccountRow | null> {
  const kept = tx
    .tables<AccountTables>()
    .selectFrom("account as asked")
    .select("asked.kept_id")
    .where("asked.workspace_id", "=", tx.workspaceId)
    .where("asked.id", "=", id);
  const row = await accountRows(tx)
    .where("a.id", "=", kept)
    .where("a.removed_at", "is", null)
    .executeTakeFirst();
  return row ?? null;
}

/** Of several that have this name, the first that was added. */
export async function findAccountByKey(
  tx: Tx,
  nameKey: string,
): Promise<{ id: string; name: string } | null> {
  const row = await tx
    .tables<AccountTables>()
    .selectFrom("account")
    .select(["id", "name"])
    .where("workspace_id", "=", tx.workspaceId)
    .where("name_key", "=", nameKey)
    .where("merged_into", "is", null)
    .where("removed_at", "is", null)
    .orderBy("id")
    .executeTakeFirst();
  return row ?? null;
}

/** Until the commit nobody else adds an account of this name by name: two who mean the same company shall not make it twice. */
export async function holdAccountName(tx: Tx, nameKey: string): Promise<void> {
  const name = `account ${tx.workspaceId} ${nameKey}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx.tables());
}

/** That account, or the kept one, and all that were merged into it; removed ones too. */
export async function idsOfSameAccount(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with kept as (
      select kept_id as id from account where workspace_id = ${tx.workspaceId} and id = ${id})
    select id from kept
    union all
    select a.id from account a join kept on a.merged_into = kept.id where a.workspace_id = ${tx.workspaceId}`.execute(
    tx.tables(),
  );
  return rows.map((row) => row.id);
}

export interface AccountName {
  /** The kept account's id. */
  id: string;
  name: string;
  kind: AccountKind;
}

/** Removed ones too: what happened there is still told. */
export async function namesByAccountId(
  tx: Tx,
  ids: readonly string[],
): Promise<(AccountName & { askedId: string })[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<AccountName & { askedId: string }>`
    select asked.id as "askedId", a.id, a.name, a.kind
      from account asked
      join account a on a.workspace_id = asked.workspace_id and a.id = asked.kept_id
     where asked.workspace_id = ${tx.workspaceId} and asked.id = any(${ids}::uuid[])`.execute(tx.tables());
  return rows;
}

export async function memberIsHere(tx: Tx, memberId: string): Promise<boolean> {
  const row = await tx
    .tables<TeamTables>()
    .selectFrom("member")
    .select("id")
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", memberId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertAccount(
  tx: Tx,
  account: { id: string; facts: AccountFacts; clientSince: Day | null; createdBy: string | null; now: Date },
): Promise<void> {
  await tx
    .tables<AccountTables>()
    .insertInto("account")
    .values({
      workspace_id: tx.workspaceId,
      id: account.id,
      ...accountColumns(account.facts),
      client_since: account.clientSince,
      named_since: null,
      named_by: null,
      merged_into: null,
      created_at: account.now,
      created_by: account.createdBy,
      removed_at: null,
      removed_by: null,
    })
    .execute();
}

/** `dates` that are not said stay. */
export async function updateAccount(
  tx: Tx,
  id: string,
  facts: AccountFacts,
  dates: { clientSince?: Day | null; namedSince?: Day | null },
): Promise<void> {
  await tx
    .tables<AccountTables>()
    .updateTable("account")
    .set({ ...accountColumns(facts), client_since: dates.clientSince, named_since: dates.namedSince })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** `since` null: no longer on the pursuit list. */
export async function updateNamed(tx: Tx, id: string, since: Day | null, by: string | null): Promise<void> {
  await tx
    .tables<AccountTables>()
    .updateTable("account")
    .set({ named_since: since, named_by: by })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** `removed` null: it is there again. */
export async function updateRemoved(
  tx: Tx,
  ids: readonly string[],
  removed: { at: Date; by: string } | null,
): Promise<void> {
  await sql`
    update account set removed_at = ${removed?.at ?? null}::timestamptz, removed_by = ${removed?.by ?? null}::uuid
     where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[])`.execute(tx.tables());
}

/** Says who stands for these accounts; null: they stand for themselves. */
export async function pointAccounts(tx: Tx, ids: readonly string[], keptId: string | null): Promise<void> {
  await sql`
    update account set merged_into = ${keptId}::uuid
     where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[])`.execute(tx.tables());
}

/** Locks the row until the commit. Finds removed and merged ones too. */
export async function lockAccount(
  tx: Tx,
  id: string,
): Promise<{ id: string; name: string; mergedInto: string | null; removedAt: Date | null } | null> {
  const { rows } = await sql<{ id: string; name: string; mergedInto: string | null; removedAt: Date | null }>`
    select id, name, merged_into as "mergedInto", removed_at as "removedAt"
      from account where workspace_id = ${tx.workspaceId} and id = ${id} for no key update`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

/** Others that are listed under the same name or the same domain. */
export async function accountsLike(
  tx: Tx,
  like: { notIds: readonly string[]; nameKey: string; domain: string | null },
): Promise<(AccountRow & { sameName: boolean; sameDomain: boolean })[]> {
  return accountRows(tx)
    .select((eb) => [
      eb("a.name_key", "=", like.nameKey).$castTo<boolean>().as("sameName"),
      sql<boolean>`coalesce(a.domain = ${like.domain}, false)`.as("sameDomain"),
    ])
    .where("a.merged_into", "is", null)
    .where("a.removed_at", "is", null)
    .where("a.id", "<>", sql<string>`all(${like.notIds}::uuid[])`)
    .where((eb) => eb.or([eb("a.name_key", "=", like.nameKey), eb("a.domain", "=", like.domain)]))
    .orderBy("a.name_key")
    .limit(MOST_ALIKE)
    .execute();
}

const MOST_ALIKE = 50;

/** The columns of an account that its facts decide, keys and search text among them. */
export function accountColumns(facts: AccountFacts) {
  return {
    name: facts.name,
    name_key: accountKey(facts.name),
    kind: facts.kind,
    industry: facts.industry,
    employees: facts.employees,
    website: facts.website,
    domain: facts.website ? domainOf(facts.website) : null,
    phone: facts.phone,
    city: facts.city,
    country: facts.country,
    note: facts.note,
    holder_id: facts.holderId,
    search_text: accountSearchText(facts),
  };
}

/** " words of the name | words of the rest ", as find_accounts expects it. */
function accountSearchText(facts: AccountFacts): string {
  const name = searchWords(facts.name);
  const rest = searchWords([facts.website, facts.city, facts.industry].filter(Boolean).join(" "));
  return ` ${name.join(" ")} | ${rest.filter((word) => !name.includes(word)).join(" ")} `;
}
