import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { ReferralState } from "#referrals/referral.ts";
import type { Tx } from "#lib/storage/database.ts";

export interface OwnMeeting {
  id: string;
  personId: string;
  day: Day;
  time: string | null;
  outcome: string | null;
}

/** Standing meetings of any of us with these people since a day, cancelled ones left out. */
export async function meetingsWith(tx: Tx, personIds: readonly string[], from: Day): Promise<OwnMeeting[]> {
  const { rows } = await sql<OwnMeeting>`
    select m.id, p.kept_id as "personId", m.day, m.time, m.outcome
      from person p
      join meeting m on m.workspace_id = p.workspace_id and m.person_id = p.id and m.taken_back_at is null
     where p.workspace_id = ${tx.workspaceId} and p.kept_id = any(${personIds}::uuid[]) and m.day >= ${from}
       and m.outcome is distinct from 'cancelled'`.execute(tx.tables());
  return rows;
}

export interface OpenIntroduction {
  id: string;
  contactId: string;
  day: Day;
  state: ReferralState;
}

/** Introductions to these people that are the member's and have not come to a meeting. */
export async function introductionsWithoutMeeting(
  tx: Tx,
  memberId: string,
  contactIds: readonly string[],
): Promise<OpenIntroduction[]> {
  const { rows } = await sql<OpenIntroduction>`
    select r.id, p.kept_id as "contactId", coalesce(r.counts_from, r.day) as day, r.state
      from person p
      join referral r on r.workspace_id = p.workspace_id and r.contact_id = p.id and r.taken_back_at is null
     where p.workspace_id = ${tx.workspaceId} and p.kept_id = any(${contactIds}::uuid[]) and r.member_id = ${memberId}
       and r.state in ('named', 'introduced', 'responded')
       and not exists (select from meeting m where m.workspace_id = r.workspace_id and m.referral_id = r.id
                          and m.taken_back_at is null and m.outcome is distinct from 'cancelled')
     order by r.day desc, r.id desc`.execute(tx.tables());
  return rows;
}

/** Which of these meetings and touches stand; those of a meeting as they are agreed. */
export async function standingOf(
  tx: Tx,
  ids: { meetings: readonly string[]; touches: readonly string[] },
): Promise<{ meetings: Map<string, OwnMeeting>; touches: Set<string> }> {
  const meetings = await sql<OwnMeeting>`
    select m.id, p.kept_id as "personId", m.day, m.time, m.outcome
      from meeting m join person p on p.workspace_id = m.workspace_id and p.id = m.person_id
     where m.workspace_id = ${tx.workspaceId} and m.id = any(${ids.meetings}::uuid[]) and m.taken_back_at is null`.execute(
    tx.tables(),
  );
  const touches = await sql<{ id: string }>`
    select id from touch
     where workspace_id = ${tx.workspaceId} and id = any(${ids.touches}::uuid[]) and taken_back_at is null`.execute(
    tx.tables(),
  );
  return {
    meetings: new Map(meetings.rows.map((row) => [row.id, row])),
    touches: new Set(touches.rows.map(({ id }) => id)),
  };
}

export interface CalendarMeeting {
  id: string;
  personName: string;
  accountName: string | null;
  /** The account review that takes place in it. */
  reviewId: string | null;
  day: Day;
  time: string | null;
  cancelled: boolean;
  changedAt: Date;
  changes: number;
}

/**
 * A member's meetings, with how often the journal tells of them; taken back ones for as long as programs may still show them. Without
 * what stands in a calendar of their own already: noticed in it, and not moved here since, or taken back until it was noticed again.
 */
export async function meetingsInCalendar(
  tx: Tx,
  which: { memberId: string; from: Day; to: Day; takenBackSince: Date },
): Promise<CalendarMeeting[]> {
  const { rows } = await sql<CalendarMeeting>`
    ${meetings(tx)} and m.member_id = ${which.memberId} and m.day between ${which.from} and ${which.to}
       and (m.taken_back_at is null or m.taken_back_at >= ${which.takenBackSince})
       and not exists (select from noticed_event n join meeting m2 on m2.workspace_id = n.workspace_id and m2.id = n.meeting_id
                        where n.workspace_id = m.workspace_id and n.member_id = m.member_id and n.became = 'meeting'
                          and n.person_id in (select s.id from person s where s.workspace_id = m.workspace_id and s.kept_id = p.id)
                          and case when m2.id = m.id then m.taken_back_at is not null or m.outcome is not distinct from 'cancelled'
                                                         or (n.day, n.time) is not distinct from (m.day, m.time)
                                   else m.taken_back_at is not null and m2.referral_id = m.referral_id end)
     order by m.day, m.time, m.id
     limit 2000`.execute(tx.tables());
  return rows;
}

/** Null for one that was taken back. */
export async function meetingInCalendar(tx: Tx, id: string): Promise<CalendarMeeting | null> {
  const { rows } = await sql<CalendarMeeting>`
    ${meetings(tx)} and m.id = ${id} and m.taken_back_at is null`.execute(tx.tables());
  return rows[0] ?? null;
}

function meetings(tx: Tx): RawBuilder<unknown> {
  return sql`
    select m.id, p.full_name as "personName", a.name as "accountName", m.day, m.time,
           (select v.id from account_review v where v.workspace_id = m.workspace_id and v.meeting_id = m.id
               and v.taken_back_at is null order by v.id limit 1) as "reviewId",
           (m.taken_back_at is not null or m.outcome is not distinct from 'cancelled') as cancelled,
           coalesce(told.at, m.created_at) as "changedAt", coalesce(told.acts - 1, 0)::int as changes
      from meeting m
      join person p0 on p0.workspace_id = m.workspace_id and p0.id = m.person_id
      join person p on p.workspace_id = m.workspace_id and p.id = p0.kept_id
      left join account a0 on a0.workspace_id = m.workspace_id and a0.id = m.account_id
      left join account a on a.workspace_id = m.workspace_id and a.id = a0.kept_id
      left join lateral (select max(j.at) as at, count(distinct j.act_id) as acts from journal j
                          where j.workspace_id = m.workspace_id and j.subject_id = m.id) told on true
     where m.workspace_id = ${tx.workspaceId}`;
}

export interface PlannedReview {
  id: string;
  accountName: string;
  day: Day;
  at: Date;
}

/** A member's account reviews that are to be held, where no meeting stands for them. */
export async function reviewsWithoutMeeting(
  tx: Tx,
  which: { memberId: string; from: Day; to: Day },
): Promise<PlannedReview[]> {
  const { rows } = await sql<PlannedReview>`
    select v.id, a.name as "accountName", v.day, v.at
      from account_review v
      join account a0 on a0.workspace_id = v.workspace_id and a0.id = v.account_id
      join account a on a.workspace_id = v.workspace_id and a.id = a0.kept_id
     where v.workspace_id = ${tx.workspaceId} and v.member_id = ${which.memberId} and v.taken_back_at is null
       and v.held_on is null and v.day between ${which.from} and ${which.to}
       and not exists (select from meeting m where m.workspace_id = v.workspace_id and m.id = v.meeting_id and m.taken_back_at is null)
     order by v.day, v.id limit 500`.execute(tx.tables());
  return rows;
}
