import { sql } from "kysely";
import type { Tx } from "#lib/storage/database.ts";
import type { SubscriptionRow } from "./letter-tables.ts";

const COLUMNS = sql`
  s.id, s.person_id as "personId", s.name, s.address, s.key, s.language, s.at, s.by_id as "byId", m.name as "byName",
  s.sent_at as "sentAt", s.failure, s.confirmed_at as "confirmedAt", s.words, s.consent_id as "consentId"`;

export async function insertSubscription(
  tx: Tx,
  asked: Pick<SubscriptionRow, "id" | "personId" | "name" | "address" | "key" | "language" | "at" | "byId">,
): Promise<void> {
  await sql`
    insert into subscription (workspace_id, id, person_id, name, address, key, language, at, by_id)
    values (${tx.workspaceId}, ${asked.id}, ${asked.personId}, ${asked.name}, ${asked.address}, ${asked.key}, ${asked.language},
            ${asked.at}, ${asked.byId})`.execute(tx.tables());
}

export async function findSubscription(tx: Tx, id: string): Promise<SubscriptionRow | null> {
  const { rows } = await sql<SubscriptionRow>`
    select ${COLUMNS}
      from subscription s left join member m on m.workspace_id = s.workspace_id and m.id = s.by_id
     where s.workspace_id = ${tx.workspaceId} and s.id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}

export async function lockSubscription(tx: Tx, id: string): Promise<void> {
  await sql`select from subscription where workspace_id = ${tx.workspaceId} and id = ${id} for update`.execute(
    tx.tables(),
  );
}

/** Of a person's records, or at an address; the latest first. */
export async function listSubscriptions(
  tx: Tx,
  { personIds = [], keys = [] }: { personIds?: readonly string[]; keys?: readonly string[] },
): Promise<SubscriptionRow[]> {
  const { rows } = await sql<SubscriptionRow>`
    select ${COLUMNS}
      from subscription s left join member m on m.workspace_id = s.workspace_id and m.id = s.by_id
     where s.workspace_id = ${tx.workspaceId}
       and (s.person_id = any(${personIds}::uuid[]) or s.key = any(${keys}::text[]))
     order by s.id desc limit 50`.execute(tx.tables());
  return rows;
}

export async function markAsked(
  tx: Tx,
  id: string,
  end: { sentAt: Date } | { failure: string },
): Promise<void> {
  await sql`
    update subscription set sent_at = ${"sentAt" in end ? end.sentAt : null}, failure = ${"failure" in end ? end.failure : null}
     where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx.tables());
}

/** What they typed on the public page stands with their record from now on. */
export async function markConfirmed(
  tx: Tx,
  id: string,
  confirmed: { at: Date; words: string; personId: string; consentId: string },
): Promise<void> {
  await sql`
    update subscription set confirmed_at = ${confirmed.at}, words = ${confirmed.words}, person_id = ${confirmed.personId},
                            consent_id = ${confirmed.consentId}, name = null, address = null
     where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx.tables());
}

/** What somebody typed on the public page and never confirmed. */
export async function deleteUnconfirmedBefore(tx: Tx, before: Date): Promise<void> {
  await sql`
    delete from subscription
     where workspace_id = ${tx.workspaceId} and by_id is null and confirmed_at is null and at < ${before}`.execute(
    tx.tables(),
  );
}
