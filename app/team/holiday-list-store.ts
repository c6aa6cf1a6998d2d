import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { TeamTables } from "./team-tables.ts";

export interface NewHolidayList {
  id: string;
  kind: "country" | "file";
  name: string;
  country: string | null;
  region: string | null;
  untilYear: number | null;
  memberId: string | null;
}

export interface HolidayListRow extends NewHolidayList {
  /** How many of its days are off. */
  days: number;
  at: Date;
  takenBackAt: Date | null;
}

/** Standing ones: everybody's, and the member's own where one is named. */
export async function listHolidayLists(tx: Tx, memberId: string | null): Promise<HolidayListRow[]> {
  const { rows } = await sql<HolidayListRow>`
    ${lists()}
     where l.workspace_id = ${tx.workspaceId} and l.taken_back_at is null
       and (l.member_id is null or l.member_id = ${memberId}::uuid)
     order by l.kind, l.name, l.id`.execute(tx.tables());
  return rows;
}

export async function findHolidayList(tx: Tx, id: string): Promise<HolidayListRow | null> {
  const { rows } = await sql<HolidayListRow>`
    ${lists()} where l.workspace_id = ${tx.workspaceId} and l.id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}

/** The standing list of this country for the same people. */
export async function findCountryList(
  tx: Tx,
  wanted: { country: string; region: string | null; memberId: string | null },
): Promise<HolidayListRow | null> {
  const { rows } = await sql<HolidayListRow>`
    ${lists()}
     where l.workspace_id = ${tx.workspaceId} and l.kind = 'country' and l.taken_back_at is null and l.country = ${wanted.country}
       and l.region is not distinct from ${wanted.region} and l.member_id is not distinct from ${wanted.memberId}::uuid`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

/** Standing lists of countries that end before that year, of members who are here. */
export async function listsEndingBefore(tx: Tx, year: number): Promise<HolidayListRow[]> {
  const { rows } = await sql<HolidayListRow>`
    ${lists()}
      left join member m on m.workspace_id = l.workspace_id and m.id = l.member_id
     where l.workspace_id = ${tx.workspaceId} and l.kind = 'country' and l.taken_back_at is null and l.until_year < ${year}
       and (l.member_id is null or m.left_at is null)
     order by l.id`.execute(tx.tables());
  return rows;
}

export async function insertHolidayList(tx: Tx, list: NewHolidayList, actor: Actor): Promise<void> {
  await tx
    .tables<TeamTables>()
    .insertInto("holiday_list")
    .values({
      workspace_id: tx.workspaceId,
      id: list.id,
      kind: list.kind,
      name: list.name,
      country: list.country,
      region: list.region,
      until_year: list.untilYear,
      member_id: list.memberId,
      by_id: actor.member.id,
      at: actor.now,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

export async function setUntilYear(tx: Tx, id: string, year: number): Promise<void> {
  await tx
    .tables<TeamTables>()
    .updateTable("holiday_list")
    .set({ until_year: year })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Its days are off as long as it stands and they were not taken out themselves. */
export async function markHolidayList(tx: Tx, id: string, takenBack: Actor | null): Promise<void> {
  await tx
    .tables<TeamTables>()
    .updateTable("holiday_list")
    .set({ taken_back_at: takenBack?.now ?? null, taken_back_by: takenBack?.member.id ?? null })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Two who bring the same list for the same people at once see each other. */
export async function holdOwner(tx: Tx, memberId: string | null): Promise<void> {
  await (
    memberId === null
      ? sql`select from workspace where workspace_id = ${tx.workspaceId} for no key update`
      : sql`select from member where workspace_id = ${tx.workspaceId} and id = ${memberId} for no key update`
  ).execute(tx.tables());
}

function lists() {
  return sql`
    select l.id, l.kind, l.name, l.country, l.region, l.until_year as "untilYear", l.member_id as "memberId", l.at,
           l.taken_back_at as "takenBackAt",
           (select count(*)::int from holiday h
             where h.workspace_id = l.workspace_id and h.list_id = l.id and h.taken_back_at is null) as days
      from holiday_list l`;
}
