import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Absence } from "./absence.ts";
import type { TeamTables } from "./team-tables.ts";

export interface AbsenceRow extends Absence {
  id: string;
  memberName: string;
  memberTeamId: string | null;
  standInName: string | null;
  words: string | null;
  takenBackAt: Date | null;
}

export interface AbsenceFilter {
  memberId?: string | undefined;
  /** Those that reach to this day or beyond. */
  from?: Day | undefined;
  to?: Day | undefined;
}

/** Those that stand, the first to begin first. */
export async function listAbsences(
  tx: Tx,
  { memberId, from, to }: AbsenceFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<AbsenceRow>> {
  const [afterDay, afterId] = cursor ? decodeDayCursor(cursor) : [null, null];
  const { rows } = await sql<AbsenceRow>`
    ${absences()}
     where a.workspace_id = ${tx.workspaceId} and a.taken_back_at is null and m.left_at is null
       and (${memberId ?? null}::uuid is null or a.member_id = ${memberId ?? null}::uuid)
       and (${from ?? null}::date is null or a.to_day >= ${from ?? null}::date)
       and (${to ?? null}::date is null or a.from_day <= ${to ?? null}::date)
       and (${afterDay}::date is null or (a.from_day, a.id) > (${afterDay}::date, ${afterId}::uuid))
     order by a.from_day, a.id
     limit ${limit + 1}`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.fromDay, last.id]) : null };
}

/** Taken back or not; its row locked until the commit. */
export async function holdAbsence(tx: Tx, id: string): Promise<AbsenceRow | null> {
  const { rows } = await sql<AbsenceRow>`
    ${absences()} where a.workspace_id = ${tx.workspaceId} and a.id = ${id} for update of a`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

/** One that says the same. */
export async function findSameAbsence(tx: Tx, same: Absence): Promise<AbsenceRow | null> {
  const { rows } = await sql<AbsenceRow>`
    ${absences()}
     where a.workspace_id = ${tx.workspaceId} and a.taken_back_at is null and a.member_id = ${same.memberId}
       and a.from_day = ${same.fromDay} and a.to_day = ${same.toDay} and a.stand_in_id is not distinct from ${same.standInId}::uuid
     limit 1`.execute(tx.tables());
  return rows[0] ?? null;
}

export async function insertAbsence(
  tx: Tx,
  absence: Absence & { id: string; words: string | null },
  actor: Actor,
): Promise<void> {
  await tx
    .tables<TeamTables>()
    .insertInto("absence")
    .values({
      workspace_id: tx.workspaceId,
      id: absence.id,
      member_id: absence.memberId,
      from_day: absence.fromDay,
      to_day: absence.toDay,
      stand_in_id: absence.standInId,
      words: absence.words,
      by_id: actor.member.id,
      at: actor.now,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

export async function markAbsence(tx: Tx, id: string, takenBack: Actor | null): Promise<void> {
  await tx
    .tables<TeamTables>()
    .updateTable("absence")
    .set({ taken_back_at: takenBack?.now ?? null, taken_back_by: takenBack?.member.id ?? null })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

function absences() {
  return sql`
    select a.id, a.member_id as "memberId", m.name as "memberName", m.team_id as "memberTeamId", a.from_day as "fromDay",
           a.to_day as "toDay", a.stand_in_id as "standInId", s.name as "standInName", a.words, a.taken_back_at as "takenBackAt"
      from absence a
      join member m on m.workspace_id = a.workspace_id and m.id = a.member_id
      left join member s on s.workspace_id = a.workspace_id and s.id = a.stand_in_id`;
}
