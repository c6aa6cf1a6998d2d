import { sql } from "kysely";
import type { Database, Tx } from "#lib/storage/database.ts";
import { noteSignedOut } from "./user-store.ts";

/** Everything that was opened for this user is worth nothing from now on: sessions, and links that went out to them. */
export async function signedOutEverywhere(database: Database, userId: string, now: Date): Promise<void> {
  await noteSignedOut(database.outside(), userId, now);
}

/** When a member last signed out everywhere, changed their password or had it reset; null: never. */
export async function lastSignedOut(tx: Tx, memberId: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select u.signed_out_at as at from member m join sign_in_user u on u.id = m.user_id
     where m.workspace_id = ${tx.workspaceId} and m.id = ${memberId}`.execute(tx.tables());
  return rows[0]?.at ?? null;
}
