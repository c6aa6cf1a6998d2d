import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Absence } from "./absence.ts";

export interface WorkRow {
  memberId: string;
  timeZone: string;
  /** Their own, or else the workspace's. */
  workdays: Weekday[];
  /** Everybody's, in the first row alone: they are many. */
  everybodys: Day[] | null;
  /** For this member. */
  own: Day[];
  away: { fromDay: Day; toDay: Day }[];
}

/** What makes the calendars of these members, within the span where one is given. */
export async function workRows(
  tx: Tx,
  memberIds: readonly string[],
  span: { from: Day; to: Day } | undefined,
): Promise<WorkRow[]> {
  const { from = null, to = null } = span ?? {};
  const { rows } = await sql<WorkRow>`
    with day_off as materialized (
      select h.member_id, h.day
        from holiday h
        left join holiday_list l on l.workspace_id = h.workspace_id and l.id = h.list_id
       where h.workspace_id = ${tx.workspaceId} and h.taken_back_at is null and l.taken_back_at is null
         and (h.member_id is null or h.member_id = any(${memberIds}::uuid[]))
         and (${from}::date is null or h.day >= ${from}::date) and (${to}::date is null or h.day <= ${to}::date)
    ), own as materialized (
      select member_id, array_agg(day) as days from day_off where member_id is not null group by member_id
    ), away as materialized (
      select member_id, jsonb_agg(jsonb_build_object('fromDay', from_day, 'toDay', to_day)) as times from absence
       where workspace_id = ${tx.workspaceId} and taken_back_at is null and member_id = any(${memberIds}::uuid[])
         and (${from}::date is null or to_day >= ${from}::date) and (${to}::date is null or from_day <= ${to}::date)
       group by member_id
    )
    select m.id as "memberId", w.time_zone as "timeZone", coalesce(m.workdays, w.workdays) as workdays,
           case when row_number() over () = 1 then array(select day from day_off where member_id is null) end as everybodys,
           coalesce(own.days, '{}') as own, coalesce(away.times, '[]') as away
      from member m
      join workspace w on w.workspace_id = m.workspace_id
      left join own on own.member_id = m.id
      left join away on away.member_id = m.id
     where m.workspace_id = ${tx.workspaceId} and m.id = any(${memberIds}::uuid[])`.execute(tx.tables());
  return rows;
}

/** When nobody is away: what holds for everybody in the workspace. */
export async function everybodysWorkRow(
  tx: Tx,
  { from, to }: { from: Day; to: Day },
): Promise<Pick<WorkRow, "timeZone" | "workdays"> & { everybodys: Day[] }> {
  const { rows } = await sql<Pick<WorkRow, "timeZone" | "workdays"> & { everybodys: Day[] }>`
    select w.time_zone as "timeZone", w.workdays,
           array(select h.day from holiday h
                   left join holiday_list l on l.workspace_id = h.workspace_id and l.id = h.list_id
                  where h.workspace_id = ${tx.workspaceId} and h.member_id is null and h.day between ${from} and ${to}
                    and h.taken_back_at is null and l.taken_back_at is null) as everybodys
      from workspace w where w.workspace_id = ${tx.workspaceId}`.execute(tx.tables());
  return rows[0] as Pick<WorkRow, "timeZone" | "workdays"> & { everybodys: Day[] };
}

/** Everybody's absences that hold the day, the last said last; a stand-in who has left stands in for nobody. */
export async function absencesOn(tx: Tx, day: Day): Promise<Absence[]> {
  const { rows } = await sql<Absence>`
    select a.member_id as "memberId", a.from_day as "fromDay", a.to_day as "toDay", s.id as "standInId"
      from absence a
      left join member s on s.workspace_id = a.workspace_id and s.id = a.stand_in_id and s.left_at is null
     where a.workspace_id = ${tx.workspaceId} and a.taken_back_at is null and a.from_day <= ${day} and a.to_day >= ${day}
     order by a.id`.execute(tx.tables());
  return rows;
}
