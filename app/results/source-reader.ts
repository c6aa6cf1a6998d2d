import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Money } from "#lib/kernel/money.ts";
import { decodeCursorAs, decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Whose } from "#scorecard/scorecard-actions.ts";
import type { CreditRow } from "./credit-reader.ts";
import type { SourceDeals } from "./source-view.ts";
import type { Stretch } from "./stretch.ts";

/** Deals won in these weeks, of whom they counted for, as their lines of the journal say; with what is not written down yet. */
export interface CreditScope {
  whose: Pick<Whose, "kind" | "id">;
  stretch: Stretch;
  pending: readonly CreditRow[];
}

export interface RankedSource {
  sourceId: string;
  name: string;
  accountName: string | null;
  /** Won deals whose chain begins with them. */
  deals: number;
}

export interface RankedSources extends Page<RankedSource> {
  /** How many sources, and how many deals begun with them, on all pages. */
  sources: number;
  deals: number;
}

type Ranked = RankedSource & { begun: number; credited: number; allSources: number; allDeals: number };

/**
 * Whoever stands at the beginning of the most deals first, and of as many of the most begun in that currency. Merged people
 * are one, under whichever id of theirs it was written.
 */
export async function rankSources(
  tx: Tx,
  scope: CreditScope,
  currency: string,
  cursor: string | undefined,
  limit: number,
): Promise<RankedSources> {
  const { rows } = await sql<Ranked>`
    with merged as materialized (
      select id, kept_id from person where workspace_id = ${tx.workspaceId} and merged_into is not null
    ), by_person as (
      select coalesce(m.kept_id, c.source_id) as id, coalesce(sum(c.count) filter (where c.place = 0), 0)::int as deals,
             coalesce(sum(c.begun_minor) filter (where c.currency = ${currency}), 0)::bigint as begun,
             coalesce(sum(c.minor) filter (where c.currency = ${currency}), 0)::bigint as credited
        from (${creditsIn(tx, scope)}) as c left join merged m on m.id = c.source_id
       group by 1
      having sum(c.count) > 0
    ), counted as (
      select id, deals, begun, credited, count(*) over ()::int as all_sources, sum(deals) over ()::int as all_deals from by_person
    ), ranked as (
      select * from counted
       ${cursor === undefined ? sql`` : sql`where (deals, begun, credited, id) < ${placeIn(cursor)}`}
       order by deals desc, begun desc, credited desc, id desc
       limit ${limit + 1}
    )
    select r.id as "sourceId", p.full_name as name, a.name as "accountName", r.deals, r.begun, r.credited,
           r.all_sources as "allSources", r.all_deals as "allDeals"
      from ranked r
      join person p on p.workspace_id = ${tx.workspaceId} and p.id = r.id
      left join account a0 on a0.workspace_id = ${tx.workspaceId} and a0.id = p.account_id
      left join account a on a.workspace_id = ${tx.workspaceId} and a.id = a0.kept_id
     order by r.deals desc, r.begun desc, r.credited desc, r.id desc`.execute(tx.tables());
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ sourceId, name, accountName, deals }) => ({ sourceId, name, accountName, deals })),
    nextCursor:
      rows.length > limit && last
        ? encodeCursor([last.deals, last.begun, last.credited, last.sourceId])
        : null,
    sources: rows[0]?.allSources ?? 0,
    deals: rows[0]?.allDeals ?? 0,
  };
}

export interface SourceSums {
  sourceId: string;
  /** In full, of deals whose chain begins with them; and by the rule, of all that they stand in the chain of. A sum a currency. */
  begun: Money[];
  credited: Money[];
}

/** Of these kept persons. */
export async function sumsOfSources(
  tx: Tx,
  scope: CreditScope,
  sourceIds: readonly string[],
): Promise<Map<string, SourceSums>> {
  const { rows } = await sql<SourceSums>`
    with by_currency as (
      select who.kept_id, c.currency, sum(c.begun_minor)::bigint as begun, sum(c.minor)::bigint as credited,
             sum(c.count) filter (where c.place = 0) as deals, sum(c.count) as shares
        from (${idsOfSources(tx, sourceIds)}) as who
        join (${creditsIn(tx, scope)}) as c on c.source_id = who.id
       where c.currency is not null
       group by who.kept_id, c.currency
    )
    select kept_id as "sourceId",
           coalesce(jsonb_agg(jsonb_build_object('minor', begun, 'currency', currency) order by currency) filter (where deals > 0), '[]') as begun,
           coalesce(jsonb_agg(jsonb_build_object('minor', credited, 'currency', currency) order by currency) filter (where shares > 0), '[]') as credited
      from by_currency group by kept_id`.execute(tx.tables());
  return new Map(rows.map((row) => [row.sourceId, row]));
}

export interface SourceDeal {
  dealId: string;
  dealName: string;
  accountName: string;
  memberName: string;
  day: Day;
  amount: Money | null;
  credited: Money | null;
  /** Whether its chain begins with them. */
  begun: boolean;
  /** How many sources its chain has. */
  sources: number;
}

/** The deals in whose chain one of these ids stands, the latest first. */
export async function dealsOfSource(
  tx: Tx,
  scope: CreditScope,
  sourceIds: readonly string[],
  which: SourceDeals,
  cursor: string | undefined,
  limit: number,
): Promise<Page<SourceDeal>> {
  const after = cursor === undefined ? null : decodeDayCursor(cursor);
  const { rows } = await sql<
    Omit<SourceDeal, "amount" | "credited"> & {
      minor: number | null;
      currency: string | null;
      credited: number;
    }
  >`
    with theirs as (
      select c.deal_id, c.day, sum(c.minor)::bigint as credited, coalesce(sum(c.count) filter (where c.place = 0), 0) > 0 as begun
        from (${creditsIn(tx, scope)}) as c
       where c.source_id = any(${sourceIds}::uuid[])
         ${after === null ? sql`` : sql`and (c.day, c.deal_id) < (${after[0]}::date, ${after[1]}::uuid)`}
       group by c.deal_id, c.day
      having sum(c.count) > 0 ${which === "begun" ? sql`and coalesce(sum(c.count) filter (where c.place = 0), 0) > 0` : sql``}
       order by c.day desc, c.deal_id desc
       limit ${limit + 1}
    )
    select t.deal_id as "dealId", d.name as "dealName", a.name as "accountName", m.name as "memberName", t.day,
           d.amount_minor as minor, d.currency, t.credited, t.begun,
           (select sum(c.count)::int from (${creditsOfDeal(tx, scope, sql`t.deal_id`)}) as c) as sources
      from theirs t
      join deal d on d.workspace_id = ${tx.workspaceId} and d.id = t.deal_id
      join account a0 on a0.workspace_id = ${tx.workspaceId} and a0.id = d.account_id
      join account a on a.workspace_id = ${tx.workspaceId} and a.id = a0.kept_id
      join member m on m.workspace_id = ${tx.workspaceId} and m.id = d.member_id
     order by t.day desc, t.deal_id desc`.execute(tx.tables());
  const items = rows.slice(0, limit).map(({ minor, currency, credited, ...row }) => ({
    ...row,
    amount: minor === null || currency === null ? null : { minor, currency },
    credited: currency === null ? null : { minor: credited, currency },
  }));
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.day, last.dealId]) : null };
}

const COLUMNS = sql`c.deal_id, c.source_id, c.place, c.count, c.minor, c.begun_minor, c.currency, c.day`;

function creditsIn(tx: Tx, { whose, stretch, pending }: CreditScope): RawBuilder<unknown> {
  const here = sql`c.day >= ${stretch.from} and c.day <= ${stretch.to} ${
    whose.kind === "company"
      ? sql``
      : sql`and ${sql.ref(whose.kind === "team" ? "c.team_id" : "c.member_id")} = ${whose.id}`
  }`;
  return sql`
    select ${COLUMNS} from credit c where c.workspace_id = ${tx.workspaceId} and ${here}
    ${pending.length === 0 ? sql`` : sql`union all select ${COLUMNS} from (${rowsOf(pending)}) as c where ${here}`}`;
}

function creditsOfDeal(tx: Tx, { pending }: CreditScope, dealId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select c.count from credit c where c.workspace_id = ${tx.workspaceId} and c.deal_id = ${dealId}
    ${pending.length === 0 ? sql`` : sql`union all select c.count from (${rowsOf(pending)}) as c where c.deal_id = ${dealId}`}`;
}

function rowsOf(pending: readonly CreditRow[]): RawBuilder<unknown> {
  return sql`
    select "dealId" as deal_id, "sourceId" as source_id, place, count, minor, "begunMinor" as begun_minor, currency, day,
           "memberId" as member_id, "teamId" as team_id
      from jsonb_to_recordset(${JSON.stringify(pending)}::jsonb) as row (
           "dealId" uuid, "sourceId" uuid, place smallint, count smallint, minor bigint, "begunMinor" bigint, currency text,
           day date, "memberId" uuid, "teamId" uuid)`;
}

function idsOfSources(tx: Tx, sourceIds: readonly string[]): RawBuilder<unknown> {
  return sql`
    select id, kept_id from person where workspace_id = ${tx.workspaceId} and id = any(${sourceIds}::uuid[])
    union all
    select id, kept_id from person where workspace_id = ${tx.workspaceId} and merged_into = any(${sourceIds}::uuid[])`;
}

function placeIn(cursor: string): RawBuilder<unknown> {
  const [deals, begun, credited, id] = decodeCursorAs(cursor, ["number", "number", "number", "id"]);
  return sql`(${deals}::numeric, ${begun}::numeric, ${credited}::numeric, ${id}::uuid)`;
}
