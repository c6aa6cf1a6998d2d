import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { isId, newId } from "#lib/kernel/ids.ts";
import { conflict, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { getPerson } from "#people/person-actions.ts";
import { creditOf } from "#team/credit-actions.ts";
import {
  checkVersion,
  cleanCommitment,
  cleanNote,
  cleanPoint,
  POINTS,
  type NoteNow,
} from "./account-review.ts";
import { getReview } from "./account-review-actions.ts";
import {
  holdCommitment,
  insertCommitment,
  takeBackCommitmentRow,
  updateDone,
  type CommitmentRow,
} from "./account-review-commitment-store.ts";
import {
  insertPoint,
  notesOf,
  ownPointsOf,
  saveNote,
  takeBackPointRow,
  type OwnPoint,
} from "./account-review-note-store.ts";
import { lockReview } from "./account-review-store.ts";

/**
 * Notes at one point; everybody may. `version` is the one that was read before: where somebody wrote since, nothing is changed and
 * the conflict says what stands there. Throws Problem not-found, invalid, conflict.
 */
export async function writeNote(
  tx: Tx,
  actor: Actor,
  reviewId: string,
  point: string,
  said: { words: string; version: number },
): Promise<NoteNow> {
  const words = cleanNote(said.words);
  await lockReview(tx, reviewId);
  await getReview(tx, reviewId);
  await refuseUnknownPoint(tx, reviewId, point);
  const there = (await notesOf(tx, reviewId)).find((note) => note.point === point);
  const now = there ?? { version: 0, words: "", byName: null };
  if (now.words === words) return now;
  checkVersion(now, said.version);
  await saveNote(tx, { reviewId, point, words, version: now.version + 1 }, actor);
  await writeJournal(tx, actor, [
    {
      verb: "review.noted",
      subject: { kind: "account-review", id: reviewId },
      day: actor.today,
      detail: { point, version: now.version + 1 },
    },
  ]);
  return { version: now.version + 1, words, byName: actor.member.name };
}

/** One more point of its own; everybody may. Throws Problem not-found, invalid. */
export async function addPoint(tx: Tx, actor: Actor, reviewId: string, name: string): Promise<OwnPoint> {
  await lockReview(tx, reviewId);
  await getReview(tx, reviewId);
  const point = { id: newId(actor.now), name: cleanPoint(name) };
  await insertPoint(tx, { ...point, reviewId }, actor);
  await tellOfPoint(tx, actor, reviewId, "review.point-added", point.name);
  return point;
}

/** Throws Problem not-found, and conflict where something is noted at it. */
export async function takeBackPoint(tx: Tx, actor: Actor, reviewId: string, pointId: string): Promise<void> {
  await lockReview(tx, reviewId);
  await getReview(tx, reviewId);
  const point = (await ownPointsOf(tx, reviewId)).find(({ id }) => id === pointId);
  if (point === undefined) throw notFound("point");
  const note = (await notesOf(tx, reviewId)).find((each) => each.point === pointId);
  if (note !== undefined && note.words !== "")
    throw conflict("something is noted at this point: empty the note first");
  await takeBackPointRow(tx, pointId, actor);
  await tellOfPoint(tx, actor, reviewId, "review.point-taken-back", point.name);
}

export interface WantedCommitment {
  words: string;
  dueOn: Day;
  /** Which of us; neither this nor personId: theirs, and nobody was named. */
  memberId?: string | null | undefined;
  /** Which of them. */
  personId?: string | null | undefined;
  day?: Day | undefined;
}

/** Who does what until when; everybody may write it down. Throws Problem not-found, invalid. */
export async function makeCommitment(
  tx: Tx,
  actor: Actor,
  reviewId: string,
  wanted: WantedCommitment,
): Promise<CommitmentRow> {
  await lockReview(tx, reviewId);
  const { accountId, heldOn } = await getReview(tx, reviewId);
  const day = factDay(wanted.day ?? heldOn, actor.today);
  const { words, dueOn } = cleanCommitment(wanted, day);
  const memberId = wanted.memberId ?? null;
  if (memberId !== null) await creditOf(tx, memberId, day);
  const person = wanted.personId && memberId === null ? await getPerson(tx, wanted.personId) : null;
  const id = newId(actor.now);
  const personId = person?.id ?? null;
  await insertCommitment(tx, { id, reviewId, accountId, memberId, personId, words, dueOn, day }, actor);
  await writeJournal(tx, actor, [
    {
      verb: "review-commitment.made",
      subject: { kind: "review-commitment", id },
      day,
      concerns: [accountId, memberId],
      detail: { accountId, memberId, personId, words, dueOn },
    },
  ]);
  return getCommitment(tx, id);
}

/** Ticked off, by whoever of us. Said again changes nothing. Throws Problem not-found. */
export async function doCommitment(tx: Tx, actor: Actor, id: string): Promise<CommitmentRow> {
  const { doneOn, accountId, memberId, words } = await getCommitment(tx, id);
  if (doneOn === null) {
    await updateDone(tx, id, { on: actor.today, by: actor.member.id });
    await writeJournal(tx, actor, [
      {
        verb: "review-commitment.done",
        subject: { kind: "review-commitment", id },
        day: actor.today,
        concerns: [accountId, memberId],
        detail: { accountId, words },
      },
    ]);
  }
  return getCommitment(tx, id);
}

/** It is not done after all. Throws Problem not-found, conflict. */
export async function reopenCommitment(tx: Tx, actor: Actor, id: string): Promise<CommitmentRow> {
  const { doneOn } = await getCommitment(tx, id);
  if (doneOn === null) throw conflict("it is open");
  await updateDone(tx, id, null);
  const which = { subjectIds: [id], verbs: ["review-commitment.done"] };
  await writeCounterEntries(tx, actor, which, "review-commitment.reopened");
  return getCommitment(tx, id);
}

/** It was never promised. Throws Problem not-found. */
export async function takeBackCommitment(tx: Tx, actor: Actor, id: string): Promise<void> {
  await getCommitment(tx, id);
  await takeBackCommitmentRow(tx, id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "review-commitment.taken-back");
}

/** Locked. Throws Problem not-found. */
async function getCommitment(tx: Tx, id: string): Promise<CommitmentRow> {
  const commitment = await holdCommitment(tx, id);
  if (!commitment) throw notFound("commitment");
  return commitment;
}

async function refuseUnknownPoint(tx: Tx, reviewId: string, point: string): Promise<void> {
  if ((POINTS as readonly string[]).includes(point)) return;
  const own = isId(point) ? await ownPointsOf(tx, reviewId) : [];
  if (!own.some(({ id }) => id === point)) throw notFound("point");
}

async function tellOfPoint(
  tx: Tx,
  actor: Actor,
  reviewId: string,
  verb: string,
  name: string,
): Promise<void> {
  const subject = { kind: "account-review", id: reviewId };
  await writeJournal(tx, actor, [{ verb, subject, day: actor.today, detail: { name } }]);
}
