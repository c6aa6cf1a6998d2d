import { createHash } from "node:crypto";
import type { CalendarEvent, CalendarEvents } from "#lib/calendar/calendar-event.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, dayIn, timeOfDayIn, type Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { Problem } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import {
  changeMeeting,
  recordMeetingOutcome,
  scheduleMeeting,
  takeBackMeeting,
  takeBackMeetingOutcome,
} from "#meetings/meeting-actions.ts";
import { logTouchOnce, takeBackTouch } from "#touches/touch-actions.ts";
import { MOST_PEOPLE, others, STILL_ASKED_DAYS } from "./calendar.ts";
import {
  introductionsWithoutMeeting,
  meetingsWith,
  standingOf,
  type OpenIntroduction,
  type OwnMeeting,
} from "./calendar-reader.ts";
import {
  deleteNoticed,
  holdCalendarsOf,
  insertNoticed,
  noticedBefore,
  updateNoticed,
  type NoticedRow,
} from "./calendar-store.ts";
import { emailOfMember, membersByAddress, peopleByAddress } from "./known-reader.ts";
import { matchNamed } from "./match-named.ts";

export interface Noticed {
  meetings: number;
  touches: number;
}

/** An event with one of our people, as far as anything of it is kept. */
interface Sighting {
  key: string;
  personId: string;
  day: Day;
  time: string | null;
  isPast: boolean;
  cancelled: boolean;
}

interface Round {
  tx: Tx;
  actor: Actor;
  calendarId: string;
  /** Standing meetings of any of us with the people of this round, and the open introductions to them; kept up as it goes on. */
  meetings: OwnMeeting[];
  introductions: OpenIntroduction[];
  standing: Awaited<ReturnType<typeof standingOf>>;
  noticed: Noticed;
}

/**
 * What the events of a member's calendar say of people we know, written down in the member's name: the meeting of an introduction that
 * has none, and contacts that were had. What was noticed before follows the calendar; what somebody took back stays so. Read twice,
 * nothing happens the second time.
 */
export async function noticeEvents(
  tx: Tx,
  actor: Actor,
  calendar: { id: string; from: Day },
  found: CalendarEvents,
): Promise<Noticed> {
  await holdCalendarsOf(tx, actor.member.id);
  const sightings = await sightingsIn(tx, actor, found.events);
  const keys = [...new Set(sightings.map(({ key }) => key))];
  const personIds = [...new Set(sightings.map(({ personId }) => personId))];
  const where = { memberId: actor.member.id, keys, calendarId: calendar.id, from: calendar.from };
  const before = await noticedBefore(tx, where);
  const round: Round = {
    tx,
    actor,
    calendarId: calendar.id,
    meetings: await meetingsWith(tx, personIds, calendar.from),
    introductions: await introductionsWithoutMeeting(tx, actor.member.id, personIds),
    standing: await standingOf(tx, {
      meetings: before.flatMap(({ meetingId }) => meetingId ?? []),
      touches: before.flatMap(({ touchId }) => touchId ?? []),
    }),
    noticed: { meetings: 0, touches: 0 },
  };
  const known = new Map(before.map((row) => [nameOf(row.eventKey, row.personId), row]));
  for (const sighting of sightings) {
    const name = nameOf(sighting.key, sighting.personId);
    const row = known.get(name);
    known.delete(name);
    await unlessRefused(() => (row ? follow(round, row, sighting) : notice(round, sighting)));
  }
  if (found.whole)
    for (const row of known.values())
      if (row.calendarId === calendar.id && row.day > actor.today)
        await unlessRefused(() => callOff(round, row));
  return round.noticed;
}

/** Takes back what came of an event, for good: it is not noticed again. */
export async function refuseNoticed(tx: Tx, actor: Actor, row: NoticedRow): Promise<void> {
  await takeBackFact(tx, actor, row);
  await updateNoticed(tx, row.id, { refused_at: actor.now });
}

/** It was right after all. Answers the row anew. */
export async function noticeAgain(tx: Tx, actor: Actor, row: NoticedRow): Promise<void> {
  if (row.refusedAt === null) return;
  const sighting: Sighting = {
    key: row.eventKey,
    personId: row.personId,
    day: row.day,
    time: row.time,
    isPast: row.day <= actor.today,
    cancelled: false,
  };
  const round: Round = {
    tx,
    actor,
    calendarId: row.calendarId,
    meetings: await meetingsWith(tx, [row.personId], row.day),
    introductions: await introductionsWithoutMeeting(tx, actor.member.id, [row.personId]),
    standing: { meetings: new Map(), touches: new Set() },
    noticed: { meetings: 0, touches: 0 },
  };
  await deleteNoticed(tx, [row.id]);
  await notice(round, sighting);
}

/** Takes back, for good, what stands as it was noticed. Answers how many that were. */
export async function refuseAllNoticed(tx: Tx, actor: Actor, rows: readonly NoticedRow[]): Promise<number> {
  await holdCalendarsOf(tx, actor.member.id);
  let taken = 0;
  for (const row of rows) {
    if (row.refusedAt !== null || row.became === "known" || !(await takeBackFact(tx, actor, row))) continue;
    await updateNoticed(tx, row.id, { refused_at: actor.now });
    taken++;
  }
  return taken;
}

/** All of it was right after all, as far as it can be. */
export async function noticeAllAgain(tx: Tx, actor: Actor, rows: readonly NoticedRow[]): Promise<void> {
  for (const row of rows) await unlessRefused(() => noticeAgain(tx, actor, row));
}

/** What a person has said more about since, how a meeting went say, is theirs and stays. Answers whether something was taken back. */
async function takeBackFact(tx: Tx, actor: Actor, row: NoticedRow): Promise<boolean> {
  const { meetings, touches } = await standingOf(tx, {
    meetings: row.meetingId ? [row.meetingId] : [],
    touches: row.touchId ? [row.touchId] : [],
  });
  const meeting = row.became === "meeting" && row.meetingId ? meetings.get(row.meetingId) : undefined;
  const isOurs = meeting !== undefined && (meeting.outcome === null || row.offAt !== null);
  if (isOurs) await takeBackMeeting(tx, actor, meeting.id);
  const touchId = row.touchId !== null && touches.has(row.touchId) ? row.touchId : null;
  if (touchId !== null) await takeBackTouch(tx, actor, touchId);
  return isOurs || touchId !== null;
}

async function sightingsIn(tx: Tx, actor: Actor, events: readonly CalendarEvent[]): Promise<Sighting[]> {
  const own = await emailOfMember(tx, actor.member.id);
  const asked = events
    .map((event) => ({ event, named: others(event, own) }))
    .filter(({ named }) => named.length > 0);
  const addresses = [...new Set(asked.flatMap(({ named }) => named.map(({ address }) => address)))];
  const people = await peopleByAddress(tx, addresses);
  if (people.length === 0) return [];
  const colleagues = new Set((await membersByAddress(tx, addresses)).map(({ address }) => address));
  const { timeZone } = actor.workspace;
  return asked.flatMap(({ event, named }) => {
    const guests = named.filter(({ address }) => !colleagues.has(address));
    const matched = matchNamed(
      guests.map(({ address, name }) => ({ address, name: name ?? "", role: "to" as const })),
      people,
    );
    const ids = new Set(matched.flatMap(({ person }) => person?.id ?? []));
    if (ids.size > MOST_PEOPLE) return [];
    const start = new Date(event.start);
    return [...ids].map((personId) => ({
      key: keyOf(event),
      personId,
      day: event.allDay ? event.day : dayIn(start, timeZone),
      time: event.allDay ? null : timeOfDayIn(start, timeZone),
      isPast: new Date(event.end) <= actor.now,
      cancelled: event.cancelled,
    }));
  });
}

function keyOf({ uid, which, title, start }: CalendarEvent): string {
  const name = uid === "" ? `${title} ${start}` : uid;
  return createHash("sha256")
    .update(`${name}\n${which ?? ""}`)
    .digest("base64url");
}

function nameOf(key: string, personId: string): string {
  return `${key} ${personId}`;
}

/** What cannot be written down, for a reason in the rooms below, is left as it is. */
async function unlessRefused(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Problem) || error.kind === "unavailable") throw error;
  }
}

async function notice(round: Round, sighting: Sighting): Promise<void> {
  const { personId, day, time, isPast, cancelled } = sighting;
  const { tx, actor } = round;
  if (cancelled) return;
  const introduction = round.introductions.find(
    (each) => each.contactId === personId && each.day <= day && actor.today <= addDays(day, STILL_ASKED_DAYS),
  );
  const there = meetingOn(round, personId, day);
  if (there) return insert(round, sighting, { became: "known", meetingId: there.id });
  if (introduction && (isPast || !isPlanned(round, personId))) {
    const meeting = await scheduleMeeting(tx, actor, { personId, referralId: introduction.id, day, time });
    round.introductions = round.introductions.filter(({ id }) => id !== introduction.id);
    round.meetings.push({ id: meeting.id, personId, day, time, outcome: null });
    round.noticed.meetings++;
    return insert(round, sighting, { became: "meeting", meetingId: meeting.id });
  }
  if (!isPast) return;
  const touchId = await noteContact(round, sighting);
  if (touchId) await insert(round, sighting, { became: "touch", touchId });
}

/** Null where it was written down already: then it is not ours to follow. */
async function noteContact(
  { tx, actor, noticed }: Round,
  { personId, day }: Sighting,
): Promise<string | null> {
  const { touch, added } = await logTouchOnce(tx, actor, {
    personId,
    kind: "meeting",
    day,
    seenIn: "calendar",
  });
  if (added) noticed.touches++;
  return added ? touch.id : null;
}

function insert(
  { tx, actor, calendarId }: Round,
  { key, personId, day, time }: Sighting,
  became: { became: "meeting" | "known"; meetingId: string } | { became: "touch"; touchId: string },
): Promise<void> {
  const row = {
    id: newId(actor.now),
    memberId: actor.member.id,
    calendarId,
    eventKey: key,
    personId,
    day,
    time,
  };
  return insertNoticed(tx, { ...row, meetingId: null, touchId: null, ...became }, actor.now);
}

function meetingOn({ meetings }: Round, personId: string, day: Day): OwnMeeting | undefined {
  return meetings.find((each) => each.personId === personId && each.day === day);
}

/** Somebody has arranged to meet them, on whatever day: another event with them is not for us to count. */
function isPlanned({ meetings, actor }: Round, personId: string): boolean {
  return meetings.some(
    (each) => each.personId === personId && each.outcome === null && each.day >= actor.today,
  );
}

async function follow(round: Round, row: NoticedRow, sighting: Sighting): Promise<void> {
  const { tx, calendarId } = round;
  if (row.calendarId !== calendarId) await updateNoticed(tx, row.id, { calendar_id: calendarId });
  if (row.refusedAt !== null || row.became === "known") return;
  if (!stands(round, row)) return updateNoticed(tx, row.id, { refused_at: round.actor.now });
  if (sighting.cancelled) return callOff(round, row);
  if (row.became === "meeting") return followMeeting(round, row, sighting);
  return followTouch(round, row, sighting);
}

function stands({ standing }: Round, { meetingId, touchId }: NoticedRow): boolean {
  return touchId ? standing.touches.has(touchId) : standing.meetings.has(meetingId ?? "");
}

/** A meeting that somebody has moved here, or said more about, goes its own way from then on. */
async function followMeeting(round: Round, row: NoticedRow, { day, time }: Sighting): Promise<void> {
  const { tx, actor, standing } = round;
  const meeting = standing.meetings.get(row.meetingId ?? "");
  if (!meeting) return;
  const untouched = meeting.day === row.day && meeting.time === row.time;
  if (row.offAt !== null && meeting.outcome === "cancelled")
    await takeBackMeetingOutcome(tx, actor, meeting.id);
  else if (meeting.outcome !== null) return;
  const moved = meeting.day !== day || meeting.time !== time;
  if (moved && untouched) {
    await changeMeeting(tx, actor, meeting.id, { day, time });
    await updateNoticed(tx, row.id, { day, time });
  }
  if (row.offAt !== null) await updateNoticed(tx, row.id, { off_at: null });
}

async function followTouch(round: Round, row: NoticedRow, sighting: Sighting): Promise<void> {
  const { tx, actor } = round;
  const { personId, day, time, isPast } = sighting;
  const there = meetingOn(round, personId, day);
  if (!there && row.day === day) return row.time === time ? undefined : updateNoticed(tx, row.id, { time });
  await takeBackTouch(tx, actor, row.touchId ?? "");
  if (there)
    return updateNoticed(tx, row.id, { became: "known", meeting_id: there.id, touch_id: null, day, time });
  const touchId = isPast ? await noteContact(round, sighting) : null;
  if (touchId) await updateNoticed(tx, row.id, { touch_id: touchId, day, time });
  else await deleteNoticed(tx, [row.id]);
}

/** Said of the calendar, so that it holds again as soon as the calendar has it again. */
async function callOff(round: Round, row: NoticedRow): Promise<void> {
  const { tx, actor, standing } = round;
  if (row.refusedAt !== null || row.offAt !== null || row.became === "known") return;
  if (!stands(round, row)) return updateNoticed(tx, row.id, { refused_at: actor.now });
  if (row.became === "touch") {
    await takeBackTouch(tx, actor, row.touchId ?? "");
    return deleteNoticed(tx, [row.id]);
  }
  if (standing.meetings.get(row.meetingId ?? "")?.outcome !== null) return;
  await recordMeetingOutcome(tx, actor, row.meetingId ?? "", { outcome: "cancelled" });
  await updateNoticed(tx, row.id, { off_at: actor.now });
}
