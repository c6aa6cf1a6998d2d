import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Money } from "#lib/kernel/money.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Origin } from "#referrals/origin.ts";
import type { Whose } from "#scorecard/scorecard-actions.ts";
import type { OrderKind } from "./order.ts";
import { countsFor } from "./scope-reader.ts";
import type { Stretch } from "./stretch.ts";

export interface OrderSum {
  origin: Origin;
  kind: OrderKind;
  /** Null: of orders without an amount. */
  currency: string | null;
  orders: number;
  minor: number;
}

/** Deals won in the weeks, by where they came from. */
export async function orderSums(tx: Tx, whose: Whose, stretch: Stretch): Promise<OrderSum[]> {
  const { rows } = await sql<OrderSum>`
    select d.origin, ${kindOf(tx)} as kind, d.currency, count(*)::int as orders, coalesce(sum(d.amount_minor), 0)::bigint as minor
      from deal d
     where ${wonIn(tx, whose, stretch)}
     group by 1, 2, 3`.execute(tx.tables());
  return rows;
}

/** Clients won in the weeks, by the origin of the deal that won them. */
export async function clientsByOrigin(tx: Tx, whose: Whose, stretch: Stretch): Promise<Map<Origin, number>> {
  const { rows } = await sql<{ origin: Origin; won: number }>`
    select d.origin, count(*)::int as won
      from ${whose.kind === "company" ? firstDeals(tx, stretch) : sql`deal d where ${wonIn(tx, whose, stretch)} and ${wonAClient(tx)}`}
     group by d.origin`.execute(tx.tables());
  return new Map(rows.map(({ origin, won }) => [origin, won]));
}

/** The same of everybody: the first deal won at each account, and then of those that are one company since, all in one pass. */
function firstDeals(tx: Tx, { from, to }: Stretch): RawBuilder<unknown> {
  const w = tx.workspaceId;
  return sql`(
      select distinct on (coalesce(merged.kept_id, at.account_id)) at.day, at.origin
        from (select distinct on (e.account_id) e.account_id, e.closed_on as day, e.id, e.origin
                from deal e
               where e.workspace_id = ${w} and e.outcome = 'won' and e.taken_back_at is null
               order by e.account_id, e.closed_on, e.id) as at
        left join (select id, kept_id from account where workspace_id = ${w} and merged_into is not null) as merged
               on merged.id = at.account_id
       order by coalesce(merged.kept_id, at.account_id), at.day, at.id) as d
     where d.day between ${from}::date and ${to}::date and d.origin <> 'existing-client'`;
}

export interface OrderRow {
  id: string;
  name: string;
  day: Day;
  origin: Origin;
  kind: OrderKind;
  amount: Money | null;
  account: { id: string; name: string };
  member: { id: string; name: string };
}

export interface WantedOrders {
  whose: Whose;
  stretch: Stretch;
  origin?: Origin | undefined;
  kind?: OrderKind | undefined;
  currency?: string | undefined;
  /** Only those that won a client. */
  clients?: boolean | undefined;
}

/** The deals behind such a number, the latest first, a page at a time. */
export async function listOrders(
  tx: Tx,
  { whose, stretch, origin, kind, currency, clients = false }: WantedOrders,
  cursor: string | undefined,
  limit: number,
): Promise<Page<OrderRow>> {
  const after = cursor === undefined ? null : decodeDayCursor(cursor);
  const { rows } = await sql<{
    id: string;
    name: string;
    day: Day;
    origin: Origin;
    kind: OrderKind;
    minor: number | null;
    currency: string | null;
    accountId: string;
    accountName: string;
    memberId: string;
    memberName: string;
  }>`
    select d.id, d.name, d.closed_on as day, d.origin, ${kindOf(tx)} as kind, d.amount_minor as minor, d.currency,
           a.id as "accountId", a.name as "accountName", m.id as "memberId", m.name as "memberName"
      from deal d
      join member m on m.workspace_id = ${tx.workspaceId} and m.id = d.member_id
      join account at on at.workspace_id = ${tx.workspaceId} and at.id = d.account_id
      join account a on a.workspace_id = ${tx.workspaceId} and a.id = at.kept_id
     where ${wonIn(tx, whose, stretch)}
       ${origin === undefined ? sql`` : sql`and d.origin = ${origin}`}
       ${kind === undefined ? sql`` : sql`and ${kindOf(tx)} = ${kind}`}
       ${currency === undefined ? sql`` : sql`and d.currency = ${currency}`}
       ${clients ? sql`and ${wonAClient(tx)}` : sql``}
       ${after === null ? sql`` : sql`and (d.closed_on, d.id) < (${after[0]}::date, ${after[1]}::uuid)`}
     order by d.closed_on desc, d.id desc
     limit ${limit + 1}`.execute(tx.tables());
  const items = rows
    .slice(0, limit)
    .map(({ minor, currency: of, accountId, accountName, memberId, memberName, ...row }): OrderRow => ({
      ...row,
      amount: minor === null || of === null ? null : { minor, currency: of },
      account: { id: accountId, name: accountName },
      member: { id: memberId, name: memberName },
    }));
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.day, last.id]) : null };
}

function wonIn(tx: Tx, whose: Whose, { from, to }: Stretch): RawBuilder<unknown> {
  return sql`d.workspace_id = ${tx.workspaceId} and d.outcome = 'won' and d.taken_back_at is null
       and d.closed_on between ${from}::date and ${to}::date
       and ${countsFor(tx, whose, { member: sql`d.member_id`, day: sql`d.closed_on` })}`;
}

/** An upgrade: it is said to come from an existing client, or the company had bought on an earlier day. */
function kindOf(tx: Tx): RawBuilder<unknown> {
  return sql`case when d.origin = 'existing-client' or not (${firstThere(tx, sql`e.closed_on < d.closed_on`)})
      then 'upgrade' else 'new' end`;
}

/** The company's first deal won, one of those on its first day, unless it is said to come from an existing client. */
function wonAClient(tx: Tx): RawBuilder<unknown> {
  return sql`d.origin <> 'existing-client' and ${firstThere(tx, sql`(e.closed_on, e.id) < (d.closed_on, d.id)`)}`;
}

/** No deal `e` that is `earlier` was won at its company, whatever was merged into it. */
function firstThere(tx: Tx, earlier: RawBuilder<unknown>): RawBuilder<unknown> {
  const wonAt = (account: RawBuilder<unknown>) =>
    sql`e.workspace_id = ${tx.workspaceId} and e.account_id = ${account} and e.outcome = 'won' and e.taken_back_at is null and ${earlier}`;
  return sql`not exists (select from deal e where ${wonAt(sql`d.account_id`)})
       and not exists (
      select from account own
        join account same on same.workspace_id = ${tx.workspaceId}
         and (same.id = own.kept_id or same.merged_into = own.kept_id) and same.id <> own.id
        join deal e on ${wonAt(sql`same.id`)}
       where own.workspace_id = ${tx.workspaceId} and own.id = d.account_id)`;
}
