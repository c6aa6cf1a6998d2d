import { getAccount, sameAccountIds } from "#accounts/account-actions.ts";
import { holdAccount } from "#accounts/account-merge-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import {
  changeMeeting,
  getMeeting,
  recordMeetingOutcome,
  scheduleMeeting,
  takeBackMeeting,
  takeBackMeetingOutcome,
} from "#meetings/meeting-actions.ts";
import { getPerson } from "#people/person-actions.ts";
import { creditFor } from "#team/credit-actions.ts";
import { joinMeeting, leaveMeeting, logTouchOnce, takeBackTouch } from "#touches/touch-actions.ts";
import { checkReviewDay } from "./account-review.ts";
import { hasContent } from "./account-review-note-store.ts";
import {
  findReview,
  insertReview,
  invite,
  lockReview,
  openReviews,
  touchesOfReview,
  uninviteOthers,
  updateCame,
  updateReview,
  type AccountReviewRow,
} from "./account-review-store.ts";

export interface WantedReview {
  accountId: string;
  /** Who is invited; with a meeting that is there already, whoever it is with is invited besides. */
  personIds: readonly string[];
  /** Not needed where a meeting says it. */
  day?: Day | undefined;
  time?: string | null | undefined;
  /** The meeting in which it takes place; none: one is arranged with the first of them. */
  meetingId?: string | undefined;
  /** Who holds it; none: the actor. */
  memberId?: string | undefined;
}

/** Throws Problem not-found, not-allowed, invalid, and conflict while another one waits at this account. */
export async function planReview(tx: Tx, actor: Actor, wanted: WantedReview): Promise<AccountReviewRow> {
  const account = await holdAccount(tx, (await getAccount(tx, wanted.accountId)).id);
  const accountIds = await sameAccountIds(tx, account.id);
  const [open] = await openReviews(tx, [account.id]);
  if (open)
    throw conflict(
      `a review with ${account.name} is planned for ${dayText(open.day, actor.today)} already: move that one`,
      { id: open.id },
    );
  const memberId = wanted.memberId ?? actor.member.id;
  const people = await peopleThere(tx, wanted.personIds, accountIds);
  const madeMeeting = wanted.meetingId === undefined;
  const meeting =
    wanted.meetingId === undefined
      ? await arrange(tx, actor, people, { ...wanted, memberId })
      : await meetingAt(tx, wanted.meetingId, accountIds);
  await creditFor(tx, actor, memberId, meeting.day < actor.today ? meeting.day : actor.today);
  const { id: meetingId, day } = meeting;
  const personIds = [...new Set([meeting.personId, ...people])];
  const review = {
    id: newId(actor.now),
    accountId: account.id,
    memberId,
    day,
    meetingId,
    madeMeeting,
    personIds,
  };
  await insertReview(tx, review, actor);
  await writeJournal(tx, actor, [
    {
      verb: "review.planned",
      subject: { kind: "account-review", id: review.id },
      day: actor.today,
      concerns: [account.id, memberId],
      detail: { accountId: account.id, takesPlace: day },
    },
  ]);
  return getReview(tx, review.id);
}

/** Throws Problem not-found, also for one that was taken back. */
export async function getReview(tx: Tx, id: string): Promise<AccountReviewRow> {
  const review = await findReview(tx, id);
  if (!review) throw notFound("account review");
  return review;
}

export interface ReviewChanges {
  day?: Day | undefined;
  time?: string | null | undefined;
  /** All who are invited. */
  personIds?: readonly string[] | undefined;
  /** Who is asked in the place that was promised for it. */
  slotPersonId?: string | null | undefined;
}

/** What is not named stays; its meeting moves with it. Throws Problem not-found, not-allowed, invalid, conflict. */
export async function changeReview(
  tx: Tx,
  actor: Actor,
  id: string,
  changes: ReviewChanges,
): Promise<AccountReviewRow> {
  const review = await holdOwnReview(tx, actor, id);
  const accountIds = await sameAccountIds(tx, review.accountId);
  const { day, time, personIds, slotPersonId } = changes;
  if (personIds !== undefined) {
    if (review.heldOn !== null) throw conflict("it was held: take that back first, then say who was there");
    const people = await peopleThere(tx, personIds, accountIds);
    if (people.length === 0) throw invalid("invite at least one of them", "personIds");
    await uninviteOthers(tx, id, people);
    await invite(tx, id, people);
  }
  if (day !== undefined || time !== undefined) await move(tx, actor, review, { day, time });
  if (slotPersonId !== undefined) {
    const [slot = null] = slotPersonId === null ? [] : await peopleThere(tx, [slotPersonId], accountIds);
    await updateReview(tx, id, { slot_person_id: slot });
  }
  await writeJournal(tx, actor, [
    {
      verb: "review.changed",
      subject: { kind: "account-review", id },
      day: actor.today,
      detail: { day, personIds, slotPersonId },
    },
  ]);
  return getReview(tx, id);
}

/**
 * It was held, with these of the invited, or all: each of them has heard from us, and its meeting was held with it. Said again
 * changes nothing. Throws Problem not-found, not-allowed, and invalid for a day to come.
 */
export async function holdReview(
  tx: Tx,
  actor: Actor,
  id: string,
  said: { day?: Day | undefined; cameIds?: readonly string[] | undefined },
): Promise<AccountReviewRow> {
  const review = await holdOwnReview(tx, actor, id);
  if (review.heldOn !== null) return review;
  const came = await whoCame(tx, review, said.cameIds);
  const { meetingId, memberId, accountId } = review;
  const toTell = meetingId !== null && review.meetingOutcome !== "held";
  const meeting = toTell
    ? await recordMeetingOutcome(tx, actor, meetingId, {
        outcome: "held",
        ...(said.day && { day: said.day }),
      })
    : meetingId && (await getMeeting(tx, meetingId));
  const day = meeting ? (meeting.outcomeDay ?? meeting.day) : factDay(said.day ?? review.day, actor.today);
  const accountIds = await sameAccountIds(tx, accountId);
  const personIds = [...came];
  const byHand =
    meetingId === null
      ? new Set<string>()
      : await joinMeeting(tx, actor, { meetingId, kind: KIND, day, personIds, accountIds });
  const touched: { personId: string; came: boolean; touchId: string | null }[] = [];
  for (const { personId } of review.people) {
    const was = came.has(personId);
    const wanted = { personId, kind: KIND, day, memberId, accountId, meetingId };
    const logged = was && !byHand.has(personId) ? await logTouchOnce(tx, actor, wanted) : null;
    // What was written down before is not taken back with it.
    touched.push({ personId, came: was, touchId: logged?.added ? logged.touch.id : null });
  }
  await updateCame(tx, id, touched);
  await updateReview(tx, id, {
    held_on: day,
    held_by: actor.member.id,
    held_at: actor.now,
    told_meeting: toTell,
    // Also where its meeting is gone.
    meeting_id: meetingId,
  });
  await writeJournal(tx, actor, [
    {
      verb: "review.held",
      subject: { kind: "account-review", id },
      day,
      concerns: [accountId, memberId],
      detail: { accountId, personIds: [...came] },
    },
  ]);
  return getReview(tx, id);
}

/** It was not held after all; what was noted stays. Throws Problem not-found, not-allowed, conflict. */
export async function takeBackHeld(tx: Tx, actor: Actor, id: string): Promise<AccountReviewRow> {
  const review = await holdOwnReview(tx, actor, id);
  if (review.heldOn === null) throw conflict("nobody said that it was held");
  await holdAccount(tx, review.accountId);
  const open = (await openReviews(tx, [review.accountId]))[0];
  if (open)
    throw conflict(
      `the next review with ${review.accountName} is planned for ${dayText(open.day, actor.today)}: take that one back first`,
    );
  for (const touchId of await touchesOfReview(tx, id)) await takeBackTouch(tx, actor, touchId);
  await updateCame(tx, id, null);
  if (review.meetingId !== null) await leaveMeeting(tx, actor, KIND, review.meetingId);
  // Before its meeting, which stays as long as a review says that it was held.
  await updateReview(tx, id, { held_on: null, held_by: null, held_at: null, told_meeting: false });
  if (review.toldMeeting && review.meetingId !== null && review.meetingOutcome === "held")
    await takeBackMeetingOutcome(tx, actor, review.meetingId);
  const lines = { subjectIds: [id], verbs: ["review.held"] };
  await writeCounterEntries(tx, actor, lines, "review.reopened");
  return getReview(tx, id);
}

/** As if it had never been planned, and its meeting with it where that was arranged for it. Throws Problem not-found, not-allowed, conflict. */
export async function takeBackReview(tx: Tx, actor: Actor, id: string): Promise<void> {
  const review = await holdOwnReview(tx, actor, id);
  if (review.heldOn !== null) throw conflict("it was held: take that back first");
  if (await hasContent(tx, id))
    throw conflict("something is noted or promised in it already: move it to another day instead");
  await updateReview(tx, id, { taken_back_at: actor.now, taken_back_by: actor.member.id });
  if (review.madeMeeting && review.meetingId !== null && review.meetingOutcome === null)
    await takeBackMeeting(tx, actor, review.meetingId);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "review.taken-back");
}

/** Locked. Throws Problem not-found, not-allowed. */
async function holdOwnReview(tx: Tx, actor: Actor, id: string): Promise<AccountReviewRow> {
  await lockReview(tx, id);
  const review = await getReview(tx, id);
  await creditFor(tx, actor, review.memberId, actor.today);
  return review;
}

/** By whoever stands for them now, in their order. Throws Problem not-found, and invalid for somebody who works elsewhere. */
async function peopleThere(
  tx: Tx,
  personIds: readonly string[],
  accountIds: readonly string[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const each of new Set(personIds)) {
    const { id, fullName, accountId } = await getPerson(tx, each);
    if (accountId === null || !accountIds.includes(accountId))
      throw invalid(`${fullName} does not work there; give them this account first`, "personIds");
    ids.push(id);
  }
  return [...new Set(ids)];
}

async function arrange(tx: Tx, actor: Actor, people: readonly string[], wanted: WantedReview) {
  const [personId] = people;
  if (personId === undefined) throw invalid("invite at least one of them", "personIds");
  if (wanted.day === undefined) throw invalid("say on which day", "day");
  checkReviewDay(wanted.day);
  const { day, time = null, memberId } = wanted;
  return scheduleMeeting(tx, actor, { personId, day, time, about: ABOUT, ...(memberId && { memberId }) });
}

async function meetingAt(tx: Tx, id: string, accountIds: readonly string[]) {
  const meeting = await getMeeting(tx, id);
  if (meeting.accountId === null || !accountIds.includes(meeting.accountId))
    throw invalid("this meeting is with another account", "meetingId");
  if (meeting.outcome === "cancelled" || meeting.outcome === "no-show")
    throw invalid("this meeting did not take place", "meetingId");
  return meeting;
}

async function move(
  tx: Tx,
  actor: Actor,
  review: AccountReviewRow,
  { day, time }: Pick<ReviewChanges, "day" | "time">,
): Promise<void> {
  if (review.heldOn !== null) throw conflict("it was held: take that back first");
  if (day !== undefined) checkReviewDay(day);
  const there = review.meetingId !== null && review.meetingOutcome === null;
  if (there) {
    const changes = { ...(day !== undefined && { day }), ...(time !== undefined && { time }) };
    await changeMeeting(tx, actor, review.meetingId as string, changes);
  } else {
    // Its meeting is gone, or was missed: another one is arranged.
    const [first] = review.people;
    if (first === undefined) throw invalid("invite at least one of them", "personIds");
    const { memberId } = review;
    const wanted = {
      personId: first.personId,
      day: day ?? review.day,
      time: time ?? null,
      about: ABOUT,
      memberId,
    };
    const meeting = await scheduleMeeting(tx, actor, wanted);
    await updateReview(tx, review.id, { meeting_id: meeting.id, made_meeting: true });
  }
  if (day !== undefined) await updateReview(tx, review.id, { day });
}

async function whoCame(
  tx: Tx,
  review: AccountReviewRow,
  said: readonly string[] | undefined,
): Promise<Set<string>> {
  const invited = new Set(review.people.map(({ personId }) => personId));
  if (said === undefined) return invited;
  const came = new Set<string>();
  for (const each of said) {
    const { id, fullName } = await getPerson(tx, each);
    if (!invited.has(id)) throw invalid(`${fullName} was not invited; invite them first`, "cameIds");
    came.add(id);
  }
  if (came.size === 0) throw invalid("somebody was there, or it was not held", "cameIds");
  return came;
}

/** The kind of touch that it is. */
const KIND = "account-review";
/** As the meeting is called. */
const ABOUT = "Account review";
