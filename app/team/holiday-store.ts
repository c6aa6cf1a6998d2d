import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { HolidayOrigin, NamedDay } from "./holiday.ts";
import type { TeamTables } from "./team-tables.ts";

export interface HolidayRow extends NamedDay {
  id: string;
  /** Null: everybody's. */
  memberId: string | null;
  from: HolidayOrigin;
  listId: string | null;
  listName: string | null;
}

/** As its row says it, taken back or not. */
export interface HeldHoliday extends NamedDay {
  id: string;
  memberId: string | null;
  listId: string | null;
  takenBackAt: Date | null;
  listTakenBackAt: Date | null;
}

/** Everybody's, and the member's own where one is named, of those days. */
export async function listHolidays(
  tx: Tx,
  { from, to, memberId }: { from: Day; to: Day; memberId: string | null },
): Promise<HolidayRow[]> {
  const { rows } = await sql<HolidayRow>`
    ${holidays()}
     where h.workspace_id = ${tx.workspaceId} and h.taken_back_at is null and l.taken_back_at is null and h.day between ${from} and ${to}
       and (h.member_id is null or h.member_id = ${memberId}::uuid)
     order by h.day, h.name, h.id`.execute(tx.tables());
  return rows;
}

export async function findHoliday(tx: Tx, id: string): Promise<HolidayRow | null> {
  const { rows } = await sql<HolidayRow>`
    ${holidays()} where h.workspace_id = ${tx.workspaceId} and h.id = ${id} and h.taken_back_at is null and l.taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

/** The row locked until the commit. */
export async function holdHoliday(tx: Tx, id: string): Promise<HeldHoliday | null> {
  const { rows } = await sql<HeldHoliday>`
    select h.id, h.day, h.name, h.member_id as "memberId", h.list_id as "listId", h.taken_back_at as "takenBackAt",
           l.taken_back_at as "listTakenBackAt"
      from holiday h
      left join holiday_list l on l.workspace_id = h.workspace_id and l.id = h.list_id
     where h.workspace_id = ${tx.workspaceId} and h.id = ${id}
       for update of h`.execute(tx.tables());
  return rows[0] ?? null;
}

/** One that was written by hand and stands. */
export async function findByHand(tx: Tx, memberId: string | null, day: Day): Promise<HolidayRow | null> {
  const { rows } = await sql<HolidayRow>`
    ${holidays()}
     where h.workspace_id = ${tx.workspaceId} and h.taken_back_at is null and h.list_id is null and h.day = ${day}
       and h.member_id is not distinct from ${memberId}::uuid`.execute(tx.tables());
  return rows[0] ?? null;
}

/** Days that a list has already, taken out or not, are left as they are; answers how many are new. */
export async function insertHolidays(
  tx: Tx,
  days: readonly (NamedDay & { id: string })[],
  of: { memberId: string | null; listId: string | null },
  by: { now: Date; member: { id: string } | null },
): Promise<number> {
  const { rows } = await sql`
    insert into holiday (workspace_id, id, day, name, member_id, list_id, by_id, at)
    select ${tx.workspaceId}, id, day, name, ${of.memberId}::uuid, ${of.listId}::uuid, ${by.member?.id ?? null}::uuid, ${by.now}
      from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as new (id uuid, day date, name text)
    on conflict (workspace_id, list_id, day) where list_id is not null do nothing
    returning id`.execute(tx.tables());
  return rows.length;
}

export async function markHoliday(
  tx: Tx,
  id: string,
  takenBack: Pick<Actor, "now" | "member"> | null,
): Promise<void> {
  await tx
    .tables<TeamTables>()
    .updateTable("holiday")
    .set({ taken_back_at: takenBack?.now ?? null, taken_back_by: takenBack?.member.id ?? null })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Of these days, those that a standing file gave to the same people under the same name, taken out since or not. */
export async function daysFromFiles(
  tx: Tx,
  memberId: string | null,
): Promise<(NamedDay & { listId: string })[]> {
  const { rows } = await sql<NamedDay & { listId: string }>`
    select h.day, h.name, h.list_id as "listId"
      from holiday_list l
      join holiday h on h.workspace_id = l.workspace_id and h.list_id = l.id
     where l.workspace_id = ${tx.workspaceId} and l.kind = 'file' and l.taken_back_at is null
       and l.member_id is not distinct from ${memberId}::uuid`.execute(tx.tables());
  return rows;
}

function holidays() {
  return sql`
    select h.id, h.day, h.name, h.member_id as "memberId", coalesce(l.kind, 'hand') as "from", l.id as "listId", l.name as "listName"
      from holiday h
      left join holiday_list l on l.workspace_id = h.workspace_id and l.id = h.list_id`;
}
