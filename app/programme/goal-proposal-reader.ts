import { sql } from "kysely";
import { addDays, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { HAS_COME } from "#team/member-reader.ts";

export interface RepHere {
  id: string;
  name: string;
  teamId: string | null;
  /** When they came. */
  since: Day;
}

/** Every rep who has not left, by name. */
export async function repsHere(tx: Tx): Promise<RepHere[]> {
  const { rows } = await sql<RepHere>`
    select m.id, m.name, m.team_id as "teamId", s.since
      from member m
      join lateral (
        select min(t.from_day) as since from team_stay t
         where t.workspace_id = m.workspace_id and t.member_id = m.id) as s on s.since is not null
     where m.workspace_id = ${tx.workspaceId} and m.left_at is null and m.role = 'rep' and ${HAS_COME}
     order by lower(m.name), m.id`.execute(tx.tables());
  return rows;
}

/** Of those who have introductions dated before they came, as a file brings them: the first of them from that day on. */
export async function broughtAlong(tx: Tx, reps: readonly RepHere[], from: Day): Promise<Map<string, Day>> {
  const { rows } = await sql<{ id: string; day: Day }>`
    select m.id, first.day
      from unnest(${reps.map(({ id }) => id)}::uuid[], ${reps.map(({ since }) => since)}::date[]) as m (id, since)
     cross join lateral (
       select j.day from journal j
        where j.workspace_id = ${tx.workspaceId} and j.member_id = m.id and j.measure = 'referrals-received'
          and j.day >= ${from} and j.day < m.since and j.undoes is null
          and not exists (select from journal u where u.workspace_id = ${tx.workspaceId} and u.undoes = j.id)
        order by j.day limit 1) as first`.execute(tx.tables());
  return new Map(rows.map(({ id, day }) => [id, day]));
}

export interface TeamHere {
  id: string;
  name: string;
}

export async function teamsHere(tx: Tx): Promise<TeamHere[]> {
  const { rows } = await sql<TeamHere>`
    select id, name from team where workspace_id = ${tx.workspaceId} and closed_at is null order by lower(name), id`.execute(
    tx.tables(),
  );
  return rows;
}

/** What clients were worth that came by an introduction and were won in the last two years, in the workspace's currency. */
export async function wonByIntroduction(
  tx: Tx,
  today: Day,
  currency: string,
): Promise<{ deals: number; minor: number }> {
  const { rows } = await sql<{ deals: number; minor: number }>`
    select count(*)::int as deals, coalesce(sum(amount_minor), 0)::bigint as minor
      from deal
     where workspace_id = ${tx.workspaceId} and referral_id is not null and outcome = 'won' and taken_back_at is null
       and currency = ${currency} and closed_on >= ${addDays(today, -730)}`.execute(tx.tables());
  return rows[0] ?? { deals: 0, minor: 0 };
}
