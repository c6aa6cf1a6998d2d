import { sql, type RawBuilder } from "kysely";
import { addDays, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { sumOf, type Events } from "./wish.ts";

/** Asks and introductions are looked at that are old enough to have led somewhere, and not older than two years. */
const OLDEST_DAYS = 730;
const ASK_RIPENS_DAYS = 60;
const INTRODUCTION_RIPENS_DAYS = 180;

export interface OwnAndTeam {
  own: Events;
  team: Events;
}

export interface MemberEvents {
  memberId: string;
  close: Events;
  yields: Events;
}

/** The events of a member, and those of their team today, or of everybody where they are in none. */
export async function eventsOf(
  tx: Tx,
  { id, teamId }: { id: string; teamId: string | null },
  today: Day,
): Promise<{ close: OwnAndTeam; yields: OwnAndTeam }> {
  const team = await eventsOfEach(
    tx,
    today,
    teamId === null ? sql`true` : sql`(m.team_id = ${teamId} or m.id = ${id})`,
  );
  const own = team.filter(({ memberId }) => memberId === id);
  const both = (which: "close" | "yields"): OwnAndTeam => ({
    own: sumOf(own.map((each) => each[which])),
    team: sumOf(team.map((each) => each[which])),
  });
  return { close: both("close"), yields: both("yields") };
}

/**
 * Of introductions that are half a year old, how many became clients; of asks that are two months old, how many brought an
 * introduction. Of everybody who has any, each for themselves.
 */
export async function eventsOfEach(
  tx: Tx,
  today: Day,
  among: RawBuilder<unknown> = sql`true`,
): Promise<MemberEvents[]> {
  const since = addDays(today, -OLDEST_DAYS);
  const w = tx.workspaceId;
  // Each member by their index, and what came of it from a list that is made once: two years of a company are many asks.
  const { rows } = await sql<
    Record<"closeOf" | "closeDid" | "yieldsOf" | "yieldsDid", number> & { id: string }
  >`
    select m.id, close.of as "closeOf", close.did as "closeDid", yields.of as "yieldsOf", yields.did as "yieldsDid"
      from member m
     cross join lateral (
       select count(*)::int as of, (count(*) filter (where r.id in (
                select d.referral_id from deal d
                 where d.workspace_id = ${w} and d.referral_id is not null and d.outcome = 'won' and d.taken_back_at is null)))::int as did
         from referral r
        where r.workspace_id = ${w} and r.member_id = m.id and r.taken_back_at is null and r.counts_from is not null
          and r.counts_from between ${since} and ${addDays(today, -INTRODUCTION_RIPENS_DAYS)}) as close
     cross join lateral (
       select count(*)::int as of, (count(*) filter (where a.id in (
                select r.ask_id from referral r
                 where r.workspace_id = ${w} and r.ask_id is not null and r.counts_from is not null and r.taken_back_at is null)))::int as did
         from ask a
        where a.workspace_id = ${w} and a.member_id = m.id and a.taken_back_at is null
          and a.day between ${since} and ${addDays(today, -ASK_RIPENS_DAYS)}) as yields
     where m.workspace_id = ${w} and ${among} and (close.of > 0 or yields.of > 0)`.execute(tx.tables());
  return rows.map(({ id, closeOf, closeDid, yieldsOf, yieldsDid }) => ({
    memberId: id,
    close: { did: closeDid, of: closeOf },
    yields: { did: yieldsDid, of: yieldsOf },
  }));
}
