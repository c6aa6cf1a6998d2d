import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Absence } from "./absence.ts";
import type { TeamTables } from "./team-tables.ts";

/** What held until a day, the day itself not among them; of a member, null: as the workspace. */
export interface WorkdaysBefore {
  untilDay: Day;
  workdays: Weekday[] | null;
}

export interface WorkRow {
  memberId: string;
  timeZone: string;
  /** Their own; null: the workspace's. */
  workdays: Weekday[] | null;
  /** Theirs before, the earliest first. */
  before: WorkdaysBefore[];
  /** The workspace's, in the first row alone. */
  everybodysBefore: WorkdaysBefore[] | null;
  workspaceWorkdays: Weekday[];
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
    select m.id as "memberId", w.time_zone as "timeZone", m.workdays, w.workdays as "workspaceWorkdays",
           ${workdaysBefore(sql`m.id`)} as before,
           case when row_number() over () = 1 then ${workdaysBefore(sql`w.workspace_id`)} end as "everybodysBefore",
           case when row_number() over () = 1 then array(select day from day_off where member_id is null) end as everybodys,
           coalesce(own.days, '{}') as own, coalesce(away.times, '[]') as away
      from member m
      join workspace w on w.workspace_id = m.workspace_id
      left join own on own.member_id = m.id
      left join away on away.member_id = m.id
     where m.workspace_id = ${tx.workspaceId} and m.id = any(${memberIds}::uuid[])`.execute(tx.tables());
  return rows;
}

/** Of this scope, a member or the workspace `w`. */
function workdaysBefore(scope: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce((
    select jsonb_agg(jsonb_build_object('untilDay', b.until_day, 'workdays', b.workdays) order by b.until_day)
      from workdays_before b where b.workspace_id = w.workspace_id and b.scope_id = ${scope}), '[]')`;
}

/** Keeps what held before the day, unless it is kept already: a scope is a member or the workspace. */
export async function keepWorkdaysBefore(
  tx: Tx,
  scopeId: string,
  workdays: readonly Weekday[] | null,
  untilDay: Day,
): Promise<void> {
  await tx
    .tables<TeamTables>()
    .insertInto("workdays_before")
    .values({
      workspace_id: tx.workspaceId,
      scope_id: scopeId,
      until_day: untilDay,
      workdays: workdays === null ? null : [...workdays],
    })
    .onConflict((same) => same.columns(["workspace_id", "scope_id", "until_day"]).doNothing())
    .execute();
}

export interface EverybodysWorkRow {
  timeZone: string;
  workdays: Weekday[];
  before: WorkdaysBefore[];
  everybodys: Day[];
}

/** When nobody is away: what holds for everybody in the workspace. */
export async function everybodysWorkRow(
  tx: Tx,
  { from, to }: { from: Day; to: Day },
): Promise<EverybodysWorkRow> {
  const { rows } = await sql<EverybodysWorkRow>`
    select w.time_zone as "timeZone", w.workdays, ${workdaysBefore(sql`w.workspace_id`)} as before,
           array(select h.day from holiday h
                   left join holiday_list l on l.workspace_id = h.workspace_id and l.id = h.list_id
                  where h.workspace_id = ${tx.workspaceId} and h.member_id is null and h.day between ${from} and ${to}
                    and h.taken_back_at is null and l.taken_back_at is null) as everybodys
      from workspace w where w.workspace_id = ${tx.workspaceId}`.execute(tx.tables());
  return rows[0] as EverybodysWorkRow;
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
