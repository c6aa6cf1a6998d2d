import { sql, type RawBuilder } from "kysely";
import type { Role } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { HAS_COME, SINCE } from "#team/member-reader.ts";

export interface Expected {
  id: string;
  name: string;
  role: Role;
  teamId: string | null;
  since: Day;
}

/** Everybody who is here and came in, by name. */
export async function membersExpected(tx: Tx): Promise<Expected[]> {
  const { rows } = await sql<Expected>`
    select m.id, m.name, m.role, m.team_id as "teamId", ${SINCE} as since
      from member m
     where m.workspace_id = ${tx.workspaceId} and m.left_at is null
       and ${HAS_COME}
     order by lower(m.name), m.id`.execute(tx.tables());
  return rows;
}

/** Something done by a member, and on which day. */
export interface First {
  what: string;
  memberId: string;
  day: Day;
}

/** Open teams that have reps, and when each first held its sales meeting. */
export async function teamMeetings(
  tx: Tx,
  from: Day,
): Promise<{ id: string; name: string; since: Day; heldOn: Day | null }[]> {
  const { rows } = await sql<{ id: string; name: string; since: Day; heldOn: Day | null }>`
    select t.id, t.name, (t.created_at at time zone w.time_zone)::date as since,
           (select min(s.held_on) from sales_meeting s
             where s.workspace_id = t.workspace_id and s.team_id = t.id and s.held_on >= ${from}) as "heldOn"
      from team t join workspace w on w.workspace_id = t.workspace_id
     where t.workspace_id = ${tx.workspaceId} and t.closed_at is null
       and exists (select from member m where m.workspace_id = t.workspace_id and m.team_id = t.id and m.role = 'rep' and m.left_at is null)
     order by lower(t.name), t.id`.execute(tx.tables());
  return rows;
}

/** On which day from `from` on each of these members first counted for each of these measures; who has not is missing. */
export async function firstCounted(
  tx: Tx,
  memberIds: readonly string[],
  measures: readonly string[],
  from: Day,
): Promise<First[]> {
  const { rows } = await sql<First>`
    select what.measure as what, m.id as "memberId", first.day
      from unnest(${memberIds}::uuid[]) as m (id)
     cross join unnest(${measures}::text[]) as what (measure)
     cross join lateral (
       select j.day from journal j
        where j.workspace_id = ${tx.workspaceId} and j.member_id = m.id and j.measure = what.measure and j.day >= ${from}
          and ${standing(tx)}
        order by j.day limit 1) as first`.execute(tx.tables());
  return rows;
}

/**
 * Since when each of these members has had a partner, of those who have one today, and the days on which they first promised for a
 * week.
 */
export async function firstPromised(
  tx: Tx,
  memberIds: readonly string[],
  from: Day,
  today: Day,
): Promise<First[]> {
  const { rows } = await sql<First>`
    select 'partner' as what, p.member_id as "memberId", min((s.agreed_at at time zone w.time_zone)::date) as day
      from partnership s
      join partner p on p.workspace_id = s.workspace_id and p.partnership_id = s.id
      join workspace w on w.workspace_id = s.workspace_id
     where s.workspace_id = ${tx.workspaceId} and s.taken_back_at is null and s.ended_on is null and s.agreed_at is not null
       and s.until_day >= ${from} and p.member_id = any(${memberIds}::uuid[])
     group by p.member_id
    having bool_or(${today} between s.from_day and s.until_day)
    union all
    select 'week', member_id, min(day) from week_plan
     where workspace_id = ${tx.workspaceId} and taken_back_at is null and day >= ${from} and member_id = any(${memberIds}::uuid[])
     group by member_id`.execute(tx.tables());
  return rows;
}

/** The first days on which something counted in the whole company, as many as are wanted. */
export async function firstDaysOf(tx: Tx, measure: string, from: Day, wanted: number): Promise<Day[]> {
  const { rows } = await sql<{ day: Day }>`
    select j.day from journal j
     where j.workspace_id = ${tx.workspaceId} and j.measure = ${measure} and j.day >= ${from} and ${standing(tx)}
     order by j.day, j.id limit ${wanted}`.execute(tx.tables());
  return rows.map(({ day }) => day);
}

/** The days on which goals for people asked were set that hold on this day: the company's, or every open team's. */
export async function askingGoalDays(
  tx: Tx,
  today: Day,
): Promise<{ company: Day | null; teams: { name: string; day: Day | null }[] }> {
  const { rows } = await sql<{ kind: "company" | "team"; name: string; day: Day | null }>`
    with standing as (
      select distinct on (g.scope_id) g.scope_id, g.amount, (g.set_at at time zone w.time_zone)::date as day
        from goal g join workspace w on w.workspace_id = g.workspace_id
       where g.workspace_id = ${tx.workspaceId} and g.measure = 'people-asked' and g.from_day <= ${today}
       order by g.scope_id, g.from_day desc)
    select 'company' as kind, '' as name, (select day from standing where scope_id = ${tx.workspaceId} and amount is not null) as day
    union all
    select 'team', t.name, (select s.day from standing s where s.scope_id = t.id and s.amount is not null)
      from team t where t.workspace_id = ${tx.workspaceId} and t.closed_at is null`.execute(tx.tables());
  return {
    company: rows.find(({ kind }) => kind === "company")?.day ?? null,
    teams: rows.filter(({ kind }) => kind === "team").map(({ name, day }) => ({ name, day })),
  };
}

/** The last day of the first poll from that day on which may be shown: five have answered. */
export async function firstPollDay(tx: Tx, from: Day, today: Day): Promise<Day | null> {
  const { rows } = await sql<{ day: Day | null }>`
    select min(p.last_day) as day
      from poll p join poll_urn u on u.workspace_id = p.workspace_id and u.poll_id = p.id
     where p.workspace_id = ${tx.workspaceId} and p.taken_back_at is null and p.last_day >= ${from} and p.last_day < ${today}
       and u.answers >= 5`.execute(tx.tables());
  return rows[0]?.day ?? null;
}

function standing(tx: Tx): RawBuilder<unknown> {
  return sql`j.undoes is null
       and not exists (select from journal u where u.workspace_id = ${tx.workspaceId} and u.undoes = j.id)`;
}
