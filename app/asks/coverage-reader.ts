import type { Channel } from "#people/channel.ts";
import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import { decodeCursorAs, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { BuyingRole } from "#people/standing.ts";
import type { Outcome } from "./ask.ts";

/** Somebody to be covered, before what stands about them. Ids are those of kept ones. */
export interface ContactRow {
  id: string;
  fullName: string;
  title: string | null;
  accountId: string;
  accountName: string;
  /** They were met there, and have left. */
  left: boolean;
  /** Of the person; where nobody is said to hold them, of the account. */
  holderId: string | null;
  holderName: string | null;
}

export interface LastAskRow {
  id: string;
  memberId: string;
  memberName: string;
  day: Day;
  lastDay: Day;
  channel: Channel;
  outcome: Outcome | null;
  untilDay: Day | null;
  settledOn: Day | null;
}

/** Everybody who works at these accounts (one account's ids), and who did when somebody met them; by name. */
export async function peopleOfAccount(
  tx: Tx,
  accountIds: readonly string[],
  keptAccountId: string,
): Promise<ContactRow[]> {
  const { rows } = await sql<ContactRow>`
    with there as (
      select p.id, false as "left" from person p
       where p.workspace_id = ${tx.workspaceId} and p.account_id = any(${accountIds}::uuid[])
         and p.merged_into is null and p.removed_at is null
    ), was as (
      select distinct p.id, true as "left"
        from position po
        join person at_that_time on at_that_time.workspace_id = po.workspace_id and at_that_time.id = po.person_id
        join person p on p.workspace_id = po.workspace_id and p.id = at_that_time.kept_id
       where po.workspace_id = ${tx.workspaceId} and po.account_id = any(${accountIds}::uuid[]) and p.removed_at is null
         and (p.account_id is null or p.account_id <> all(${accountIds}::uuid[]))
         and exists (
           select from (
             select p.id
             union all
             select o.id from person o where o.workspace_id = po.workspace_id and o.merged_into = p.id) as same
             join person_met f on f.workspace_id = po.workspace_id and f.person_id = same.id and f.taken_back_at is null
            where (po.from_day is null or f.day >= po.from_day) and (po.until_day is null or f.day < po.until_day))
    )
    select p.id, p.full_name as "fullName", p.title, c.id as "accountId", c.name as "accountName", each."left",
           h.id as "holderId", h.name as "holderName"
      from (select * from there union all select * from was) as each
      join person p on p.workspace_id = ${tx.workspaceId} and p.id = each.id
      join account c on c.workspace_id = p.workspace_id and c.id = ${keptAccountId}
      left join member h on h.workspace_id = p.workspace_id and h.id = coalesce(p.holder_id, c.holder_id)
     order by p.sort_key, p.id`.execute(tx.tables());
  return rows;
}

/** The last ask of each of these persons (kept ids), whoever made it and under whichever id of theirs. */
export async function lastAsksOf(tx: Tx, keptIds: readonly string[]): Promise<Map<string, LastAskRow>> {
  const { rows } = await sql<LastAskRow & { keptId: string }>`
    with same as materialized (
      select id, id as kept_id from unnest(${keptIds}::uuid[]) as id
      union all
      select p.id, p.merged_into from person p where p.workspace_id = ${tx.workspaceId} and p.merged_into = any(${keptIds}::uuid[])
    )
    select distinct on (same.kept_id) same.kept_id as "keptId", a.id, a.member_id as "memberId", m.name as "memberName", a.day,
           a.last_day as "lastDay", a.channel, a.outcome, a.until_day as "untilDay", a.settled_on as "settledOn"
      from same
      join ask a on a.workspace_id = ${tx.workspaceId} and a.source_id = same.id and a.taken_back_at is null
      join member m on m.workspace_id = a.workspace_id and m.id = a.member_id
     order by same.kept_id, a.day desc, a.id desc`.execute(tx.tables());
  return new Map(rows.map(({ keptId, ...ask }) => [keptId, ask]));
}

/** Whose client contacts; nothing: everybody's. */
export interface CoverageScope {
  /** A kept account's. */
  accountId?: string | undefined;
  holderId?: string | undefined;
  teamId?: string | undefined;
}

export interface CoverageLine {
  /** Of the account, member or team; null: nobody holds them, or of the whole company. */
  id: string | null;
  name: string | null;
  known: number;
  met: number;
  asked: number;
  can: number;
  /** Asked before or not. */
  cannot: number;
}

export const COVERAGE_BY = ["account", "rep", "team", "company"] as const;
export type CoverageBy = (typeof COVERAGE_BY)[number];

/** The largest hole first, a page at a time; a person counts where they work and for whom they are held today. */
export async function coverageLines(
  tx: Tx,
  by: CoverageBy,
  scope: CoverageScope,
  today: Day,
  cursor: string | undefined,
  limit: number,
): Promise<Page<CoverageLine>> {
  const after = cursor === undefined ? null : decodeCursorAs(cursor, ["number", "text", "text"]);
  const [key, name] = GROUPS[by];
  const { rows } = await sql<CoverageLine & { hole: number; sortKey: string; sortId: string }>`
    with ${contactsAsked(tx, scope)}, ${hinderedOn(tx, sql`${today}::date`)}, met as materialized (
      select distinct same.kept_id as id
        from person_met f join same on same.id = f.person_id
       where f.workspace_id = ${tx.workspaceId} and f.taken_back_at is null
    ), summed as (
      select ${key} as id, count(*)::int as known, count(met.id)::int as met, count(asked.id)::int as asked,
             count(*) filter (where asked.id is not null or hindered.id is null)::int as can,
             count(hindered.id)::int as cannot
        from contact
        left join asked on asked.id = contact.id
        left join hindered on hindered.id = contact.id
        left join met on met.id = contact.id
       ${by === "company" ? sql`` : sql`group by 1`}
    ), named as (
      select summed.*, can - asked as hole, ${name} as name, coalesce(${name}, '') as "sortKey", coalesce(summed.id::text, '') as "sortId"
        from summed
        left join account c on c.workspace_id = ${tx.workspaceId} and c.id = summed.id
        left join member h on h.workspace_id = ${tx.workspaceId} and h.id = summed.id
        left join team t on t.workspace_id = ${tx.workspaceId} and t.id = summed.id
    )
    select id, name, known, met, asked, can, cannot, hole, "sortKey", "sortId" from named
     where ${after === null ? sql`true` : sql`((-hole)::float8, "sortKey" collate "C", "sortId" collate "C") > (${-Number(after[0])}::float8, ${after[1]}, ${after[2]})`}
     order by hole desc, "sortKey" collate "C", "sortId" collate "C" limit ${limit + 1}`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(({ hole: _hole, sortKey: _key, sortId: _id, ...line }) => line),
    nextCursor: rows.length > limit && last ? encodeCursor([last.hole, last.sortKey, last.sortId]) : null,
  };
}

const GROUPS: Record<CoverageBy, [key: RawBuilder<unknown>, name: RawBuilder<unknown>]> = {
  account: [sql`contact.account_id`, sql`c.name`],
  rep: [sql`contact.holder_id`, sql`h.name`],
  team: [sql`contact.team_id`, sql`t.name`],
  company: [sql`null::uuid`, sql`null::text`],
};

export interface CoverageAt {
  day: Day;
  known: number;
  asked: number;
  can: number;
}

/**
 * By the end of each of these days: who had been asked, of those who were known then and worked (as they do today) at what
 * was a client then. Somebody is known from the day they were written down, or of their first ask if that was earlier.
 */
export async function coverageOn(
  tx: Tx,
  scope: CoverageScope,
  days: readonly Day[],
  timeZone: string,
): Promise<CoverageAt[]> {
  const { rows } = await sql<CoverageAt>`
    with ${contactsAsked(tx, scope)}, at as (
      select distinct day from unnest(${days}::date[]) as day
    ), ${hinderedOn(tx, sql`at.day`, sql`at`)}, known as materialized (
      select contact.id, asked.day as asked_on,
             greatest(least((contact.created_at at time zone ${timeZone})::date, asked.day), contact.client_since) as since
        from contact
        left join asked on asked.id = contact.id
    )
    select at.day, count(known.id)::int as known, count(*) filter (where known.asked_on <= at.day)::int as asked,
           count(*) filter (where known.id is not null and (known.asked_on <= at.day or hindered.id is null))::int as can
      from at
      left join known on known.since <= at.day
      left join hindered on hindered.id = known.id and hindered.day = at.day
     group by at.day order by at.day`.execute(tx.tables());
  return rows;
}

export const COVERAGE_WHO = ["unasked", "asked", "cannot", "everybody"] as const;
export type CoverageWho = (typeof COVERAGE_WHO)[number];

export interface ContactFilter extends CoverageScope {
  who: CoverageWho;
  role?: BuyingRole | undefined;
  met?: boolean | undefined;
}

/** The client contacts behind a number of coverage, by name, a page at a time. */
export async function listContacts(
  tx: Tx,
  filter: ContactFilter,
  today: Day,
  cursor: string | undefined,
  limit: number,
): Promise<Page<ContactRow>> {
  const after = cursor === undefined ? null : decodeCursorAs(cursor, ["text", "id"]);
  const where = [sql`true`];
  if (after) where.push(sql`(contact.sort_key, contact.id) > (${after[0]}, ${after[1]}::uuid)`);
  if (filter.who === "unasked") where.push(sql`asked.id is null and hindered.id is null`);
  if (filter.who === "asked") where.push(sql`asked.id is not null`);
  if (filter.who === "cannot") where.push(sql`hindered.id is not null`);
  if (filter.met !== undefined) where.push(sql`${metSql(tx)} = ${filter.met}`);
  if (filter.role !== undefined) where.push(sql`contact.id in (${ofRole(tx, filter.role)})`);
  const { rows } = await sql<ContactRow & { sortKey: string }>`
    with ${contactsAsked(tx, filter)}, ${hinderedOn(tx, sql`${today}::date`)}, page as (
      select contact.* from contact
        left join asked on asked.id = contact.id
        left join hindered on hindered.id = contact.id
       where ${sql.join(where, sql` and `)}
       order by contact.sort_key, contact.id limit ${limit + 1}
    )
    select p.id, p.full_name as "fullName", p.title, c.id as "accountId", c.name as "accountName", false as "left",
           h.id as "holderId", h.name as "holderName", p.sort_key as "sortKey"
      from page
      join person p on p.workspace_id = ${tx.workspaceId} and p.id = page.id
      join account c on c.workspace_id = ${tx.workspaceId} and c.id = page.account_id
      left join member h on h.workspace_id = ${tx.workspaceId} and h.id = page.holder_id
     order by p.sort_key, p.id`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(({ sortKey: _key, ...row }) => row),
    nextCursor: rows.length > limit && last ? encodeCursor([last.sortKey, last.id]) : null,
  };
}

/**
 * `contact`: everybody who works at a client and stands for themselves. `same`: all records that stand for one of them, so that
 * what is written down of somebody is told whose it is without a look at the whole list of people. `asked`: the day each of
 * them was first asked.
 */
function contactsAsked(tx: Tx, { accountId, holderId, teamId }: CoverageScope): RawBuilder<unknown> {
  const of = [sql`true`];
  if (holderId !== undefined) of.push(sql`m.id = ${holderId}`);
  if (teamId !== undefined) of.push(sql`m.team_id = ${teamId}`);
  return sql`
    client as materialized (
      select id, holder_id, client_since from account
       where workspace_id = ${tx.workspaceId} and kind = 'client' and merged_into is null and removed_at is null
         and ${accountId === undefined ? sql`true` : sql`id = ${accountId}`}
    ), place as materialized (
      select client.id, client.id as kept_id, client.holder_id, client.client_since from client
      union all
      select a.id, client.id, client.holder_id, client.client_since
        from account a join client on client.id = a.merged_into
       where a.workspace_id = ${tx.workspaceId} and a.merged_into is not null
    ), contact as materialized (
      select p.id, p.sort_key, p.created_at, place.kept_id as account_id, place.client_since, m.id as holder_id, m.team_id
        from place
        join person p on p.workspace_id = ${tx.workspaceId} and p.account_id = place.id and p.merged_into is null and p.removed_at is null
        left join member m on m.workspace_id = ${tx.workspaceId} and m.id = coalesce(p.holder_id, place.holder_id)
       where ${sql.join(of, sql` and `)}
    ), same as materialized (
      select id, id as kept_id from contact
      union all
      select p.id, contact.id
        from person p join contact on contact.id = p.merged_into
       where p.workspace_id = ${tx.workspaceId} and p.merged_into is not null
    ), asked as materialized (
      select same.kept_id as id, min(a.day) as day
        from ask a join same on same.id = a.source_id
       where a.workspace_id = ${tx.workspaceId} and a.taken_back_at is null
       group by 1
    )`;
}

/** `hindered`: who cannot be asked on that day; the rule of hindranceOf in coverage.ts and standsOn in protection.ts. */
function hinderedOn(tx: Tx, day: RawBuilder<unknown>, days?: RawBuilder<unknown>): RawBuilder<unknown> {
  const onDay = days === undefined ? sql`${day} as day` : sql`at.day`;
  const from = days === undefined ? sql`word` : sql`${days} cross join word`;
  return sql`
    word as materialized (
      select p.kept_id as id, f.day as since, f.lifted_on as until
        from do_not_ask f join person p on p.workspace_id = f.workspace_id and p.id = f.person_id
       where f.workspace_id = ${tx.workspaceId} and f.taken_back_at is null
      union all
      select p.kept_id, f.day, f.settled_on
        from serious_issue f join person p on p.workspace_id = f.workspace_id and p.id = f.person_id
       where f.workspace_id = ${tx.workspaceId} and f.taken_back_at is null
      union all
      select contact.id, f.day, f.settled_on
        from serious_issue f
        join account a on a.workspace_id = f.workspace_id and a.id = f.account_id
        join contact on contact.account_id = a.kept_id
       where f.workspace_id = ${tx.workspaceId} and f.taken_back_at is null
    ), hindered as materialized (
      select distinct word.id, ${onDay}
        from ${from}
       where word.since <= ${day} and (word.until is null or ${day} < word.until)
    )`;
}

function metSql(tx: Tx): RawBuilder<unknown> {
  return sql`(contact.id in (
    select met.kept_id from person_met f join person met on met.workspace_id = f.workspace_id and met.id = f.person_id
     where f.workspace_id = ${tx.workspaceId} and f.taken_back_at is null))`;
}

/** Whose part in buying is this one by what was said last. */
function ofRole(tx: Tx, role: BuyingRole): RawBuilder<unknown> {
  return sql`
    select said.id from (
      select distinct on (p.kept_id) p.kept_id as id, f.role
        from buying_role f join person p on p.workspace_id = f.workspace_id and p.id = f.person_id
       where f.workspace_id = ${tx.workspaceId} and f.taken_back_at is null
       order by p.kept_id, f.id desc) as said
     where said.role = ${role}`;
}
