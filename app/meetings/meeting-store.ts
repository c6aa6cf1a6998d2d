import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import { conflict } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { tableStandingOn } from "#lib/storage/standing.ts";
import { cameOf } from "#referrals/came-reader.ts";
import type { Came, Origin } from "#referrals/origin.ts";
import type { MeetingEnd, MeetingFacts, MeetingOutcome } from "./meeting.ts";
import type { MeetingTables } from "./meeting-tables.ts";

/** A meeting locked for a change. */
export interface HeldMeeting extends MeetingFacts {
  id: string;
  memberId: string;
  accountId: string | null;
  end: MeetingEnd | null;
}

/** A meeting with the names of those it is about. */
export interface MeetingRow {
  id: string;
  memberId: string;
  memberName: string;
  /** The member's team today. */
  memberTeamId: string | null;
  personId: string;
  personName: string;
  accountId: string | null;
  accountName: string | null;
  referralId: string | null;
  /** Who made the introduction. */
  sourceId: string | null;
  sourceName: string | null;
  origin: Origin | null;
  scheduledOn: Day;
  day: Day;
  time: string | null;
  about: string | null;
  note: string | null;
  outcome: MeetingOutcome | null;
  outcomeDay: Day | null;
  createdAt: Date;
}

/** due: its day has come and nobody said how it went. ahead: still to come. ended: held, missed or cancelled. */
export type MeetingStage = "due" | "ahead" | "ended";

export interface MeetingFilter {
  memberId?: string;
  /** Somebody may stand under several ids once persons or accounts were merged. */
  personIds?: readonly string[];
  accountIds?: readonly string[];
  referralId?: string;
  outcome?: MeetingOutcome;
  stage?: MeetingStage;
}

export async function insertMeeting(
  tx: Tx,
  meeting: MeetingFacts & {
    id: string;
    memberId: string;
    accountId: string | null;
    end: MeetingEnd | null;
    now: Date;
  },
): Promise<void> {
  await tx
    .tables<MeetingTables>()
    .insertInto("meeting")
    .values({
      workspace_id: tx.workspaceId,
      id: meeting.id,
      person_id: meeting.personId,
      account_id: meeting.accountId,
      ...written(tx, meeting),
      created_at: meeting.now,
    })
    .execute();
}

/** Writes everything about a meeting that may change. */
export async function updateMeeting(tx: Tx, meeting: HeldMeeting): Promise<void> {
  await refusedFromAbove(() =>
    tx
      .tables<MeetingTables>()
      .updateTable("meeting")
      .set(written(tx, meeting))
      .where("workspace_id", "=", tx.workspaceId)
      .where("id", "=", meeting.id)
      .execute(),
  );
}

export async function markTakenBack(tx: Tx, id: string, by: Actor): Promise<void> {
  await refusedFromAbove(() =>
    tx
      .tables<MeetingTables>()
      .updateTable("meeting")
      .set({ taken_back_at: by.now, taken_back_by: by.member.id })
      .where("workspace_id", "=", tx.workspaceId)
      .where("id", "=", id)
      .execute(),
  );
}

async function refusedFromAbove(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (tableStandingOn(error) === "account_review")
      throw conflict("an account review was held in this meeting: take back first that the review was held");
    throw error;
  }
}

/** Locks a standing meeting, so that two who change it at once come one after the other. */
export async function holdMeetingRow(tx: Tx, id: string): Promise<HeldMeeting | null> {
  const row = await tx
    .tables<MeetingTables>()
    .selectFrom("meeting")
    .select([
      "id",
      "member_id as memberId",
      "person_id as personId",
      "account_id as accountId",
      "referral_id as referralId",
      "origin",
      "scheduled_on as scheduledOn",
      "day",
      "time",
      "about",
      "note",
      "outcome",
      "outcome_day as outcomeDay",
    ])
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .where("taken_back_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  const { outcome, outcomeDay, ...meeting } = row;
  return { ...meeting, end: outcome && outcomeDay ? { outcome, day: outcomeDay } : null };
}

export async function findMeeting(tx: Tx, id: string): Promise<MeetingRow | null> {
  const { rows } = await sql<MeetingRow>`
    ${named(tx)} where mt.workspace_id = ${tx.workspaceId} and mt.id = ${id} and mt.taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

/** What lies ahead by the next day and hour first, what has no hour at the end of its day; everything else by the latest day first. */
export async function listMeetings(
  tx: Tx,
  filter: MeetingFilter,
  today: Day,
  cursor: string | undefined,
  limit: number,
): Promise<Page<MeetingRow>> {
  const where = [sql`mt.workspace_id = ${tx.workspaceId}`, sql`mt.taken_back_at is null`];
  if (filter.memberId) where.push(sql`mt.member_id = ${filter.memberId}`);
  if (filter.personIds) where.push(sql`mt.person_id = any(${filter.personIds}::uuid[])`);
  if (filter.accountIds) where.push(sql`mt.account_id = any(${filter.accountIds}::uuid[])`);
  if (filter.referralId) where.push(sql`mt.referral_id = ${filter.referralId}`);
  if (filter.outcome) where.push(sql`mt.outcome = ${filter.outcome}`);
  if (filter.stage === "due") where.push(sql`mt.outcome is null and mt.day <= ${today}`);
  if (filter.stage === "ahead") where.push(sql`mt.outcome is null and mt.day > ${today}`);
  if (filter.stage === "ended") where.push(sql`mt.outcome is not null`);
  const soonestFirst = filter.stage === "ahead";
  // Of one person, account or introduction there are few: a plan that walks all meetings by day to find them is kept away.
  const few = filter.personIds ?? filter.accountIds ?? filter.referralId;
  const day = few ? sql`mt.day + 0` : sql`mt.day`;
  if (cursor) {
    const [from, id] = decodeDayCursor(cursor);
    if (soonestFirst) where.push(...laterThan(tx, from, id));
    else where.push(sql`(mt.day, mt.id) < (${from}::date, ${id}::uuid)`);
  }
  const { rows } = await sql<MeetingRow>`
    ${named(tx)} where ${sql.join(where, sql` and `)}
     order by ${soonestFirst ? sql`${day}, ${hourOf(sql`mt`)}, mt.id` : sql`${day} desc, mt.id desc`}
     limit ${limit + 1}`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.day, last.id]) : null };
}

/** After a meeting in the order of what lies ahead. */
function laterThan(tx: Tx, day: Day, id: string): RawBuilder<unknown>[] {
  const there = sql`(
    select ${hourOf(sql`there`)} from meeting there where there.workspace_id = ${tx.workspaceId} and there.id = ${id})`;
  return [
    sql`mt.day >= ${day}::date`,
    sql`(mt.day, ${hourOf(sql`mt`)}, mt.id) > (${day}::date, ${there}, ${id}::uuid)`,
  ];
}

function hourOf(meeting: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce(${meeting}.time, '24:00')`;
}

function named(tx: Tx): RawBuilder<unknown> {
  return sql`
    select mt.id, mt.member_id as "memberId", m.name as "memberName", m.team_id as "memberTeamId",
           p.id as "personId", p.full_name as "personName", a.id as "accountId", a.name as "accountName",
           mt.referral_id as "referralId", s.id as "sourceId", s.full_name as "sourceName",
           mt.origin, mt.scheduled_on as "scheduledOn", mt.day, mt.time, mt.about, mt.note, mt.outcome,
           mt.outcome_day as "outcomeDay", mt.created_at as "createdAt"
      from meeting mt
      join member m on m.workspace_id = ${tx.workspaceId} and m.id = mt.member_id
      join person pt on pt.workspace_id = ${tx.workspaceId} and pt.id = mt.person_id
      join person p on p.workspace_id = ${tx.workspaceId} and p.id = pt.kept_id
      left join account at on at.workspace_id = ${tx.workspaceId} and at.id = mt.account_id
      left join account a on a.workspace_id = ${tx.workspaceId} and a.id = at.kept_id
      left join referral r on r.workspace_id = ${tx.workspaceId} and r.id = mt.referral_id
      left join person st on st.workspace_id = ${tx.workspaceId} and st.id = r.source_id
      left join person s on s.workspace_id = ${tx.workspaceId} and s.id = st.kept_id`;
}

function written(tx: Tx, meeting: MeetingFacts & { memberId: string; end: MeetingEnd | null }) {
  return {
    member_id: meeting.memberId,
    referral_id: meeting.referralId,
    came: cameOf(tx, sql`${meeting.referralId}::uuid`) as RawBuilder<Came | null>,
    origin: meeting.origin,
    scheduled_on: meeting.scheduledOn,
    day: meeting.day,
    time: meeting.time,
    about: meeting.about,
    note: meeting.note,
    outcome: meeting.end?.outcome ?? null,
    outcome_day: meeting.end?.day ?? null,
  };
}
