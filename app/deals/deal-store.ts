import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Money } from "#lib/kernel/money.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import { personOf } from "#people/kept-reader.ts";
import { cameOf } from "#referrals/came-reader.ts";
import type { Came } from "#referrals/origin.ts";
import type { DealEnd, DealFacts, DealOrigin, DealOutcome } from "./deal.ts";
import type { DealTables } from "./deal-tables.ts";

/** A deal locked for a change. */
export interface HeldDeal extends DealFacts {
  id: string;
  memberId: string;
  end: DealEnd | null;
}

/** A deal ready to be written; `originText` is what a file called its origin. */
export interface NewDeal extends HeldDeal {
  originText: string | null;
}

/** A deal with the names of those it is about; persons and accounts are those that stand for merged ones. */
export interface DealRow {
  id: string;
  name: string;
  memberId: string;
  memberName: string;
  /** The member's team today. */
  memberTeamId: string | null;
  accountId: string;
  accountName: string;
  personId: string | null;
  personName: string | null;
  referralId: string | null;
  /** Who made the introduction. */
  sourceId: string | null;
  sourceName: string | null;
  origin: DealOrigin;
  originText: string | null;
  amount: Money | null;
  stage: string | null;
  openedOn: Day;
  expectedOn: Day | null;
  outcome: DealOutcome;
  closedOn: Day | null;
  lostReason: string | null;
  note: string | null;
  createdAt: Date;
}

export interface DealFilter {
  memberId?: string;
  personIds?: readonly string[];
  accountIds?: readonly string[];
  referralId?: string;
  origin?: DealOrigin;
  outcome?: DealOutcome;
}

/** Any number of deals, in one statement. */
export async function insertDeals(tx: Tx, deals: readonly NewDeal[], now: Date): Promise<void> {
  const rows = deals.map((deal) => ({ ...written(deal), id: deal.id, origin_text: deal.originText }));
  await sql`
    insert into deal (workspace_id, id, name, account_id, person_id, member_id, referral_id, came, origin, origin_text, amount_minor,
                      currency, stage, opened_on, expected_on, outcome, closed_on, lost_reason, note, created_at)
    select ${tx.workspaceId}::uuid, id, name, account_id, person_id, member_id, referral_id, ${cameOf(tx, sql`row.referral_id`)}, origin, origin_text, amount_minor,
           currency, stage, opened_on, expected_on, outcome, closed_on, lost_reason, note, ${now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
           id uuid, name text, account_id uuid, person_id uuid, member_id uuid, referral_id uuid, origin text, origin_text text,
           amount_minor bigint, currency text, stage text, opened_on date, expected_on date, outcome text, closed_on date,
           lost_reason text, note text)`.execute(tx.tables());
}

/** Writes everything about a deal that may change. */
export async function updateDeal(tx: Tx, deal: HeldDeal): Promise<void> {
  await tx
    .tables<DealTables>()
    .updateTable("deal")
    .set({ ...written(deal), came: cameOf(tx, sql`${deal.referralId}::uuid`) as RawBuilder<Came | null> })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", deal.id)
    .execute();
}

/** Marks those that still stand, and answers them. */
export async function markDealsTakenBack(
  tx: Tx,
  ids: readonly string[],
  by: Actor,
): Promise<{ id: string; referralId: string | null }[]> {
  const { rows } = await sql<{ id: string; referralId: string | null }>`
    update deal set taken_back_at = ${by.now}, taken_back_by = ${by.member.id}
     where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[]) and taken_back_at is null
    returning id, referral_id as "referralId"`.execute(tx.tables());
  return rows;
}

/** Locks a standing deal, so that two who change it at once come one after the other. */
export async function holdDealRow(tx: Tx, id: string): Promise<HeldDeal | null> {
  const row = await tx
    .tables<DealTables>()
    .selectFrom("deal")
    .select([
      "id",
      "name",
      "member_id as memberId",
      "account_id as accountId",
      "person_id as personId",
      "referral_id as referralId",
      "origin",
      "amount_minor as minor",
      "currency",
      "stage",
      "opened_on as openedOn",
      "expected_on as expectedOn",
      "note",
      "outcome",
      "closed_on as closedOn",
      "lost_reason as lostReason",
    ])
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .where("taken_back_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  const { minor, currency, outcome, closedOn, lostReason, ...deal } = row;
  return {
    ...deal,
    amount: moneyOf(minor, currency),
    end: outcome === "open" || !closedOn ? null : { outcome, day: closedOn, lostReason },
  };
}

export async function findDeal(tx: Tx, id: string): Promise<DealRow | null> {
  const one = sql`(
    select * from deal where workspace_id = ${tx.workspaceId} and id = ${id} and taken_back_at is null limit 1)`;
  const { rows } = await sql<NamedRow>`${named(tx, one)}`.execute(tx.tables());
  return rows[0] ? dealFrom(rows[0]) : null;
}

/** By the day it was closed, or opened while it is open, the latest first. */
export async function listDeals(
  tx: Tx,
  filter: DealFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<DealRow>> {
  const where = [sql`d.workspace_id = ${tx.workspaceId}`, sql`d.taken_back_at is null`];
  if (filter.memberId) where.push(sql`d.member_id = ${filter.memberId}`);
  if (filter.personIds) where.push(sql`d.person_id = any(${filter.personIds}::uuid[])`);
  if (filter.accountIds) where.push(sql`d.account_id = any(${filter.accountIds}::uuid[])`);
  if (filter.referralId) where.push(sql`d.referral_id = ${filter.referralId}`);
  if (filter.origin) where.push(sql`d.origin = ${filter.origin}`);
  // Written out, so that the prepared statement can use the index of the open ones.
  if (filter.outcome === "open") where.push(sql`d.outcome = 'open'`);
  else if (filter.outcome) where.push(sql`d.outcome = ${filter.outcome}`);
  if (cursor) {
    const [day, id] = decodeDayCursor(cursor);
    where.push(sql`(d.last_day, d.id) < (${day}::date, ${id}::uuid)`);
  }
  // Of one person, account or introduction there are few: a plan that walks all deals by day to find them is kept away.
  const few = filter.personIds ?? filter.accountIds ?? filter.referralId;
  const day = few ? sql`d.last_day + 0` : sql`d.last_day`;
  const page = sql`(
    select * from deal d where ${sql.join(where, sql` and `)} order by ${day} desc, d.id desc limit ${limit + 1})`;
  const { rows } = await sql<NamedRow>`
    ${named(tx, page)} order by d.last_day desc, d.id desc`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(dealFrom),
    nextCursor: rows.length > limit && last ? encodeCursor([last.closedOn ?? last.openedOn, last.id]) : null,
  };
}

interface NamedRow extends Omit<DealRow, "amount"> {
  minor: number | null;
  currency: string | null;
}

/** With the names of all they name, each looked up by its key: what nothing is known of yet is joined in any way, all accounts for each of them too. */
function named(tx: Tx, deals: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select d.id, d.name, d.member_id as "memberId", m.name as "memberName", m.team_id as "memberTeamId",
           a.id as "accountId", a.name as "accountName", p.id as "personId", p.full_name as "personName",
           d.referral_id as "referralId", s.id as "sourceId", s.full_name as "sourceName", d.origin,
           d.origin_text as "originText", d.amount_minor as minor, d.currency, d.stage, d.opened_on as "openedOn",
           d.expected_on as "expectedOn", d.outcome, d.closed_on as "closedOn", d.lost_reason as "lostReason", d.note,
           d.created_at as "createdAt"
      from ${deals} as d
     cross join lateral (select name, team_id from member where workspace_id = ${tx.workspaceId} and id = d.member_id limit 1) as m
     cross join lateral (
       select kept.id, kept.name from account kept
        where kept.workspace_id = ${tx.workspaceId}
          and kept.id = (select at.kept_id from account at where at.workspace_id = ${tx.workspaceId} and at.id = d.account_id)
        limit 1) as a
      left join lateral (${personOf(tx, sql`d.person_id`)}) as p on true
      left join lateral (
        select source_id from referral where workspace_id = ${tx.workspaceId} and id = d.referral_id limit 1) as r on true
      left join lateral (${personOf(tx, sql`r.source_id`)}) as s on true`;
}

function dealFrom({ minor, currency, ...row }: NamedRow): DealRow {
  return { ...row, amount: moneyOf(minor, currency) };
}

function moneyOf(minor: number | null, currency: string | null): Money | null {
  return minor === null || currency === null ? null : { minor, currency };
}

function written(deal: HeldDeal) {
  return {
    name: deal.name,
    account_id: deal.accountId,
    person_id: deal.personId,
    member_id: deal.memberId,
    referral_id: deal.referralId,
    origin: deal.origin,
    amount_minor: deal.amount?.minor ?? null,
    currency: deal.amount?.currency ?? null,
    stage: deal.stage,
    opened_on: deal.openedOn,
    expected_on: deal.expectedOn,
    outcome: deal.end?.outcome ?? ("open" as const),
    closed_on: deal.end?.day ?? null,
    lost_reason: deal.end?.lostReason ?? null,
    note: deal.note,
  };
}
