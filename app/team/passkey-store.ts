import type { Database } from "#lib/storage/database.ts";
import type { SignInTables } from "./sign-in-tables.ts";

export interface PasskeyRow {
  id: string;
  name: string;
  addedAt: Date | null;
}

export async function listPasskeys(database: Database, userId: string): Promise<PasskeyRow[]> {
  const rows = await database
    .outside<SignInTables>()
    .selectFrom("sign_in_passkey")
    .select(["id", "name", "created_at as addedAt"])
    .where("user_id", "=", userId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, name: row.name ?? "Passkey" }));
}

/** Answers whether there was one. */
export async function renamePasskey(
  database: Database,
  userId: string,
  id: string,
  name: string,
): Promise<boolean> {
  const done = await database
    .outside<SignInTables>()
    .updateTable("sign_in_passkey")
    .set({ name })
    .where("user_id", "=", userId)
    .where("id", "=", id)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Answers whether there was one. */
export async function deletePasskey(database: Database, userId: string, id: string): Promise<boolean> {
  const done = await database
    .outside<SignInTables>()
    .deleteFrom("sign_in_passkey")
    .where("user_id", "=", userId)
    .where("id", "=", id)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}
