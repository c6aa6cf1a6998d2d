import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { AcquaintanceKind } from "./acquaintance.ts";
import type { PeopleTables } from "./people-tables.ts";

/** How a member knows somebody. */
export interface AcquaintanceRow {
  id: string;
  personId: string;
  memberId: string;
  memberName: string;
  kind: AcquaintanceKind;
  day: Day;
}

export async function listAcquaintances(tx: Tx, personIds: readonly string[]): Promise<AcquaintanceRow[]> {
  const { rows } = await sql<AcquaintanceRow>`
    select f.id, f.person_id as "personId", f.member_id as "memberId", m.name as "memberName", f.kind, f.day
      from acquaintance f join member m on m.workspace_id = f.workspace_id and m.id = f.member_id
     where f.workspace_id = ${tx.workspaceId} and f.person_id = any(${personIds}::uuid[]) and f.taken_back_at is null
     order by f.id`.execute(tx.tables());
  return rows;
}

export async function insertAcquaintance(
  tx: Tx,
  said: { id: string; personId: string; memberId: string; kind: AcquaintanceKind; day: Day; at: Date },
): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .insertInto("acquaintance")
    .values({
      workspace_id: tx.workspaceId,
      id: said.id,
      person_id: said.personId,
      member_id: said.memberId,
      kind: said.kind,
      day: said.day,
      at: said.at,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

/** Answers false where that member had said nothing of the kind, or took it back already. */
export async function takeBackAcquaintanceRow(
  tx: Tx,
  id: string,
  taken: { at: Date; by: string },
): Promise<boolean> {
  const done = await tx
    .tables<PeopleTables>()
    .updateTable("acquaintance")
    .set({ taken_back_at: taken.at, taken_back_by: taken.by })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .where("member_id", "=", taken.by)
    .where("taken_back_at", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows !== 0n;
}

/** Everybody of exactly that name, however it is written, with where they work; the longest known first. */
export async function findNamesakes(
  tx: Tx,
  spokenKey: string,
): Promise<{ id: string; fullName: string; accountId: string | null; accountName: string | null }[]> {
  const { rows } = await sql<{
    id: string;
    fullName: string;
    accountId: string | null;
    accountName: string | null;
  }>`
    select p.id, p.full_name as "fullName", a.id as "accountId", a.name as "accountName"
      from person p
      left join account at on at.workspace_id = p.workspace_id and at.id = p.account_id
      left join account a on a.workspace_id = p.workspace_id and a.id = at.kept_id
     where p.workspace_id = ${tx.workspaceId} and p.spoken_key = ${spokenKey}
       and p.merged_into is null and p.removed_at is null
     order by p.id limit 20`.execute(tx.tables());
  return rows;
}
