import { sql, type RawBuilder } from "kysely";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { inTeam } from "./barrier-reader.ts";

export interface MeetingsAsked {
  teamId: string | null;
  start: Day;
  end: Day;
}

// A name to work on is no introduction yet: METHOD.md, rule 2.
const cameFrom = sql`left join referral r on r.workspace_id = t.workspace_id and r.id = t.referral_id
       and r.counts_from is not null and r.taken_back_at is null`;

/** Meetings that were held, and those of them that came from an introduction. */
export async function meetingsHeld(tx: Tx, asked: MeetingsAsked): Promise<{ count: number; of: number }> {
  const { rows } = await sql<{ count: number; of: number }>`
    select count(*)::int as of, count(r.id)::int as count
      from meeting t ${cameFrom} where ${held(tx, asked)}`.execute(tx.tables());
  return rows[0] ?? { count: 0, of: 0 };
}

/**
 * Introductions of a stretch that came from clients: whose source worked at a client on that day, by what was written down since, or
 * else at one of today. Of everybody, and of these members.
 */
export async function introducedByClients(
  tx: Tx,
  { teamId, start, end }: MeetingsAsked,
  memberIds: readonly string[],
): Promise<{ all: number; ofMembers: number }> {
  const w = tx.workspaceId;
  const { rows } = await sql<{ all: number; ofMembers: number }>`
    select coalesce(sum(j.count), 0)::int as all,
           (coalesce(sum(j.count) filter (where j.member_id = any(${memberIds}::uuid[])), 0))::int as "ofMembers"
      from journal j
      join referral r on r.workspace_id = j.workspace_id and r.id = j.subject_id
      join person s on s.workspace_id = r.workspace_id and s.id = r.source_id
     cross join lateral (
       select p.account_id from position p
        where p.workspace_id = ${w} and p.person_id = s.kept_id
        order by ((p.from_day is null or p.from_day <= j.day) and (p.until_day is null or p.until_day > j.day)) desc,
                 (p.until_day is null) desc, p.from_day desc nulls last
        limit 1) as at_work
      join account a on a.workspace_id = r.workspace_id and a.id = at_work.account_id
      join account k on k.workspace_id = a.workspace_id and k.id = a.kept_id
     where j.workspace_id = ${w} and j.measure = 'referrals-received' and j.day between ${start} and ${end}
       ${teamId === null ? sql`` : sql`and j.team_id = ${teamId}`}
       and 'client' = coalesce((
             select c.detail ->> 'from' from journal c
              where c.workspace_id = ${w} and c.subject_id = k.id and c.verb = 'account.changed' and c.day > j.day
                and c.detail ? 'from'
              order by c.day, c.id limit 1), k.kind)`.execute(tx.tables());
  return rows[0] ?? { all: 0, ofMembers: 0 };
}

export interface HeldMeeting {
  id: string;
  day: Day;
  memberName: string;
  personName: string;
  accountName: string | null;
  /** Who introduced; null: it came in another way. */
  sourceName: string | null;
}

/** The meetings themselves, the latest first. */
export async function listMeetingsHeld(
  tx: Tx,
  asked: MeetingsAsked & { introduced: boolean | undefined },
  cursor: string | undefined,
  limit: number,
): Promise<Page<HeldMeeting>> {
  const after = cursor === undefined ? null : decodeDayCursor(cursor);
  const { introduced } = asked;
  const { rows } = await sql<HeldMeeting>`
    select t.id, t.outcome_day as day, m.name as "memberName", pk.full_name as "personName", ak.name as "accountName",
           sk.full_name as "sourceName"
      from meeting t
      join member m on m.workspace_id = t.workspace_id and m.id = t.member_id
      join person p on p.workspace_id = t.workspace_id and p.id = t.person_id
      join person pk on pk.workspace_id = t.workspace_id and pk.id = p.kept_id
      left join account a on a.workspace_id = t.workspace_id and a.id = t.account_id
      left join account ak on ak.workspace_id = t.workspace_id and ak.id = a.kept_id
      ${cameFrom}
      left join person s on s.workspace_id = t.workspace_id and s.id = r.source_id
      left join person sk on sk.workspace_id = t.workspace_id and sk.id = s.kept_id
     where ${held(tx, asked)}
       ${introduced === undefined ? sql`` : sql`and (r.id is not null) = ${introduced}`}
       ${after === null ? sql`` : sql`and (t.outcome_day, t.id) < (${after[0]}::date, ${after[1]}::uuid)`}
     order by t.outcome_day desc, t.id desc
     limit ${limit + 1}`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.day, last.id]) : null };
}

function held(tx: Tx, { teamId, start, end }: MeetingsAsked): RawBuilder<unknown> {
  return sql`t.workspace_id = ${tx.workspaceId} and t.taken_back_at is null and t.outcome = 'held'
       and t.outcome_day between ${start} and ${end} and ${inTeam(tx, { teamId }, sql`t.member_id`, sql`t.outcome_day`)}`;
}
