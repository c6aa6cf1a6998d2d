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
      expires_at: null,
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
): Promise<{ memberId: string; secretHash: string; scopes: KeyScope[] } | null> {
  const { rows } = await sql<{ memberId: string; secretHash: string; scopes: KeyScope[] }>`
    select member_id as "memberId", secret_hash as "secretHash", scopes
      from api_key
     where workspace_id = ${tx.workspaceId} and id = ${keyId} and withdrawn_at is null
       and (expires_at is null or expires_at > ${now})`.execute(tx.tables());
  return rows[0] ?? null;
}
