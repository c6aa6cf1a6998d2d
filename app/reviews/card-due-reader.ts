import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { whoSql } from "#touches/belongs-reader.ts";
import type { Tier } from "#touches/rhythm.ts";

/** A contact of a client, with what their next card is worked out from. */
export interface CardCandidate {
  personId: string;
  personName: string;
  personTitle: string | null;
  accountId: string;
  accountName: string;
  accountKind: string;
  tier: Tier | null;
  holderId: string | null;
  holderName: string | null;
  since: Day;
  /** The last card that was not withdrawn. */
  last: Day | null;
  delivered: { day: Day; dueOn: Day } | null;
  /** Put off, or left in peace, until then. */
  pausedUntil: Day | null;
  /** A card of theirs is out and can be answered. */
  isOut: boolean;
  /** They want nothing from us, or are left to come by themselves. */
  inPeace: boolean;
}

export interface CandidateFilter {
  memberId?: string | undefined;
  personIds?: readonly string[] | undefined;
  accountIds?: readonly string[] | undefined;
}

/** Everybody at a client, or those of one member, of one account, or these. */
export async function readCandidates(tx: Tx, filter: CandidateFilter, today: Day): Promise<CardCandidate[]> {
  const w = tx.workspaceId;
  const { memberId, personIds, accountIds } = filter;
  const theirs = personIds === undefined ? sql`` : sql`and p.kept_id = any(${personIds}::uuid[])`;
  const wanted = sql`a.kind = 'client' ${personIds === undefined ? sql`` : sql`and p.id = any(${personIds}::uuid[])`}
    ${accountIds === undefined ? sql`` : sql`and a.id = any(${accountIds}::uuid[])`}`;
  const perhapsOf =
    memberId === undefined ? sql`` : sql`and coalesce(p.holder_id, a.holder_id) = ${memberId}::uuid`;
  const { rows } = await sql<CardCandidate>`
    with ${whoSql(tx, { theirs, wanted, perhapsOf })}, sent as materialized (
      select p.kept_id as person_id, max(c.day) as last,
             bool_or(c.handed_in_at is null and c.until_day >= ${today}::date) as is_out
        from report_card c join person p on p.workspace_id = c.workspace_id and p.id = c.person_id
       where c.workspace_id = ${w} and c.withdrawn_at is null ${theirs}
       group by p.kept_id
    ), off as materialized (
      select distinct on (p.kept_id) p.kept_id as person_id, z.until_day
        from report_pause z join person p on p.workspace_id = z.workspace_id and p.id = z.person_id
       where z.workspace_id = ${w} and z.taken_back_at is null ${theirs}
       order by p.kept_id, z.id desc
    ), delivered as materialized (
      select distinct on (p.kept_id) p.kept_id as person_id, d.day, d.due_on
        from moment_due d join person p on p.workspace_id = d.workspace_id and p.id = d.person_id
       where d.workspace_id = ${w} and d.moment = 'delivered' and d.taken_back_at is null ${theirs}
       order by p.kept_id, d.day desc, d.id desc
    )
    select p.id as "personId", p.full_name as "personName", p.title as "personTitle", a.id as "accountId", a.name as "accountName",
           who.account_kind as "accountKind", who.tier, h.id as "holderId", h.name as "holderName",
           greatest(who.since, a.client_since) as since, sent.last, coalesce(sent.is_out, false) as "isOut",
           case when delivered.person_id is not null
             then jsonb_build_object('day', delivered.day, 'dueOn', delivered.due_on) end as delivered,
           greatest(off.until_day, (who.pause ->> 'untilDay')::date) as "pausedUntil",
           who.stopped or (who.own is not null and who.own ->> 'days' is null) as "inPeace"
      from who
      join person p on p.workspace_id = ${w} and p.id = who.id
      join account a0 on a0.workspace_id = ${w} and a0.id = p.account_id
      join account a on a.workspace_id = ${w} and a.id = a0.kept_id
      left join member h on h.workspace_id = ${w} and h.id = who.holder_id and h.left_at is null
      left join sent on sent.person_id = p.id
      left join off on off.person_id = p.id
      left join delivered on delivered.person_id = p.id`.execute(tx.tables());
  return rows;
}

/** Whether this member has sent a card, or put one off, since then. */
export async function dealtWithCardSince(tx: Tx, memberId: string, since: Date): Promise<boolean> {
  const { rows } = await sql<{ dealt: boolean }>`
    select exists (select from report_card c where c.workspace_id = ${tx.workspaceId} and c.member_id = ${memberId}
                      and c.at >= ${since} and c.withdrawn_at is null)
        or exists (select from report_pause z where z.workspace_id = ${tx.workspaceId} and z.by_id = ${memberId}
                      and z.at >= ${since} and z.taken_back_at is null) as dealt`.execute(tx.tables());
  return rows[0]?.dealt ?? false;
}
