import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { whoSql } from "./belongs-reader.ts";
import { contactsSql, type Fact } from "./contact-reader.ts";
import { type Belongs, type Group, type Tier, type WhyPaused } from "./rhythm.ts";
import type { KindOfTouch } from "./touch.ts";

/** Somebody with what their rhythm is worked out from; ids are those of who stands for merged ones. */
export interface Heard extends Belongs {
  id: string;
  /** Theirs, or their account's, or who knows them as a friend, or whoever had the last word with them. */
  holderId: string | null;
  holderTeamId: string | null;
  tier: Tier | null;
  /** What somebody said of their own rhythm; null: nothing. */
  own: { id: string; days: number | null; byId: string } | null;
  pause: { id: string; untilDay: Day; why: WhyPaused; words: string | null; byId: string } | null;
  /** No calls and no letters. */
  stopped: boolean;
  /** The day they came in. */
  since: Day;
  last: { day: Day; kind: string; memberId: string | null; fact: Fact; factId: string } | null;
}

export interface HeardFilter {
  /** These, whatever their rhythm. */
  personIds?: readonly string[];
  memberId?: string;
  teamId?: string;
  /** Whom nobody looks after. */
  nobodys?: boolean;
  /** Who is of one of these kinds, or has a rhythm of their own. */
  groups?: readonly Group[];
  /** Only who has not heard from us since that day. */
  notSince?: Day;
  /** Only who was put off, has a rhythm of their own, or wants nothing from us. */
  setApart?: boolean;
}

/** With the last contact that moves a clock: of the kinds that weigh anything. */
export async function readHeard(
  tx: Tx,
  kinds: readonly KindOfTouch[],
  filter: HeardFilter,
): Promise<Heard[]> {
  const w = tx.workspaceId;
  const { personIds, memberId, teamId = null, nobodys = false, groups = [], notSince = null } = filter;
  // Parts of the text and not of the values, so that each question is planned for itself.
  const theirs = personIds === undefined ? sql`` : sql`and p.kept_id = any(${personIds}::uuid[])`;
  const wanted = personIds === undefined ? inRhythm(groups) : sql`p.id = any(${personIds}::uuid[])`;
  const perhapsOf = perhaps(tx, filter);
  const real = kinds.filter(({ weight }) => weight > 0);
  const { rows } = await sql<Heard>`
    with ${whoSql(tx, { theirs, wanted, perhapsOf })}, same as materialized (
      select s.id, s.kept_id from who join person s on s.workspace_id = ${w} and s.kept_id = who.id
    ), contact as (${contactsSql(tx)}
    ), last as (
      select distinct on (c.person_id) c.person_id, c.day, c.kind, c.member_id, c.fact, c.fact_id
        from contact c
        join unnest(${real.map(({ id }) => id)}::text[], ${real.map(({ weight }) => weight)}::int[]) as k (kind, weight)
          on k.kind = c.kind
       order by c.person_id, c.day desc, k.weight desc, c.fact_id desc
    )
    select who.id, who.account_kind as "accountKind", who.tier, who.is_source as "isSource", who.is_friend as "isFriend",
           m.id as "holderId", m.team_id as "holderTeamId", who.own, who.pause, who.stopped, who.since,
           case when last.person_id is not null then jsonb_build_object('day', last.day, 'kind', last.kind,
             'memberId', last.member_id, 'fact', last.fact, 'factId', last.fact_id) end as last
      from who
      left join last on last.person_id = who.id
      left join member m on m.workspace_id = ${w} and m.id = coalesce(who.holder_id, last.member_id) and m.left_at is null
     where (${memberId ?? null}::uuid is null or m.id = ${memberId ?? null}::uuid)
       and (${teamId}::uuid is null or m.team_id = ${teamId}::uuid)
       and (not ${nobodys}::boolean or m.id is null)
       and (${notSince}::date is null or last.day is null or last.day <= ${notSince}::date)`.execute(
    tx.tables(),
  );
  return rows;
}

function inRhythm(groups: readonly Group[]): RawBuilder<unknown> {
  const accountKinds = [...new Set(groups.map((group) => (group.startsWith("client") ? "client" : group)))];
  return sql`(own.id is not null or a.kind = any(${accountKinds}::text[])
             or (source.id is not null and 'source' = any(${groups}::text[]))
             or (friend.id is not null and 'friend' = any(${groups}::text[])))`;
}

/** Leaves out early whom the filter can never mean; whoever has no holder may get the one who had the last word. */
function perhaps(tx: Tx, { memberId, teamId, nobodys, setApart }: HeardFilter): RawBuilder<unknown> {
  const holder = sql`coalesce(p.holder_id, a.holder_id, friend.member_id)`;
  const members = sql`select t.id from member t where t.workspace_id = ${tx.workspaceId}`;
  const where = [
    ...(setApart ? [sql`and (own.id is not null or pause.id is not null or stopped.id is not null)`] : []),
    ...(memberId ? [sql`and coalesce(${holder}, ${memberId}::uuid) = ${memberId}::uuid`] : []),
    ...(teamId
      ? [sql`and (${holder} is null or ${holder} in (${members} and t.team_id = ${teamId}::uuid))`]
      : []),
    ...(nobodys ? [sql`and (${holder} is null or ${holder} not in (${members} and t.left_at is null))`] : []),
  ];
  return where.length === 0 ? sql`` : sql.join(where, sql` `);
}

export interface WhoTheyAre {
  id: string;
  fullName: string;
  title: string | null;
  accountId: string | null;
  accountName: string | null;
  holderName: string | null;
  lastMemberName: string | null;
}

/** What a list shows of these, by their ids. */
export async function whoTheyAre(tx: Tx, those: readonly Heard[]): Promise<Map<string, WhoTheyAre>> {
  const holders = those.map(({ holderId }) => holderId);
  const lasts = those.map(({ last }) => last?.memberId ?? null);
  const { rows } = await sql<WhoTheyAre>`
    select p.id, p.full_name as "fullName", p.title, a.id as "accountId", a.name as "accountName", h.name as "holderName",
           m.name as "lastMemberName"
      from unnest(${those.map(({ id }) => id)}::uuid[], ${holders}::uuid[], ${lasts}::uuid[]) as those (id, holder_id, member_id)
      join person p on p.workspace_id = ${tx.workspaceId} and p.id = those.id
      left join account a0 on a0.workspace_id = p.workspace_id and a0.id = p.account_id
      left join account a on a.workspace_id = p.workspace_id and a.id = a0.kept_id
      left join member h on h.workspace_id = p.workspace_id and h.id = those.holder_id
      left join member m on m.workspace_id = p.workspace_id and m.id = those.member_id`.execute(tx.tables());
  return new Map(rows.map((row) => [row.id, row]));
}
