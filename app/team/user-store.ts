import type { Kysely } from "kysely";
import { Problem } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { SignInTables } from "./sign-in-tables.ts";

export interface NewUser {
  id: string;
  name: string;
  /** Kept in lower case, as better-auth looks for it. */
  email: string;
  /** Null: signs in by passkey or link only, so far. */
  passwordHash: string | null;
  /** True when the installation's administrator vouches for the address. */
  verified: boolean;
}

/** The user and, with a password, the account that better-auth calls "credential". In the caller's own transaction. */
export async function insertUser(tx: Tx, user: NewUser, now: Date): Promise<void> {
  const tables = tx.tables<SignInTables>();
  const times = { created_at: now, updated_at: now };
  await tables
    .insertInto("sign_in_user")
    .values({
      id: user.id,
      name: user.name,
      email: user.email.toLowerCase(),
      email_verified: user.verified,
      image: null,
      signed_out_at: null,
      ...times,
    })
    .execute();
  if (user.passwordHash === null) return;
  await tables
    .insertInto("sign_in_account")
    .values({
      id: user.id,
      user_id: user.id,
      account_id: user.id,
      provider_id: "credential",
      password: user.passwordHash,
      ...times,
    })
    .execute();
}

export interface UserRow {
  id: string;
  name: string;
  email: string;
  verified: boolean;
}

export async function findUserByEmail(tables: Kysely<SignInTables>, email: string): Promise<UserRow | null> {
  const row = await tables
    .selectFrom("sign_in_user")
    .select(["id", "name", "email", "email_verified as verified"])
    .where("email", "=", email.toLowerCase())
    .executeTakeFirst();
  return row ?? null;
}

/** Throws Problem not-signed-in when the account is gone. */
export async function needUser(tables: Kysely<SignInTables>, id: string): Promise<UserRow> {
  const row = await tables
    .selectFrom("sign_in_user")
    .select(["id", "name", "email", "email_verified as verified"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) throw new Problem("not-signed-in", "this account is gone; sign in with another");
  return row;
}

/** Sessions of before are gone, and links of before open nothing. */
export async function noteSignedOut(tables: Kysely<SignInTables>, id: string, now: Date): Promise<void> {
  await tables.updateTable("sign_in_user").set({ signed_out_at: now }).where("id", "=", id).execute();
}
