import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Circle, LevelChange, OwnColleague, Share } from "./spiff-look.ts";

export interface Lag {
  memberId: string | null;
  teamId: string | null;
  n: number;
  /** Nine of ten were written down within so many days. */
  within: number | null;
}

/** How late facts of these measures were written down between these days, by member, and with `memberId` null by team. */
export async function lagsBetween(
  tx: Tx,
  measures: readonly string[],
  { from, to }: { from: Day; to: Day },
  timeZone: string,
): Promise<Lag[]> {
  const { rows } = await sql<Lag>`
    select member_id as "memberId", team_id as "teamId", count(*)::int as n,
           percentile_disc(0.9) within group (order by lag)::int as within
      from (select member_id, team_id, (at at time zone ${timeZone})::date - day as lag
              from journal
             where workspace_id = ${tx.workspaceId} and measure = any(${measures}::text[]) and undoes is null
               and day between ${from} and ${to}) as written
     group by grouping sets ((member_id), (team_id))`.execute(tx.tables());
  return rows;
}

/** Of the introductions that counted between these days, how many are of these levels, by member. */
export async function levelsBetween(
  tx: Tx,
  levels: readonly number[],
  { from, to }: { from: Day; to: Day },
): Promise<Map<string, Share>> {
  const { rows } = await sql<{ memberId: string; high: number; of: number }>`
    select member_id as "memberId", (count(*) filter (where level = any(${levels}::int[])))::int as high, count(*)::int as of
      from referral
     where workspace_id = ${tx.workspaceId} and taken_back_at is null and counts_from between ${from} and ${to}
     group by member_id`.execute(tx.tables());
  return new Map(rows.map(({ memberId, ...share }) => [memberId, share]));
}

/** Levels that were raised between these days, and whether they were lowered since. */
export async function raisedBetween(
  tx: Tx,
  { from, to }: { from: Day; to: Day },
  timeZone: string,
): Promise<(LevelChange & { memberId: string })[]> {
  const { rows } = await sql<
    LevelChange & { memberId: string; loweredOn: Day | null; loweredTo: number | null }
  >`
    select r.member_id as "memberId", r.id as "referralId", p.full_name as "contactName", j.day,
           (j.detail ->> 'from')::int as "from", (j.detail ->> 'level')::int as "to", l.day as "loweredOn", l.level as "loweredTo"
      from (select id, day, subject_id, workspace_id, detail from journal
             where workspace_id = ${tx.workspaceId} and verb = 'referral.level-changed' and day between ${from} and ${to}
            union all
            select id, day, subject_id, workspace_id, detail from journal
             where workspace_id = ${tx.workspaceId} and measure = 'referrals-received' and verb = 'referral.introduced'
               and day between ${from} and ${to} and undoes is null) as j
      join referral r on r.workspace_id = j.workspace_id and r.id = j.subject_id and r.taken_back_at is null
      join person c on c.workspace_id = r.workspace_id and c.id = r.contact_id
      join person p on p.workspace_id = c.workspace_id and p.id = c.kept_id
      left join lateral (
        select (k.at at time zone ${timeZone})::date as day,
               case when k.verb = 'referral.lowered' then 0 else (k.detail ->> 'level')::int end as level
          from journal k
         where k.workspace_id = j.workspace_id and k.subject_id = j.subject_id and k.id > j.id
           and (k.verb = 'referral.lowered'
                or (k.verb = 'referral.level-changed' and (k.detail ->> 'level')::int < (j.detail ->> 'level')::int))
         order by k.id limit 1) as l on true
     where (j.detail ->> 'level')::int > (j.detail ->> 'from')::int
     order by j.day, j.id`.execute(tx.tables());
  return rows.map(({ loweredOn, loweredTo, ...change }) => ({
    ...change,
    lowered: loweredOn === null || loweredTo === null ? null : { day: loweredOn, to: loweredTo },
  }));
}

/** Of these introductions those whose contact introduced the source, or whose two we introduced to each other. */
export async function circlesOf(
  tx: Tx,
  referralIds: readonly string[],
): Promise<(Circle & { memberId: string })[]> {
  const w = tx.workspaceId;
  const { rows } = await sql<
    Omit<Circle, "kind" | "other"> & { memberId: string; how: "back" | "given"; id: string; day: Day }
  >`
    with two as (
      select r.id, r.member_id, s.kept_id as source_id, c.kept_id as contact_id
        from referral r
        join person s on s.workspace_id = r.workspace_id and s.id = r.source_id
        join person c on c.workspace_id = r.workspace_id and c.id = r.contact_id
       where r.workspace_id = ${w} and r.id = any(${referralIds}::uuid[])
    ), other as (
      select two.id as referral_id, 'back' as how, b.id, b.day
        from two
        join person s on s.workspace_id = ${w} and s.kept_id = two.contact_id
        join referral b on b.workspace_id = ${w} and b.source_id = s.id and b.taken_back_at is null
        join person c on c.workspace_id = ${w} and c.id = b.contact_id and c.kept_id = two.source_id
      union all
      select two.id, 'given', g.id, g.day
        from two
        join person t on t.workspace_id = ${w} and t.kept_id in (two.source_id, two.contact_id)
        join given_referral g on g.workspace_id = ${w} and g.to_id = t.id and g.taken_back_at is null
        join person q on q.workspace_id = ${w} and q.id = g.whom_id
         and q.kept_id in (two.source_id, two.contact_id) and q.kept_id <> t.kept_id
    )
    select two.member_id as "memberId", two.id as "referralId", s.full_name as "sourceName", c.full_name as "contactName",
           o.how, o.id, o.day
      from other o
      join two on two.id = o.referral_id
      join person s on s.workspace_id = ${w} and s.id = two.source_id
      join person c on c.workspace_id = ${w} and c.id = two.contact_id
     order by o.day, o.id`.execute(tx.tables());
  return rows.map(({ how, id, day, ...rest }) => ({
    kind: "circle",
    ...rest,
    other: { kind: how, id, day },
  }));
}

/** Of these introductions those whose source has the address or the name of somebody who works here. */
export async function colleaguesAmong(
  tx: Tx,
  referralIds: readonly string[],
): Promise<(OwnColleague & { memberId: string })[]> {
  const { rows } = await sql<Omit<OwnColleague, "kind"> & { memberId: string }>`
    select r.member_id as "memberId", r.id as "referralId", p.full_name as "sourceName", m.name as "memberName",
           case when lower(m.email) in (select lower(e) from unnest(p.emails) e) then 'address' else 'name' end as by
      from referral r
      join person s on s.workspace_id = r.workspace_id and s.id = r.source_id
      join person p on p.workspace_id = s.workspace_id and p.id = s.kept_id
      join member m on m.workspace_id = r.workspace_id
       and (lower(m.email) in (select lower(e) from unnest(p.emails) e) or lower(m.name) = lower(p.full_name))
     where r.workspace_id = ${tx.workspaceId} and r.id = any(${referralIds}::uuid[])
     order by r.id, m.id`.execute(tx.tables());
  return rows.map((row) => ({ kind: "own-colleague", ...row }));
}
