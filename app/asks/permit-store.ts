import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { AskTables } from "./ask-tables.ts";

/** Lets one rep ask one source once. */
export interface PermitRow {
  id: string;
  memberId: string;
  memberName: string;
  memberTeamId: string | null;
  /** As it was written down; the person may have been merged since. */
  sourceId: string;
  reason: string;
  day: Day;
  untilDay: Day;
  byId: string;
  byName: string;
  /** The standing ask that was made with it. */
  usedBy: string | null;
}

const PERMIT = sql`
    select p.id, p.member_id as "memberId", m.name as "memberName", m.team_id as "memberTeamId", p.source_id as "sourceId",
           p.reason, p.day, p.until_day as "untilDay", p.by_id as "byId", b.name as "byName", a.id as "usedBy"
      from ask_permit p
      join member m on m.workspace_id = p.workspace_id and m.id = p.member_id
      join member b on b.workspace_id = p.workspace_id and b.id = p.by_id
      left join ask a on a.workspace_id = p.workspace_id and a.permit_id = p.id and a.taken_back_at is null`;

/** The latest first; used and lapsed ones too. */
export async function listPermits(tx: Tx, sourceIds: readonly string[]): Promise<PermitRow[]> {
  const { rows } = await sql<PermitRow>`
    ${PERMIT} where p.workspace_id = ${tx.workspaceId} and p.source_id = any(${sourceIds}::uuid[]) and p.taken_back_at is null
     order by p.day desc, p.id desc`.execute(tx.tables());
  return rows;
}

/** One that stands, or null. */
export async function findPermit(tx: Tx, id: string): Promise<PermitRow | null> {
  const { rows } = await sql<PermitRow>`
    ${PERMIT} where p.workspace_id = ${tx.workspaceId} and p.id = ${id} and p.taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

export async function insertPermit(
  tx: Tx,
  actor: Actor,
  permit: Pick<PermitRow, "id" | "memberId" | "sourceId" | "reason" | "day" | "untilDay">,
): Promise<void> {
  await tx
    .tables<AskTables>()
    .insertInto("ask_permit")
    .values({
      workspace_id: tx.workspaceId,
      id: permit.id,
      member_id: permit.memberId,
      source_id: permit.sourceId,
      reason: permit.reason,
      day: permit.day,
      until_day: permit.untilDay,
      by_id: actor.member.id,
      at: actor.now,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

export async function takeBackPermitRow(tx: Tx, actor: Actor, id: string): Promise<void> {
  await tx
    .tables<AskTables>()
    .updateTable("ask_permit")
    .set({ taken_back_at: actor.now, taken_back_by: actor.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Who may let this member ask: the manager of their team, or else who has led the workspace longest. */
export async function findPermitGiver(
  tx: Tx,
  memberId: string,
): Promise<{ id: string; name: string } | null> {
  const { rows } = await sql<{ id: string; name: string }>`
    select g.id, g.name from member g
      left join member m on m.workspace_id = g.workspace_id and m.id = ${memberId}
      left join team t on t.workspace_id = g.workspace_id and t.id = m.team_id
     where g.workspace_id = ${tx.workspaceId} and g.left_at is null and (g.id = t.manager_id or g.role = 'leader')
     order by (g.id = ${memberId}), g.id is distinct from t.manager_id, g.joined_at, g.id
     limit 1`.execute(tx.tables());
  return rows[0] ?? null;
}
