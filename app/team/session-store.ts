import { sql } from "kysely";
import type { Database } from "#lib/storage/database.ts";

/** The one look-up of a signed-in request: the open workspace and the member there, while the session lasts. */
export async function findSession(
  database: Database,
  token: string,
  now: Date,
): Promise<{ userId: string; workspaceId: string | null; memberId: string | null } | null> {
  const { rows } = await sql<{ userId: string; workspaceId: string | null; memberId: string | null }>`
    select user_id as "userId", workspace_id as "workspaceId", member_id as "memberId"
      from sign_in_session where token = ${token} and expires_at > ${now}`.execute(database.outside());
  return rows[0] ?? null;
}
