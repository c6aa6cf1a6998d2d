import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { getAccount } from "#accounts/account-actions.ts";
import { writeCounterEntries, writeJournal, type Happening } from "#lib/storage/journal.ts";
import { holdPerson } from "#people/person-actions.ts";
import { forgetMet, noteMet } from "#people/standing-actions.ts";
import type { Origin } from "#referrals/origin.ts";
import { advanceReferral, retreatReferral } from "#referrals/step-actions.ts";
import { creditFor } from "#team/credit-actions.ts";
import {
  cleanMeeting,
  linesOf,
  meetingEnd,
  usualOrigin,
  type MeetingEnd,
  type MeetingFacts,
  type MeetingLine,
  type MeetingOutcome,
} from "./meeting.ts";
import {
  findMeeting,
  holdMeetingRow,
  insertMeeting,
  markTakenBack,
  updateMeeting,
  type HeldMeeting,
  type MeetingRow,
} from "./meeting-store.ts";

export interface WantedMeeting {
  personId: string;
  referralId?: string | null;
  /** Default: a referral when it comes of an introduction, an existing client at a client's, else not said. */
  origin?: Origin | null;
  day: Day;
  time?: string | null;
  /** Default: today, or the meeting's own day when that is past. */
  scheduledOn?: Day;
  about?: string | null;
  note?: string | null;
  memberId?: string;
  /** For a meeting that is over when it is logged. */
  outcome?: MeetingOutcome;
}

export type MeetingChanges = Partial<Omit<MeetingFacts, "personId">> & { memberId?: string };

/** Makes an appointment; it counts on the day it was made. With an outcome it counts as over too. */
export async function scheduleMeeting(tx: Tx, actor: Actor, wanted: WantedMeeting): Promise<MeetingRow> {
  const person = await holdPerson(tx, wanted.personId);
  const { referralId = null, origin = await originOf(tx, referralId, person.accountId) } = wanted;
  const facts = cleanMeeting(
    {
      personId: person.id,
      referralId,
      origin,
      scheduledOn: wanted.scheduledOn ?? (wanted.day < actor.today ? wanted.day : actor.today),
      day: wanted.day,
      time: wanted.time ?? null,
      about: wanted.about ?? null,
      note: wanted.note ?? null,
    },
    actor.today,
  );
  const end = wanted.outcome ? meetingEnd(facts, { outcome: wanted.outcome }, actor.today) : null;
  const memberId = wanted.memberId ?? actor.member.id;
  const meeting: HeldMeeting = { ...facts, id: newId(actor.now), memberId, accountId: person.accountId, end };
  const happenings = await happeningsOf(tx, actor, meeting, linesOf(meeting));
  await moveReferral(tx, actor, meeting);
  await insertMeeting(tx, { ...meeting, now: actor.now });
  await tellWhetherMet(tx, actor, meeting);
  await writeJournal(tx, actor, happenings);
  return getMeeting(tx, meeting.id);
}

/** Throws Problem not-found. */
export async function getMeeting(tx: Tx, id: string): Promise<MeetingRow> {
  const meeting = await findMeeting(tx, id);
  if (!meeting) throw notFound("meeting");
  return meeting;
}

/**
 * Changes what is agreed; what is not named stays. Another day is not a new appointment. Where the change touches what
 * was counted, that is taken back in its own week and counted anew.
 */
export async function changeMeeting(
  tx: Tx,
  actor: Actor,
  id: string,
  changes: MeetingChanges,
): Promise<MeetingRow> {
  const before = await holdMeeting(tx, actor, id);
  const { referralId = before.referralId } = changes;
  const { origin = await originAfter(tx, before, referralId) } = changes;
  const facts = cleanMeeting({ ...before, ...changes, origin, personId: before.personId }, actor.today);
  const memberId = changes.memberId ?? before.memberId;
  return replace(tx, actor, before, {
    ...before,
    ...facts,
    memberId,
    end: endAfter(before, facts, actor.today),
  });
}

/**
 * Says how a meeting went. Saying the same again changes nothing; saying something else replaces what was said. Throws
 * Problem invalid for a meeting that is still to come.
 */
export async function recordMeetingOutcome(
  tx: Tx,
  actor: Actor,
  id: string,
  said: { outcome: MeetingOutcome; day?: Day; note?: string | null },
): Promise<MeetingRow> {
  const before = await holdMeeting(tx, actor, id);
  const note = said.note === undefined ? before.note : said.note;
  const facts = cleanMeeting({ ...before, note }, actor.today);
  const sameAgain = before.end?.outcome === said.outcome && said.day === undefined;
  const end = sameAgain ? before.end : meetingEnd(before, said, actor.today);
  return replace(tx, actor, before, { ...before, ...facts, end });
}

/** Takes back how a meeting went; it is then still to be held. Throws Problem conflict when nothing was said. */
export async function takeBackMeetingOutcome(tx: Tx, actor: Actor, id: string): Promise<MeetingRow> {
  const before = await holdMeeting(tx, actor, id);
  if (!before.end)
    throw conflict("nothing was said about how this meeting went, so there is nothing to take back");
  return replace(tx, actor, before, { ...before, end: null });
}

/** Takes the whole meeting back, as if it had never been arranged. */
export async function takeBackMeeting(tx: Tx, actor: Actor, id: string): Promise<void> {
  const meeting = await holdMeeting(tx, actor, id);
  await markTakenBack(tx, id, actor);
  await forgetMet(tx, actor, id);
  if (meeting.referralId) await retreatReferral(tx, actor, meeting.referralId, id);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "meeting.taken-back");
}

/** With another introduction, or none any more, it came about as one logged anew. */
async function originAfter(tx: Tx, before: HeldMeeting, referralId: string | null): Promise<Origin | null> {
  return referralId === before.referralId ? before.origin : originOf(tx, referralId, before.accountId);
}

async function originOf(tx: Tx, referralId: string | null, accountId: string | null): Promise<Origin | null> {
  return usualOrigin(referralId, accountId === null ? null : (await getAccount(tx, accountId)).kind);
}

/** Locks the meeting after asking whether the actor may change it. */
async function holdMeeting(tx: Tx, actor: Actor, id: string): Promise<HeldMeeting> {
  const meeting = await holdMeetingRow(tx, id);
  if (!meeting) throw notFound("meeting");
  await creditFor(tx, actor, meeting.memberId, meeting.day);
  return meeting;
}

/** A meeting that took place, or was missed, did so on its day: moving it moves that too. */
function endAfter(before: HeldMeeting, facts: MeetingFacts, today: Day): MeetingEnd | null {
  if (!before.end) return null;
  const follows = facts.day !== before.day && before.end.outcome !== "cancelled";
  return meetingEnd(facts, { outcome: before.end.outcome, day: follows ? facts.day : before.end.day }, today);
}

async function replace(tx: Tx, actor: Actor, before: HeldMeeting, after: HeldMeeting): Promise<MeetingRow> {
  const { gone, come } = changedLines(before, after);
  const happenings = await happeningsOf(tx, actor, after, come);
  if (before.day !== after.day || before.time !== after.time) happenings.push(movedTo(actor, before, after));
  await withdrawFromReferral(tx, actor, before, after, gone);
  await moveReferral(tx, actor, after);
  await updateMeeting(tx, after);
  await tellWhetherMet(tx, actor, after);
  if (gone.length > 0) {
    const verb = come.length > 0 ? "meeting.corrected" : "meeting.reopened";
    await writeCounterEntries(
      tx,
      actor,
      { subjectIds: [after.id], verbs: gone.map((line) => line.verb) },
      verb,
    );
  }
  await writeJournal(tx, actor, happenings);
  return getMeeting(tx, after.id);
}

/** The journal's lines that no longer hold, and those that hold instead. */
function changedLines(before: HeldMeeting, after: HeldMeeting): { gone: MeetingLine[]; come: MeetingLine[] } {
  const old = linesOf(before);
  const now = linesOf(after);
  if (before.memberId !== after.memberId || before.referralId !== after.referralId)
    return { gone: old, come: now };
  return { gone: missingFrom(now, old), come: missingFrom(old, now) };
}

function missingFrom(some: readonly MeetingLine[], all: readonly MeetingLine[]): MeetingLine[] {
  return all.filter((line) => !some.some((other) => other.verb === line.verb && other.day === line.day));
}

async function happeningsOf(
  tx: Tx,
  actor: Actor,
  meeting: HeldMeeting,
  lines: readonly MeetingLine[],
): Promise<Happening[]> {
  const happenings: Happening[] = [];
  for (const line of lines) {
    const credit = await creditFor(tx, actor, meeting.memberId, line.day);
    happenings.push({
      ...about(meeting),
      verb: line.verb,
      day: line.day,
      ...(line.measure ? { counts: { measure: line.measure, credit } } : {}),
      detail: {
        personId: meeting.personId,
        referralId: meeting.referralId,
        takesPlace: meeting.day,
        time: meeting.time,
        about: meeting.about,
      },
    });
  }
  return happenings;
}

function movedTo(actor: Actor, before: HeldMeeting, after: HeldMeeting): Happening {
  const detail = { personId: after.personId, from: before.day, to: after.day, time: after.time };
  return { ...about(after), verb: "meeting.moved", day: actor.today, detail };
}

function about(meeting: HeldMeeting) {
  return {
    subject: { kind: "meeting", id: meeting.id },
    concerns: [meeting.personId, meeting.accountId, meeting.referralId, meeting.memberId],
  };
}

/** Who was met counts for everybody who looks at that person, whoever held the meeting. */
async function tellWhetherMet(tx: Tx, actor: Actor, meeting: HeldMeeting): Promise<void> {
  const { id, personId, memberId, end } = meeting;
  if (end?.outcome !== "held") return forgetMet(tx, actor, id);
  return noteMet(tx, actor, { personId, memberId, day: end.day, becauseId: id });
}

/** An introduction goes as far as the meeting does. A missed one was still arranged; a cancelled one is no meeting. */
async function moveReferral(tx: Tx, actor: Actor, meeting: HeldMeeting): Promise<void> {
  if (!meeting.referralId || isCancelled(meeting)) return;
  await advanceReferral(tx, actor, meeting.referralId, "meeting-scheduled", meeting.scheduledOn, meeting.id);
  if (meeting.end?.outcome === "held") {
    await advanceReferral(tx, actor, meeting.referralId, "met", meeting.end.day, meeting.id);
  }
}

/** Takes back the steps that this meeting no longer stands for. */
async function withdrawFromReferral(
  tx: Tx,
  actor: Actor,
  before: HeldMeeting,
  after: HeldMeeting,
  gone: readonly MeetingLine[],
): Promise<void> {
  const cancelled = isCancelled(after) && !isCancelled(before);
  if (!before.referralId || (gone.length === 0 && !cancelled)) return;
  const whole =
    cancelled || before.referralId !== after.referralId || before.scheduledOn !== after.scheduledOn;
  await retreatReferral(tx, actor, before.referralId, after.id, whole ? undefined : "met");
}

function isCancelled(meeting: HeldMeeting): boolean {
  return meeting.end?.outcome === "cancelled";
}
