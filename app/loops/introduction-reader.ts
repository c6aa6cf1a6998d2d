import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { idsOf, keptOf, personOf } from "#people/kept-reader.ts";
import { settlesAll } from "./duty.ts";

/** An introduction that may owe something, with the names a reader needs. */
export interface OwingRow {
  referralId: string;
  memberId: string;
  memberName: string;
  memberTeamId: string | null;
  sourceId: string;
  sourceName: string;
  contactId: string;
  contactName: string;
  accountId: string | null;
  accountName: string | null;
  countsFrom: Day;
  arrivedAt: Date | null;
  respondedAt: Date | null;
  /** The day they met, where that is how far it came. */
  metOn: Day | null;
  metAt: Date | null;
  closed: "won" | "lost" | null;
  closeDay: Day | null;
  closeAt: Date | null;
}

export interface OwingFilter {
  referralIds?: readonly string[];
  memberIds?: readonly string[];
  teamId?: string;
  sourceIds?: readonly string[];
  /** Introductions that count from these days on, or were closed then. */
  from?: Day;
  /** Introductions that count from these days on, whenever they were closed. */
  countedFrom?: Day;
  to?: Day;
  /** Left out: those that owe nothing to their own source any more, and were not won by way of a chain. */
  owing?: boolean;
}

/** A place in the order of introductions: the day they count from, then their id. */
export type Place = readonly [countsFrom: Day, id: string];

const ROWS_A_PART = 1_000;

/** Standing introductions, the oldest first, all of them. */
export async function introductionsThatOwe(tx: Tx, filter: OwingFilter): Promise<OwingRow[]> {
  const rows: OwingRow[] = [];
  for await (const part of introductionsInParts(tx, filter)) rows.push(...part);
  return rows;
}

/** The same, a part at a time: found once, then read by their keys. */
export async function* introductionsInParts(tx: Tx, filter: OwingFilter): AsyncGenerator<OwingRow[]> {
  const { rows: found } = await sql<{ ids: string[] | null }>`
    select array_agg(r.id order by r.counts_from, r.id) as ids
      from referral r where ${sql.join(conditionsOf(tx, filter), sql` and `)}`.execute(tx.tables());
  const ids = found[0]?.ids ?? [];
  for (let at = 0; at < ids.length; at += ROWS_A_PART) {
    // Each by its key: `limit 1` holds the planner to it where there are no statistics yet.
    const part = sql`(
      select one.* from unnest(${ids.slice(at, at + ROWS_A_PART)}::uuid[]) as wanted (id)
       cross join lateral (select * from referral where workspace_id = ${tx.workspaceId} and id = wanted.id limit 1) as one)`;
    const { rows } = await sql<OwingRow>`${named(tx, part)}`.execute(tx.tables());
    yield rows;
  }
}

/** One page of them, those after a place. */
export async function introductionsAfter(
  tx: Tx,
  filter: OwingFilter,
  after: Place | null,
  limit: number,
): Promise<OwingRow[]> {
  const where = conditionsOf(tx, filter);
  if (after) where.push(sql`(r.counts_from, r.id) > (${after[0]}::date, ${after[1]}::uuid)`);
  const page = sql`(select * from referral r where ${sql.join(where, sql` and `)} order by r.counts_from, r.id limit ${limit})`;
  const { rows } = await sql<OwingRow>`${named(tx, page)}`.execute(tx.tables());
  return rows;
}

/** With the names of all they name, each looked up by its key: what nothing is known of yet is joined in any way, all people for each of them too. */
function named(tx: Tx, introductions: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select r.id as "referralId", r.member_id as "memberId", m.name as "memberName", m.team_id as "memberTeamId",
           s.id as "sourceId", s.full_name as "sourceName", c.id as "contactId", c.full_name as "contactName",
           a.id as "accountId", a.name as "accountName", r.counts_from as "countsFrom", r.arrived_at as "arrivedAt", r.responded_at as "respondedAt",
           case when r.state = 'met' then r.state_day end as "metOn", case when r.state in ('won', 'lost') then r.state end as closed,
           case when r.state = 'met' then came.at end as "metAt",
           case when r.state in ('won', 'lost') then r.state_day end as "closeDay", case when r.state in ('won', 'lost') then came.at end as "closeAt"
      from ${introductions} as r
     cross join lateral (select name, team_id from member where workspace_id = ${tx.workspaceId} and id = r.member_id limit 1) as m
     cross join lateral (${personOf(tx, sql`r.source_id`)}) as s
     cross join lateral (${personOf(tx, sql`r.contact_id`)}) as c
      left join lateral (
        select kept.id, kept.name from account at
          join account kept on kept.workspace_id = at.workspace_id and kept.id = at.kept_id
         where at.workspace_id = ${tx.workspaceId} and at.id = r.account_id limit 1) as a on true
      left join lateral (
        select step.at from referral_step step
         where step.workspace_id = r.workspace_id and step.referral_id = r.id and step.taken_back_at is null
           and step.state = r.state and step.day = r.state_day and r.state in ('met', 'won', 'lost')
         order by step.at limit 1) as came on true
     order by r.counts_from, r.id`;
}

function conditionsOf(tx: Tx, filter: OwingFilter): RawBuilder<unknown>[] {
  const { referralIds, memberIds, teamId, sourceIds, from, countedFrom, to, owing } = filter;
  const where = [
    sql`r.workspace_id = ${tx.workspaceId}`,
    sql`r.taken_back_at is null`,
    sql`r.counts_from is not null`,
  ];
  if (referralIds) where.push(sql`r.id = any(${referralIds}::uuid[])`);
  if (memberIds) where.push(sql`r.member_id = any(${memberIds}::uuid[])`);
  if (teamId)
    where.push(
      sql`r.member_id in (select id from member where workspace_id = ${tx.workspaceId} and team_id = ${teamId})`,
    );
  if (sourceIds) where.push(sql`r.source_id = any(${sourceIds}::uuid[])`);
  if (from)
    where.push(sql`(r.counts_from >= ${from} or (r.state in ('won', 'lost') and r.state_day >= ${from}))`);
  if (countedFrom) where.push(sql`r.counts_from >= ${countedFrom}`);
  if (to) where.push(sql`r.counts_from <= ${to}`);
  if (owing) where.push(sql`(r.responded_at is null or not ${allSettled(tx)} or ${wonByAChain(tx)})`);
  return where;
}

/**
 * Said of the source themselves; one who was merged, or told apart again, is not taken for another. A report of the day they met,
 * or before, may not be about the meeting: that one is looked at.
 */
function allSettled(tx: Tx): RawBuilder<unknown> {
  return sql`(
    select coalesce(array_agg(d.kind), '{}') @>
           case when r.state in ('won', 'lost') then ${settlesAll(true)}::text[] else ${settlesAll(false)}::text[] end
      from duty_done d
     where d.workspace_id = ${tx.workspaceId} and d.referral_id = r.id and d.taken_back_at is null
       and not (d.kind = 'report' and d.how is not null and r.state = 'met' and d.day <= r.state_day)
       and ${keptOf(tx, sql`d.source_id`)} = ${keptOf(tx, sql`r.source_id`)})`;
}

/** Its source was introduced themselves: whether everybody up the chain was thanked is looked at one by one. */
function wonByAChain(tx: Tx): RawBuilder<unknown> {
  return sql`(r.state = 'won' and exists (
    select from (${idsOf(tx, keptOf(tx, sql`r.source_id`))}) as same
      join referral up on up.workspace_id = ${tx.workspaceId} and up.contact_id = same.id and up.taken_back_at is null))`;
}
