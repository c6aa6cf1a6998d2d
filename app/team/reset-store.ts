import type { Database, Tx } from "#lib/storage/database.ts";
import { hashOfToken } from "./session-cookie-server.ts";
import type { SignInTables } from "./sign-in-tables.ts";

/** As better-auth keeps it with storeIdentifier "hashed", and looks for it in resetPassword. */
function identifierOf(token: string): string {
  return hashOfToken(`reset-password:${token}`);
}

/** The user's earlier links open nothing any more. */
export async function insertReset(
  tx: Tx,
  reset: { id: string; token: string; userId: string; expiresAt: Date },
  now: Date,
): Promise<void> {
  const tables = tx.tables<SignInTables>();
  await tables.deleteFrom("sign_in_verification").where("value", "=", reset.userId).execute();
  await tables
    .insertInto("sign_in_verification")
    .values({
      id: reset.id,
      identifier: identifierOf(reset.token),
      value: reset.userId,
      expires_at: reset.expiresAt,
      created_at: now,
      updated_at: now,
    })
    .execute();
}

/** The user's id, or null for a link that was used or has run out. */
export async function findReset(database: Database, token: string, now: Date): Promise<string | null> {
  const row = await database
    .outside<SignInTables>()
    .selectFrom("sign_in_verification")
    .select("value")
    .where("identifier", "=", identifierOf(token))
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row?.value ?? null;
}

export async function hasOtherSeats(tx: Tx, userId: string): Promise<boolean> {
  const row = await tx
    .tables<SignInTables>()
    .selectFrom("sign_in_seat")
    .select("workspace_id")
    .where("user_id", "=", userId)
    .where("workspace_id", "<>", tx.workspaceId)
    .executeTakeFirst();
  return row !== undefined;
}
