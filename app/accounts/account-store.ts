import type { Day } from "#lib/kernel/days.ts";
import { decodeCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { AccountFacts, AccountKind } from "./account.ts";
import { accountKey, domainOf } from "./account-key.ts";
import type { AccountTables } from "./account-tables.ts";

export interface AccountRow extends AccountFacts {
  id: string;
  clientSince: Day | null;
  namedSince: Day | null;
  mergedInto: string | null;
  createdAt: Date;
}

export interface AccountFilter {
  kind?: AccountKind;
  holderId?: string;
  named?: boolean;
}

const COLUMNS = [
  "id",
  "name",
  "kind",
  "industry",
  "website",
  "phone",
  "city",
  "country",
  "note",
  "holder_id as holderId",
  "client_since as clientSince",
  "named_since as namedSince",
  "merged_into as mergedInto",
  "created_at as createdAt",
] as const;

/** Also finds an account that was merged into another, which then says so; not a removed one. */
export async function findAccount(tx: Tx, id: string): Promise<AccountRow | null> {
  const row = await tx
    .tables<AccountTables>()
    .selectFrom("account")
    .select(COLUMNS)
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return row ?? null;
}

/** By name, a page at a time. */
export async function listAccounts(tx: Tx, filter: AccountFilter, cursor: string | undefined, limit: number): Promise<Page<AccountRow>> {
  let query = tx
    .tables<AccountTables>()
    .selectFrom("account")
    .select([...COLUMNS, "name_key as nameKey"])
    .where("workspace_id", "=", tx.workspaceId)
    .where("merged_into", "is", null)
    .where("removed_at", "is", null);
  if (filter.kind) query = query.where("kind", "=", filter.kind);
  if (filter.holderId) query = query.where("holder_id", "=", filter.holderId);
  if (filter.named) query = query.where("named_since", "is not", null);
  if (cursor) {
    const [nameKey, id] = decodeCursor(cursor, 2) as [string, string];
    query = query.where((eb) => eb(eb.refTuple("name_key", "id"), ">", eb.tuple(nameKey, id)));
  }
  const rows = await query
    .orderBy("name_key")
    .orderBy("id")
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.nameKey, last.id]) : null };
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
      ...written(account.facts),
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

export async function updateAccount(tx: Tx, id: string, facts: AccountFacts, clientSince: Day | null): Promise<void> {
  await tx
    .tables<AccountTables>()
    .updateTable("account")
    .set({ ...written(facts), client_since: clientSince })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

function written(facts: AccountFacts) {
  return {
    name: facts.name,
    name_key: accountKey(facts.name),
    kind: facts.kind,
    industry: facts.industry,
    website: facts.website,
    domain: facts.website ? domainOf(facts.website) : null,
    phone: facts.phone,
    city: facts.city,
    country: facts.country,
    note: facts.note,
    holder_id: facts.holderId,
    search_text: [facts.name, facts.website, facts.city].filter(Boolean).join(" ").toLowerCase(),
  };
}
