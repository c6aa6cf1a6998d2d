import { sql } from "kysely";
import type { Money } from "#lib/kernel/money.ts";
import type { Tx } from "#lib/storage/database.ts";

/** Somebody in a chain, and what came of their introduction. */
export interface ChainPerson {
  personId: string;
  name: string;
  accountName: string | null;
  /** Deals that came of an introduction, by how they ended. */
  deals: { won: number; open: number; lost: number; /** Of those won, a sum a currency. */ value: Money[] };
}

/**
 * Who these kept persons are, with the deals that came of an introduction. A deal stands with the contact of its introduction, also
 * when it was made with a colleague of theirs; with its person where the introduction itself is not known.
 */
export async function readChainPeople(tx: Tx, personIds: readonly string[]): Promise<ChainPerson[]> {
  const { rows } = await sql<ChainPerson>`
    with who as (
      select p.id, p.kept_id from person p
       where p.workspace_id = ${tx.workspaceId} and (p.id = any(${personIds}::uuid[]) or p.merged_into = any(${personIds}::uuid[]))
    ), theirs as (
      select who.kept_id, d.outcome, d.amount_minor, d.currency
        from who
        join referral r on r.workspace_id = ${tx.workspaceId} and r.contact_id = who.id and r.taken_back_at is null
        join deal d on d.workspace_id = ${tx.workspaceId} and d.referral_id = r.id and d.taken_back_at is null
      union all
      select who.kept_id, d.outcome, d.amount_minor, d.currency
        from who
        join deal d on d.workspace_id = ${tx.workspaceId} and d.person_id = who.id and d.taken_back_at is null
       where d.origin = 'referral' and d.referral_id is null
    ), ended as (
      select kept_id, currency, count(*) filter (where outcome = 'won')::int as won, count(*) filter (where outcome = 'open')::int as open,
             count(*) filter (where outcome = 'lost')::int as lost, sum(amount_minor) filter (where outcome = 'won') as minor
        from theirs group by kept_id, currency
    ), summed as (
      select kept_id, sum(won)::int as won, sum(open)::int as open, sum(lost)::int as lost,
             coalesce(jsonb_agg(jsonb_build_object('minor', minor, 'currency', currency) order by currency)
                        filter (where minor is not null and currency is not null), '[]') as value
        from ended group by kept_id
    )
    select p.id as "personId", p.full_name as name, a.name as "accountName",
           jsonb_build_object('won', coalesce(s.won, 0), 'open', coalesce(s.open, 0), 'lost', coalesce(s.lost, 0),
                              'value', coalesce(s.value, '[]')) as deals
      from person p
      left join account a0 on a0.workspace_id = p.workspace_id and a0.id = p.account_id
      left join account a on a.workspace_id = p.workspace_id and a.id = a0.kept_id
      left join summed s on s.kept_id = p.id
     where p.workspace_id = ${tx.workspaceId} and p.id = any(${personIds}::uuid[])`.execute(tx.tables());
  return rows;
}
