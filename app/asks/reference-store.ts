import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { AskTables } from "./ask-tables.ts";

/** A client vouched for us late in a sale. */
export interface ReferenceRow {
  id: string;
  /** As it was written down; the person may have been merged since. */
  sourceId: string;
  memberId: string;
  memberName: string;
  memberTeamId: string | null;
  day: Day;
  forWhom: string;
  note: string | null;
}

const REFERENCE = sql`
    select r.id, r.source_id as "sourceId", r.member_id as "memberId", m.name as "memberName", m.team_id as "memberTeamId",
           r.day, r.for_whom as "forWhom", r.note
      from reference r
      join member m on m.workspace_id = r.workspace_id and m.id = r.member_id`;

/** The latest first. */
export async function listReferences(tx: Tx, sourceIds: readonly string[]): Promise<ReferenceRow[]> {
  const { rows } = await sql<ReferenceRow>`
    ${REFERENCE} where r.workspace_id = ${tx.workspaceId} and r.source_id = any(${sourceIds}::uuid[]) and r.taken_back_at is null
     order by r.day desc, r.id desc`.execute(tx.tables());
  return rows;
}

/** One that stands, or null. */
export async function findReference(tx: Tx, id: string): Promise<ReferenceRow | null> {
  const { rows } = await sql<ReferenceRow>`
    ${REFERENCE} where r.workspace_id = ${tx.workspaceId} and r.id = ${id} and r.taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

export async function insertReference(
  tx: Tx,
  actor: Actor,
  given: Omit<ReferenceRow, "memberName" | "memberTeamId">,
): Promise<void> {
  await tx
    .tables<AskTables>()
    .insertInto("reference")
    .values({
      workspace_id: tx.workspaceId,
      id: given.id,
      source_id: given.sourceId,
      member_id: given.memberId,
      day: given.day,
      for_whom: given.forWhom,
      note: given.note,
      by_id: actor.member.id,
      at: actor.now,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

export async function takeBackReferenceRow(tx: Tx, actor: Actor, id: string): Promise<void> {
  await tx
    .tables<AskTables>()
    .updateTable("reference")
    .set({ taken_back_at: actor.now, taken_back_by: actor.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}
