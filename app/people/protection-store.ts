import { sql, type RawBuilder } from "kysely";
import type { Tx } from "#lib/storage/database.ts";
import type { DoNotAsk, NoGo, SeriousIssue, SourcePreference } from "./protection.ts";

/** A record and the one that stands for it; a record that was never merged stands for itself. */
export interface SameRecord {
  id: string;
  keptId: string;
}

/** Who wrote something down, as the member `m`; null where nobody did. */
export const AUTHOR: RawBuilder<unknown> = sql`
  case when m.id is not null then jsonb_build_object('id', m.id, 'name', m.name, 'teamId', m.team_id) end`;

/** All records of these persons: the kept ones and whoever was merged into them, whichever id is asked for. */
export async function recordsOfPeople(tx: Tx, ids: readonly string[]): Promise<SameRecord[]> {
  const { rows } = await sql<SameRecord>`
    with kept as materialized (
      select distinct kept_id as id from person where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[]))
    select id, id as "keptId" from kept
    union all
    select p.id, kept.id from person p join kept on p.merged_into = kept.id where p.workspace_id = ${tx.workspaceId}`.execute(
    tx.tables(),
  );
  return rows;
}

export async function listDoNotAsks(tx: Tx, personIds: readonly string[]): Promise<DoNotAsk[]> {
  const { rows } = await sql<DoNotAsk>`
    select f.id, f.person_id as "personId", f.why, f.words, f.day, f.lifted_on as "liftedOn", ${AUTHOR} as by
      from do_not_ask f join member m on m.workspace_id = f.workspace_id and m.id = f.by_id
     where f.workspace_id = ${tx.workspaceId} and f.person_id = any(${personIds}::uuid[]) and f.taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows;
}

export async function listPreferences(tx: Tx, personIds: readonly string[]): Promise<SourcePreference[]> {
  const { rows } = await sql<SourcePreference>`
    select f.id, f.person_id as "personId", f.channel, f.most_per_quarter as "mostPerQuarter", f.best_weekday as "bestWeekday",
           f.note, f.day, ${AUTHOR} as by,
           case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name) end as approver
      from source_preference f
      join member m on m.workspace_id = f.workspace_id and m.id = f.by_id
      left join member a on a.workspace_id = f.workspace_id and a.id = f.approver_id
     where f.workspace_id = ${tx.workspaceId} and f.person_id = any(${personIds}::uuid[]) and f.taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows;
}

export async function listNoGos(tx: Tx, personIds: readonly string[]): Promise<NoGo[]> {
  const { rows } = await sql<NoGo>`
    select f.id, f.person_id as "personId", f.topic, f.words, f.day, f.lifted_on as "liftedOn", ${AUTHOR} as by,
           case when a.id is not null then jsonb_build_object('id', a.id, 'name', a.name, 'ids',
             (select array_agg(same.id) from account same
               where same.workspace_id = a.workspace_id and (same.id = a.id or same.merged_into = a.id))) end as account,
           case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.full_name, 'ids',
             (select array_agg(same.id) from person same
               where same.workspace_id = p.workspace_id and (same.id = p.id or same.merged_into = p.id))) end as person
      from no_go f
      join member m on m.workspace_id = f.workspace_id and m.id = f.by_id
      left join account off_at on off_at.workspace_id = f.workspace_id and off_at.id = f.off_account_id
      left join account a on a.workspace_id = f.workspace_id and a.id = off_at.kept_id
      left join person off on off.workspace_id = f.workspace_id and off.id = f.off_person_id
      left join person p on p.workspace_id = f.workspace_id and p.id = off.kept_id
     where f.workspace_id = ${tx.workspaceId} and f.person_id = any(${personIds}::uuid[]) and f.taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows;
}

export async function listIssuesOfPeople(tx: Tx, personIds: readonly string[]): Promise<SeriousIssue[]> {
  const { rows } = await sql<SeriousIssue>`
    ${issues} where f.workspace_id = ${tx.workspaceId} and f.person_id = any(${personIds}::uuid[]) and f.taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows;
}

export async function listIssuesOfAccounts(tx: Tx, accountIds: readonly string[]): Promise<SeriousIssue[]> {
  const { rows } = await sql<SeriousIssue>`
    ${issues} where f.workspace_id = ${tx.workspaceId} and f.account_id = any(${accountIds}::uuid[]) and f.taken_back_at is null
     order by f.day desc, f.id desc`.execute(tx.tables());
  return rows;
}

/** Issues of the accounts, merged ones included, at which these persons (kept ids) work; each with whom it concerns. */
export async function listIssuesAroundPeople(
  tx: Tx,
  keptIds: readonly string[],
): Promise<{ concernsId: string; issue: SeriousIssue }[]> {
  const { rows } = await sql<SeriousIssue & { concernsId: string }>`
    with works as materialized (
      select p.id as person_id, a.kept_id as account_id
        from person p join account a on a.workspace_id = p.workspace_id and a.id = p.account_id
       where p.workspace_id = ${tx.workspaceId} and p.id = any(${keptIds}::uuid[])
    ), at as materialized (
      select person_id, account_id from works
      union
      select works.person_id, a.id from works join account a on a.workspace_id = ${tx.workspaceId} and a.merged_into = works.account_id
    )
    select at.person_id as "concernsId", f.* from (${issues} where f.workspace_id = ${tx.workspaceId} and f.taken_back_at is null
      and f.account_id in (select account_id from at)) f
      join at on at.account_id = f."accountId"`.execute(tx.tables());
  return rows.map(({ concernsId, ...issue }) => ({ concernsId, issue }));
}

const issues = sql`
    select f.id, f.person_id as "personId", f.account_id as "accountId", f.what, f.day, f.settled_on as "settledOn", ${AUTHOR} as by
      from serious_issue f join member m on m.workspace_id = f.workspace_id and m.id = f.by_id`;
