import type { CalendarEvents } from "#lib/calendar/calendar-event.ts";
import type { Reach } from "#lib/http/fetch-safely.ts";
import { forgetJobs, queueJob } from "#lib/jobs/queue.ts";
import type { JobKind } from "#lib/jobs/worker.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { Problem } from "#lib/kernel/problem.ts";
import type { Mailer } from "#lib/mail/send.ts";
import type { Tx } from "#lib/storage/database.ts";
import { actorIfHere } from "#team/door-actions.ts";
import { minutesToWait, shownLink, spanOf, TOLD_AFTER_FAILURES } from "./calendar.ts";
import { queueReading, READ_CALENDAR, readLink, takePlace } from "./calendar-actions.ts";
import { noticeEvents } from "./calendar-notice-actions.ts";
import { findCalendar, holdCalendar, updateCalendar, type ReadCalendarRow } from "./calendar-store.ts";
import { emailOfMember } from "./known-reader.ts";

const TELL = "mail-calendar-trouble";
const ODD = "something broke on our side while it was read; an administrator finds it in the log";
const KEPT_DAYS = 2;

type Reading = { calendarId: string; at: string };
/** What stands in the calendar, or why it cannot be read. Null: it is not meant to be read any more. */
type Said = { found: CalendarEvents } | { trouble: string } | null;

/**
 * Each reading queues the next; of those that were set before, none but the last is heeded. It is fetched before the transaction is
 * opened: a slow calendar holds up nobody.
 */
export function readCalendars(options: { reach?: Reach | undefined; mail: boolean }): JobKind<Reading, Said> {
  return {
    kind: READ_CALENDAR,
    async beforehand({ database, workspaceId, payload, now }): Promise<Said> {
      const meant = await database.read(workspaceId, (tx) => readerOf(tx, payload, now));
      return meant && tryToRead(meant.actor, meant.url, options.reach);
    },
    async run({ tx, payload, brought: said, now }) {
      const calendar = await holdCalendar(tx, payload.calendarId);
      if (said === null || !isMeant(calendar, payload)) return;
      await forgetJobs(tx, READ_CALENDAR, new Date(now.getTime() - KEPT_DAYS * 86_400_000));
      const actor = await actorIfHere(tx, calendar.memberId, now);
      if (!actor) return;
      if ("trouble" in said) return failed(tx, calendar, said.trouble, now, options.mail);
      const { id } = calendar;
      await takePlace(tx, calendar, now);
      await noticeEvents(tx, actor, { id, from: spanOf("link", actor.today).from }, said.found);
      const name = said.found.name?.slice(0, 120) ?? null;
      await updateCalendar(tx, id, { tried_at: now, read_at: now, failures: 0, trouble: null, name });
      await queueReading(tx, id, now, later(now, 0));
    },
    async onFailed(tx, { payload, now }) {
      const calendar = await holdCalendar(tx, payload.calendarId);
      if (isMeant(calendar, payload)) await failed(tx, calendar, ODD, now, options.mail);
    },
  };
}

/** Tells a member that their calendar cannot be read. */
export function calendarLetters(mailer: Mailer, url: string): readonly JobKind[] {
  const tell: JobKind<{ calendarId: string }> = {
    kind: TELL,
    async run({ tx, payload, now }) {
      const calendar = await findCalendar(tx, payload.calendarId);
      if (!calendar?.url || calendar.trouble === null) return;
      const actor = await actorIfHere(tx, calendar.memberId, now);
      if (!actor) return;
      const { id, name } = actor.member;
      await mailer.send({
        to: { name, address: await emailOfMember(tx, id) },
        subject: "Askwell cannot read your calendar",
        text: [
          `Hello ${name},`,
          "",
          `the calendar at ${shownLink(calendar.url)} could not be read for a while: ${calendar.trouble}.`,
          "It is tried again from time to time. Here you can give another link, or stop it:",
          "",
          `${url}/settings/calendar`,
        ].join("\n"),
      });
    },
  };
  return [tell];
}

function isMeant(
  calendar: ReadCalendarRow | null,
  { at }: Reading,
): calendar is ReadCalendarRow & { url: string } {
  return calendar !== null && calendar.url !== null && calendar.nextAt?.toISOString() === at;
}

async function readerOf(tx: Tx, payload: Reading, now: Date): Promise<{ actor: Actor; url: string } | null> {
  const calendar = await findCalendar(tx, payload.calendarId);
  if (!isMeant(calendar, payload)) return null;
  const actor = await actorIfHere(tx, calendar.memberId, now);
  return actor && { actor, url: calendar.url };
}

async function tryToRead(
  actor: Actor,
  url: string,
  reach: Reach | undefined,
): Promise<{ found: CalendarEvents } | { trouble: string }> {
  try {
    return { found: await readLink(actor, url, reach) };
  } catch (error) {
    if (error instanceof Problem) return { trouble: error.reason };
    throw error;
  }
}

async function failed(
  tx: Tx,
  { id, failures: before }: ReadCalendarRow,
  trouble: string,
  now: Date,
  mail: boolean,
): Promise<void> {
  const failures = before + 1;
  await updateCalendar(tx, id, { tried_at: now, failures, trouble });
  await queueReading(tx, id, now, later(now, failures));
  if (mail && failures === TOLD_AFTER_FAILURES)
    await queueJob(tx, { kind: TELL, payload: { calendarId: id }, askedBy: null, now });
}

function later(now: Date, failures: number): Date {
  return new Date(now.getTime() + minutesToWait(failures) * 60_000);
}
