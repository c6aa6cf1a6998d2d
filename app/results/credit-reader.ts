import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import { decodeCursorAs, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { CreditWhy } from "./credit-tables.ts";
import type { CountedLine, SaidShape, SetRule } from "./credit-rule.ts";
import { cleanShape } from "./credit-rule.ts";

/**
 * The line of the journal by which a deal is counted as closed through a referral: there is one for as long as it is won and its origin a
 * referral, and another as soon as anything changes by which its credit would be another.
 */
export interface WonLine {
  lineId: string;
  dealId: string;
  day: Day;
  writtenAt: Date;
  memberId: string;
  teamId: string | null;
  minor: number;
  /** null: the deal has no amount. */
  currency: string | null;
  referralId: string | null;
  personId: string | null;
}

/** As much of a line of `credit` as the next one is made of. */
export interface CreditRow {
  id: string;
  dealId: string;
  lineId: string;
  round: number;
  place: number;
  sourceId: string;
  count: 1 | -1;
  minor: number;
  begunMinor: number;
  currency: string | null;
  memberId: string;
  teamId: string | null;
  day: Day;
  ruleNumber: number | null;
  decisionId: string | null;
  undoes: string | null;
  why: CreditWhy;
}

const CREDIT = sql`c.id, c.deal_id as "dealId", c.line_id as "lineId", c.round, c.place, c.source_id as "sourceId", c.count, c.minor,
  c.begun_minor as "begunMinor", c.currency, c.member_id as "memberId", c.team_id as "teamId", c.day, c.rule_number as "ruleNumber",
  c.decision_id as "decisionId", c.undoes, c.why`;

/** Which lines are looked through: these, those of one deal, or all from a line on in their order. */
export interface Among {
  lineIds?: readonly string[] | undefined;
  dealId?: string | undefined;
  after?: { day: Day; lineId: string } | undefined;
  /** Also those that somebody is credited for. */
  credited?: boolean;
}

export interface LateLines {
  /** How many lines of the journal were looked at, and the first of them; null: there is none. */
  looked: number;
  first: string | null;
  /** By which deals count, and what was taken back of them. */
  won: string[];
  undone: string[];
}

/** The last lines of the journal, at most so many, back to the least id that one of them can have. */
export async function lateLines(tx: Tx, fromId: string, most: number): Promise<LateLines> {
  // In the order of its key and with a limit: whoever plans it cannot know how few come after `fromId`.
  const { rows } = await sql<LateLines>`
    select count(*)::int as looked, min(id::text) as first,
           coalesce(array_agg(id) filter (where measure = 'deals-closed' and undoes is null), '{}') as won,
           coalesce(array_agg(undoes) filter (where measure = 'deals-closed' and undoes is not null), '{}') as undone
      from (select id, measure, undoes from journal
             where workspace_id = ${tx.workspaceId} and id >= ${fromId}
             order by id desc limit ${most}) as late`.execute(tx.tables());
  return rows[0] ?? { looked: 0, first: null, won: [], undone: [] };
}

/** Standing lines, as a rule those that nobody is credited for yet, of deals from which a chain may lead, the earliest day first. */
export async function linesToCredit(tx: Tx, among: Among, most: number): Promise<WonLine[]> {
  const { dealId, lineIds, after, credited = false } = among;
  const { rows } = await sql<WonLine>`
    select j.id as "lineId", j.subject_id as "dealId", j.day, j.at as "writtenAt", j.member_id as "memberId", j.team_id as "teamId",
           j.minor, j.currency, d.referral_id as "referralId", d.person_id as "personId"
      from journal j
     cross join lateral (
       select referral_id, person_id from deal
        where workspace_id = ${tx.workspaceId} and id = j.subject_id and (referral_id is not null or person_id is not null) limit 1
     ) as d
     where j.workspace_id = ${tx.workspaceId} and j.measure = 'deals-closed' and j.undoes is null
       ${dealId === undefined ? sql`` : sql`and j.subject_id = ${dealId}`}
       ${lineIds === undefined ? sql`` : sql`and j.id = any(${lineIds}::uuid[])`}
       ${after === undefined ? sql`` : sql`and (j.day, j.id) > (${after.day}::date, ${after.lineId}::uuid)`}
       and not exists (select from journal u where u.workspace_id = ${tx.workspaceId} and u.undoes = j.id)
       ${credited ? sql`` : sql`and not exists (select from credit c where c.workspace_id = ${tx.workspaceId} and c.line_id = j.id and c.undoes is null)`}
     order by j.day, j.id
     limit ${most}`.execute(tx.tables());
  return rows;
}

/** All lines by which these deals were ever counted as won, and by which that was taken back, by deal. */
export async function linesOfDeals(tx: Tx, dealIds: readonly string[]): Promise<Map<string, CountedLine[]>> {
  const { rows } = await sql<CountedLine & { dealId: string }>`
    select j.id, j.subject_id as "dealId", j.day, j.at, j.undoes
      from unnest(${dealIds}::uuid[]) as asked (id)
     cross join lateral (
       select id, subject_id, day, at, undoes from journal
        where workspace_id = ${tx.workspaceId} and subject_id = asked.id and measure = 'deals-closed' offset 0) as j`.execute(
    tx.tables(),
  );
  return Map.groupBy(rows, ({ dealId }) => dealId);
}

/** Standing credits for lines that were taken back since; `lineIds` are those that were. */
export async function creditsToTakeBack(tx: Tx, among: Among, most: number): Promise<CreditRow[]> {
  const { dealId, lineIds } = among;
  const { rows } = await sql<CreditRow>`
    select ${CREDIT}
      from journal j
      join credit c on c.workspace_id = ${tx.workspaceId} and c.line_id = j.undoes and c.undoes is null
     where j.workspace_id = ${tx.workspaceId} and j.measure = 'deals-closed' and j.undoes is not null
       ${dealId === undefined ? sql`` : sql`and j.subject_id = ${dealId}`}
       ${lineIds === undefined ? sql`` : sql`and j.undoes = any(${lineIds}::uuid[])`}
       and not exists (select from credit u where u.workspace_id = ${tx.workspaceId} and u.undoes = c.id)
     order by j.id, c.id
     limit ${most}`.execute(tx.tables());
  return rows;
}

/** The credits of a deal that are written and stand, the first source first. */
export async function standingCredits(tx: Tx, dealId: string): Promise<CreditRow[]> {
  const { rows } = await sql<CreditRow>`
    select ${CREDIT}
      from credit c
     where c.workspace_id = ${tx.workspaceId} and c.deal_id = ${dealId} and c.undoes is null
       and not exists (select from credit u where u.workspace_id = ${tx.workspaceId} and u.undoes = c.id)
     order by c.place`.execute(tx.tables());
  return rows;
}

/** What a decision took back, as it was. */
export async function creditsBefore(tx: Tx, decisionId: string): Promise<CreditRow[]> {
  const { rows } = await sql<CreditRow>`
    select ${CREDIT}
      from credit u
      join credit c on c.workspace_id = ${tx.workspaceId} and c.id = u.undoes
     where u.workspace_id = ${tx.workspaceId} and u.decision_id = ${decisionId} and u.why = 'decided'
       and u.deal_id = (
         select t.deal_id from credit_decision n
           join credit_dispute t on t.workspace_id = ${tx.workspaceId} and t.id = n.dispute_id
          where n.workspace_id = ${tx.workspaceId} and n.id = ${decisionId})
     order by c.place`.execute(tx.tables());
  return rows;
}

export interface CreditEntry extends CreditRow {
  sourceName: string;
  byName: string | null;
  at: Date;
}

/** All that was ever written of a deal's credits, the latest first, a page at a time. */
export async function creditEntries(
  tx: Tx,
  dealId: string,
  cursor: string | undefined,
  limit: number,
): Promise<Page<CreditEntry>> {
  const after = cursor === undefined ? null : decodeCursorAs(cursor, ["id"])[0];
  const { rows } = await sql<CreditEntry>`
    select ${CREDIT}, k.full_name as "sourceName", m.name as "byName", c.at
      from credit c
      join person p on p.workspace_id = ${tx.workspaceId} and p.id = c.source_id
      join person k on k.workspace_id = ${tx.workspaceId} and k.id = p.kept_id
      left join member m on m.workspace_id = ${tx.workspaceId} and m.id = c.by_id
     where c.workspace_id = ${tx.workspaceId} and c.deal_id = ${dealId}
       ${after === null ? sql`` : sql`and c.id < ${after}::uuid`}
     order by c.id desc
     limit ${limit + 1}`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null };
}

export async function entriesWritten(tx: Tx, dealId: string): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(*)::int as many from credit where workspace_id = ${tx.workspaceId} and deal_id = ${dealId}`.execute(
    tx.tables(),
  );
  return rows[0]?.many ?? 0;
}

/** Until when everything that was won is credited; null: nothing ever was. */
export async function bookedThrough(tx: Tx): Promise<Date | null> {
  const { rows } = await sql<{ at: Date }>`
    select through_at as at from credit_booked where workspace_id = ${tx.workspaceId}`.execute(tx.tables());
  return rows[0]?.at ?? null;
}

/** The versions that leaders set, the oldest first. */
export async function rulesSet(tx: Tx): Promise<SetRule[]> {
  const { rows } = await sql<Omit<SetRule, "shape" | "version"> & SaidShape & { number: number }>`
    select r.id, r.number, r.kind, r.part, r.of_parts as of, r.reason, r.day, m.name as "byName", r.at
      from credit_rule r join member m on m.workspace_id = r.workspace_id and m.id = r.by_id
     where r.workspace_id = ${tx.workspaceId}
     order by r.number`.execute(tx.tables());
  return rows.map(({ kind, part, of, number, ...row }) => ({
    ...row,
    version: number,
    shape: cleanShape({ kind, part, of }),
  }));
}
