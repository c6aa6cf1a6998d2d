import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Money } from "#lib/kernel/money.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { GivenOutcome } from "#giving/given.ts";

/** What we delivered to an account between two days, as the rooms know it. */
export interface Delivered {
  won: { id: string; name: string; day: Day; amount: Money | null }[];
  handedOver: { id: string; to: string; day: Day; note: string | null }[];
  /** Introductions that we made for them, with what came of each. */
  given: { id: string; whom: string; to: string; day: Day; outcome: GivenOutcome }[];
  /** Introductions that they made for us: we owe them how it went. */
  received: { id: string; source: string; contact: string; day: Day; became: "deal" | "meeting" | null }[];
}

interface Between {
  /** The account and those merged into it. */
  accountIds: readonly string[];
  since: Day;
  until: Day;
}

export async function deliveredBetween(tx: Tx, between: Between): Promise<Delivered> {
  return {
    won: await wonBetween(tx, between),
    handedOver: await handedOverBetween(tx, between),
    given: await givenBetween(tx, between),
    received: await receivedBetween(tx, between),
  };
}

async function wonBetween(tx: Tx, { accountIds, since, until }: Between): Promise<Delivered["won"]> {
  const { rows } = await sql<Delivered["won"][number]>`
    select id, name, closed_on as day,
           case when currency is not null then jsonb_build_object('minor', amount_minor, 'currency', currency) end as amount
      from deal
     where workspace_id = ${tx.workspaceId} and account_id = any(${accountIds}::uuid[]) and outcome = 'won'
       and taken_back_at is null and closed_on > ${since} and closed_on <= ${until}
     order by closed_on, id`.execute(tx.tables());
  return rows;
}

async function handedOverBetween(
  tx: Tx,
  { accountIds, since, until }: Between,
): Promise<Delivered["handedOver"]> {
  const { rows } = await sql<Delivered["handedOver"][number]>`
    select h.id, coalesce(m.name, h.to_name) as "to", h.day, h.note
      from handover h left join member m on m.workspace_id = h.workspace_id and m.id = h.to_member_id
     where h.workspace_id = ${tx.workspaceId} and h.account_id = any(${accountIds}::uuid[]) and h.taken_back_at is null
       and h.day > ${since} and h.day <= ${until}
     order by h.day, h.id`.execute(tx.tables());
  return rows;
}

async function givenBetween(tx: Tx, { accountIds, since, until }: Between): Promise<Delivered["given"]> {
  const { rows } = await sql<Delivered["given"][number]>`
    select g.id, t.full_name as "to", coalesce(k.full_name, g.whom_name) as whom, g.counts_from as day,
           coalesce(said.about, 'waits') as outcome
      from given_referral g
      join person t0 on t0.workspace_id = g.workspace_id and t0.id = g.to_id
      join person t on t.workspace_id = g.workspace_id and t.id = t0.kept_id
      left join person k0 on k0.workspace_id = g.workspace_id and k0.id = g.whom_id
      left join person k on k.workspace_id = g.workspace_id and k.id = k0.kept_id
      left join lateral (
        select w.about from given_word w
         where w.workspace_id = g.workspace_id and w.given_id = g.id and w.taken_back_at is null
           and w.about in ('spoke', 'business', 'nothing')
         order by w.id desc limit 1
      ) as said on true
     where g.workspace_id = ${tx.workspaceId} and g.taken_back_at is null
       and (g.to_account_id = any(${accountIds}::uuid[]) or g.whom_account_id = any(${accountIds}::uuid[]))
       and g.counts_from > ${since} and g.counts_from <= ${until}
     order by g.counts_from, g.id`.execute(tx.tables());
  return rows;
}

async function receivedBetween(
  tx: Tx,
  { accountIds, since, until }: Between,
): Promise<Delivered["received"]> {
  const { rows } = await sql<Delivered["received"][number]>`
    select r.id, s.full_name as source, c.full_name as contact, r.counts_from as day,
           case when exists (select from deal d where d.workspace_id = r.workspace_id and d.referral_id = r.id
                              and d.taken_back_at is null and d.outcome = 'won') then 'deal'
                when exists (select from meeting m where m.workspace_id = r.workspace_id and m.referral_id = r.id
                              and m.taken_back_at is null and m.outcome = 'held') then 'meeting' end as became
      from person s0
      join referral r on r.workspace_id = s0.workspace_id and r.source_id = s0.id and r.taken_back_at is null
      join person s on s.workspace_id = r.workspace_id and s.id = s0.kept_id
      join person c0 on c0.workspace_id = r.workspace_id and c0.id = r.contact_id
      join person c on c.workspace_id = r.workspace_id and c.id = c0.kept_id
     where s0.workspace_id = ${tx.workspaceId} and s.account_id = any(${accountIds}::uuid[])
       and r.counts_from > ${since} and r.counts_from <= ${until}
     order by r.counts_from, r.id`.execute(tx.tables());
  return rows;
}

/** The last review that was held at an account before a day. */
export async function lastReviewBefore(tx: Tx, accountIds: readonly string[], day: Day): Promise<Day | null> {
  const { rows } = await sql<{ day: Day | null }>`
    select max(day) as day from touch
     where workspace_id = ${tx.workspaceId} and account_id = any(${accountIds}::uuid[]) and kind = 'account-review'
       and taken_back_at is null and day < ${day}`.execute(tx.tables());
  return rows[0]?.day ?? null;
}
