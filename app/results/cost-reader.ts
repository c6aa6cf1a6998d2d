import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Money } from "#lib/kernel/money.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Origin } from "#referrals/origin.ts";
import type { Whose } from "#scorecard/scorecard-actions.ts";
import type { Spent } from "./cost.ts";
import { countsFor } from "./scope-reader.ts";
import type { Stretch } from "./stretch.ts";

export interface CostRow extends Spent {
  id: string;
  origin: Origin;
  midMonth: Day;
  /** Null: the company as a whole. */
  memberId: string | null;
  memberName: string | null;
  /** The team they are in now. */
  memberTeamId: string | null;
  byName: string;
  day: Day;
}

export interface CostSum {
  origin: Origin;
  /** Null: of lines without an amount. */
  currency: string | null;
  lines: number;
  minutes: number;
  minor: number;
}

/** What was spent in whole months, by origin and currency; what the company spent as a whole is no team's. */
export async function costSums(tx: Tx, whose: Whose, months: Stretch): Promise<CostSum[]> {
  const { rows } = await sql<CostSum>`
    select c.origin, c.currency, count(*)::int as lines, coalesce(sum(c.minutes), 0)::bigint as minutes,
           coalesce(sum(c.minor), 0)::bigint as minor
      from origin_cost c
     where ${inMonths(tx, whose, months)}
     group by c.origin, c.currency`.execute(tx.tables());
  return rows;
}

/** The middle of the first of these months for which anything was written down; null: for none. */
export async function firstKept(tx: Tx, whose: Whose, months: Stretch): Promise<Day | null> {
  const { rows } = await sql<{ first: Day | null }>`
    select min(c.mid_month) as first from origin_cost c where ${inMonths(tx, whose, months)}`.execute(
    tx.tables(),
  );
  return rows[0]?.first ?? null;
}

/** The lines of it, the latest month first, a page at a time. */
export async function listCosts(
  tx: Tx,
  wanted: { whose: Whose; months: Stretch; origin?: Origin | undefined },
  cursor: string | undefined,
  limit: number,
): Promise<Page<CostRow>> {
  const after = cursor === undefined ? null : decodeDayCursor(cursor);
  const rows = await costRows(
    tx,
    sql`${inMonths(tx, wanted.whose, wanted.months)}
       ${wanted.origin === undefined ? sql`` : sql`and c.origin = ${wanted.origin}`}
       ${after === null ? sql`` : sql`and (c.mid_month, c.id) < (${after[0]}::date, ${after[1]}::uuid)`}`,
    limit + 1,
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > limit && last ? encodeCursor([last.midMonth, last.id]) : null,
  };
}

export async function findCost(tx: Tx, id: string): Promise<CostRow | null> {
  const [row] = await costRows(
    tx,
    sql`c.workspace_id = ${tx.workspaceId} and c.id = ${id} and c.taken_back_at is null`,
    1,
  );
  return row ?? null;
}

function inMonths(tx: Tx, whose: Whose, { from, to }: Stretch): RawBuilder<unknown> {
  return sql`c.workspace_id = ${tx.workspaceId} and c.taken_back_at is null and c.mid_month between ${from}::date and ${to}::date
       and ${countsFor(tx, whose, { member: sql`c.member_id`, day: sql`c.mid_month` })}`;
}

async function costRows(tx: Tx, where: RawBuilder<unknown>, most: number): Promise<CostRow[]> {
  const { rows } = await sql<Omit<CostRow, "amount"> & { minor: number | null; currency: string | null }>`
    select c.id, c.origin, c.mid_month as "midMonth", c.member_id as "memberId", m.name as "memberName", m.team_id as "memberTeamId",
           c.minutes, c.minor, c.currency, c.note, b.name as "byName", c.day
      from origin_cost c
      join member b on b.workspace_id = c.workspace_id and b.id = c.by_id
      left join member m on m.workspace_id = c.workspace_id and m.id = c.member_id
     where ${where}
     order by c.mid_month desc, c.id desc
     limit ${most}`.execute(tx.tables());
  return rows.map(({ minor, currency, ...row }) => ({ ...row, amount: moneyOf(minor, currency) }));
}

function moneyOf(minor: number | null, currency: string | null): Money | null {
  return minor === null || currency === null ? null : { minor, currency };
}
