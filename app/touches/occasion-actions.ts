import type { Actor } from "#lib/kernel/actor.ts";
import { timeOfDayIn, type Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { callName } from "#people/call-name.ts";
import { consentOf } from "#people/consent-actions.ts";
import { countryOfContact } from "#people/contact-country-actions.ts";
import { contactLawOf } from "#people/contact-law.ts";
import { getPerson, holdPerson, samePersonIds } from "#people/person-actions.ts";
import { protectionOf } from "#people/protection-actions.ts";
import { creditFor } from "#team/credit-actions.ts";
import { mayChangeFor, type Whose } from "#team/member.ts";
import { touchKinds } from "./kind-actions.ts";
import {
  cautionsOf,
  cleanOccasion,
  cleanOfferWords,
  cleanReaction,
  hasBegun,
  movedFrom,
  oftenSince,
  whyNotMoved,
  whyNotOffered,
  type OccasionFacts,
  type OfferAnswer,
} from "./occasion.ts";
import {
  findOccasion,
  holdOffer,
  insertOccasion,
  insertOffer,
  lockOccasion,
  offersOf,
  sentSince,
  updateOccasion,
  updateOffer,
  type OccasionRow,
  type OfferRow,
} from "./occasion-store.ts";

/** Everybody may. Throws Problem invalid naming the field. */
export async function makeOccasion(tx: Tx, actor: Actor, said: OccasionFacts): Promise<OccasionRow> {
  const clean = cleanOccasion(said);
  const occasion = { ...clean, id: newId(actor.now), memberId: actor.member.id };
  await insertOccasion(tx, occasion, actor);
  await writeJournal(tx, actor, [
    {
      verb: "occasion.made",
      subject: { kind: "occasion", id: occasion.id },
      day: actor.today,
      detail: { kind: clean.kind, title: clean.title },
    },
  ]);
  return getOccasion(tx, occasion.id);
}

/** Throws Problem not-found, also for one that was taken back. */
export async function getOccasion(tx: Tx, id: string): Promise<OccasionRow> {
  const occasion = await findOccasion(tx, id);
  if (!occasion) throw notFound("event or article");
  return occasion;
}

/** What is not named stays, and what it is. Throws Problem not-found, not-allowed, invalid, conflict. */
export async function changeOccasion(
  tx: Tx,
  actor: Actor,
  id: string,
  said: { [K in keyof Omit<OccasionFacts, "kind">]?: OccasionFacts[K] | undefined },
): Promise<OccasionRow> {
  await lockOccasion(tx, id);
  const before = await getOccasion(tx, id);
  refuseOthers(actor, before);
  const { kind, title, day, time, place, link, words, language } = before;
  const known = { kind, title, day, time, place, link, words, language };
  const named = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const after = cleanOccasion({ ...known, ...named });
  if (after.day !== null && after.day !== day) {
    const whyNot = whyNotMoved(after.day, before);
    if (whyNot !== null) throw conflict(whyNot);
  }
  await updateOccasion(tx, id, after);
  await writeJournal(tx, actor, [
    {
      verb: "occasion.changed",
      subject: { kind: "occasion", id },
      day: actor.today,
      detail: { before: known, after: { ...after } },
    },
  ]);
  if (after.day !== day && before.sent > 0) await tellOfMove(tx, actor, before, after);
  return getOccasion(tx, id);
}

/** Whoever was invited to another day sees it on their page. */
async function tellOfMove(
  tx: Tx,
  actor: Actor,
  { id, memberId, title, day }: OccasionRow,
  to: OccasionFacts,
): Promise<void> {
  const invited = (await offersOf(tx, { occasionId: id })).filter(({ sentOn }) => sentOn !== null);
  await writeJournal(tx, actor, [
    {
      verb: "occasion.moved",
      subject: { kind: "occasion", id },
      concerns: [...invited.map(({ personId }) => personId), memberId],
      day: actor.today,
      detail: { title, from: day, to: to.day },
    },
  ]);
}

/** As if it had never been. Throws Problem not-found, not-allowed, and conflict once it was sent to somebody. */
export async function takeBackOccasion(tx: Tx, actor: Actor, id: string): Promise<void> {
  await lockOccasion(tx, id);
  const occasion = await getOccasion(tx, id);
  refuseOthers(actor, occasion);
  if (occasion.sent > 0) throw conflict("somebody had it from us already: it stays");
  await updateOccasion(tx, id, { taken_back_at: actor.now, taken_back_by: actor.member.id });
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "occasion.taken-back");
}

/** An offer with what stands against it, and what to think of before it goes. */
export interface Offered {
  offer: OfferRow;
  whyNot: string | null;
  cautions: string[];
}

/** One more of those it is for, one by one; whoever is chosen already is answered as they are. Throws Problem not-found, conflict. */
export async function chooseFor(
  tx: Tx,
  actor: Actor,
  occasionId: string,
  anyPersonId: string,
): Promise<Offered> {
  await lockOccasion(tx, occasionId);
  await getOccasion(tx, occasionId);
  const person = await holdPerson(tx, anyPersonId);
  const there = (await offersOf(tx, { occasionId })).find(({ personId }) => personId === person.id);
  if (there) return withWarnings(tx, actor, there);
  const id = newId(actor.now);
  await insertOffer(tx, { id, occasionId, personId: person.id, memberId: actor.member.id }, actor);
  await writeJournal(tx, actor, [
    {
      verb: "occasion.chosen-for",
      subject: { kind: "occasion-offer", id },
      day: actor.today,
      detail: { occasionId, personId: person.id },
    },
  ]);
  return offered(tx, actor, id);
}

/** Those it is for, in the order in which they were chosen. Throws Problem not-found. */
export async function offersFor(tx: Tx, actor: Actor, occasionId: string): Promise<Offered[]> {
  await getOccasion(tx, occasionId);
  const found: Offered[] = [];
  for (const offer of await offersOf(tx, { occasionId })) found.push(await withWarnings(tx, actor, offer));
  return found;
}

/** Other words; null: as they are made from the occasion. Throws Problem not-found, not-allowed, invalid, conflict. */
export async function wordOffer(tx: Tx, actor: Actor, id: string, words: string | null): Promise<Offered> {
  const offer = await holdOwnOffer(tx, actor, id);
  if (offer.sentOn !== null) throw conflict("it was sent in other words: take that back first");
  const clean = cleanOfferWords(words);
  await updateOffer(tx, id, { words: clean, told_day: clean === null ? null : offer.day });
  await tell(tx, actor, offer, "occasion.worded");
  return offered(tx, actor, id);
}

/**
 * They had it from us, of an event on its day at the latest: from then on it is a contact. Refused for whoever does not want to hear from us, or is unhappy. Said again
 * changes nothing. Throws Problem not-found, not-allowed, invalid, conflict.
 */
export async function noteSent(
  tx: Tx,
  actor: Actor,
  id: string,
  said: { day?: Day | undefined },
): Promise<Offered> {
  const offer = await holdOwnOffer(tx, actor, id);
  if (offer.sentOn !== null) return withWarnings(tx, actor, offer);
  const { whyNot } = await withWarnings(tx, actor, offer);
  if (whyNot !== null) throw conflict(whyNot);
  const latest = offer.day !== null && offer.day < actor.today ? offer.day : actor.today;
  const day = factDay(said.day ?? latest, actor.today);
  if (day > latest) throw invalid("the event was over by then", "day");
  const kind = offer.kind === "event" ? "event-invitation" : "article";
  const weight = (await touchKinds(tx)).find((each) => each.id === kind)?.weight ?? 0;
  const counts = weight > 0;
  const credit = await creditFor(tx, actor, offer.memberId, day);
  await updateOffer(tx, id, { sent_on: day, sent_at: actor.now, counts, told_day: offer.day });
  await writeJournal(tx, actor, [
    {
      ...lineOf(offer, "occasion.sent"),
      day,
      ...(counts && { counts: { measure: "touches", credit, onceKey: offer.personId } }),
    },
  ]);
  return offered(tx, actor, id);
}

/** It did not go after all. Throws Problem not-found, not-allowed, conflict. */
export async function takeBackSent(tx: Tx, actor: Actor, id: string): Promise<Offered> {
  const offer = await holdOwnOffer(tx, actor, id);
  if (offer.sentOn === null) throw conflict("it was not sent");
  if (offer.answer !== null || offer.came !== null || offer.reaction !== null)
    throw conflict("they have answered: take that back first");
  const told_day = offer.words === null ? null : offer.toldDay;
  await updateOffer(tx, id, { sent_on: null, sent_at: null, counts: false, told_day });
  await undo(tx, actor, id, "occasion.day-told", "occasion.day-untold");
  await undo(tx, actor, id, "occasion.sent", "occasion.unsent");
  return offered(tx, actor, id);
}

/**
 * The day as they know it, where the event was moved after they were invited. Another day than the event's takes that back. Throws
 * Problem not-found, not-allowed, invalid, conflict.
 */
export async function noteToldDay(tx: Tx, actor: Actor, id: string, day: Day): Promise<Offered> {
  const offer = await holdSentOffer(tx, actor, id);
  if (offer.day === null) throw invalid("an article has no day", "day");
  if (offer.toldDay === day) return withWarnings(tx, actor, offer);
  await updateOffer(tx, id, { told_day: day });
  await undo(tx, actor, id, "occasion.day-told", "occasion.day-untold");
  if (day === offer.day)
    await writeJournal(tx, actor, [
      { ...lineOf(offer, "occasion.day-told", { from: offer.toldDay }), day: actor.today },
    ]);
  return offered(tx, actor, id);
}

/** Coming, or not; null takes it back. Throws Problem not-found, not-allowed, invalid, conflict. */
export async function noteAnswer(
  tx: Tx,
  actor: Actor,
  id: string,
  answer: OfferAnswer | null,
): Promise<Offered> {
  const offer = await holdSentOffer(tx, actor, id);
  if (offer.kind !== "event") throw invalid("an article is answered in words", "answer");
  if (offer.answer === answer) return withWarnings(tx, actor, offer);
  if (offer.answer !== null) await undo(tx, actor, id, "occasion.answered", "occasion.answer-taken-back");
  await updateOffer(tx, id, { answer, answered_on: answer === null ? null : actor.today });
  if (answer !== null)
    await writeJournal(tx, actor, [{ ...lineOf(offer, "occasion.answered", { answer }), day: actor.today }]);
  return offered(tx, actor, id);
}

/** They were there, which is a contact in person on its day, or stayed away; null takes it back. Throws Problem as above. */
export async function noteCame(tx: Tx, actor: Actor, id: string, came: boolean | null): Promise<Offered> {
  const offer = await holdSentOffer(tx, actor, id);
  if (offer.kind !== "event" || offer.day === null) throw invalid("nobody comes to an article", "came");
  if (offer.came === came) return withWarnings(tx, actor, offer);
  const day = factDay(came === null ? null : offer.day, actor.today, "came");
  const now = { today: actor.today, time: timeOfDayIn(actor.now, actor.workspace.timeZone) };
  if (came !== null && !hasBegun(offer, now)) throw invalid("it has not begun yet", "came");
  const credit = await creditFor(tx, actor, offer.memberId, day);
  if (offer.came !== null)
    await undo(tx, actor, id, CAME[String(offer.came)] ?? "", "occasion.came-taken-back");
  await updateOffer(tx, id, { came });
  if (came !== null)
    await writeJournal(tx, actor, [
      {
        ...lineOf(offer, CAME[String(came)] ?? ""),
        day,
        ...(came && { counts: { measure: "touches", credit, onceKey: offer.personId } }),
      },
    ]);
  return offered(tx, actor, id);
}

const CAME: Record<string, string> = { true: "occasion.attended", false: "occasion.missed" };

/** A word of theirs, which is a contact; null takes it back. Throws Problem as above. */
export async function noteReaction(
  tx: Tx,
  actor: Actor,
  id: string,
  said: { words: string; day?: Day | undefined } | null,
): Promise<Offered> {
  const offer = await holdSentOffer(tx, actor, id);
  const words = said === null ? null : cleanReaction(said.words);
  const day = factDay(said?.day, actor.today);
  if (offer.sentOn !== null && day < offer.sentOn) throw invalid("they had it only later", "day");
  if (offer.reaction !== null) await undo(tx, actor, id, "occasion.reacted", "occasion.reaction-taken-back");
  await updateOffer(tx, id, { reaction: words, reacted_on: words === null ? null : day });
  if (words !== null)
    await writeJournal(tx, actor, [{ ...lineOf(offer, "occasion.reacted", { words }), day }]);
  return offered(tx, actor, id);
}

/** They were not chosen. Throws Problem not-found, not-allowed, and conflict once it was sent. */
export async function takeBackOffer(tx: Tx, actor: Actor, id: string): Promise<void> {
  const offer = await holdOwnOffer(tx, actor, id);
  if (offer.sentOn !== null) throw conflict("it was sent: take that back first");
  await updateOffer(tx, id, { taken_back_at: actor.now, taken_back_by: actor.member.id });
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "occasion.unchosen");
}

/** What was offered to somebody, the latest first. Throws Problem not-found. */
export async function offersTo(tx: Tx, anyPersonId: string, limit: number): Promise<OfferRow[]> {
  const { id } = await getPerson(tx, anyPersonId);
  return offersOf(tx, { personIds: await samePersonIds(tx, id), limit });
}

async function offered(tx: Tx, actor: Actor, id: string): Promise<Offered> {
  const offer = await holdOffer(tx, id);
  if (!offer) throw notFound("offer");
  return withWarnings(tx, actor, offer);
}

/** What was sent needs no warning any more. */
async function withWarnings(tx: Tx, actor: Actor, offer: OfferRow): Promise<Offered> {
  if (offer.sentOn !== null) return { offer, whyNot: null, cautions: [] };
  const person = await getPerson(tx, offer.personId);
  const writing = await consentOf(tx, actor, person.id);
  const { issues } = await protectionOf(tx, await samePersonIds(tx, person.id), actor.today);
  const law = contactLawOf(await countryOfContact(tx, person));
  const sent = await sentSince(tx, [person.id], oftenSince(actor.today));
  const name = callName(person.fullName);
  return {
    offer,
    whyNot: whyNotOffered(name, { writing, unhappy: issues.length > 0 }),
    cautions: cautionsOf(name, {
      sentLately: sent.get(person.id) ?? 0,
      writing,
      law,
      wordedFor: movedFrom(offer),
    }),
  };
}

/** Locked, with the person before it. Throws Problem not-found, not-allowed. */
async function holdOwnOffer(tx: Tx, actor: Actor, id: string): Promise<OfferRow> {
  const offer = await holdOffer(tx, id);
  if (!offer) throw notFound("offer");
  if (!mayChangeFor(actor, { memberId: offer.memberId, teamId: offer.memberTeamId }))
    throw notAllowed(`${offer.memberName} writes to them: they, their manager or a leader can change it`);
  return offer;
}

async function holdSentOffer(tx: Tx, actor: Actor, id: string): Promise<OfferRow> {
  const offer = await holdOwnOffer(tx, actor, id);
  if (offer.sentOn === null) throw conflict("note first that it was sent");
  return offer;
}

function refuseOthers(actor: Actor, { memberId, memberTeamId, memberName }: OccasionRow): void {
  const whose: Whose = { memberId, teamId: memberTeamId };
  if (!mayChangeFor(actor, whose))
    throw notAllowed(`this is ${memberName}'s: they, their manager or a leader can change it`);
}

function lineOf(offer: OfferRow, verb: string, more: Record<string, unknown> = {}) {
  const { id, occasionId, personId, memberId, kind, title, day: on } = offer;
  return {
    verb,
    subject: { kind: "occasion-offer", id },
    concerns: [personId, memberId],
    detail: { occasionId, personId, kind, title, on, ...more },
  };
}

async function tell(tx: Tx, actor: Actor, offer: OfferRow, verb: string): Promise<void> {
  await writeJournal(tx, actor, [{ ...lineOf(offer, verb), concerns: [], day: actor.today }]);
}

async function undo(tx: Tx, actor: Actor, id: string, verb: string, by: string): Promise<void> {
  await writeCounterEntries(tx, actor, { subjectIds: [id], verbs: [verb] }, by);
}
