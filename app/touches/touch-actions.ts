import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, notAllowed, notFound } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { holdPerson, samePersonIds } from "#people/person-actions.ts";
import { creditFor, creditOf } from "#team/credit-actions.ts";
import { mayChangeFor } from "#team/member.ts";
import { touchKinds } from "./kind-actions.ts";
import { isReal, isToldElsewhere, kindToLog } from "./touch.ts";
import {
  findSameTouch,
  findTouch,
  insertTouch,
  meetingOfTouches,
  takeBackTouchRow,
  touchesOfKind,
  updateTouch,
  type TouchRow,
} from "./touch-store.ts";

export interface WantedTouch {
  personId: string;
  /** Of the trade, or the id of one of the workspace's own. */
  kind: string;
  words?: string | null | undefined;
  day?: Day | undefined;
  /** Who of us; none: the actor. */
  memberId?: string | undefined;
  /** For the rooms above. At which account it was; none: where they work. */
  accountId?: string | undefined;
  /** For the rooms above. The meeting in which it was, which is then no contact of its own. */
  meetingId?: string | null | undefined;
  /** For the rooms above. Nobody told it, it was seen there: a meeting, too, is then a contact and nothing more. */
  seenIn?: "calendar" | undefined;
}

const LONGEST_WORDS = 500;

/**
 * Writes down a contact that has no other home. What is there already is answered as it is. Where its kind weighs anything it
 * counts, each person once per rep and week. Throws Problem not-found, not-allowed, conflict, and invalid naming the field.
 */
export async function logTouch(tx: Tx, actor: Actor, wanted: WantedTouch): Promise<TouchRow> {
  return (await logTouchOnce(tx, actor, wanted)).touch;
}

/** The same, and whether it was added: what was there already is not whoever logs it again to take back. */
export async function logTouchOnce(
  tx: Tx,
  actor: Actor,
  wanted: WantedTouch,
): Promise<{ touch: TouchRow; added: boolean }> {
  const day = factDay(wanted.day, actor.today);
  const kinds = await touchKinds(tx);
  const seen = wanted.seenIn && kinds.find(({ id }) => id === wanted.kind);
  const kind = seen ?? kindToLog(wanted.kind, kinds);
  const words = cleanText(wanted.words, LONGEST_WORDS, "words");
  const memberId = wanted.memberId ?? actor.member.id;
  const person = await holdPerson(tx, wanted.personId);
  const credit = await creditFor(tx, actor, memberId, day);
  const there = await findSameTouch(tx, { memberId, kind: kind.id, day }, await samePersonIds(tx, person.id));
  if (there) return { touch: there, added: false };
  const accountId = wanted.accountId ?? person.accountId;
  const meetingId = wanted.meetingId ?? (await meetingOfTouches(tx, { accountId, kind: kind.id, day }));
  // What takes place in a meeting is counted as that.
  const counts = isReal(kind) && meetingId === null;
  const touch = {
    id: newId(actor.now),
    personId: person.id,
    accountId,
    memberId,
    kind: kind.id,
    words,
    day,
    counts,
    meetingId,
  };
  await insertTouch(tx, touch, actor);
  await writeJournal(tx, actor, [
    {
      verb: "touch.made",
      subject: { kind: "touch", id: touch.id },
      day,
      concerns: [person.id, accountId, memberId],
      detail: {
        personId: person.id,
        kind: kind.id,
        kindName: kind.name,
        ...(seen && { seenIn: wanted.seenIn }),
      },
      ...(counts && { counts: { measure: "touches", credit, onceKey: person.id } }),
    },
  ]);
  return { touch: await getTouch(tx, touch.id), added: true };
}

/** Throws Problem not-found, also for one that was taken back. */
export async function getTouch(tx: Tx, id: string): Promise<TouchRow> {
  const touch = await findTouch(tx, id);
  if (!touch) throw notFound("touch");
  return touch;
}

/** It was a mistake: the clock stands where it stood. Throws Problem not-found, not-allowed, and conflict where it is told elsewhere. */
export async function takeBackTouch(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { personId, memberId, memberName, memberTeamId, kind } = await getTouch(tx, id);
  if (isToldElsewhere(kind)) throw conflict("this is told in another place, and taken back there");
  await holdPerson(tx, personId);
  await getTouch(tx, id);
  if (!mayChangeFor(actor, { memberId, teamId: memberTeamId }))
    throw notAllowed(`this is ${memberName}'s: they, their manager or a leader can take it back`);
  await takeBackTouchRow(tx, id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "touch.taken-back");
}

/**
 * For the rooms above. What was logged by hand of a meeting, before it was said that it took place: it is a touch in that meeting now,
 * and counted as that. Answers with whom.
 */
export async function joinMeeting(
  tx: Tx,
  actor: Actor,
  {
    meetingId,
    kind,
    ...which
  }: {
    meetingId: string;
    kind: string;
    day: Day;
    personIds: readonly string[];
    accountIds: readonly string[];
  },
): Promise<Set<string>> {
  const touches = await touchesOfKind(tx, kind, which);
  for (const touch of touches) await settle(tx, actor, touch, meetingId);
  return new Set(touches.map(({ personId }) => personId));
}

/** The meeting did not take place: what was logged by hand of it stands by itself, and counts again. */
export async function leaveMeeting(tx: Tx, actor: Actor, kind: string, meetingId: string): Promise<void> {
  for (const touch of await touchesOfKind(tx, kind, { meetingId })) await settle(tx, actor, touch, null);
}

async function settle(tx: Tx, actor: Actor, touch: TouchRow, meetingId: string | null): Promise<void> {
  const { id, personId, accountId, memberId, day } = touch;
  await holdPerson(tx, personId);
  await getTouch(tx, id);
  const kind = (await touchKinds(tx)).find((each) => each.id === touch.kind);
  const counts = meetingId === null && kind !== undefined && isReal(kind);
  await updateTouch(tx, id, { meeting_id: meetingId, counts });
  await writeCounterEntries(tx, actor, { subjectIds: [id], verbs: ["touch.made"] }, "touch.settled");
  const credit = await creditOf(tx, memberId, day);
  await writeJournal(tx, actor, [
    {
      verb: "touch.made",
      subject: { kind: "touch", id },
      day,
      concerns: [personId, accountId, memberId],
      detail: { personId, kind: touch.kind, kindName: kind?.name },
      ...(counts && { counts: { measure: "touches", credit, onceKey: personId } }),
    },
  ]);
}
