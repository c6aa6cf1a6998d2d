import { type Kysely, sql } from "kysely";
import type { Database, Tx } from "#lib/storage/database.ts";
import type { SignInTables } from "./sign-in-tables.ts";

export interface FoundSession {
  id: string;
  userId: string;
  workspaceId: string | null;
  memberId: string | null;
  expiresAt: Date;
}

/** The one look-up of a signed-in request: the open workspace and the member there, while the session lasts. */
export async function findSession(
  database: Database,
  tokenHash: string,
  now: Date,
): Promise<FoundSession | null> {
  const { rows } = await sql<FoundSession>`
    select id, user_id as "userId", workspace_id as "workspaceId", member_id as "memberId", expires_at as "expiresAt"
      from sign_in_session where token = ${tokenHash} and expires_at > ${now}`.execute(database.outside());
  return rows[0] ?? null;
}

/** Two servers may try at once; the later time stands. */
export async function extendSession(database: Database, id: string, until: Date, now: Date): Promise<void> {
  await database
    .outside<SignInTables>()
    .updateTable("sign_in_session")
    .set({ expires_at: until, updated_at: now })
    .where("id", "=", id)
    .where("expires_at", "<", until)
    .execute();
}

export interface SessionRow {
  id: string;
  userAgent: string | null;
  ipAddress: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** A user's standing sessions, the one used last first. */
export async function listSessions(database: Database, userId: string, now: Date): Promise<SessionRow[]> {
  return database
    .outside<SignInTables>()
    .selectFrom("sign_in_session")
    .select([
      "id",
      "user_agent as userAgent",
      "ip_address as ipAddress",
      "created_at as createdAt",
      "updated_at as updatedAt",
    ])
    .where("user_id", "=", userId)
    .where("expires_at", ">", now)
    .orderBy("updated_at", "desc")
    .orderBy("id")
    .limit(100)
    .execute();
}

/** Answers whether there was one. */
export async function deleteSession(database: Database, userId: string, id: string): Promise<boolean> {
  const done = await database
    .outside<SignInTables>()
    .deleteFrom("sign_in_session")
    .where("id", "=", id)
    .where("user_id", "=", userId)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}

/** In passing, whenever somebody signs in: sessions, links and passkey questions that have run out. */
export async function forgetExpired(database: Database, now: Date): Promise<void> {
  const tables = database.outside<SignInTables>();
  await tables.deleteFrom("sign_in_session").where("expires_at", "<", now).execute();
  await tables.deleteFrom("sign_in_verification").where("expires_at", "<", now).execute();
}

export interface Seat {
  workspaceId: string;
  memberId: string;
  workspaceName: string;
}

/** The workspaces a user may open, the one opened last first. */
export async function seatsOf(tables: Kysely<SignInTables>, userId: string): Promise<Seat[]> {
  return tables
    .selectFrom("sign_in_seat")
    .select(["workspace_id as workspaceId", "member_id as memberId", "workspace_name as workspaceName"])
    .where("user_id", "=", userId)
    .orderBy("opened_at", "desc")
    .orderBy("workspace_id")
    .execute();
}

/** The session works in that workspace from now on. Answers false when the user has no seat there. */
export async function openSeat(
  database: Database,
  session: { id: string; userId: string },
  workspaceId: string,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    with seat as (
      update sign_in_seat set opened_at = ${now}
       where user_id = ${session.userId} and workspace_id = ${workspaceId}
      returning workspace_id, member_id)
    update sign_in_session s set workspace_id = seat.workspace_id, member_id = seat.member_id
      from seat where s.id = ${session.id} returning s.id`.execute(database.outside());
  return rows.length > 0;
}

export async function giveSeat(tx: Tx, seat: Seat & { userId: string }, now: Date): Promise<void> {
  await tx
    .tables<SignInTables>()
    .insertInto("sign_in_seat")
    .values({
      user_id: seat.userId,
      workspace_id: tx.workspaceId,
      member_id: seat.memberId,
      workspace_name: seat.workspaceName,
      opened_at: now,
    })
    .onConflict((same) =>
      same
        .columns(["user_id", "workspace_id"])
        .doUpdateSet({ member_id: seat.memberId, workspace_name: seat.workspaceName }),
    )
    .execute();
}

/** Takes the seat away and closes the sessions that have this workspace open. */
export async function takeSeat(tx: Tx, userId: string): Promise<void> {
  const tables = tx.tables<SignInTables>();
  await tables
    .deleteFrom("sign_in_seat")
    .where("user_id", "=", userId)
    .where("workspace_id", "=", tx.workspaceId)
    .execute();
  await tables
    .deleteFrom("sign_in_session")
    .where("user_id", "=", userId)
    .where("workspace_id", "=", tx.workspaceId)
    .execute();
}

export async function renameSeats(tx: Tx, workspaceName: string): Promise<void> {
  await tx
    .tables<SignInTables>()
    .updateTable("sign_in_seat")
    .set({ workspace_name: workspaceName })
    .where("workspace_id", "=", tx.workspaceId)
    .execute();
}
