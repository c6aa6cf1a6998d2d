import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { idsOf, keptOf } from "#people/kept-reader.ts";
import type { Level, ReferralState } from "./referral.ts";

/** One introduction in a line of them. */
export interface ChainLink {
  referralId: string;
  sourceId: string;
  sourceName: string;
  contactId: string;
  contactName: string;
  contactAccountName: string | null;
  memberId: string;
  memberName: string;
  day: Day;
  level: Level;
  state: ReferralState;
  asked: boolean;
}

/** How we came to this referral: who introduced its source, who introduced them, and so on; the oldest first, it last. */
export async function chainOfReferral(tx: Tx, id: string): Promise<ChainLink[]> {
  return chainFrom(tx, referralsWithKept(tx, [id]));
}

/** Who introduced the source of each of these referrals, and who introduced them, the nearest first. */
export async function sourcesAbove(
  tx: Tx,
  ids: readonly string[],
): Promise<{ referralId: string; id: string; name: string }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ referralId: string; id: string; name: string }>`
    with recursive line as (${lineFrom(tx, referralsWithKept(tx, ids))})
    select line.began as "referralId", s.id, s.full_name as name
      from line
     cross join lateral (select id, full_name from person where workspace_id = ${tx.workspaceId} and id = line.source limit 1) as s
     where line.steps > 0
     order by line.began, line.steps`.execute(tx.tables());
  return rows;
}

/** The sources of the line that leads to each of these referrals, the first first; of two who are one after a merge nobody introduced the other. */
export async function sourcesInLine(
  tx: Tx,
  ids: readonly string[],
): Promise<{ referralId: string; sourceIds: string[] }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ referralId: string; sourceIds: string[] }>`
    with recursive line as (${lineFrom(tx, referralsWithKept(tx, ids))})
    select began as "referralId", array_agg(source order by steps desc) as "sourceIds"
      from line
     where steps > 0 or source <> persons[1]
     group by began`.execute(tx.tables());
  return rows;
}

/** By which introduction each of these people came to us; those without any are missing. */
export async function firstIntroductions(
  tx: Tx,
  personIds: readonly string[],
): Promise<{ personId: string; referralId: string }[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<{ personId: string; referralId: string }>`
    select who.id as "personId", theirs.id as "referralId"
      from unnest(${personIds}::uuid[]) as who (id)
     cross join lateral (select * from (${introductionsOf(tx, keptOf(tx, sql`who.id`))}) as each ${FIRST}) as theirs`.execute(
    tx.tables(),
  );
  return rows;
}

function referralsWithKept(tx: Tx, ids: readonly string[]): RawBuilder<unknown> {
  return sql`
    select r.id, r.day, ${keptOf(tx, sql`r.source_id`)} as source, ${keptOf(tx, sql`r.contact_id`)} as contact
      from referral r
     where r.workspace_id = ${tx.workspaceId} and r.id = any(${ids}::uuid[]) and r.taken_back_at is null`;
}

/** How we came to know this person, the oldest introduction first; empty when nobody introduced them. */
export async function chainOfPerson(tx: Tx, personId: string): Promise<ChainLink[]> {
  return chainFrom(
    tx,
    sql`select * from (${introductionsOf(tx, sql`${personId}::uuid`)} ${FIRST}) as first_introduction`,
  );
}

async function chainFrom(tx: Tx, start: RawBuilder<unknown>): Promise<ChainLink[]> {
  const { rows } = await sql<ChainLink>`
    with recursive line as (${lineFrom(tx, start)})
    ${named(tx)}
     order by line.steps desc`.execute(tx.tables());
  return rows;
}

/**
 * Each step goes strictly back in time, by day and then by id, and never to somebody who is in the line already, so it ends.
 * Of several introductions of one person the line follows the first; a mere name only when there is nothing better.
 */
function lineFrom(tx: Tx, start: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
      select start.id, start.day, start.source, array[start.contact, start.source] as persons, 0 as steps, start.id as began
        from (${start}) as start
      union all
      select up.id, up.day, up.source, line.persons || up.source, line.steps + 1, line.began
        from line
       cross join lateral (
         select * from (${introductionsOf(tx, sql`line.source`)}) as earlier
          where (earlier.day, earlier.id) < (line.day, line.id) and earlier.source <> all(line.persons)
          ${FIRST}
       ) as up`;
}

/**
 * The links whose id and kept source `line` holds, with the names of those they are about. Each is looked up by its key (`limit 1`
 * holds the planner to it): where a workspace was filled a moment ago there are no statistics yet, and a join may become 30 s.
 */
export function named(tx: Tx): RawBuilder<unknown> {
  const at = sql`workspace_id = ${tx.workspaceId}`;
  return sql`
    select r.id as "referralId", s.id as "sourceId", s.full_name as "sourceName", c.id as "contactId", c.full_name as "contactName",
           ac.name as "contactAccountName", m.id as "memberId", m.name as "memberName", r.day, r.level, r.state,
           r.ask_id is not null as asked
      from line
     cross join lateral (select id, ask_id, member_id, contact_id, day, level, state from referral where ${at} and id = line.id limit 1) as r
     cross join lateral (select id, name from member where ${at} and id = r.member_id limit 1) as m
     cross join lateral (select id, full_name from person where ${at} and id = line.source limit 1) as s
     cross join lateral (select kept_id from person where ${at} and id = r.contact_id limit 1) as c0
     cross join lateral (select id, full_name, account_id from person where ${at} and id = c0.kept_id limit 1) as c
      left join lateral (select kept_id from account where ${at} and id = c.account_id limit 1) as ac0 on true
      left join lateral (select name from account where ${at} and id = ac0.kept_id limit 1) as ac on true`;
}

/** A standing introduction before a mere name, then the first. */
export const FIRST = sql`order by (level = 0), day, id limit 1`;

/** The standing referrals `r` that name or introduce this kept person, as far as `which` holds; who their source is today is asked of those only. */
export function introductionsOf(
  tx: Tx,
  personId: RawBuilder<unknown>,
  which: RawBuilder<unknown> = sql`true`,
): RawBuilder<unknown> {
  return sql`
    select r.id, r.day, r.level, r.source, ${personId} as contact
      from (${idsOf(tx, personId)}) as same
     cross join lateral (
       select r.id, r.day, r.level, ${keptOf(tx, sql`r.source_id`)} as source
         from referral r
        where r.workspace_id = ${tx.workspaceId} and r.contact_id = same.id and r.taken_back_at is null and ${which}
       offset 0
     ) as r
     where r.source <> ${personId}`;
}
