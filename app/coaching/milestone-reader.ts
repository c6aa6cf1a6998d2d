import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { idsOf, keptOf } from "#people/kept-reader.ts";

export interface Span {
  from: Day;
  to: Day;
}

export interface FirstRow {
  memberId: string;
  measure: string;
  day: Day;
  factId: string;
}

/** For each member and measure the very first fact that stands, where it falls into the span. */
export async function firstFacts(
  tx: Tx,
  memberIds: readonly string[],
  measures: readonly string[],
  { from, to }: Span,
): Promise<FirstRow[]> {
  const { rows } = await sql<FirstRow>`
    with inside as materialized (
      select distinct on (j.member_id, j.measure) j.member_id, j.measure, j.day, j.id
        from journal j
       where j.workspace_id = ${tx.workspaceId} and j.measure = any(${measures}::text[]) and j.day between ${from} and ${to}
         and j.member_id = any(${memberIds}::uuid[]) and ${stands(tx)}
       order by j.member_id, j.measure, j.day, j.id)
    select i.member_id as "memberId", i.measure, i.day, i.id as "factId"
      from inside i
      left join lateral (
        select true as there from journal j
         where j.workspace_id = ${tx.workspaceId} and j.member_id = i.member_id and j.measure = i.measure and j.day < ${from}
           and ${stands(tx)}
         order by j.day limit 1) as earlier on true
     where earlier.there is null`.execute(tx.tables());
  return rows;
}

export interface AskRow {
  memberId: string;
  day: Day;
  factId: string;
  /** The day of the last ask before the span; null: there was none. */
  before: Day | null;
}

/** On which days each member asked within the span, with the first line of each day. */
export async function askDays(tx: Tx, memberIds: readonly string[], { from, to }: Span): Promise<AskRow[]> {
  const asks = sql`j.workspace_id = ${tx.workspaceId} and j.member_id = m.id and j.measure = 'people-asked' and ${stands(tx)}`;
  const { rows } = await sql<AskRow>`
    select m.id as "memberId", a.day, a.id as "factId", b.day as before
      from unnest(${memberIds}::uuid[]) as m (id)
     cross join lateral (
       select distinct on (j.day) j.day, j.id from journal j
        where ${asks} and j.day between ${from} and ${to} order by j.day, j.id) as a
      left join lateral (
       select j.day from journal j where ${asks} and j.day < ${from} order by j.day desc limit 1) as b on true`.execute(
    tx.tables(),
  );
  return rows;
}

/** Introductions that count within the span, from a source who was introduced themselves and had introduced nobody before. */
export async function introductionsFromIntroduced(
  tx: Tx,
  memberIds: readonly string[],
  { from, to }: Span,
): Promise<{ referralId: string; memberId: string; day: Day }[]> {
  const { rows } = await sql<{ referralId: string; memberId: string; day: Day }>`
    with arrived as materialized (
      select r.id, r.member_id, r.counts_from, r.day, ${keptOf(tx, sql`r.source_id`)} as kept
        from (
          select distinct j.subject_id, j.day from journal j
           where j.workspace_id = ${tx.workspaceId} and j.measure = 'referrals-received' and j.day between ${from} and ${to}
             and j.undoes is null) as counted
       cross join lateral (
          select r.id, r.member_id, r.counts_from, r.day, r.source_id, r.taken_back_at from referral r
           where r.workspace_id = ${tx.workspaceId} and r.id = counted.subject_id limit 1) as r
       where r.counts_from = counted.day and r.taken_back_at is null and r.member_id = any(${memberIds}::uuid[]))
    select a.id as "referralId", a.member_id as "memberId", a.counts_from as day
      from arrived a
     where exists (
         select from (${idsOf(tx, sql`a.kept`)} offset 0) as same
         cross join lateral (
           select from referral up
            where up.workspace_id = ${tx.workspaceId} and up.contact_id = same.id and up.taken_back_at is null
              and up.counts_from is not null and (up.day, up.id) < (a.day, a.id) limit 1) as found)
       and not exists (
         select from (${idsOf(tx, sql`a.kept`)} offset 0) as same
         cross join lateral (
           select from referral e
            where e.workspace_id = ${tx.workspaceId} and e.source_id = same.id and e.taken_back_at is null
              and (e.counts_from, e.id) < (a.counts_from, a.id) limit 1) as found)`.execute(tx.tables());
  return rows;
}

/** Account reviews held within the span by members who had held none before. */
export async function firstReviews(
  tx: Tx,
  memberIds: readonly string[],
  { from, to }: Span,
): Promise<{ subjectId: string; memberId: string; day: Day }[]> {
  const { rows } = await sql<{ subjectId: string; memberId: string; day: Day }>`
    select * from (
      select distinct on (r.member_id) r.id as "subjectId", r.member_id as "memberId", r.held_on as day
        from account_review r
       where r.workspace_id = ${tx.workspaceId} and r.taken_back_at is null and r.held_on is not null
         and r.member_id = any(${memberIds}::uuid[])
       order by r.member_id, r.held_on, r.id) as first
     where first.day between ${from} and ${to}`.execute(tx.tables());
  return rows;
}

export interface ToldWeekRow {
  memberId: string;
  planId: string;
  /** The fourth day of the week. */
  midWeek: Day;
  /** On which it was told. */
  day: Day;
}

/** The weeks that those members told of who told of one within the span, from `since` on. */
export async function toldWeeks(
  tx: Tx,
  memberIds: readonly string[],
  { from, to }: Span,
  since: Day,
): Promise<ToldWeekRow[]> {
  const { rows } = await sql<ToldWeekRow>`
    with told as (
      select p.member_id, p.id, p.mid_week, c.day
        from week_plan p
        join check_in c on c.workspace_id = p.workspace_id and c.plan_id = p.id and c.taken_back_at is null
       where p.workspace_id = ${tx.workspaceId} and p.member_id = any(${memberIds}::uuid[]) and p.taken_back_at is null
         and p.mid_week >= ${since})
    select t.member_id as "memberId", t.id as "planId", t.mid_week as "midWeek", t.day
      from told t
     where t.member_id in (
       select member_id from told group by member_id having count(*) >= 10 and bool_or(day between ${from} and ${to}))`.execute(
    tx.tables(),
  );
  return rows;
}

/** The standing line of each of these subjects that carries one of the verbs; the first where there are several. */
export async function linesOfSubjects(
  tx: Tx,
  subjectIds: readonly string[],
  verbs: readonly string[],
): Promise<Map<string, string>> {
  if (subjectIds.length === 0) return new Map();
  const { rows } = await sql<{ subjectId: string; id: string }>`
    select distinct on (j.subject_id) j.subject_id as "subjectId", j.id
      from journal j
     where j.workspace_id = ${tx.workspaceId} and j.subject_id = any(${subjectIds}::uuid[]) and j.verb = any(${verbs}::text[])
       and ${stands(tx)}
     order by j.subject_id, j.id`.execute(tx.tables());
  return new Map(rows.map(({ subjectId, id }) => [subjectId, id]));
}

function stands(tx: Tx): RawBuilder<unknown> {
  return sql`j.undoes is null and not exists (
    select from journal u where u.workspace_id = ${tx.workspaceId} and u.undoes = j.id)`;
}
