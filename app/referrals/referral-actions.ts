import { noteNamed } from "#asks/answer-actions.ts";
import { peopleOfAsk } from "#asks/ask-actions.ts";
import { takeBackConversation } from "#asks/take-back-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal, type Happening } from "#lib/storage/journal.ts";
import { holdPeople } from "#people/hold-actions.ts";
import { addPerson, getPerson, holdPerson, samePersonIds, type NewPerson } from "#people/person-actions.ts";
import { removeIfUntouched } from "#people/removal-actions.ts";
import { creditFor } from "#team/credit-actions.ts";
import {
  cleanWords,
  counts,
  isClosed,
  mayAdvance,
  mayChange,
  standingOf,
  STATE_WORDS,
  type Level,
  type ReferralWords,
  type StepState,
} from "./referral.ts";
import {
  findReferral,
  findReferralBetween,
  insertReferral,
  stepsOf,
  passAnswerOn,
  takeBackReferralRow,
  updateLevel,
  updateWords,
  type HeldReferral,
  type NewReferral,
  type ReferralRow,
} from "./referral-store.ts";
import { advanceReferral, concernsOf, hold, settle, takeBack } from "./step-actions.ts";

export type WantedWords = { [Field in keyof ReferralWords]?: string | null | undefined };

export interface WantedReferral extends WantedWords {
  sourceId: string;
  /** The new contact: somebody known, or `contact` to be added. */
  contactId?: string | null;
  contact?: NewPerson;
  /** The ask it came of; none: it came unprompted. */
  askId?: string | null;
  level: Level;
  day?: Day;
  /** Who was introduced; none: the actor. */
  memberId?: string;
}

/** Lines that count an introduction: one that arrived as such, or a name that became one. */
const COUNTING = ["referral.received", "referral.introduced"] as const;

/**
 * Writes down that a source named or introduced somebody. From level 1 on it counts on its day. Throws Problem not-found,
 * not-allowed, invalid naming the field, and conflict when the same introduction is still under way.
 */
export async function receiveReferral(tx: Tx, actor: Actor, wanted: WantedReferral): Promise<ReferralRow> {
  const day = factDay(wanted.day, actor.today);
  const memberId = wanted.memberId ?? actor.member.id;
  await holdPeople(tx, await peopleMeant(tx, wanted));
  const { source, contact } = await bothOf(tx, actor, wanted);
  const credit = await creditFor(tx, actor, memberId, day);
  await refuseTwice(tx, { memberId, sourceId: source.id, contactId: contact.id }, actor.today);
  const answer = wanted.askId
    ? await noteNamed(tx, actor, wanted.askId, { sourceId: source.id, memberId, day })
    : { answerId: null, added: false };
  const countsFrom = counts(wanted.level) ? day : null;
  const referral: NewReferral = {
    id: newId(actor.now),
    memberId,
    sourceId: source.id,
    contactId: contact.id,
    contactAdded: wanted.contact !== undefined,
    accountId: contact.accountId,
    askId: wanted.askId ?? null,
    answerId: answer.answerId,
    answerAdded: answer.added,
    level: wanted.level,
    day,
    countsFrom,
    arrivedAt: day === actor.today ? actor.now : null,
    standing: standingOf({ day, countsFrom }, []),
    ...cleanWords(wanted),
    createdAt: actor.now,
  };
  await insertReferral(tx, referral);
  const happening = countsFrom
    ? {
        ...about(referral),
        verb: "referral.received",
        day,
        counts: { measure: "referrals-received", credit },
      }
    : { ...about(referral), verb: "referral.named", day };
  await writeJournal(tx, actor, [happening]);
  return getReferral(tx, referral.id);
}

/** Throws Problem not-found, also for one that was taken back. */
export async function getReferral(tx: Tx, id: string): Promise<ReferralRow> {
  const referral = await findReferral(tx, id);
  if (!referral) throw notFound("introduction");
  return referral;
}

/**
 * Says anew what effort the source made. A name that becomes an introduction counts from `day` on; one that turns out to
 * be a name only is taken from the week it counted in. Throws Problem invalid for a day before the name arrived.
 */
export async function changeLevel(
  tx: Tx,
  actor: Actor,
  id: string,
  level: Level,
  said?: Day,
): Promise<ReferralRow> {
  const referral = await holdOwn(tx, actor, id);
  const day = factDay(said, actor.today);
  if (day < referral.day)
    throw invalid(`the name arrived on ${dayText(referral.day, actor.today)}; this came later`, "day");
  if (level === referral.level) return getReferral(tx, id);
  const detail = { ...about(referral).detail, from: referral.level, level };
  if (counts(level) && counts(referral.level)) {
    await updateLevel(tx, id, level, referral.countsFrom);
    await writeJournal(tx, actor, [{ ...about(referral), verb: "referral.level-changed", day, detail }]);
  } else if (counts(level)) {
    const credit = await creditFor(tx, actor, referral.memberId, day);
    await place(tx, referral, level, day, day === actor.today ? actor.now : undefined);
    const counted = { measure: "referrals-received", credit };
    await writeJournal(tx, actor, [
      { ...about(referral), verb: "referral.introduced", day, counts: counted, detail },
    ]);
  } else {
    await place(tx, referral, level, null);
    await uncount(tx, actor, referral);
  }
  return getReferral(tx, id);
}

/** Changes what is said of it in words; what is not named stays. Throws Problem not-found, not-allowed, invalid naming the field. */
export async function changeWords(
  tx: Tx,
  actor: Actor,
  id: string,
  changes: WantedWords,
): Promise<ReferralRow> {
  const referral = await holdOwn(tx, actor, id);
  const before = await getReferral(tx, id);
  const after = cleanWords({ ...before, ...changes });
  const fields = (Object.keys(after) as (keyof ReferralWords)[]).filter(
    (field) => after[field] !== before[field],
  );
  if (fields.length === 0) return before;
  await updateWords(tx, id, after);
  const said = about(referral);
  const detail = { ...said.detail, fields };
  await writeJournal(tx, actor, [{ ...said, verb: "referral.described", day: actor.today, detail }]);
  return getReferral(tx, id);
}

/** Moves a referral by hand, forward only. Throws Problem conflict when it is as far already. */
export async function changeState(
  tx: Tx,
  actor: Actor,
  id: string,
  state: StepState,
  said?: Day,
): Promise<ReferralRow> {
  const referral = await holdOwn(tx, actor, id);
  const day = factDay(said, actor.today);
  if (day < referral.day)
    throw invalid(`it arrived on ${dayText(referral.day, actor.today)}; this came later`, "day");
  if (state !== referral.state) {
    if (!mayAdvance(referral.state, state)) {
      throw conflict(
        `this introduction is further already: ${STATE_WORDS[referral.state]}; take that back first`,
      );
    }
    await advanceReferral(tx, actor, id, state, day, null);
  }
  return getReferral(tx, id);
}

/** Takes back the state that was set by hand; the one before holds again. Throws Problem conflict when there is none. */
export async function restoreState(tx: Tx, actor: Actor, id: string): Promise<ReferralRow> {
  const referral = await holdOwn(tx, actor, id);
  const steps = await stepsOf(tx, id);
  const here = steps.filter((step) => step.state === referral.state);
  if (here.length === 0) throw conflict("nothing was said about this introduction that could be taken back");
  const byHand = here.filter((step) => step.becauseId === null);
  if (byHand.length < here.length)
    throw conflict("a meeting or a deal brought it here; take that back first");
  await takeBack(tx, actor, referral, steps, byHand);
  return getReferral(tx, id);
}

/** Takes it all back: the answer it gave to its ask too, and the contact who was only written down with it. Throws Problem conflict while a meeting or deal builds on it. */
export async function takeBackReferral(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { askId, sourceId, contactId } = await getReferral(tx, id);
  // Before the introduction itself, as whoever receives one does.
  await holdPeople(tx, [sourceId, contactId, ...(askId ? await peopleOfAsk(tx, askId) : [])]);
  const referral = await holdOwn(tx, actor, id);
  await takeBackReferralRow(tx, id, actor);
  if (referral.askId && referral.answerId && referral.answerAdded) {
    // They did name someone while another introduction came of the same answer.
    const stays = await passAnswerOn(tx, referral.answerId);
    if (!stays) await takeBackConversation(tx, actor, referral.askId, referral.answerId);
  }
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "referral.taken-back");
  if (referral.contactAdded) await removeIfUntouched(tx, actor, referral.contactId);
}

interface Held {
  id: string;
  accountId: string | null;
}

/** Whom the introduction is about as it is told, and those of the ask it came of. */
async function peopleMeant(tx: Tx, { sourceId, contactId, askId }: WantedReferral): Promise<string[]> {
  return [sourceId, ...(contactId ? [contactId] : []), ...(askId ? await peopleOfAsk(tx, askId) : [])];
}

/** Both as they stand; the contact whom nobody knows yet is added. */
async function bothOf(
  tx: Tx,
  actor: Actor,
  wanted: WantedReferral,
): Promise<{ source: Held; contact: Held }> {
  const { sourceId, contactId, contact } = wanted;
  if (Boolean(contactId) === Boolean(contact)) throw invalid("say whom you were introduced to", "contactId");
  if (contactId === sourceId)
    throw invalid("nobody introduces themselves; choose the person they introduced", "contactId");
  const source = await holdPerson(tx, sourceId);
  if (contactId) return { source, contact: await holdPerson(tx, contactId) };
  const added = await addPerson(tx, actor, contact as NewPerson, {
    cameFrom: "referral",
    detail: source.fullName,
  });
  return { source, contact: { id: added.id, accountId: added.accountId } };
}

async function refuseTwice(
  tx: Tx,
  who: { memberId: string; sourceId: string; contactId: string },
  today: Day,
): Promise<void> {
  const sourceIds = await samePersonIds(tx, who.sourceId);
  const contactIds = await samePersonIds(tx, who.contactId);
  const there = await findReferralBetween(tx, { memberId: who.memberId, sourceIds, contactIds });
  if (!there || isClosed(there.state)) return;
  const { fullName } = await getPerson(tx, who.contactId);
  throw conflict(
    `this introduction to ${fullName} is there since ${dayText(there.day, today)}; raise its level instead`,
  );
}

async function holdOwn(tx: Tx, actor: Actor, id: string): Promise<HeldReferral> {
  const referral = await hold(tx, id);
  if (!mayChange(actor, { memberId: referral.memberId, teamId: referral.memberTeamId })) {
    throw notAllowed("this introduction is a colleague's: they, their manager or a leader can change it");
  }
  return referral;
}

/** Writes the level, and the state that follows from it. */
async function place(
  tx: Tx,
  referral: HeldReferral,
  level: Level,
  countsFrom: Day | null,
  arrivedAt?: Date,
): Promise<void> {
  await updateLevel(tx, referral.id, level, countsFrom, arrivedAt);
  await settle(tx, { ...referral, level, countsFrom }, await stepsOf(tx, referral.id));
}

/** What had arrived as an introduction had arrived as a name; what had become one is a name again. */
async function uncount(tx: Tx, actor: Actor, referral: HeldReferral): Promise<void> {
  const [arrival, becoming] = COUNTING;
  const which = { subjectIds: [referral.id] };
  const arrived = await writeCounterEntries(tx, actor, { ...which, verbs: [arrival] }, "referral.lowered");
  await writeCounterEntries(tx, actor, { ...which, verbs: [becoming] }, "referral.lowered");
  if (arrived.lineIds.length === 0) return;
  const named = { ...about({ ...referral, level: 0 }), verb: "referral.named", day: referral.day };
  await writeJournal(tx, actor, [named]);
}

function about(
  referral: Pick<
    HeldReferral,
    "id" | "sourceId" | "contactId" | "accountId" | "memberId" | "askId" | "level"
  >,
): Pick<Happening, "subject" | "concerns" | "detail"> {
  const { id, sourceId, contactId, askId, level } = referral;
  return {
    subject: { kind: "referral", id },
    concerns: concernsOf(referral),
    detail: { sourceId, contactId, askId, level },
  };
}
