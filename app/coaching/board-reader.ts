import { sql, type RawBuilder } from "kysely";
import type { Role } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { HAS_COME, SINCE } from "#team/member-reader.ts";

export interface Colleague {
  id: string;
  name: string;
  role: Role;
  teamId: string | null;
  /** The day from which on they were here: in the workspace, or in a team before that. */
  since: Day;
}

/** Who works here and has come in, by name: of a team, or all. With `leftSince` those too who left from that day on. */
export async function colleagues(
  tx: Tx,
  timeZone: string,
  teamId: string | null,
  leftSince: Day | null = null,
): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    select m.id, m.name, m.role, m.team_id as "teamId", ${SINCE} as since
      from member m
     where m.workspace_id = ${tx.workspaceId}
       and (m.left_at is null or (m.left_at at time zone ${timeZone})::date >= ${leftSince}::date)
       and ${HAS_COME}
       and (${teamId}::uuid is null or m.team_id = ${teamId}::uuid)
     order by lower(m.name), m.id`.execute(tx.tables());
  return rows;
}

export interface RepThen {
  id: string;
  /** As of a colleague. */
  since: Day;
  leftOn: Day | null;
  /** The first first. */
  stays: readonly { teamId: string | null; role: Role; fromDay: Day }[];
}

/** Whoever was a rep in these days, in that team where one is asked for; those who left since too. */
export async function repsBetween(
  tx: Tx,
  timeZone: string,
  teamId: string | null,
  { from, to }: { from: Day; to: Day },
): Promise<RepThen[]> {
  const { rows } = await sql<RepThen>`
    select m.id, least((m.joined_at at time zone ${timeZone})::date, stay.first) as since,
           (m.left_at at time zone ${timeZone})::date as "leftOn", stay.stays
      from member m
     cross join lateral (
       select min(s.from_day) as first,
              jsonb_agg(jsonb_build_object('teamId', s.team_id, 'role', s.role, 'fromDay', s.from_day) order by s.from_day) as stays,
              bool_or(s.role = 'rep' and s.from_day <= ${to} and (s.until_day is null or s.until_day > ${from})
                      and (${teamId}::uuid is null or s.team_id = ${teamId}::uuid)) as there
         from team_stay s where s.workspace_id = m.workspace_id and s.member_id = m.id) as stay
     where m.workspace_id = ${tx.workspaceId} and stay.there
       and ${HAS_COME}
     order by m.id`.execute(tx.tables());
  return rows;
}

/** Whether anybody had done anything that counts before that day. */
export async function anythingBefore(tx: Tx, day: Day): Promise<boolean> {
  const { rows } = await sql`
    select from journal
     where workspace_id = ${tx.workspaceId} and measure = 'people-asked' and day < ${day} limit 1`.execute(
    tx.tables(),
  );
  return rows.length > 0;
}

/** Closed ones too: their past stays readable. */
export async function isTeam(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`select from team where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(
    tx.tables(),
  );
  return rows.length > 0;
}

export interface LoopRow {
  memberId: string;
  stretch: number;
  count: number;
}

/** Introductions whose source each member told what came of them, by the stretch in which they did; stretches follow each other. */
export async function loopsClosed(
  tx: Tx,
  memberIds: readonly string[],
  stretches: readonly { start: Day; end: Day }[],
): Promise<LoopRow[]> {
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last) return [];
  const { rows } = await sql<LoopRow>`
    select d.by_id as "memberId", width_bucket(d.day, ${stretches.map(({ start }) => start)}::date[]) - 1 as stretch,
           count(distinct d.referral_id)::int as count
      from duty_done d
     where ${told(tx)} and d.by_id = any(${memberIds}::uuid[]) and d.day between ${first.start} and ${last.end}
     group by 1, 2`.execute(tx.tables());
  return rows;
}

/** The duties behind such a number of one member, the latest first, one for each introduction. */
export async function loopFacts(
  tx: Tx,
  memberId: string,
  { from, to }: { from: Day; to: Day },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (
      select distinct on (d.referral_id) d.id, d.day from duty_done d
       where ${told(tx)} and d.by_id = ${memberId} and d.day between ${from} and ${to}
       order by d.referral_id, d.day, d.id) as each
     order by day desc, id desc`.execute(tx.tables());
  return rows.map(({ id }) => id);
}

/** Those of these days on which a board counted something for the member: an ask, an introduction, or a source told. */
export async function daysCounted(
  tx: Tx,
  days: readonly { memberId: string; day: Day }[],
): Promise<{ memberId: string; day: Day }[]> {
  if (days.length === 0) return [];
  const { rows } = await sql<{ memberId: string; day: Day }>`
    select wanted.id as "memberId", wanted.day
      from unnest(${days.map(({ memberId }) => memberId)}::uuid[], ${days.map(({ day }) => day)}::date[]) as wanted (id, day)
     where exists (
             select from journal j
              where j.workspace_id = ${tx.workspaceId} and j.member_id = wanted.id and j.day = wanted.day
                and j.measure in ('people-asked', 'referrals-received') and j.undoes is null
                and not exists (select from journal u where u.workspace_id = j.workspace_id and u.undoes = j.id))
        or exists (select from duty_done d where ${told(tx)} and d.by_id = wanted.id and d.day = wanted.day)`.execute(
    tx.tables(),
  );
  return rows;
}

/** Told, not let go. */
function told(tx: Tx): RawBuilder<unknown> {
  return sql`d.workspace_id = ${tx.workspaceId} and d.taken_back_at is null and d.let_go_why is null
    and d.kind in ('report', 'report-close')`;
}

/** Which of these members have a goal of their own for introductions. */
export async function withOwnGoal(tx: Tx, memberIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct scope_id as id from goal
     where workspace_id = ${tx.workspaceId} and scope_id = any(${memberIds}::uuid[]) and measure = 'referrals-received'`.execute(
    tx.tables(),
  );
  return new Set(rows.map(({ id }) => id));
}
