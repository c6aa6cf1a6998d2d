import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Calendar, MonthOfYear, Pattern } from "#lib/kernel/fiscal.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Entry } from "./spiff-pay.ts";
import type { SpiffTables } from "./spiff-tables.ts";

export interface PayoutRow {
  id: string;
  start: Day;
  end: Day;
  calendar: Calendar;
  byId: string;
  byName: string;
  at: Date;
  hash: string;
}

interface PayoutColumns extends Omit<PayoutRow, "calendar"> {
  firstDay: Weekday;
  pattern: Pattern;
  startMonth: MonthOfYear;
}

/** Every month that is signed, the first one first. */
export async function standingPayouts(tx: Tx): Promise<PayoutRow[]> {
  const { rows } = await sql<PayoutColumns>`
    select p.id, p.start_day as start, p.end_day as end, p.first_day as "firstDay", p.pattern, p.start_month as "startMonth",
           p.by_id as "byId", m.name as "byName", p.at, p.hash
      from spiff_payout p join member m on m.workspace_id = p.workspace_id and m.id = p.by_id
     where p.workspace_id = ${tx.workspaceId} and p.taken_back_at is null
     order by p.end_day`.execute(tx.tables());
  return rows.map(({ firstDay, pattern, startMonth, ...row }) => ({
    ...row,
    calendar: { firstDay, pattern, startMonth },
  }));
}

export interface SignedLine extends Entry {
  payoutId: string;
  memberId: string;
  role: string;
}

/** What was signed, in the order of the statements: of pay-outs, of what they correct, or both; of one member or of everybody. */
export async function signedLines(
  tx: Tx,
  asked: { payoutIds?: readonly string[]; correcting?: readonly string[]; memberIds?: readonly string[] },
): Promise<SignedLine[]> {
  const of = asked.payoutIds ?? [];
  const correcting = asked.correcting ?? [];
  const members = asked.memberIds ?? null;
  const { rows } = await sql<SignedLine>`
    select s.payout_id as "payoutId", s.member_id as "memberId", s.role, l.kind, l.corrects_id as "correctsId",
           l.version_id as "versionId", l.from_day as "fromDay", l.until_day as "untilDay", l.line_id as "lineId",
           l.fact_day as "factDay", l.level, l.step, l.count, l.minor, l.currency
      from spiff_payout p
      join spiff_statement s on s.workspace_id = p.workspace_id and s.payout_id = p.id
      join spiff_line l on l.workspace_id = s.workspace_id and l.statement_id = s.id
     where p.workspace_id = ${tx.workspaceId} and p.taken_back_at is null
       and (p.id = any(${of}::uuid[]) or l.corrects_id = any(${correcting}::uuid[]))
       and (${members}::uuid[] is null or s.member_id = any(${members}::uuid[]))
     order by p.end_day, s.member_id, l.place`.execute(tx.tables());
  return rows;
}

/** What one round came to for one member as it was paid, corrections of it included. */
export interface PaidRound {
  payoutId: string;
  memberId: string;
  versionId: string;
  fromDay: Day;
  untilDay: Day;
  /** Before the cap of all, */
  earned: number;
  /** and what that took off. */
  share: number;
}

/** The rounds of pay-outs, of everybody. */
export async function paidRounds(tx: Tx, payoutIds: readonly string[]): Promise<PaidRound[]> {
  const { rows } = await sql<PaidRound>`
    select coalesce(l.corrects_id, p.id) as "payoutId", s.member_id as "memberId", l.version_id as "versionId",
           l.from_day as "fromDay", l.until_day as "untilDay",
           coalesce(sum(l.minor) filter (where l.kind <> 'share'), 0)::bigint as earned,
           coalesce(sum(l.minor) filter (where l.kind = 'share'), 0)::bigint as share
      from spiff_payout p
      join spiff_statement s on s.workspace_id = p.workspace_id and s.payout_id = p.id
      join spiff_line l on l.workspace_id = s.workspace_id and l.statement_id = s.id and l.version_id is not null
     where p.workspace_id = ${tx.workspaceId} and p.taken_back_at is null
       and coalesce(l.corrects_id, p.id) = any(${payoutIds}::uuid[])
     group by 1, 2, 3, 4, 5`.execute(tx.tables());
  return rows;
}

/** Whose statements were signed, with the role they had then: also those that came to nothing. */
export async function signedTakers(
  tx: Tx,
  payoutIds: readonly string[],
): Promise<{ payoutId: string; memberId: string; role: string }[]> {
  const { rows } = await sql<{ payoutId: string; memberId: string; role: string }>`
    select payout_id as "payoutId", member_id as "memberId", role from spiff_statement
     where workspace_id = ${tx.workspaceId} and payout_id = any(${payoutIds}::uuid[])`.execute(tx.tables());
  return rows;
}

/** What each member still has to have taken off, by currency: only where it is not nothing. */
export async function owedBack(
  tx: Tx,
  memberIds?: readonly string[],
): Promise<{ memberId: string; currency: string; minor: number }[]> {
  const members = memberIds ?? null;
  const { rows } = await sql<{ memberId: string; currency: string; minor: number }>`
    select s.member_id as "memberId", l.currency, sum(l.minor)::bigint as minor
      from spiff_payout p
      join spiff_statement s on s.workspace_id = p.workspace_id and s.payout_id = p.id
      join spiff_line l on l.workspace_id = s.workspace_id and l.statement_id = s.id and l.kind in ('carried-in', 'carried-on')
     where p.workspace_id = ${tx.workspaceId} and p.taken_back_at is null
       and (${members}::uuid[] is null or s.member_id = any(${members}::uuid[]))
     group by s.member_id, l.currency having sum(l.minor) <> 0`.execute(tx.tables());
  return rows;
}

export interface NewStatement {
  id: string;
  memberId: string;
  role: string;
  entries: readonly Entry[];
}

export async function insertPayout(
  tx: Tx,
  payout: Omit<PayoutRow, "byId" | "byName" | "at">,
  statements: readonly NewStatement[],
  by: Actor,
): Promise<void> {
  const { firstDay, pattern, startMonth } = payout.calendar;
  await tx
    .tables<SpiffTables>()
    .insertInto("spiff_payout")
    .values({
      workspace_id: tx.workspaceId,
      id: payout.id,
      start_day: payout.start,
      end_day: payout.end,
      first_day: firstDay,
      pattern,
      start_month: startMonth,
      by_id: by.member.id,
      at: by.now,
      hash: payout.hash,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
  const heads = statements.map(({ id, memberId, role }) => ({ id, memberId, role }));
  await sql`
    insert into spiff_statement (workspace_id, id, payout_id, member_id, role)
    select ${tx.workspaceId}::uuid, id, ${payout.id}::uuid, "memberId", role
      from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as s (id uuid, "memberId" uuid, role text)`.execute(
    tx.tables(),
  );
  const lines = statements.flatMap(({ id, entries }) =>
    entries.map((entry, place) => ({ ...entry, statementId: id, place })),
  );
  await sql`
    insert into spiff_line (workspace_id, statement_id, place, kind, corrects_id, version_id, from_day, until_day, line_id, fact_day,
                            level, step, count, minor, currency)
    select ${tx.workspaceId}::uuid, "statementId", place, kind, "correctsId", "versionId", "fromDay", "untilDay", "lineId", "factDay",
           level, step, count, minor, currency
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (
           "statementId" uuid, place int, kind text, "correctsId" uuid, "versionId" uuid, "fromDay" date, "untilDay" date,
           "lineId" uuid, "factDay" date, level smallint, step int, count smallint, minor bigint, currency text)`.execute(
    tx.tables(),
  );
}

export async function takeBackPayout(tx: Tx, id: string, by: Actor): Promise<void> {
  await tx
    .tables<SpiffTables>()
    .updateTable("spiff_payout")
    .set({ taken_back_at: by.now, taken_back_by: by.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}
