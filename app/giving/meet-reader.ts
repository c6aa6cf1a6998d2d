import { sql } from "kysely";
import { addDays, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { FRESH_DAYS, type What } from "./need.ts";

const MOST_LINES = 400;
const MOST_HELD = 300;
const MOST_AT_ACCOUNT = 2;

/** Somebody who might meet somebody, with what a card says of them. */
export interface PoolRow {
  personId: string;
  name: string;
  title: string | null;
  accountId: string | null;
  accountName: string | null;
  industry: string | null;
  city: string | null;
  country: string | null;
  email: string | null;
  /** The rep holds the relationship with them or with their company, or knows them otherwise. */
  mine: boolean;
}

export interface PoolLine {
  what: What;
  personId: string | null;
  accountId: string | null;
  line: string;
}

/** The latest lines that hold on that day, of those who stand for merged ones. */
export async function openLines(tx: Tx, today: Day): Promise<PoolLine[]> {
  const { rows } = await sql<PoolLine>`
    select n.what, p.kept_id as "personId", a.kept_id as "accountId", n.line
      from need_or_offer n
      left join person p on p.workspace_id = n.workspace_id and p.id = n.person_id
      left join account a on a.workspace_id = n.workspace_id and a.id = n.account_id
     where n.workspace_id = ${tx.workspaceId} and n.taken_back_at is null and n.ended_on is null and n.day <= ${today}
       and (n.until_day >= ${today} or (n.until_day is null and n.day >= ${addDays(today, -FRESH_DAYS)}))
     order by n.id desc limit ${MOST_LINES}`.execute(tx.tables());
  return rows;
}

/** These persons; of these accounts the two whom the member knows best; and others whom the member holds or knows. */
export async function poolOf(
  tx: Tx,
  memberId: string,
  of: { personIds: readonly string[]; accountIds: readonly string[] },
): Promise<PoolRow[]> {
  const { rows } = await sql<PoolRow>`
    with known as (
      select p.kept_id as id from acquaintance q
        join person p on p.workspace_id = q.workspace_id and p.id = q.person_id
       where q.workspace_id = ${tx.workspaceId} and q.member_id = ${memberId} and q.taken_back_at is null
    ), held as (
      (select id from person where workspace_id = ${tx.workspaceId} and holder_id = ${memberId}
         and merged_into is null and removed_at is null order by id desc limit ${MOST_HELD})
      union
      (select p.id from account a join person p on p.workspace_id = a.workspace_id and p.account_id = a.id
        where a.workspace_id = ${tx.workspaceId} and a.holder_id = ${memberId}
          and p.merged_into is null and p.removed_at is null order by p.id desc limit ${MOST_HELD})
      union select id from known
    ), there as (
      select id from (
        select p.id, row_number() over (partition by p.account_id order by (h.id is not null) desc, p.id) as place
          from person p left join held h on h.id = p.id
         where p.workspace_id = ${tx.workspaceId} and p.account_id = any(${of.accountIds}::uuid[])
           and p.merged_into is null and p.removed_at is null) as ranked
       where place <= ${MOST_AT_ACCOUNT}
    ), pool as (
      select unnest(${of.personIds}::uuid[]) as id union select id from there union select id from held
    )
    select p.id as "personId", p.full_name as name, p.title, a.id as "accountId", a.name as "accountName", a.industry,
           coalesce(p.city, a.city) as city, coalesce(p.country, a.country) as country, p.emails[1] as email,
           exists (select from held h where h.id = p.id) as mine
      from pool
      join person p on p.workspace_id = ${tx.workspaceId} and p.id = pool.id
      left join account a0 on a0.workspace_id = p.workspace_id and a0.id = p.account_id
      left join account a on a.workspace_id = p.workspace_id and a.id = a0.kept_id
     where p.merged_into is null and p.removed_at is null
     order by p.id`.execute(tx.tables());
  return rows;
}

/** Pairs who are not to be proposed: one introduced the other, or was introduced to them, or somebody said why not. */
export async function pairsApart(
  tx: Tx,
  personIds: readonly string[],
  today: Day,
): Promise<{ one: string; other: string }[]> {
  const { rows } = await sql<{ one: string; other: string }>`
    with mine as (
      select k.id, k.kept_id from person k
       where k.workspace_id = ${tx.workspaceId} and k.kept_id = any(${personIds}::uuid[])
    )
    select distinct a.kept_id as one, b.kept_id as other
      from (select source_id as one, contact_id as other from referral
             where workspace_id = ${tx.workspaceId} and taken_back_at is null and source_id in (select id from mine)
            union all
            select to_id, whom_id from given_referral
             where workspace_id = ${tx.workspaceId} and taken_back_at is null and to_id in (select id from mine) and whom_id is not null
            union all
            select one_id, other_id from kept_apart
             where workspace_id = ${tx.workspaceId} and taken_back_at is null and one_id in (select id from mine)
               and (until_day is null or until_day >= ${today})) as pair
      join mine a on a.id = pair.one
      join mine b on b.id = pair.other`.execute(tx.tables());
  return rows;
}
