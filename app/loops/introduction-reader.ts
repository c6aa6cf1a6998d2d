import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";

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
  /** Left out: those of which every duty to their own source is settled, and nothing was won. */
  owing?: boolean;
  /** As many as are looked at; 2,000 when it is not said. */
  most?: number;
}

/** Nobody owes more than can be shown. */
const MOST = 2_000;

/** Standing introductions, the oldest first. */
export async function introductionsThatOwe(tx: Tx, filter: OwingFilter): Promise<OwingRow[]> {
  const { rows } = await sql<OwingRow>`
    select r.id as "referralId", r.member_id as "memberId", m.name as "memberName", m.team_id as "memberTeamId",
           s.id as "sourceId", s.full_name as "sourceName", c.id as "contactId", c.full_name as "contactName",
           a.id as "accountId", a.name as "accountName", r.counts_from as "countsFrom", r.arrived_at as "arrivedAt", r.responded_at as "respondedAt",
           case when r.state in ('won', 'lost') then r.state end as closed,
           case when r.state in ('won', 'lost') then r.state_day end as "closeDay", close.at as "closeAt"
      from (select * from referral r where ${sql.join(conditionsOf(tx, filter), sql` and `)} order by r.counts_from, r.id limit ${filter.most ?? MOST}) as r
      join member m on m.workspace_id = r.workspace_id and m.id = r.member_id
      join person st on st.workspace_id = r.workspace_id and st.id = r.source_id
      join person s on s.workspace_id = r.workspace_id and s.id = st.kept_id
      join person ct on ct.workspace_id = r.workspace_id and ct.id = r.contact_id
      join person c on c.workspace_id = r.workspace_id and c.id = ct.kept_id
      left join account at on at.workspace_id = r.workspace_id and at.id = r.account_id
      left join account a on a.workspace_id = r.workspace_id and a.id = at.kept_id
      left join lateral (
        select step.at from referral_step step
         where step.workspace_id = r.workspace_id and step.referral_id = r.id and step.taken_back_at is null
           and step.state = r.state and step.day = r.state_day and r.state in ('won', 'lost')
         order by step.at limit 1) as close on true
     order by r.counts_from, r.id`.execute(tx.tables());
  return rows;
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
  if (owing)
    where.push(sql`
      (r.responded_at is null or r.state = 'won' or not (
        select coalesce(array_agg(d.kind), '{}') @>
               case when r.state = 'lost' then array['thank', 'report-close', 'thank-close'] else array['thank', 'report'] end
          from duty_done d
         where d.workspace_id = r.workspace_id and d.referral_id = r.id and d.taken_back_at is null))`);
  return where;
}
