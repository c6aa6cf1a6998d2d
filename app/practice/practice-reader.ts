import { sql } from "kysely";
import type { Role } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { RubricPoint } from "./rubric.ts";
import { shareOf, type Score } from "./session.ts";
import type { Practised } from "./rust.ts";
import { HAS_COME } from "#team/member-reader.ts";

export interface Practiser {
  id: string;
  name: string;
  role: Role;
  teamId: string | null;
  joinedAt: Date;
  /** Of their own rehearsals; null: none. */
  firstDay: Day | null;
}

/** Those who work here and have come in, by name. */
export async function peopleWhoPractise(
  tx: Tx,
  {
    teamId,
    memberId,
    memberIds,
  }: {
    teamId?: string | null | undefined;
    memberId?: string | undefined;
    memberIds?: readonly string[];
  },
): Promise<Practiser[]> {
  const { rows } = await sql<Practiser>`
    select m.id, m.name, m.role, m.team_id as "teamId", m.joined_at as "joinedAt",
           (select min(s.day) from practice_session s
             where s.workspace_id = m.workspace_id and s.member_id = m.id and s.taken_back_at is null) as "firstDay"
      from member m
     where m.workspace_id = ${tx.workspaceId} and m.left_at is null
       and ${HAS_COME}
       and (${teamId ?? null}::uuid is null or m.team_id = ${teamId ?? null}::uuid)
       and (${memberId ?? null}::uuid is null or m.id = ${memberId ?? null}::uuid)
       and (${memberIds ?? null}::uuid[] is null or m.id = any(${memberIds ?? null}::uuid[]))
     order by lower(m.name), m.id`.execute(tx.tables());
  return rows;
}

/** When anybody rehearsed first here; null: nobody has. */
export async function firstSessionDay(tx: Tx): Promise<Day | null> {
  const { rows } = await sql<{ day: Day | null }>`
    select min(day) as day from practice_session
     where workspace_id = ${tx.workspaceId} and taken_back_at is null`.execute(tx.tables());
  return rows[0]?.day ?? null;
}

/** On which days these members rehearsed, and on which that was written down. */
export async function sessionDays(
  tx: Tx,
  memberIds: readonly string[],
  { from, to, timeZone }: { from: Day; to: Day; timeZone: string },
): Promise<{ memberId: string; day: Day; writtenOn: Day }[]> {
  const { rows } = await sql<{ memberId: string; day: Day; writtenOn: Day }>`
    select member_id as "memberId", day, (min(at) at time zone ${timeZone})::date as "writtenOn"
      from practice_session
     where workspace_id = ${tx.workspaceId} and member_id = any(${memberIds}::uuid[]) and taken_back_at is null
       and day between ${from} and ${to}
     group by member_id, day`.execute(tx.tables());
  return rows;
}

export interface HeldSession extends Practised {
  scenario: string;
}

/** All that a member rehearsed and how well, the first first. */
export async function practisedBy(tx: Tx, memberId: string): Promise<HeldSession[]> {
  const { rows } = await sql<{
    skill: string;
    scenario: string;
    day: Day;
    points: RubricPoint[];
    scores: Score[];
  }>`
    select s.skill, s.scenario, s.day, s.points,
           coalesce((select jsonb_agg(jsonb_build_object('scorerId', c.scorer_id, 'kept', c.kept))
              from practice_score c where c.workspace_id = s.workspace_id and c.session_id = s.id and c.kept is not null), '[]') as scores
      from practice_session s
     where s.workspace_id = ${tx.workspaceId} and s.member_id = ${memberId} and s.taken_back_at is null
     order by s.day, s.id`.execute(tx.tables());
  return rows.map(({ skill, scenario, day, points, scores }) => ({
    skill,
    scenario,
    day,
    share: shareOf(points, scores) ?? 0,
  }));
}

export async function isPutOff(tx: Tx, memberId: string, day: Day): Promise<boolean> {
  const { rows } = await sql`
    select from practice_put_off
     where workspace_id = ${tx.workspaceId} and member_id = ${memberId} and day = ${day}`.execute(
    tx.tables(),
  );
  return rows.length > 0;
}
