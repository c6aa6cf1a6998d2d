import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { ContactRow } from "./coverage-reader.ts";

/** The handover that stands of one account, and when anybody there was last asked. */
export interface HandedOver {
  id: string;
  accountId: string;
  accountName: string;
  holderId: string | null;
  holderName: string | null;
  day: Day;
  toMemberId: string | null;
  toName: string;
  note: string | null;
  lastAskDay: Day | null;
  /** When the holder of today last said "not now" to the reminder. */
  putOffOn: Day | null;
}

/** By account; `holderId`: only where that member holds the relationship. */
export async function listHandedOver(tx: Tx, holderId: string | undefined): Promise<HandedOver[]> {
  const { rows } = await sql<HandedOver>`
    with last as (
      select distinct on (a.kept_id) f.id, a.kept_id as account_id, f.day, f.to_member_id, f.to_name, f.note
        from handover f join account a on a.workspace_id = f.workspace_id and a.id = f.account_id
       where f.workspace_id = ${tx.workspaceId} and f.taken_back_at is null
       order by a.kept_id, f.day desc, f.id desc
    )
    select last.id, c.id as "accountId", c.name as "accountName", h.id as "holderId", h.name as "holderName", last.day,
           last.to_member_id as "toMemberId", coalesce(m.name, last.to_name) as "toName", last.note,
           (select max(k.day)
              from (select c.id union all
                    select o.id from account o where o.workspace_id = c.workspace_id and o.merged_into = c.id) as same
              join ask k on k.workspace_id = c.workspace_id and k.account_id = same.id and k.taken_back_at is null) as "lastAskDay",
           (select max(r.day) from reminder_put_off r
             where r.workspace_id = c.workspace_id and r.handover_id = last.id and r.member_id = c.holder_id
               and r.taken_back_at is null) as "putOffOn"
      from last
      join account c on c.workspace_id = ${tx.workspaceId} and c.id = last.account_id and c.removed_at is null
      left join member h on h.workspace_id = c.workspace_id and h.id = c.holder_id
      left join member m on m.workspace_id = c.workspace_id and m.id = last.to_member_id
     where ${holderId === undefined ? sql`true` : sql`c.holder_id = ${holderId}`}
     order by c.name_key, c.id`.execute(tx.tables());
  return rows;
}

// Of more than these at one account those come first whom somebody has met.
const MOST_AT_ACCOUNT = 200;

/** Who works today at each of these accounts (kept ids), by name. */
export async function peopleAt(tx: Tx, accountIds: readonly string[]): Promise<ContactRow[]> {
  const { rows } = await sql<ContactRow>`
    with place as materialized (
      select id, id as kept_id from account where workspace_id = ${tx.workspaceId} and id = any(${accountIds}::uuid[])
      union all
      select m.id, m.merged_into from account m where m.workspace_id = ${tx.workspaceId} and m.merged_into = any(${accountIds}::uuid[])
    ), kept as (select distinct kept_id from place)
    select p.id, p.full_name as "fullName", p.title, c.id as "accountId", c.name as "accountName", false as "left",
           h.id as "holderId", h.name as "holderName"
      from kept
     cross join lateral (
       select p.id from place
         join person p on p.workspace_id = ${tx.workspaceId} and p.account_id = place.id and p.merged_into is null
          and p.removed_at is null
        where place.kept_id = kept.kept_id
        order by exists (select from person_met f where f.workspace_id = p.workspace_id and f.person_id = p.id
                            and f.taken_back_at is null) desc, p.sort_key, p.id
        limit ${MOST_AT_ACCOUNT}) as near
      join person p on p.workspace_id = ${tx.workspaceId} and p.id = near.id
      join account c on c.workspace_id = p.workspace_id and c.id = kept.kept_id
      left join member h on h.workspace_id = p.workspace_id and h.id = coalesce(p.holder_id, c.holder_id)
     order by p.sort_key, p.id`.execute(tx.tables());
  return rows;
}
