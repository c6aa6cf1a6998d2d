import { sql, type RawBuilder } from "kysely";
import type { Tx } from "#lib/storage/database.ts";
import { FRIENDS } from "./rhythm.ts";

/**
 * `who` is somebody with what their rhythm is worked out from, after the tables it needs. `theirs` narrows those tables, each with a
 * person p; `wanted` and `perhapsOf` say who.
 */
export function whoSql(
  tx: Tx,
  {
    theirs,
    wanted,
    perhapsOf,
  }: { theirs: RawBuilder<unknown>; wanted: RawBuilder<unknown>; perhapsOf: RawBuilder<unknown> },
): RawBuilder<unknown> {
  const w = tx.workspaceId;
  return sql`
  source as materialized (
    select distinct p.kept_id as id from referral r join person p on p.workspace_id = r.workspace_id and p.id = r.source_id
     where r.workspace_id = ${w} and r.taken_back_at is null and r.counts_from is not null
       ${theirs}
  ), friend as materialized (
    select p.kept_id as id, (array_agg(q.member_id order by q.id))[1] as member_id
      from acquaintance q join person p on p.workspace_id = q.workspace_id and p.id = q.person_id
     where q.workspace_id = ${w} and q.taken_back_at is null and q.kind = any(${[...FRIENDS]}::text[])
       ${theirs}
     group by p.kept_id
  ), own as materialized (
    select distinct on (p.kept_id) p.kept_id as person_id, o.id, o.days, o.by_id
      from own_rhythm o join person p on p.workspace_id = o.workspace_id and p.id = o.person_id
     where o.workspace_id = ${w} and o.taken_back_at is null
       ${theirs}
     order by p.kept_id, o.id desc
  ), pause as materialized (
    select distinct on (p.kept_id) p.kept_id as person_id, z.id, z.until_day, z.why, z.words, z.by_id
      from touch_pause z join person p on p.workspace_id = z.workspace_id and p.id = z.person_id
     where z.workspace_id = ${w} and z.taken_back_at is null
       ${theirs}
     order by p.kept_id, z.id desc
  ), tier as materialized (
    select distinct on (a.kept_id) a.kept_id as account_id, t.tier
      from account_tier t join account a on a.workspace_id = t.workspace_id and a.id = t.account_id
     where t.workspace_id = ${w} and t.taken_back_at is null
     order by a.kept_id, t.id desc
  ), stopped as materialized (
    select distinct p.kept_id as id
      from do_not_write d join person p on p.workspace_id = d.workspace_id and p.id = d.person_id
     where d.workspace_id = ${w} and d.taken_back_at is null and d.lifted_on is null and d.reach = 'everything'
       ${theirs}
  ), who as materialized (
    select p.id, a.kind as account_kind, tier.tier, source.id is not null as is_source, friend.id is not null as is_friend,
           coalesce(p.holder_id, a.holder_id, friend.member_id) as holder_id,
           case when own.id is not null then jsonb_build_object('id', own.id, 'days', own.days, 'byId', own.by_id) end as own,
           case when pause.id is not null then jsonb_build_object('id', pause.id, 'untilDay', pause.until_day, 'why', pause.why,
             'words', pause.words, 'byId', pause.by_id) end as pause,
           stopped.id is not null as stopped, (p.created_at at time zone ws.time_zone)::date as since
      from person p
      join workspace ws on ws.workspace_id = p.workspace_id
      left join account a0 on a0.workspace_id = p.workspace_id and a0.id = p.account_id
      left join account a on a.workspace_id = p.workspace_id and a.id = a0.kept_id
      left join tier on tier.account_id = a.id
      left join source on source.id = p.id
      left join friend on friend.id = p.id
      left join own on own.person_id = p.id
      left join pause on pause.person_id = p.id
      left join stopped on stopped.id = p.id
     where p.workspace_id = ${w} and p.merged_into is null and p.removed_at is null
       and ${wanted} ${perhapsOf})`;
}
