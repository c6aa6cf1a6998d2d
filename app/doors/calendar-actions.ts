import type { CalendarEvents } from "#lib/calendar/calendar-event.ts";
import { readCalendar } from "#lib/calendar/read-calendar.ts";
import { checkOpenLink, fetchSafely, type Reach } from "#lib/http/fetch-safely.ts";
import { queueJob } from "#lib/jobs/queue.ts";
import { cleanFileName } from "#lib/kernel/file-name.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { invalid, notFound, Problem } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { MOST_EVENTS, MOST_FILE_BYTES, spanOf } from "./calendar.ts";
import {
  noticeAgain,
  noticeAllAgain,
  noticeEvents,
  refuseAllNoticed,
  refuseNoticed,
  type Noticed,
} from "./calendar-notice-actions.ts";
import {
  allNoticed,
  calendarsOf,
  findCalendar,
  findFeed,
  findNoticed,
  holdCalendarsOf,
  insertCalendar,
  insertFeed,
  returnFiles,
  updateCalendar,
  withdrawFeeds,
  type FeedRow,
  type NoticedRow,
  type ReadCalendarRow,
} from "./calendar-store.ts";

export const READ_CALENDAR = "read-calendar";
const PATIENCE_MS = 20_000;

/** Makes the link at which the member's calendar is handed out; one that was there opens nothing from now on. */
export async function makeFeed(tx: Tx, actor: Actor): Promise<FeedRow> {
  await holdCalendarsOf(tx, actor.member.id);
  await withdrawFeeds(tx, actor.member.id, actor.now);
  await insertFeed(tx, { id: newId(actor.now), memberId: actor.member.id }, actor.now);
  return (await findFeed(tx, { memberId: actor.member.id })) as FeedRow;
}

export async function withdrawFeed(tx: Tx, actor: Actor): Promise<void> {
  await withdrawFeeds(tx, actor.member.id, actor.now);
}

/**
 * From now on the calendar at this link is read, again and again. Where another is read already, it goes on being read until this one
 * could be, once; what was noticed in it stays. Throws Problem invalid for a link that can never be read.
 */
export async function readFromLink(tx: Tx, actor: Actor, text: string): Promise<ReadCalendarRow> {
  const url = checkOpenLink(text).href;
  await holdCalendarsOf(tx, actor.member.id);
  const links = await linksOf(tx, actor.member.id);
  const same = links.find((each) => each.url === url);
  for (const each of links)
    if (each !== same && (each.onTrial || each.readAt === null)) await stop(tx, each, actor.now);
  if (same) {
    await queueReading(tx, same.id, actor.now);
    return needCalendar(tx, actor, same.id);
  }
  const id = newId(actor.now);
  const onTrial = links.some((each) => !each.onTrial && each.readAt !== null);
  await insertCalendar(
    tx,
    { id, memberId: actor.member.id, kind: "link", url, name: null, onTrial },
    actor.now,
  );
  await queueReading(tx, id, actor.now);
  return needCalendar(tx, actor, id);
}

/** It could be read: what was on trial takes the place of the link that was read so far. */
export async function takePlace(tx: Tx, calendar: ReadCalendarRow, now: Date): Promise<void> {
  if (!calendar.onTrial) return;
  for (const each of await linksOf(tx, calendar.memberId)) if (!each.onTrial) await stop(tx, each, now);
  await updateCalendar(tx, calendar.id, { on_trial: false });
}

/** The link that was given since is forgotten, and the one before goes on being read. */
export async function keepReading(tx: Tx, actor: Actor): Promise<void> {
  for (const each of await linksOf(tx, actor.member.id)) if (each.onTrial) await stop(tx, each, actor.now);
}

/** Reads the link once more, at once, and the one on trial. Throws Problem not-found. */
export async function readAgain(tx: Tx, actor: Actor): Promise<ReadCalendarRow> {
  const links = await linksOf(tx, actor.member.id);
  const [last] = links;
  if (!last) throw notFound("calendar");
  for (const { id } of links) await queueReading(tx, id, actor.now);
  return needCalendar(tx, actor, last.id);
}

/** When it is read next; what was set before is not heeded any more. */
export async function queueReading(tx: Tx, calendarId: string, now: Date, dueAt: Date = now): Promise<void> {
  await updateCalendar(tx, calendarId, { next_at: dueAt });
  const payload = { calendarId, at: dueAt.toISOString() };
  await queueJob(tx, { kind: READ_CALENDAR, payload, askedBy: null, now, dueAt });
}

/** The link is forgotten and read no more; what was noticed stays. */
export async function stopReading(tx: Tx, actor: Actor): Promise<void> {
  for (const each of await linksOf(tx, actor.member.id)) await stop(tx, each, actor.now);
}

/** For those who leave: nothing of theirs is read or handed out any more. */
export async function closeCalendarsOf(tx: Tx, actor: Actor, memberId: string): Promise<void> {
  await withdrawFeeds(tx, memberId, actor.now);
  for (const each of await linksOf(tx, memberId)) await stop(tx, each, actor.now);
}

/** The one that is read, and the one on trial; the last given first. */
async function linksOf(tx: Tx, memberId: string): Promise<ReadCalendarRow[]> {
  return (await calendarsOf(tx, memberId)).filter(({ kind }) => kind === "link");
}

function stop(tx: Tx, { id, url }: ReadCalendarRow, now: Date): Promise<void> {
  const name = url === null ? null : new URL(url).host;
  return updateCalendar(tx, id, {
    stopped_at: now,
    url: null,
    next_at: null,
    trouble: null,
    ...(name && { name }),
  });
}

/** Reads a calendar that was brought as a file, once. Throws Problem invalid, in words, for what is no calendar. */
export async function readFromFile(
  tx: Tx,
  actor: Actor,
  file: { name: string; bytes: Uint8Array },
): Promise<{ calendar: ReadCalendarRow; noticed: Noticed; events: number }> {
  const name = cleanFileName(file.name);
  if (name === "") throw invalid("give the file its name", "name");
  const span = spanOf("file", actor.today);
  const found = await eventsIn(actor, file.bytes, span);
  const id = newId(actor.now);
  await insertCalendar(tx, { id, memberId: actor.member.id, kind: "file", url: null, name }, actor.now);
  await updateCalendar(tx, id, {
    tried_at: actor.now,
    read_at: actor.now,
    events: found.events.length,
  });
  const noticed = await noticeEvents(tx, actor, { id, from: span.from }, found);
  return { calendar: await needCalendar(tx, actor, id), noticed, events: found.events.length };
}

/** Reads what the link leads to. Throws Problem invalid and unavailable, in words for the member. */
export async function readLink(actor: Actor, url: string, reach?: Reach): Promise<CalendarEvents> {
  const bytes = await fetchSafely({
    url,
    reach,
    types: [
      "text/calendar",
      "text/plain",
      "application/octet-stream",
      "application/ics",
      "application/calendar",
    ],
    mostBytes: MOST_FILE_BYTES,
    withinMs: PATIENCE_MS,
  });
  return eventsIn(actor, bytes, spanOf("link", actor.today));
}

function eventsIn(
  actor: Actor,
  bytes: Uint8Array,
  span: { from: string; to: string },
): Promise<CalendarEvents> {
  if (bytes.length > MOST_FILE_BYTES)
    throw new Problem("too-large", "a calendar may hold at most 5 MB; export a shorter time of it");
  return readCalendar(bytes, { ...span, zone: actor.workspace.timeZone, most: MOST_EVENTS });
}

/**
 * Takes back, for good, everything that a file, or all calendars of the member, brought. Answers how much there was, and when it was
 * done, by which it can be undone. Throws Problem not-found.
 */
export async function takeBackCalendar(
  tx: Tx,
  actor: Actor,
  calendarId: string | null,
): Promise<{ takenBack: number; at: string }> {
  const calendar = calendarId === null ? null : await needCalendar(tx, actor, calendarId);
  const rows = await allNoticed(tx, actor.member.id, { calendarId });
  const takenBack = await refuseAllNoticed(tx, actor, rows);
  if (calendar?.kind === "file") await updateCalendar(tx, calendar.id, { stopped_at: actor.now });
  return { takenBack, at: actor.now.toISOString() };
}

/** What was taken back together holds after all. */
export async function returnCalendar(tx: Tx, actor: Actor, at: Date): Promise<void> {
  await holdCalendarsOf(tx, actor.member.id);
  await returnFiles(tx, actor.member.id, at);
  await noticeAllAgain(tx, actor, await allNoticed(tx, actor.member.id, { refusedAt: at }));
}

/** What came of one event is taken back, for good. Throws Problem not-found. */
export async function takeBackNoticed(tx: Tx, actor: Actor, id: string): Promise<void> {
  const row = await needNoticed(tx, actor, id);
  if (row.refusedAt === null) await refuseNoticed(tx, actor, row);
}

/** It holds after all. Throws Problem not-found. */
export async function returnNoticed(tx: Tx, actor: Actor, id: string): Promise<void> {
  await noticeAgain(tx, actor, await needNoticed(tx, actor, id));
}

/** Nobody sees a calendar, or what was noticed in it, but its member. */
async function needCalendar(tx: Tx, actor: Actor, id: string): Promise<ReadCalendarRow> {
  const calendar = await findCalendar(tx, id);
  if (!calendar || calendar.memberId !== actor.member.id) throw notFound("calendar");
  return calendar;
}

async function needNoticed(tx: Tx, actor: Actor, id: string): Promise<NoticedRow> {
  const row = await findNoticed(tx, id);
  if (!row || row.memberId !== actor.member.id || row.became === "known") throw notFound("event");
  return row;
}
