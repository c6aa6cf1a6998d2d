import { sql, type RawBuilder } from "kysely";
import { addDays, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Events } from "./wish.ts";

/** Asks and introductions are looked at that are old enough to have led somewhere, and not older than two years. */
const OLDEST_DAYS = 730;
const ASK_RIPENS_DAYS = 60;
const INTRODUCTION_RIPENS_DAYS = 180;

export interface OwnAndTeam {
  own: Events;
  team: Events;
}

/**
 * Of introductions that are half a year old, how many became clients; of asks that are two months old, how many brought an
 * introduction. The member's, and their team's today, or everybody's where they are in none.
 */
export async function eventsOf(
  tx: Tx,
  { id, teamId }: { id: string; teamId: string | null },
  today: Day,
): Promise<{ close: OwnAndTeam; yields: OwnAndTeam }> {
  const { rows } = await sql<Record<"ownOf" | "ownDid" | "teamOf" | "teamDid", number> & { what: string }>`
    with mates as (
      select id from member where workspace_id = ${tx.workspaceId} and (${teamId}::uuid is null or team_id = ${teamId}::uuid or id = ${id})
    ), event as (${events(tx, today)})
    select what, (count(*) filter (where member_id = ${id}))::int as "ownOf",
           (count(*) filter (where member_id = ${id} and did))::int as "ownDid",
           count(*)::int as "teamOf", (count(*) filter (where did))::int as "teamDid"
      from event
     where member_id in (select id from mates)
     group by what`.execute(tx.tables());
  const of = (what: string): OwnAndTeam => {
    const row = rows.find((each) => each.what === what);
    return {
      own: { did: row?.ownDid ?? 0, of: row?.ownOf ?? 0 },
      team: { did: row?.teamDid ?? 0, of: row?.teamOf ?? 0 },
    };
  };
  return { close: of("close"), yields: of("yields") };
}

export interface MemberEvents {
  memberId: string;
  close: Events;
  yields: Events;
}

/** The same of everybody who has any, each for themselves. */
export async function eventsOfEach(tx: Tx, today: Day): Promise<MemberEvents[]> {
  const { rows } = await sql<MemberEvents>`
    with event as (${events(tx, today)})
    select member_id as "memberId",
           jsonb_build_object('of', count(*) filter (where what = 'close'), 'did', count(*) filter (where what = 'close' and did)) as close,
           jsonb_build_object('of', count(*) filter (where what = 'yields'), 'did', count(*) filter (where what = 'yields' and did)) as yields
      from event
     group by member_id`.execute(tx.tables());
  return rows;
}

/** Introductions and asks that are old enough, and whether they led to a client, or to an introduction. */
function events(tx: Tx, today: Day): RawBuilder<unknown> {
  const since = addDays(today, -OLDEST_DAYS);
  return sql`
    select 'close' as what, r.member_id,
           exists (select from deal d where d.workspace_id = r.workspace_id and d.referral_id = r.id and d.outcome = 'won'
                      and d.taken_back_at is null) as did
      from referral r
     where r.workspace_id = ${tx.workspaceId} and r.taken_back_at is null
       and r.counts_from between ${since} and ${addDays(today, -INTRODUCTION_RIPENS_DAYS)}
    union all
    select 'yields', a.member_id,
           exists (select from referral r where r.workspace_id = a.workspace_id and r.ask_id = a.id and r.counts_from is not null
                      and r.taken_back_at is null)
      from ask a
     where a.workspace_id = ${tx.workspaceId} and a.taken_back_at is null
       and a.day between ${since} and ${addDays(today, -ASK_RIPENS_DAYS)}`;
}
