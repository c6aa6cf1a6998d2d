import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import { decodeCursorAs, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Credit } from "./chain-credit.ts";
import type { Decided, Verdict } from "./credit-dispute.ts";
import { cleanShape, type SaidShape } from "./credit-rule.ts";

export interface DecisionRow {
  id: string;
  verdict: Verdict;
  kind: SaidShape["kind"] | null;
  part: number | null;
  of: number | null;
  reason: string;
  day: Day;
  byId: string;
  byName: string;
  /** By what the deal came when it was decided; null: not kept. */
  ledBy: string | null;
  /** Of one that lets stand what stood: the decision by which that was credited; null: by the rule. */
  upholdsId: string | null;
}

export interface DisputeRow {
  id: string;
  dealId: string;
  dealName: string;
  dealMemberId: string;
  dealMemberName: string;
  /** The team of the deal's rep today. */
  dealMemberTeamId: string | null;
  reason: string;
  proposes: string | null;
  day: Day;
  byId: string;
  byName: string;
  /** The decision that stands; null: it is open. */
  decision: DecisionRow | null;
}

/** All of a deal that stand, the latest first. */
export async function disputesOfDeal(tx: Tx, dealId: string): Promise<DisputeRow[]> {
  const { rows } = await sql<DisputeRow>`
    ${disputes(tx)} and t.deal_id = ${dealId} order by t.id desc`.execute(tx.tables());
  return rows;
}

/** What was decided last about each of these deals and stands, where that is something else than the rule. */
export async function decidedLast(tx: Tx, dealIds: readonly string[]): Promise<Map<string, Decided>> {
  const { rows } = await sql<DecidedRow>`
    select last.deal_id as "dealId", n.id, n.led_by as "ledBy", n.kind, n.part, n.of_parts as of, its.shares, its.currency
      from unnest(${dealIds}::uuid[]) as asked (id)
     cross join lateral (
       select t.deal_id, coalesce(d.upholds_id, d.id) as id, d.verdict = 'stands' and d.upholds_id is null as by_rule
         from credit_dispute t
         join credit_decision d on d.workspace_id = ${tx.workspaceId} and d.id = t.decision_id
        where t.workspace_id = ${tx.workspaceId} and t.deal_id = asked.id and t.taken_back_at is null
        order by t.id desc limit 1) as last
      join credit_decision n on n.workspace_id = ${tx.workspaceId} and n.id = last.id
     cross join lateral (
       select jsonb_agg(jsonb_build_object('sourceId', s.source_id, 'minor', s.minor) order by s.place) as shares, min(s.currency) as currency
         from (select distinct on (c.place) c.place, c.source_id, c.minor, c.currency from credit c
                where c.workspace_id = ${tx.workspaceId} and c.deal_id = asked.id and c.decision_id = n.id and c.undoes is null
                order by c.place, c.id) as s) as its
     where not last.by_rule`.execute(tx.tables());
  return new Map(
    rows.map(({ dealId, id, ledBy, kind, part, of, shares, currency }) => [
      dealId,
      kind === null
        ? { id, ledBy, shares: shares ?? [], currency }
        : { id, ledBy, shape: cleanShape({ kind, part, of }) },
    ]),
  );
}

type DecidedRow = Pick<DecisionRow, "id" | "ledBy" | "kind" | "part" | "of"> & {
  dealId: string;
  shares: Credit[] | null;
  currency: string | null;
};

/**
 * Those that wait for a decision, the oldest first: that are open, or whose decision, the deal's last, is not what is credited, since the
 * deal is another than was decided upon. What was changed today is written down in the night, and waits from then on.
 */
export async function waitingDisputes(
  tx: Tx,
  cursor: string | undefined,
  limit: number,
): Promise<Page<DisputeRow>> {
  const after = cursor === undefined ? null : decodeCursorAs(cursor, ["id"])[0];
  const { rows } = await sql<DisputeRow>`
    ${disputes(tx)} and (t.decision_id is null or ${hasLapsed(tx)}) ${after === null ? sql`` : sql`and t.id > ${after}::uuid`}
     order by t.id limit ${limit + 1}`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null };
}

function hasLapsed(tx: Tx): RawBuilder<unknown> {
  const w = tx.workspaceId;
  return sql`(
    not exists (select from credit_dispute l where l.workspace_id = ${w} and l.deal_id = t.deal_id and l.id > t.id and l.taken_back_at is null)
    and exists (
      select from credit_decision n
        join credit c on c.workspace_id = ${w} and c.deal_id = t.deal_id and c.undoes is null and c.decision_id is distinct from n.id
       where n.workspace_id = ${w} and n.id = t.decision_id and n.verdict <> 'stands'
         and not exists (select from credit u where u.workspace_id = ${w} and u.undoes = c.id)))`;
}

/** One that stands, locked until the commit. */
export async function holdDispute(tx: Tx, id: string): Promise<DisputeRow | null> {
  const { rows } = await sql<DisputeRow>`
    ${disputes(tx)} and t.id = ${id} for update of t`.execute(tx.tables());
  return rows[0] ?? null;
}

/** To which dispute a decision that stands belongs. */
export async function disputeOfDecision(tx: Tx, decisionId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select dispute_id as id from credit_decision
     where workspace_id = ${tx.workspaceId} and id = ${decisionId} and taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows[0]?.id ?? null;
}

function disputes(tx: Tx): RawBuilder<unknown> {
  return sql`
    select t.id, t.deal_id as "dealId", d.name as "dealName", d.member_id as "dealMemberId", o.name as "dealMemberName",
           o.team_id as "dealMemberTeamId", t.reason, t.proposes, t.day, t.by_id as "byId", m.name as "byName",
           (select jsonb_build_object('id', n.id, 'verdict', n.verdict, 'kind', n.kind, 'part', n.part, 'of', n.of_parts, 'reason', n.reason,
                                      'day', n.day, 'byId', n.by_id, 'byName', nm.name, 'ledBy', n.led_by, 'upholdsId', n.upholds_id)
              from credit_decision n
              join member nm on nm.workspace_id = n.workspace_id and nm.id = n.by_id
             where n.workspace_id = t.workspace_id and n.id = t.decision_id) as decision
      from credit_dispute t
      join deal d on d.workspace_id = t.workspace_id and d.id = t.deal_id
      join member o on o.workspace_id = t.workspace_id and o.id = d.member_id
      join member m on m.workspace_id = t.workspace_id and m.id = t.by_id
     where t.workspace_id = ${tx.workspaceId} and t.taken_back_at is null`;
}
