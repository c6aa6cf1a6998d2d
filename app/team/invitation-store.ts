import { sql } from "kysely";
import type { Role } from "#lib/kernel/actor.ts";
import { decodeCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { TeamTables } from "./team-tables.ts";

export interface InvitationRow {
  id: string;
  memberId: string;
  tokenHash: string;
  mailHash: string | null;
  expiresAt: Date;
  invitedAt: Date;
  inviterName: string | null;
  name: string;
  email: string;
  role: Role;
  teamId: string | null;
  workspaceName: string;
}

/** One that waits, run out or not: neither accepted nor withdrawn, for a member who has not come in yet. */
export async function findInvitation(tx: Tx, id: string): Promise<InvitationRow | null> {
  const { rows } = await sql<InvitationRow>`
    select ${COLUMNS} ${FROM_WAITING} and i.workspace_id = ${tx.workspaceId} and i.id = ${id}`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

/** Those that wait, the newest first; with `forTeams` only those of reps in these teams, with `memberId` one member's. */
export async function listInvitations(
  tx: Tx,
  { forTeams, memberId }: { forTeams: readonly string[] | null; memberId: string | null },
  cursor: string | undefined,
  limit: number,
): Promise<Page<InvitationRow>> {
  const [before] = cursor ? (decodeCursor(cursor, 1) as [string]) : [null];
  const { rows } = await sql<InvitationRow>`
    select ${COLUMNS} ${FROM_WAITING}
       and i.workspace_id = ${tx.workspaceId}
       and (${forTeams}::uuid[] is null or (m.role = 'rep' and m.team_id = any(${forTeams}::uuid[])))
       and (${memberId}::uuid is null or m.id = ${memberId}::uuid)
       and (${before}::uuid is null or i.id < ${before}::uuid)
     order by i.id desc limit ${limit + 1}`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null };
}

const COLUMNS = sql`
  i.id, i.member_id as "memberId", i.token_hash as "tokenHash", i.mail_hash as "mailHash", i.expires_at as "expiresAt", i.invited_at as "invitedAt",
  inviter.name as "inviterName", m.team_id as "teamId", m.name, m.email, m.role, w.name as "workspaceName"`;

const FROM_WAITING = sql`
  from invitation i
  join member m on m.workspace_id = i.workspace_id and m.id = i.member_id
  join workspace w on w.workspace_id = i.workspace_id
  left join member inviter on inviter.workspace_id = i.workspace_id and inviter.id = i.invited_by and inviter.id <> m.id
 where i.accepted_at is null and i.withdrawn_at is null and m.left_at is null and m.user_id is null`;

export async function insertInvitation(
  tx: Tx,
  invitation: { id: string; memberId: string; tokenHash: string; expiresAt: Date; invitedBy: string },
  now: Date,
): Promise<void> {
  await tx
    .tables<TeamTables>()
    .insertInto("invitation")
    .values({
      workspace_id: tx.workspaceId,
      id: invitation.id,
      member_id: invitation.memberId,
      token_hash: invitation.tokenHash,
      mail_hash: null,
      expires_at: invitation.expiresAt,
      invited_by: invitation.invitedBy,
      invited_at: now,
      accepted_at: null,
      withdrawn_at: null,
    })
    .execute();
}

/** The link with this secret opens it too. */
export async function setMailHash(tx: Tx, id: string, mailHash: string): Promise<void> {
  await tx
    .tables<TeamTables>()
    .updateTable("invitation")
    .set({ mail_hash: mailHash })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Answers false when somebody was faster. */
export async function markAccepted(tx: Tx, id: string, now: Date): Promise<boolean> {
  const done = await tx
    .tables<TeamTables>()
    .updateTable("invitation")
    .set({ accepted_at: now })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** From now on none of the member's links opens anything. */
export async function withdrawInvitations(tx: Tx, memberId: string, now: Date): Promise<void> {
  await tx
    .tables<TeamTables>()
    .updateTable("invitation")
    .set({ withdrawn_at: now })
    .where("workspace_id", "=", tx.workspaceId)
    .where("member_id", "=", memberId)
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .execute();
}
