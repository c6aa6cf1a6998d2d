import { sql, type RawBuilder } from "kysely";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { PLAN_DAYS } from "#asks/plan.ts";
import type { Tx } from "#lib/storage/database.ts";

/** For so many people at most the order is worked out. */
export const MOST_CANDIDATES = 300;
const MOST_SPOKEN = 120;
const MOST_HELD = 90;
const MOST_HELD_ACCOUNTS = 40;
const MOST_AT_ACCOUNT = 6;

/** A moment may be used for so long: MOMENT_DAYS of asks/moment.ts. */
export const MOMENT_DAYS = 30;

/**
 * Whom a rep may think of (kept ids): with whom a moment is due, with whom they have spoken, whom they know, whom they hold, and who
 * works at clients they hold. Each of these is bounded; of whom they hold, another stretch of the alphabet comes each week.
 */
export async function candidateIds(
  tx: Tx,
  memberId: string,
  { today, from }: { today: Day; from: string },
): Promise<string[]> {
  const ws = tx.workspaceId;
  const { rows } = await sql<{ id: string }>`
    with due_at as materialized (
      select distinct at.kept_id as id
        from moment_due d
        join account at on at.workspace_id = d.workspace_id and at.id = d.account_id
        join account a on a.workspace_id = at.workspace_id and a.id = at.kept_id
       where d.workspace_id = ${ws} and d.taken_back_at is null and d.used_on is null and d.let_go_on is null
         and d.due_on between ${addDays(today, -MOMENT_DAYS)} and ${today}
         and coalesce(a.holder_id, d.member_id) = ${memberId}
       limit ${MOST_HELD_ACCOUNTS}
    ), held_at as materialized (
      ${stretch(
        (side) => sql`
        select a.id from account a
         where a.workspace_id = ${ws} and a.holder_id = ${memberId} and a.merged_into is null and a.removed_at is null
           and a.kind in ('client', 'former-client', 'partner') and ${side(sql`a.name_key`)}
         order by a.name_key, a.id limit ${MOST_HELD_ACCOUNTS}`,
        from,
        MOST_HELD_ACCOUNTS,
      )}
    ), place as materialized (
      select id, id as kept_id, 1 as tier from due_at
      union all
      select id, id, 4 from held_at
      union all
      select m.id, m.merged_into, 1 from account m where m.workspace_id = ${ws} and m.merged_into in (select id from due_at)
      union all
      select m.id, m.merged_into, 4 from account m where m.workspace_id = ${ws} and m.merged_into in (select id from held_at)
    ), found as (
      select near.id, place.tier
        from place
       cross join lateral (
         select p.id from person p
          where p.workspace_id = ${ws} and p.account_id = place.id and p.merged_into is null and p.removed_at is null
          order by p.sort_key, p.id limit ${MOST_AT_ACCOUNT}) as near
      union all
      ${each(sql`select source_id as id from ask where workspace_id = ${ws} and member_id = ${memberId} and taken_back_at is null order by day desc, id desc`)}
      union all
      ${each(sql`select person_id as id from meeting where workspace_id = ${ws} and member_id = ${memberId} and taken_back_at is null and outcome = 'held' order by day desc, id desc`)}
      union all
      ${each(sql`select source_id as id from referral where workspace_id = ${ws} and member_id = ${memberId} and taken_back_at is null order by day desc, id desc`)}
      union all
      ${each(sql`select contact_id as id from referral where workspace_id = ${ws} and member_id = ${memberId} and taken_back_at is null and state in ('met', 'won', 'lost') order by day desc, id desc`)}
      union all
      ${each(sql`select person_id as id from deal where workspace_id = ${ws} and member_id = ${memberId} and taken_back_at is null and person_id is not null order by last_day desc, id desc`)}
      union all
      ${each(sql`select person_id as id from acquaintance where workspace_id = ${ws} and member_id = ${memberId} and taken_back_at is null`)}
      union all
      select held.id, 3 from (
        ${stretch(
          (side) => sql`
          select p.id from person p
           where p.workspace_id = ${ws} and p.holder_id = ${memberId} and p.merged_into is null and p.removed_at is null
             and ${side(sql`p.sort_key`)}
           order by p.sort_key, p.id limit ${MOST_HELD}`,
          from,
          MOST_HELD,
        )}) as held
    )
    select k.id
      from found
      join person p on p.workspace_id = ${ws} and p.id = found.id
      join person k on k.workspace_id = p.workspace_id and k.id = p.kept_id and k.removed_at is null
     group by k.id order by min(found.tier), k.id desc limit ${MOST_CANDIDATES}`.execute(tx.tables());
  return rows.map(({ id }) => id);
}

function each(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select id, 2 from (${rows} limit ${MOST_SPOKEN}) as spoken`;
}

/** Of a list in an order, what comes from a place on, and from its beginning as far as there is room. */
function stretch(
  part: (side: (key: RawBuilder<unknown>) => RawBuilder<unknown>) => RawBuilder<unknown>,
  from: string,
  most: number,
): RawBuilder<unknown> {
  const after = part((key) => sql`${key} >= ${from}`);
  const before = part((key) => sql`${key} < ${from}`);
  return sql`select id from ((${after}) union all (${before})) as turned limit ${most}`;
}

/** As much as rows say; app/today/suggestion-actions.ts makes candidates of it. */
export interface CandidateFacts {
  personId: string;
  personName: string;
  called: string;
  title: string | null;
  accountId: string | null;
  accountName: string | null;
  accountKind: string | null;
  held: boolean;
  isTarget: boolean;
  acquaintance: string | null;
  /** In this week or later, by anybody; or before by this rep, as long as it stood when the week began. */
  planned: boolean;
  handedTo: string | null;
  handedOn: Day | null;
}

export async function candidateFacts(
  tx: Tx,
  memberId: string,
  personIds: readonly string[],
  week: Day,
): Promise<CandidateFacts[]> {
  const ws = tx.workspaceId;
  const { rows } = await sql<CandidateFacts>`
    with ${sameAs(tx, personIds)}, handed as materialized (
      select distinct on (at.kept_id) at.kept_id as account_id, coalesce(h.to_name, m.name) as name, h.day, h.to_member_id
        from person p
        join account mine on mine.workspace_id = p.workspace_id and mine.id = p.account_id
        join handover h on h.workspace_id = mine.workspace_id and h.account_id = mine.kept_id and h.taken_back_at is null
        join account at on at.workspace_id = h.workspace_id and at.id = h.account_id
        left join member m on m.workspace_id = h.workspace_id and m.id = h.to_member_id
       where p.workspace_id = ${ws} and p.id = any(${personIds}::uuid[])
       order by at.kept_id, h.day desc, h.id desc
    ), said as materialized (
      select same.kept_id, min(f.kind) as kind from same
        join acquaintance f on f.workspace_id = ${ws} and f.person_id = same.id and f.taken_back_at is null and f.member_id = ${memberId}
       group by 1
    ), pursued as materialized (
      select distinct same.kept_id from same
        join target f on f.workspace_id = ${ws} and f.person_id = same.id and f.dropped_on is null
    ), meant as materialized (
      select distinct same.kept_id from same
        join ask_plan f on f.workspace_id = ${ws} and f.person_id = same.id and f.taken_back_at is null and f.let_go_on is null
         and f.mid_week >= ${addDays(week, -3 - PLAN_DAYS)} and (f.mid_week >= ${week} or f.member_id = ${memberId})
       where not exists (select from ask a where a.workspace_id = f.workspace_id and a.plan_id = f.id and a.taken_back_at is null)
    )
    select p.id as "personId", p.full_name as "personName",
           coalesce(p.given_name, split_part(p.full_name, ' ', 1)) as called, p.title,
           a.id as "accountId", a.name as "accountName", a.kind as "accountKind",
           coalesce(p.holder_id = ${memberId}, false) or coalesce(a.holder_id = ${memberId}, false) as held,
           pursued.kept_id is not null as "isTarget", said.kind as acquaintance, meant.kept_id is not null as planned,
           case when handed.to_member_id is distinct from ${memberId}::uuid then handed.name end as "handedTo", handed.day as "handedOn"
      from person p
      left join lateral (
        select f.kept_id from account f where f.workspace_id = ${ws} and f.id = p.account_id offset 0) as at on true
      left join lateral (
        select f.id, f.name, f.kind, f.holder_id from account f
         where f.workspace_id = ${ws} and f.id = at.kept_id offset 0) as a on true
      left join handed on handed.account_id = a.id
      left join said on said.kept_id = p.id
      left join pursued on pursued.kept_id = p.id
      left join meant on meant.kept_id = p.id
     where p.workspace_id = ${ws} and p.id = any(${personIds}::uuid[])`.execute(tx.tables());
  return rows;
}

export interface AskedFacts {
  ever: number;
  ripe: number;
  named: number;
  lastYear: number;
  lastDay: Day;
  lastBy: string;
  lastByName: string;
  /** The rep asked in this week already, or comes back to them. */
  mineWaits: boolean;
}

export async function askedFacts(
  tx: Tx,
  memberId: string,
  personIds: readonly string[],
  { today, week, ripe }: { today: Day; week: Day; ripe: Day },
): Promise<Map<string, AskedFacts>> {
  const { rows } = await sql<AskedFacts & { personId: string }>`
    with ${sameAs(tx, personIds)}, summed as (
      select same.kept_id, count(*)::int as ever, count(*) filter (where a.day <= ${ripe})::int as ripe,
             count(*) filter (where a.day <= ${ripe} and a.outcome = 'named-someone')::int as named,
             count(*) filter (where a.day > ${addDays(today, -365)})::int as last_year,
             max(a.last_day) as last_day, (array_agg(a.member_id order by a.last_day desc, a.id desc))[1] as last_by,
             bool_or(a.member_id = ${memberId} and (a.last_day >= ${week}
               or a.until_day is not null and a.settled_on is null and a.until_day >= ${addDays(today, -14)})) as mine_waits
        from same
       cross join lateral (
         select f.id, f.day, f.last_day, f.outcome, f.member_id, f.until_day, f.settled_on from ask f
          where f.workspace_id = ${tx.workspaceId} and f.source_id = same.id and f.taken_back_at is null offset 0) as a
       group by 1
    )
    select s.kept_id as "personId", s.ever, s.ripe, s.named, s.last_year as "lastYear", s.last_day as "lastDay", s.last_by as "lastBy",
           m.name as "lastByName", s.mine_waits as "mineWaits"
      from summed s join member m on m.workspace_id = ${tx.workspaceId} and m.id = s.last_by`.execute(
    tx.tables(),
  );
  return new Map(rows.map(({ personId, ...facts }) => [personId, facts]));
}

export interface IntroducedFacts {
  count: number;
  lastTo: string;
  lastOn: Day;
  mine: boolean;
  byName: string;
}

/** Introductions that these persons made; names alone do not count. */
export async function introducedFacts(
  tx: Tx,
  memberId: string,
  personIds: readonly string[],
): Promise<Map<string, IntroducedFacts>> {
  const { rows } = await sql<IntroducedFacts & { personId: string }>`
    with ${sameAs(tx, personIds)}, made as (
      select distinct on (same.kept_id) same.kept_id, r.contact_id, r.member_id, r.counts_from,
             count(*) over (partition by same.kept_id)::int as count
        from same
       cross join lateral (
         select f.id, f.contact_id, f.member_id, f.counts_from from referral f
          where f.workspace_id = ${tx.workspaceId} and f.source_id = same.id and f.taken_back_at is null
            and f.counts_from is not null offset 0) as r
       order by same.kept_id, r.counts_from desc, r.id desc
    )
    select made.kept_id as "personId", made.count, k.full_name as "lastTo", made.counts_from as "lastOn",
           made.member_id = ${memberId} as mine, m.name as "byName"
      from made
      join person c on c.workspace_id = ${tx.workspaceId} and c.id = made.contact_id
      join person k on k.workspace_id = c.workspace_id and k.id = c.kept_id
      join member m on m.workspace_id = c.workspace_id and m.id = made.member_id`.execute(tx.tables());
  return new Map(rows.map(({ personId, ...facts }) => [personId, facts]));
}

/** The last deal won at each of these accounts (kept ids). */
export async function wonFacts(
  tx: Tx,
  memberId: string,
  accountIds: readonly string[],
): Promise<Map<string, { day: Day; mine: boolean }>> {
  const { rows } = await sql<{ accountId: string; day: Day; mine: boolean }>`
    with ${accountsOf(tx, accountIds)}
    select distinct on (place.kept_id) place.kept_id as "accountId", d.closed_on as day, d.member_id = ${memberId} as mine
      from place
     cross join lateral (
       select w.id, w.closed_on, w.member_id from deal w
        where w.workspace_id = ${tx.workspaceId} and w.account_id = place.id and w.taken_back_at is null and w.outcome = 'won'
        offset 0) as d
     order by place.kept_id, d.closed_on desc, d.id desc`.execute(tx.tables());
  return new Map(rows.map(({ accountId, ...facts }) => [accountId, facts]));
}

export interface DueFacts {
  accountId: string;
  /** With whom in particular. */
  personId: string | null;
  moment: "delivered" | "account-review" | "lost-deal" | "anytime";
  dueOn: Day;
}

/** Moments of asking that are due at these accounts (kept ids) for this rep. */
export async function dueFacts(
  tx: Tx,
  memberId: string,
  accountIds: readonly string[],
  today: Day,
): Promise<DueFacts[]> {
  const { rows } = await sql<DueFacts>`
    with ${accountsOf(tx, accountIds)}
    select place.kept_id as "accountId", p.kept_id as "personId", d.moment, d.due_on as "dueOn"
      from place
      join moment_due d on d.workspace_id = ${tx.workspaceId} and d.account_id = place.id and d.taken_back_at is null
      join account a on a.workspace_id = d.workspace_id and a.id = place.kept_id
      left join person p on p.workspace_id = d.workspace_id and p.id = d.person_id
     where d.used_on is null and d.let_go_on is null and d.due_on between ${addDays(today, -MOMENT_DAYS)} and ${today}
       and d.moment in ('delivered', 'account-review', 'lost-deal', 'anytime') and coalesce(a.holder_id, d.member_id) = ${memberId}
     order by d.due_on, d.id`.execute(tx.tables());
  return rows;
}

export interface LinkFacts {
  personId: string;
  companyId: string;
  company: string;
  targetId: string | null;
  target: string | null;
  targetThere: boolean;
  current: boolean;
  untilDay: Day | null;
}

/** Companies on our list at which these persons are or were, and people on our list with whom they were somewhere. */
export async function linkFacts(tx: Tx, personIds: readonly string[]): Promise<LinkFacts[]> {
  const ws = tx.workspaceId;
  const { rows } = await sql<LinkFacts>`
    with ${sameAs(tx, personIds)}, stay as materialized (
      select same.kept_id as person_id, at.kept_id as account_id, o.from_day, o.until_day,
             same.id = same.kept_id and o.until_day is null as current
        from same
       cross join lateral (
         select p.account_id, p.from_day, p.until_day from position p
          where p.workspace_id = ${ws} and p.person_id = same.id offset 0) as o
       cross join lateral (
         select a.kept_id from account a where a.workspace_id = ${ws} and a.id = o.account_id offset 0) as at
    ), wanted as materialized (
      select distinct pt.kept_id as id
        from target f join person pt on pt.workspace_id = f.workspace_id and pt.id = f.person_id
       where f.workspace_id = ${ws} and f.person_id is not null and f.dropped_on is null
    ), theirs as materialized (
      select w.id, t.full_name as name, at.kept_id as account_id, o.from_day, o.until_day
        from wanted w
        join person t on t.workspace_id = ${ws} and t.id = w.id and t.removed_at is null
        join position o on o.workspace_id = ${ws} and o.person_id = w.id
        join account at on at.workspace_id = ${ws} and at.id = o.account_id
    ), pursued as materialized (
      select a.id from (select distinct account_id from stay) as near
       cross join lateral (
         select f.id from account f
          where f.workspace_id = ${ws} and f.id = near.account_id and f.named_since is not null offset 0) as a
      union
      select at.kept_id from target f join account at on at.workspace_id = f.workspace_id and at.id = f.account_id
       where f.workspace_id = ${ws} and f.account_id is not null and f.dropped_on is null
    )
    select stay.person_id as "personId", a.id as "companyId", a.name as company, theirs.id as "targetId", theirs.name as target,
           theirs.until_day is null as "targetThere", stay.current, stay.until_day as "untilDay"
      from stay
      join theirs on theirs.account_id = stay.account_id and theirs.id <> stay.person_id
       and daterange(stay.from_day, stay.until_day) && daterange(theirs.from_day, theirs.until_day)
      join account a on a.workspace_id = ${ws} and a.id = stay.account_id
    union
    select stay.person_id, a.id, a.name, null, null, false, stay.current, stay.until_day
      from stay
      join pursued on pursued.id = stay.account_id
      join account a on a.workspace_id = ${ws} and a.id = stay.account_id
     order by 1, 5 nulls last, 7 desc, 8 desc nulls first, 3, 2`.execute(tx.tables());
  return rows;
}

/** Of asks long enough ago: how many named someone. The last thousand. */
export async function baseShare(tx: Tx, ripe: Day): Promise<{ n: number; named: number }> {
  const { rows } = await sql<{ n: number; named: number }>`
    select count(*)::int as n, count(*) filter (where outcome = 'named-someone')::int as named
      from (select outcome from ask where workspace_id = ${tx.workspaceId} and taken_back_at is null and day <= ${ripe}
             order by day desc, id desc limit 1000) as last`.execute(tx.tables());
  return rows[0] ?? { n: 0, named: 0 };
}

// "offset 0" keeps PostgreSQL from reading whole tables for a few hundred people: it looks each up by its index.

/** The records that stand for these persons (kept ids), as `same (id, kept_id)`. */
export function sameAs(tx: Tx, personIds: readonly string[]): RawBuilder<unknown> {
  return sql`same as materialized (
      select id, id as kept_id from unnest(${personIds}::uuid[]) as id
      union all
      select p.id, p.merged_into from person p where p.workspace_id = ${tx.workspaceId} and p.merged_into = any(${personIds}::uuid[]))`;
}

function accountsOf(tx: Tx, accountIds: readonly string[]): RawBuilder<unknown> {
  return sql`place as materialized (
      select id, id as kept_id from unnest(${accountIds}::uuid[]) as id
      union all
      select a.id, a.merged_into from account a where a.workspace_id = ${tx.workspaceId} and a.merged_into = any(${accountIds}::uuid[]))`;
}
