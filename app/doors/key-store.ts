import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { KeyScope } from "./key.ts";

export interface DoorTables {
  api_key: {
    workspace_id: string;
    id: string;
    member_id: string;
    name: string;
    secret_hash: string;
    last_four: string;
    scopes: KeyScope[];
    created_at: Date;
    created_by: string | null;
    used_on: Day | null;
    expires_at: Date | null;
    withdrawn_at: Date | null;
    withdrawn_by: string | null;
  };
}

export interface NewKey {
  id: string;
  memberId: string;
  name: string;
  secretHash: string;
  lastFour: string;
  scopes: KeyScope[];
  createdBy: string | null;
  expiresAt: Date | null;
}

export async function insertKey(tx: Tx, key: NewKey, now: Date): Promise<void> {
  await tx
    .tables<DoorTables>()
    .insertInto("api_key")
    .values({
      workspace_id: tx.workspaceId,
      id: key.id,
      member_id: key.memberId,
      name: key.name,
      secret_hash: key.secretHash,
      last_four: key.lastFour,
      scopes: key.scopes,
      created_at: now,
      created_by: key.createdBy,
      used_on: null,
      expires_at: key.expiresAt,
      withdrawn_at: null,
      withdrawn_by: null,
    })
    .execute();
}

/** A key that still opens, or null. */
export async function findStandingKey(
  tx: Tx,
  keyId: string,
  now: Date,
): Promise<{ memberId: string; secretHash: string; scopes: KeyScope[]; usedOn: Day | null } | null> {
  const { rows } = await sql<{
    memberId: string;
    secretHash: string;
    scopes: KeyScope[];
    usedOn: Day | null;
  }>`
    select member_id as "memberId", secret_hash as "secretHash", scopes, used_on as "usedOn"
      from api_key
     where workspace_id = ${tx.workspaceId} and id = ${keyId} and withdrawn_at is null
       and (expires_at is null or expires_at > ${now})`.execute(tx.tables());
  return rows[0] ?? null;
}

export interface KeyRow {
  id: string;
  memberId: string;
  name: string;
  lastFour: string;
  scopes: KeyScope[];
  createdAt: Date;
  usedOn: Day | null;
  expiresAt: Date | null;
}

/** Standing keys, newest first; of one member, or of all. */
export async function listKeys(tx: Tx, memberId: string | null): Promise<KeyRow[]> {
  const { rows } = await sql<KeyRow>`
    select id, member_id as "memberId", name, last_four as "lastFour", scopes, created_at as "createdAt", used_on as "usedOn",
           expires_at as "expiresAt"
      from api_key
     where workspace_id = ${tx.workspaceId} and withdrawn_at is null
       and (${memberId}::uuid is null or member_id = ${memberId}::uuid)
     order by id desc limit 500`.execute(tx.tables());
  return rows;
}

export async function findKey(tx: Tx, id: string): Promise<KeyRow | null> {
  return (await listKeys(tx, null)).find((key) => key.id === id) ?? null;
}

export async function markKeyUsed(tx: Tx, id: string, day: Day): Promise<void> {
  await tx
    .tables<DoorTables>()
    .updateTable("api_key")
    .set({ used_on: day })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Of one key, or of all keys of a member. */
export async function markKeysWithdrawn(
  tx: Tx,
  which: { id: string } | { memberId: string },
  by: string,
  now: Date,
): Promise<void> {
  const query = tx
    .tables<DoorTables>()
    .updateTable("api_key")
    .set({ withdrawn_at: now, withdrawn_by: by })
    .where("workspace_id", "=", tx.workspaceId)
    .where("withdrawn_at", "is", null);
  await (
    "id" in which ? query.where("id", "=", which.id) : query.where("member_id", "=", which.memberId)
  ).execute();
}
