import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import { leastIdSince } from "#lib/kernel/ids.ts";
import type { Tx } from "#lib/storage/database.ts";
import { idsOf } from "#people/kept-reader.ts";
import { PUNCTUAL_DAYS, type Circle, type LevelChange, type OwnColleague, type Share } from "./spiff-look.ts";

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
  { memberIds, teamIds }: { memberIds: readonly string[]; teamIds: readonly string[] },
  measures: readonly string[],
  { from, to }: { from: Day; to: Day },
  timeZone: string,
): Promise<Lag[]> {
  if (memberIds.length === 0) return [];
  const late = (whose: RawBuilder<unknown>) => sql`
    select j.member_id, j.team_id, (j.at at time zone ${timeZone})::date - j.day as lag from journal j
     where j.workspace_id = ${tx.workspaceId} and ${whose} and j.measure = any(${measures}::text[]) and j.undoes is null
       and j.day between ${from} and ${to}`;
  const among = sql`count(*)::int as n, percentile_disc(0.9) within group (order by lag)::int as within`;
  const { rows } = await sql<Lag>`
    select member_id as "memberId", null::uuid as "teamId", ${among}
      from (${late(sql`j.member_id = any(${memberIds}::uuid[])`)}) as own group by member_id
    union all
    select null::uuid, team_id, ${among}
      from (${late(sql`j.team_id = any(${teamIds}::uuid[])`)}) as of_team group by team_id`.execute(
    tx.tables(),
  );
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

/** Levels that were raised between these days, or of these introductions for a day long gone by; and whether they were lowered since. */
export async function raisedBetween(
  tx: Tx,
  { from, to }: { from: Day; to: Day },
  referralIds: readonly string[],
  timeZone: string,
): Promise<(LevelChange & { memberId: string })[]> {
  const { rows } = await sql<
    LevelChange & { memberId: string; loweredOn: Day | null; loweredTo: number | null }
  >`
    select r.member_id as "memberId", r.id as "referralId", p.full_name as "contactName", j.day,
           (j.at at time zone ${timeZone})::date as "writtenOn",
           (j.detail ->> 'from')::int as "from", (j.detail ->> 'level')::int as "to", l.day as "loweredOn", l.level as "loweredTo"
      from (select id, day, at, subject_id, workspace_id, detail from journal
             where workspace_id = ${tx.workspaceId} and verb = 'referral.level-changed' and day between ${from} and ${to}
            union
            select id, day, at, subject_id, workspace_id, detail from journal
             where workspace_id = ${tx.workspaceId} and measure = 'referrals-received' and verb = 'referral.introduced'
               and day between ${from} and ${to} and undoes is null
            union
            select id, day, at, subject_id, workspace_id, detail from journal
             where workspace_id = ${tx.workspaceId} and subject_id = any(${referralIds}::uuid[])
               and verb in ('referral.level-changed', 'referral.introduced') and undoes is null
               and (at at time zone ${timeZone})::date - day > ${PUNCTUAL_DAYS}) as j
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

/** A line that counts and was written about days that were signed before, or whose level was said anew. */
interface LineSince {
  lineId: string;
  memberId: string;
  day: Day;
  relevelled: boolean;
}

/** What was written about these days after `since`, up to `until`: null, up to now. */
export async function writtenSince(
  tx: Tx,
  measures: readonly string[],
  { from, to }: { from: Day; to: Day },
  { since, until }: { since: Date; until: Date | null },
): Promise<LineSince[]> {
  const w = tx.workspaceId;
  const later = (line: string) => sql`
    ${sql.ref(`${line}.id`)} >= ${leastIdSince(since)} and ${sql.ref(`${line}.at`)} > ${since}
    and (${until}::timestamptz is null or ${sql.ref(`${line}.at`)} <= ${until})`;
  const { rows } = await sql<LineSince>`
    select j.id as "lineId", j.member_id as "memberId", j.day, false as relevelled from journal j
     where j.workspace_id = ${w} and ${later("j")} and j.measure = any(${measures}::text[]) and j.day between ${from} and ${to}
       and j.undoes is null
    union all
    select j.id, (j.detail ->> 'memberId')::uuid, j.day, false from journal j
     where j.workspace_id = ${w} and ${later("j")} and j.verb in ('source.thanked', 'source.told') and j.subject_kind = 'duty'
       and 'loops-closed' = any(${measures}::text[]) and j.day between ${from} and ${to} and j.undoes is null
    union all
    select j.id, j.member_id, j.day, true
      from journal c
      join journal j on j.workspace_id = c.workspace_id and j.subject_id = c.subject_id and j.measure = any(${measures}::text[])
       and j.day between ${from} and ${to} and j.undoes is null
     where c.workspace_id = ${w} and ${later("c")} and c.verb in ('referral.level-changed', 'given.level-changed')`.execute(
    tx.tables(),
  );
  return rows;
}

/**
 * Of these introductions those whose contact introduced the source, or somebody who introduced the source, or whose two we introduced
 * to each other.
 */
export async function circlesOf(
  tx: Tx,
  referralIds: readonly string[],
): Promise<(Circle & { memberId: string })[]> {
  const w = tx.workspaceId;
  const { rows } = await sql<
    Omit<Circle, "kind" | "other"> & {
      memberId: string;
      how: Circle["other"]["kind"];
      id: string;
      day: Day;
      viaId: string | null;
      viaName: string | null;
    }
  >`
    with two as materialized (
      select r.id, r.member_id, s.kept_id as source_id, c.kept_id as contact_id
        from referral r
        join person s on s.workspace_id = r.workspace_id and s.id = r.source_id
        join person c on c.workspace_id = r.workspace_id and c.id = r.contact_id
       where r.workspace_id = ${w} and r.id = any(${referralIds}::uuid[])
    ), onward as materialized (
      select two.id as referral_id, two.source_id, two.contact_id, b.id, b.day, c.kept_id as met_id
        from two
       cross join lateral (${idsOf(tx, sql`two.contact_id`)} offset 0) as s
       cross join lateral (
         select b.id, b.day, b.contact_id from referral b
          where b.workspace_id = ${w} and b.source_id = s.id and b.taken_back_at is null offset 0) as b
       cross join lateral (select kept_id from person where workspace_id = ${w} and id = b.contact_id limit 1) as c
    ), other as (
      select o.referral_id, 'back' as how, o.id, o.day, null::uuid as via_id, null::uuid as via_referral_id
        from onward o where o.met_id = o.source_id
      union all
      select o.referral_id, 'round', o.id, o.day, o.met_id, b.id
        from onward o
       cross join lateral (${idsOf(tx, sql`o.met_id`)} offset 0) as s
       cross join lateral (
         select b.id, b.contact_id from referral b
          where b.workspace_id = ${w} and b.source_id = s.id and b.taken_back_at is null offset 0) as b
       cross join lateral (select kept_id from person where workspace_id = ${w} and id = b.contact_id limit 1) as c
       where o.met_id <> o.source_id and o.met_id <> o.contact_id and c.kept_id = o.source_id
      union all
      select two.id, 'given', g.id, g.day, null, null
        from two
       cross join lateral (values (two.source_id, two.contact_id), (two.contact_id, two.source_id)) as way (giver, taker)
       cross join lateral (${idsOf(tx, sql`way.giver`)} offset 0) as t
       cross join lateral (
         select g.id, g.day, g.whom_id from given_referral g
          where g.workspace_id = ${w} and g.to_id = t.id and g.taken_back_at is null offset 0) as g
       cross join lateral (select kept_id from person where workspace_id = ${w} and id = g.whom_id limit 1) as q
       where q.kept_id = way.taker and way.taker <> way.giver
    )
    select two.member_id as "memberId", two.id as "referralId", s.full_name as "sourceName", c.full_name as "contactName",
           o.how, o.id, o.day, o.via_referral_id as "viaId", v.full_name as "viaName"
      from other o
      join two on two.id = o.referral_id
      join person s on s.workspace_id = ${w} and s.id = two.source_id
      join person c on c.workspace_id = ${w} and c.id = two.contact_id
      left join person v on v.workspace_id = ${w} and v.id = o.via_id
     order by o.day, o.id, o.via_referral_id`.execute(tx.tables());
  return rows.map(({ how, id, day, viaId, viaName, ...rest }) => ({
    kind: "circle",
    ...rest,
    other: {
      kind: how,
      id,
      day,
      via: viaId === null || viaName === null ? null : { referralId: viaId, name: viaName },
    },
  }));
}

/** Of these introductions those whose source has the address or the name of somebody who works here. */
export async function colleaguesAmong(
  tx: Tx,
  referralIds: readonly string[],
): Promise<(OwnColleague & { memberId: string })[]> {
  const { rows } = await sql<Omit<OwnColleague, "kind"> & { memberId: string }>`
    with source as materialized (
      select r.id, r.member_id, p.full_name, p.emails
        from referral r
        join person s on s.workspace_id = r.workspace_id and s.id = r.source_id
        join person p on p.workspace_id = s.workspace_id and p.id = s.kept_id
       where r.workspace_id = ${tx.workspaceId} and r.id = any(${referralIds}::uuid[])
    ), colleague as materialized (
      select id, name, lower(name) as said, lower(email) as address from member where workspace_id = ${tx.workspaceId}
    ), same as (
      select s.id, c.id as colleague_id, true as by_address
        from source s cross join lateral unnest(s.emails) as e join colleague c on c.address = lower(e)
      union all
      select s.id, c.id, false from source s join colleague c on c.said = lower(s.full_name)
    ), each as (
      select id, colleague_id, bool_or(by_address) as by_address from same group by id, colleague_id
    )
    select s.member_id as "memberId", s.id as "referralId", s.full_name as "sourceName", c.name as "memberName",
           case when each.by_address then 'address' else 'name' end as by
      from each
      join source s on s.id = each.id
      join colleague c on c.id = each.colleague_id
     order by s.id, c.id`.execute(tx.tables());
  return rows.map((row) => ({ kind: "own-colleague", ...row }));
}
