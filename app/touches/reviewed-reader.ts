import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Reviewed, Tier } from "./rhythm.ts";

/** The promise that we come back each quarter, as it was given last. */
export interface Promised {
  seedId: string;
  day: Day;
  words: string | null;
  personId: string;
  personName: string;
  memberName: string;
}

/** An account with what its reviews are worked out from; ids are those of who stands for merged ones. */
export interface ReviewedRow extends Reviewed {
  name: string;
  holderId: string | null;
  holderName: string | null;
  tierBy: string | null;
  promise: Promised | null;
}

export interface ReviewedFilter {
  /** These, whatever their kind. */
  accountIds?: readonly string[];
  /** Who holds the relationship. */
  memberId?: string;
  teamId?: string;
}

/** Clients that were promised a review, or have one of these tiers ("": none). */
export async function readReviewed(
  tx: Tx,
  { accountIds, memberId, teamId }: ReviewedFilter,
  tiers: readonly (Tier | "")[],
): Promise<ReviewedRow[]> {
  const w = tx.workspaceId;
  const theirs = accountIds === undefined ? sql`` : sql`and a.kept_id = any(${accountIds}::uuid[])`;
  const wanted =
    accountIds === undefined
      ? sql`a.kind = 'client' and (promise.id is not null or coalesce(tier.tier, '') = any(${tiers}::text[]))`
      : sql`a.id = any(${accountIds}::uuid[])`;
  const of = [
    ...(memberId === undefined ? [] : [sql`and a.holder_id = ${memberId}`]),
    ...(teamId === undefined ? [] : [sql`and h.team_id = ${teamId}`]),
  ];
  const { rows } = await sql<ReviewedRow>`
    with promise as materialized (
      select distinct on (a.kept_id) a.kept_id as account_id, s.id, s.day, s.words, s.person_id, s.member_id
        from seed s join account a on a.workspace_id = s.workspace_id and a.id = s.account_id
       where s.workspace_id = ${w} and s.moment = 'proposal' and s.taken_back_at is null ${theirs}
       order by a.kept_id, s.day desc, s.id desc
    ), tier as materialized (
      select distinct on (a.kept_id) a.kept_id as account_id, t.tier, t.day, t.by_id
        from account_tier t join account a on a.workspace_id = t.workspace_id and a.id = t.account_id
       where t.workspace_id = ${w} and t.taken_back_at is null ${theirs}
       order by a.kept_id, t.id desc
    ), last as materialized (
      select a.kept_id as account_id, max(t.day) as day
        from touch t join account a on a.workspace_id = t.workspace_id and a.id = t.account_id
       where t.workspace_id = ${w} and t.kind = 'account-review' and t.taken_back_at is null ${theirs}
       group by a.kept_id
    )
    select a.id, a.name, a.kind, h.id as "holderId", h.name as "holderName", tier.tier, tier.day as "tierSince", tb.name as "tierBy",
           promise.day as "promisedOn", last.day as last,
           coalesce(a.client_since, (a.created_at at time zone ws.time_zone)::date) as since,
           case when promise.id is not null then jsonb_build_object('seedId', promise.id, 'day', promise.day, 'words', promise.words,
             'personId', pk.id, 'personName', pk.full_name, 'memberName', pm.name) end as promise
      from account a
      join workspace ws on ws.workspace_id = a.workspace_id
      left join member h on h.workspace_id = a.workspace_id and h.id = a.holder_id and h.left_at is null
      left join promise on promise.account_id = a.id
      left join person p on p.workspace_id = a.workspace_id and p.id = promise.person_id
      left join person pk on pk.workspace_id = a.workspace_id and pk.id = p.kept_id
      left join member pm on pm.workspace_id = a.workspace_id and pm.id = promise.member_id
      left join tier on tier.account_id = a.id
      left join member tb on tb.workspace_id = a.workspace_id and tb.id = tier.by_id
      left join last on last.account_id = a.id
     where a.workspace_id = ${w} and a.merged_into is null and a.removed_at is null and ${wanted}
       ${sql.join(of, sql` `)}`.execute(tx.tables());
  return rows;
}
