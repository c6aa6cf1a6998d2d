import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { BudgetRule } from "./ask.ts";
import { isOpenSql } from "./ask-store.ts";
import type { LoadLine } from "./load.ts";

export interface Span {
  from: Day;
  to: Day;
}

/** Every rep who asked, or every source who was asked or gave a reference, in that time; the busiest first. */
export async function loadLines(tx: Tx, by: "rep" | "source", { from, to }: Span): Promise<LoadLine[]> {
  const [whose, other] =
    by === "rep" ? [sql`f.member_id`, sql`p.kept_id`] : [sql`p.kept_id`, sql`f.member_id`];
  const name = by === "rep" ? sql`m.name` : sql`s.full_name`;
  const { rows } = await sql<LoadLine>`
    with fact as (
      select member_id, source_id, true as is_ask, outcome, against, permit_id from ask
       where workspace_id = ${tx.workspaceId} and day between ${from} and ${to} and taken_back_at is null
      union all
      select member_id, source_id, false, null, null, null from reference
       where workspace_id = ${tx.workspaceId} and day between ${from} and ${to} and taken_back_at is null
    ), summed as (
      select ${whose} as id,
             count(*) filter (where f.is_ask)::int as asks,
             count(distinct ${other}) filter (where f.is_ask)::int as others,
             count(*) filter (where f.outcome = 'named-someone')::int as named,
             count(*) filter (where not f.is_ask)::int as "references",
             count(f.against)::int as against,
             count(f.permit_id)::int as permitted
        from fact f join person p on p.workspace_id = ${tx.workspaceId} and p.id = f.source_id
       group by 1
    )
    select summed.*, ${name} as name
      from summed
      left join member m on m.workspace_id = ${tx.workspaceId} and m.id = summed.id
      left join person s on s.workspace_id = ${tx.workspaceId} and s.id = summed.id
     order by asks desc, "references" desc, name, summed.id`.execute(tx.tables());
  return rows;
}

/** Asks and how many of them named someone, by the first day of the time each falls in. */
export async function acceptanceIn(
  tx: Tx,
  spans: readonly Span[],
): Promise<{ from: Day; asks: number; named: number }[]> {
  const { rows } = await sql<{ from: Day; asks: number; named: number }>`
    select s.from_day as "from", count(a.id)::int as asks,
           count(a.id) filter (where a.outcome = 'named-someone')::int as named
      from unnest(${spans.map(({ from }) => from)}::date[], ${spans.map(({ to }) => to)}::date[]) as s (from_day, to_day)
      left join ask a on a.workspace_id = ${tx.workspaceId} and a.day between s.from_day and s.to_day and a.taken_back_at is null
     group by 1 order by 1`.execute(tx.tables());
  return rows;
}

export interface MarkedAsk {
  askId: string;
  day: Day;
  memberId: string;
  memberName: string;
  sourceId: string;
  sourceName: string;
}

const MARKED = sql`
    a.id as "askId", a.day, a.member_id as "memberId", m.name as "memberName", p.kept_id as "sourceId",
    s.full_name as "sourceName"`;
const NAMED = sql`
      join member m on m.workspace_id = a.workspace_id and m.id = a.member_id
      join person p on p.workspace_id = a.workspace_id and p.id = a.source_id
      join person s on s.workspace_id = p.workspace_id and s.id = p.kept_id`;
export const MOST_MARKED = 100;

/** Made against a rule, the latest first; a hundred at most. */
export async function asksAgainst(tx: Tx, { from, to }: Span): Promise<(MarkedAsk & { rule: BudgetRule })[]> {
  const { rows } = await sql<MarkedAsk & { rule: BudgetRule }>`
    select ${MARKED}, a.against as rule
      from ask a ${NAMED}
     where a.workspace_id = ${tx.workspaceId} and a.against is not null and a.taken_back_at is null
       and a.day between ${from} and ${to}
     order by a.day desc, a.id desc limit ${MOST_MARKED}`.execute(tx.tables());
  return rows;
}

export interface GivenPermit {
  permitId: string;
  day: Day;
  untilDay: Day;
  memberName: string;
  sourceId: string;
  sourceName: string;
  byName: string;
  reason: string;
  usedBy: string | null;
}

/** Permits given in that time, the latest first; a hundred at most. */
export async function permitsGiven(tx: Tx, { from, to }: Span): Promise<GivenPermit[]> {
  const { rows } = await sql<GivenPermit>`
    select g.id as "permitId", g.day, g.until_day as "untilDay", m.name as "memberName", p.kept_id as "sourceId",
           s.full_name as "sourceName", b.name as "byName", g.reason, a.id as "usedBy"
      from ask_permit g
      join member m on m.workspace_id = g.workspace_id and m.id = g.member_id
      join member b on b.workspace_id = g.workspace_id and b.id = g.by_id
      join person p on p.workspace_id = g.workspace_id and p.id = g.source_id
      join person s on s.workspace_id = p.workspace_id and s.id = p.kept_id
      left join ask a on a.workspace_id = g.workspace_id and a.permit_id = g.id and a.taken_back_at is null
     where g.workspace_id = ${tx.workspaceId} and g.taken_back_at is null and g.day between ${from} and ${to}
     order by g.day desc, g.id desc limit ${MOST_MARKED}`.execute(tx.tables());
  return rows;
}

export interface OpenPair {
  sourceId: string;
  sourceName: string;
  asks: { askId: string; memberName: string; day: Day }[];
}

/** Sources with open asks of several reps, as a merge, an undo, a permit or what had happened leaves them. */
export async function openPairs(tx: Tx, today: Day): Promise<OpenPair[]> {
  const { rows } = await sql<OpenPair>`
    with waiting as materialized (
      select a.id, a.member_id, a.day, p.kept_id
        from ask a join person p on p.workspace_id = a.workspace_id and p.id = a.source_id
       where a.workspace_id = ${tx.workspaceId} and a.taken_back_at is null and ${isOpenSql(today)}
    ), several as materialized (
      select kept_id from waiting group by 1 having count(distinct member_id) > 1
    )
    select several.kept_id as "sourceId", min(s.full_name) as "sourceName",
           jsonb_agg(jsonb_build_object('askId', w.id, 'memberName', m.name, 'day', w.day) order by w.day, w.id) as asks
      from several
      join waiting w on w.kept_id = several.kept_id
      join member m on m.workspace_id = ${tx.workspaceId} and m.id = w.member_id
      join person s on s.workspace_id = ${tx.workspaceId} and s.id = several.kept_id
     group by 1
     order by 2, 1 limit ${MOST_MARKED}`.execute(tx.tables());
  return rows;
}
