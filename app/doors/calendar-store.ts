import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Became, CalendarTables } from "./calendar-tables.ts";

export interface FeedRow {
  id: string;
  memberId: string;
  madeAt: Date;
  contentHash: string | null;
  changedAt: Date | null;
}

/** The standing one of a member, or one by its id; null when it was withdrawn. */
export async function findFeed(
  tx: Tx,
  which: { memberId: string } | { id: string },
): Promise<FeedRow | null> {
  const { rows } = await sql<FeedRow>`
    select id, member_id as "memberId", made_at as "madeAt", content_hash as "contentHash", changed_at as "changedAt"
      from calendar_feed
     where workspace_id = ${tx.workspaceId} and withdrawn_at is null
       and ${"id" in which ? sql`id = ${which.id}` : sql`member_id = ${which.memberId}`}`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

export async function insertFeed(tx: Tx, feed: { id: string; memberId: string }, now: Date): Promise<void> {
  await tx
    .tables<CalendarTables>()
    .insertInto("calendar_feed")
    .values({
      workspace_id: tx.workspaceId,
      id: feed.id,
      member_id: feed.memberId,
      made_at: now,
      content_hash: null,
      changed_at: null,
      withdrawn_at: null,
    })
    .execute();
}

export async function withdrawFeeds(tx: Tx, memberId: string, now: Date): Promise<void> {
  await tx
    .tables<CalendarTables>()
    .updateTable("calendar_feed")
    .set({ withdrawn_at: now })
    .where("workspace_id", "=", tx.workspaceId)
    .where("member_id", "=", memberId)
    .where("withdrawn_at", "is", null)
    .execute();
}

export async function noteContent(tx: Tx, id: string, hash: string, now: Date): Promise<void> {
  await sql`
    update calendar_feed set content_hash = ${hash}, changed_at = ${now}
     where workspace_id = ${tx.workspaceId} and id = ${id} and content_hash is distinct from ${hash}`.execute(
    tx.tables(),
  );
}

export interface ReadCalendarRow {
  id: string;
  memberId: string;
  kind: "link" | "file";
  url: string | null;
  name: string | null;
  givenAt: Date;
  triedAt: Date | null;
  readAt: Date | null;
  events: number | null;
  failures: number;
  trouble: string | null;
  nextAt: Date | null;
  stoppedAt: Date | null;
  /** A link beside the one that is read, until it could be read once. */
  onTrial: boolean;
}

/** Those that are not stopped, the latest first. */
export async function calendarsOf(tx: Tx, memberId: string): Promise<ReadCalendarRow[]> {
  const { rows } = await sql<ReadCalendarRow>`
    ${CALENDAR} where workspace_id = ${tx.workspaceId} and member_id = ${memberId} and stopped_at is null
     order by id desc limit 100`.execute(tx.tables());
  return rows;
}

export async function findCalendar(tx: Tx, id: string): Promise<ReadCalendarRow | null> {
  const { rows } = await sql<ReadCalendarRow>`
    ${CALENDAR} where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}

/** The same, its row locked until the commit. */
export async function holdCalendar(tx: Tx, id: string): Promise<ReadCalendarRow | null> {
  const { rows } = await sql<ReadCalendarRow>`
    ${CALENDAR} where workspace_id = ${tx.workspaceId} and id = ${id} for update`.execute(tx.tables());
  return rows[0] ?? null;
}

const CALENDAR = sql`
  select id, member_id as "memberId", kind, url, name, given_at as "givenAt", tried_at as "triedAt", read_at as "readAt", events, failures,
         trouble, next_at as "nextAt", stopped_at as "stoppedAt", on_trial as "onTrial"
    from read_calendar`;

export async function insertCalendar(
  tx: Tx,
  calendar: Pick<ReadCalendarRow, "id" | "memberId" | "kind" | "url" | "name"> & { onTrial?: boolean },
  now: Date,
): Promise<void> {
  await tx
    .tables<CalendarTables>()
    .insertInto("read_calendar")
    .values({
      workspace_id: tx.workspaceId,
      id: calendar.id,
      member_id: calendar.memberId,
      kind: calendar.kind,
      url: calendar.url,
      name: calendar.name,
      given_at: now,
      tried_at: null,
      read_at: null,
      events: null,
      failures: 0,
      trouble: null,
      next_at: null,
      stopped_at: null,
      on_trial: calendar.onTrial ?? false,
    })
    .execute();
}

type Course = Partial<
  Pick<
    CalendarTables["read_calendar"],
    | "name"
    | "tried_at"
    | "read_at"
    | "events"
    | "failures"
    | "trouble"
    | "next_at"
    | "stopped_at"
    | "url"
    | "on_trial"
  >
>;

export async function updateCalendar(tx: Tx, id: string, course: Course): Promise<void> {
  await tx
    .tables<CalendarTables>()
    .updateTable("read_calendar")
    .set(course)
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Files that were taken back at that time are there again. */
export async function returnFiles(tx: Tx, memberId: string, at: Date): Promise<void> {
  await sql`
    update read_calendar set stopped_at = null
     where workspace_id = ${tx.workspaceId} and member_id = ${memberId} and kind = 'file' and stopped_at = ${at}`.execute(
    tx.tables(),
  );
}

/** Calendars of one member are gone through one after the other. */
export async function holdCalendarsOf(tx: Tx, memberId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`calendars of ${memberId}`}, 0))`.execute(
    tx.tables(),
  );
}

export interface NoticedRow {
  id: string;
  memberId: string;
  calendarId: string;
  eventKey: string;
  /** Whoever stands for merged ones. */
  personId: string;
  personName: string;
  day: Day;
  time: string | null;
  became: Became;
  meetingId: string | null;
  touchId: string | null;
  offAt: Date | null;
  refusedAt: Date | null;
}

export type NewNoticed = Omit<NoticedRow, "personName" | "offAt" | "refusedAt">;

export async function insertNoticed(tx: Tx, noticed: NewNoticed, now: Date): Promise<void> {
  await tx
    .tables<CalendarTables>()
    .insertInto("noticed_event")
    .values({
      workspace_id: tx.workspaceId,
      id: noticed.id,
      member_id: noticed.memberId,
      calendar_id: noticed.calendarId,
      event_key: noticed.eventKey,
      person_id: noticed.personId,
      day: noticed.day,
      time: noticed.time,
      became: noticed.became,
      meeting_id: noticed.meetingId,
      touch_id: noticed.touchId,
      off_at: null,
      refused_at: null,
      at: now,
    })
    .execute();
}

type Change = Partial<
  Pick<
    CalendarTables["noticed_event"],
    "calendar_id" | "day" | "time" | "became" | "meeting_id" | "touch_id" | "off_at" | "refused_at"
  >
>;

export async function updateNoticed(tx: Tx, id: string, change: Change): Promise<void> {
  await tx
    .tables<CalendarTables>()
    .updateTable("noticed_event")
    .set(change)
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function deleteNoticed(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from noticed_event where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[])`.execute(
    tx.tables(),
  );
}

/** What was noticed of these events, and everything of one calendar since a day. */
export async function noticedBefore(
  tx: Tx,
  which: { memberId: string; keys: readonly string[]; calendarId: string; from: Day },
): Promise<NoticedRow[]> {
  const { rows } = await sql<NoticedRow>`
    ${NOTICED} where n.workspace_id = ${tx.workspaceId} and n.member_id = ${which.memberId}
       and (n.event_key = any(${which.keys}::text[]) or (n.calendar_id = ${which.calendarId} and n.day >= ${which.from}))`.execute(
    tx.tables(),
  );
  return rows;
}

/** The latest day first, a page at a time, without what was noted already. */
export async function listNoticed(
  tx: Tx,
  memberId: string,
  cursor: string | undefined,
  limit: number,
): Promise<Page<NoticedRow>> {
  const where = [
    sql`n.workspace_id = ${tx.workspaceId}`,
    sql`n.member_id = ${memberId}`,
    sql`n.became <> 'known'`,
  ];
  if (cursor) {
    const [day, id] = decodeDayCursor(cursor);
    where.push(sql`(n.day, n.id) < (${day}::date, ${id}::uuid)`);
  }
  const { rows } = await sql<NoticedRow>`
    ${NOTICED} where ${sql.join(where, sql` and `)} order by n.day desc, n.id desc limit ${limit + 1}`.execute(
    tx.tables(),
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.day, last.id]) : null };
}

/** All that a member's calendars, or one of them, brought, or what of it was taken back at one time. */
export async function allNoticed(
  tx: Tx,
  memberId: string,
  { calendarId = null, refusedAt = null }: { calendarId?: string | null; refusedAt?: Date | null },
): Promise<NoticedRow[]> {
  const { rows } = await sql<NoticedRow>`
    ${NOTICED} where n.workspace_id = ${tx.workspaceId} and n.member_id = ${memberId}
       and (${calendarId}::uuid is null or n.calendar_id = ${calendarId}::uuid)
       and (${refusedAt}::timestamptz is null or n.refused_at = ${refusedAt}) order by n.id`.execute(
    tx.tables(),
  );
  return rows;
}

export async function findNoticed(tx: Tx, id: string): Promise<NoticedRow | null> {
  const { rows } = await sql<NoticedRow>`
    ${NOTICED} where n.workspace_id = ${tx.workspaceId} and n.id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}

const NOTICED = sql`
  select n.id, n.member_id as "memberId", n.calendar_id as "calendarId", n.event_key as "eventKey", p.id as "personId",
         p.full_name as "personName", n.day, n.time, n.became, n.meeting_id as "meetingId", n.touch_id as "touchId",
         n.off_at as "offAt", n.refused_at as "refusedAt"
    from noticed_event n
    join person p0 on p0.workspace_id = n.workspace_id and p0.id = n.person_id
    join person p on p.workspace_id = n.workspace_id and p.id = p0.kept_id`;
