import { randomBytes } from "node:crypto";
import type { Actor } from "#lib/kernel/actor.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { addDays, dayIn, instantOf } from "#lib/kernel/days.ts";
import type { Page } from "#lib/kernel/page.ts";
import { conflict, invalid, notFound, Problem } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { holdPeople } from "#people/hold-actions.ts";
import { addPerson, changePerson, getPerson } from "#people/person-actions.ts";
import { removeIfUntouched } from "#people/removal-actions.ts";
import { receiveReferral, takeBackReferral } from "#referrals/referral-actions.ts";
import type { Level } from "#referrals/referral.ts";
import { retreatByHand } from "#referrals/step-actions.ts";
import type { Night } from "#team/nightly-jobs.ts";
import { takeBackTouch } from "#touches/touch-actions.ts";
import { actOn, addressesOf, noteContact } from "./inbound-actions.ts";
import { peopleByAddress } from "./known-reader.ts";
import {
  countQuestions,
  dropMailBefore,
  dropToken,
  dropWords,
  effectsOf,
  findToken,
  holdMail,
  insertEffect,
  keepsWords,
  listMail,
  loggedMailWritten,
  mailAnswering,
  settleQuestions,
  setKeepsWords,
  setToken,
  takeBackEffects,
  updateMailState,
  type EffectRow,
  type MailRow,
} from "./mail-store.ts";
import { mailContacts } from "./mail-contact-reader.ts";
import { matchNamed, type Matched } from "./match-named.ts";
import { inContact } from "./member-mail.ts";

const TOKEN_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
const TOKEN_LENGTH = 12;
const KEPT_DAYS = 90;

export interface MailDoor {
  token: string | null;
  keepsWords: boolean;
}

/** The member's own way in; `token` is null until they have asked for one. */
export async function mailDoorOf(tx: Tx, actor: Actor): Promise<MailDoor> {
  const { id } = actor.member;
  return { token: await findToken(tx, id), keepsWords: await keepsWords(tx, id) };
}

/** A new address for the member. What is sent to the one before is refused from now on. */
export async function renewMailDoor(tx: Tx, actor: Actor): Promise<MailDoor> {
  const token = Array.from(
    randomBytes(TOKEN_LENGTH),
    (byte) => TOKEN_LETTERS[byte % TOKEN_LETTERS.length],
  ).join("");
  await setToken(tx, actor.member.id, token, actor.now);
  await tell(tx, actor, "mail-door.renewed");
  return mailDoorOf(tx, actor);
}

/** Whether the words of mail are kept from now on; switched off, those that were kept are gone. */
export async function sayKeepsWords(tx: Tx, actor: Actor, keeps: boolean): Promise<MailDoor> {
  if ((await keepsWords(tx, actor.member.id)) !== keeps) {
    await setKeepsWords(tx, actor.member.id, keeps, actor.now);
    if (!keeps) await dropWords(tx, actor.member.id);
    await tell(tx, actor, keeps ? "mail-words.kept" : "mail-words.dropped");
  }
  return mailDoorOf(tx, actor);
}

/** When a member leaves, nothing comes in at their address any more. */
export async function closeMailDoorOf(tx: Tx, _actor: Actor, memberId: string): Promise<void> {
  await dropToken(tx, memberId);
}

export interface MailWithAll extends Omit<MailRow, "named"> {
  named: Matched[];
  effects: EffectRow[];
  /** With whom it is one contact with what was there already. */
  shares: Shared[];
}

interface Shared {
  personId: string;
  personName: string;
  touchId: string;
  /** The subject of the mail that brought that about; null: it was written down otherwise. */
  subject: string | null;
}

/** A member's own, the latest first. */
export async function mailOf(
  tx: Tx,
  actor: Actor,
  asked: { cursor: string | undefined; limit: number; questions: boolean },
): Promise<Page<MailWithAll>> {
  const { items, nextCursor } = await listMail(tx, actor.member.id, asked);
  return { items: await withAll(tx, actor, items), nextCursor };
}

/** How many messages wait for a word of the member: whose they are, or who is in them. */
export async function mailQuestionsOf(tx: Tx, actor: Actor): Promise<number> {
  return countQuestions(tx, actor.member.id);
}

/** It is theirs, or to be acted on after all: does what it tells of. Throws Problem not-found, conflict when that was done. */
export async function trustMail(tx: Tx, actor: Actor, id: string): Promise<MailWithAll> {
  const mail = await ownMail(tx, actor, id);
  if (mail.state === "done") throw conflict("this is done already");
  if (mail.named.length === 0) throw conflict("this message names nobody whom it could be logged with");
  await actOn(tx, actor, mail);
  return seen(tx, actor, id);
}

/** Nothing is to be done about it. Throws Problem not-found, conflict for one about which something was done. */
export async function ignoreMail(tx: Tx, actor: Actor, id: string): Promise<MailWithAll> {
  const mail = await ownMail(tx, actor, id);
  if (mail.state === "done") throw conflict("something was done about it: take that back instead");
  const why = mail.state === "question" ? mail.why : "by-member";
  await updateMailState(tx, id, { state: "ignored", why, settledAt: actor.now });
  return seen(tx, actor, id);
}

/** Nothing is to be done about any question of theirs. Answers which they were. */
export async function letQuestionsBe(tx: Tx, actor: Actor): Promise<string[]> {
  return settleQuestions(tx, actor.member.id, { ids: null, from: "question", to: "ignored", at: actor.now });
}

/** What the member let be is put to them again. Answers which of these. */
export async function askAgain(tx: Tx, actor: Actor, ids: readonly string[]): Promise<string[]> {
  return settleQuestions(tx, actor.member.id, { ids, from: "ignored", to: "question", at: null });
}

/** Takes back all that it brought about here. Throws Problem not-found, and conflict where something builds on it. */
export async function undoMail(tx: Tx, actor: Actor, id: string): Promise<MailWithAll> {
  const mail = await ownMail(tx, actor, id);
  const standing = (await effectsOf(tx, [id])).filter(({ takenBack }) => !takenBack);
  await holdPeople(
    tx,
    standing.map(({ personId }) => personId),
  );
  await refuseAnswered(tx, actor, id, standing);
  for (const effect of standing.toReversed()) await undoEffect(tx, actor, effect);
  await takeBackEffects(tx, id, actor.now);
  if (mail.state === "done")
    await updateMailState(tx, id, { state: "undone", why: null, settledAt: actor.now });
  const touched = standing.flatMap(({ kind, personId }) => (kind === "touch" ? personId : []));
  if (touched.length > 0) await logWithOthers(tx, actor, mail, new Set(touched));
  return seen(tx, actor, id);
}

/**
 * The undo of an addition: takes back what it brought about with that person, and leaves the rest as it is. Throws as undoMail does.
 */
export async function undoAddition(tx: Tx, actor: Actor, id: string, personId: string): Promise<MailWithAll> {
  await ownMail(tx, actor, id);
  const standing = (await effectsOf(tx, [id])).filter(({ takenBack }) => !takenBack);
  const theirs = standing.filter((each) => each.personId === personId);
  if (theirs.length === 0) throw notFound("addition");
  await holdPeople(tx, [personId]);
  await refuseAnswered(tx, actor, id, theirs);
  await takeBackEffects(tx, id, actor.now, personId);
  for (const effect of theirs.toReversed()) await undoEffect(tx, actor, effect);
  if (theirs.length === standing.length)
    await updateMailState(tx, id, { state: "question", why: "nobody-known" });
  return seen(tx, actor, id);
}

/** An introduction that a later mail answered stays as long as that answer does. */
async function refuseAnswered(
  tx: Tx,
  actor: Actor,
  id: string,
  standing: readonly EffectRow[],
): Promise<void> {
  const written = standing.flatMap(({ kind, subjectId }) => (kind === "introduction" ? subjectId : []));
  const [answer] = written.length === 0 ? [] : await mailAnswering(tx, id, written);
  if (!answer) return;
  if (answer.memberId !== actor.member.id)
    throw conflict("somebody else's mail answered this introduction: that has to be taken back first");
  const called = answer.subject === "" ? "the mail without a subject" : `“${answer.subject}”`;
  const day = dayText(dayIn(answer.writtenAt, actor.workspace.timeZone), actor.today);
  throw conflict(`${called}, of ${day}, answered this introduction: take that back first`);
}

/** Several mails of a day are one contact. When the one that it was logged with is taken back, it is another's. */
async function logWithOthers(
  tx: Tx,
  actor: Actor,
  { id, writtenAt }: MailRow,
  personIds: ReadonlySet<string>,
): Promise<void> {
  const { timeZone } = actor.workspace;
  const day = dayIn(writtenAt, timeZone);
  const span = {
    since: instantOf(day, "00:00", timeZone),
    until: instantOf(addDays(day, 1), "00:00", timeZone),
  };
  const others = await loggedMailWritten(tx, actor.member.id, span);
  const known = await peopleByAddress(tx, [...new Set(others.flatMap(({ named }) => addressesOf(named)))]);
  const left = new Set(personIds);
  for (const other of others)
    for (const each of other.id === id ? [] : matchNamed(other.named, known)) {
      const personId = each.person?.id ?? "";
      if (inContact(other, each) && left.delete(personId)) await noteContact(tx, actor, other, personId);
    }
}

export interface Addition {
  /** One of those that the message names. */
  address: string;
  /** Somebody new of that name, or somebody known who has this address too. */
  fullName?: string | undefined;
  personId?: string | undefined;
  /** Who introduces them with this message: an introduction of that level. */
  introducedBy?: { sourceId: string; level: Level } | undefined;
}

/**
 * Adds somebody whom a message names, as what it is: a new person, a person's other address, or an introduction; and logs it with them.
 * Throws Problem not-found, invalid naming the field, conflict when they are known.
 */
export async function addFromMail(tx: Tx, actor: Actor, id: string, said: Addition): Promise<MailWithAll> {
  const mail = await ownMail(tx, actor, id);
  const all = matchNamed(mail.named, await peopleByAddress(tx, addressesOf(mail.named)));
  const named = all.find(({ address }) => address === said.address.toLowerCase());
  if (!named) throw invalid("this message does not name that address", "address");
  if (named.person) throw conflict(`${named.person.name} has this address already`);
  const { personId, referralId } = await (said.introducedBy
    ? introduced(tx, actor, mail, named, { ...said, ...said.introducedBy })
    : added(tx, actor, mail, named, said));
  await holdPeople(tx, [personId]);
  if (inContact(mail, named)) await noteContact(tx, actor, mail, personId, referralId);
  await updateMailState(tx, id, { state: "done", why: null, settledAt: actor.now });
  return seen(tx, actor, id);
}

/** After three months nobody needs to know any more how something came to be logged. */
export async function forgetOldMail(tx: Tx, { now }: Night): Promise<void> {
  await dropMailBefore(tx, new Date(now.getTime() - KEPT_DAYS * 86_400_000));
}

interface AddedPerson {
  personId: string;
  referralId: string | null;
}

async function added(
  tx: Tx,
  actor: Actor,
  mail: MailRow,
  { address, name }: Matched,
  said: Addition,
): Promise<AddedPerson> {
  if (said.personId) {
    const { id, emails } = await getPerson(tx, said.personId);
    await changePerson(tx, actor, id, { emails: [...emails, address] });
    return { personId: id, referralId: null };
  }
  const fullName = said.fullName?.trim() || name;
  if (fullName === "") throw invalid("say what they are called", "fullName");
  const person = await addPerson(
    tx,
    actor,
    { fullName, emails: [address] },
    { cameFrom: "mail", detail: mail.subject || null },
  );
  await insertEffect(
    tx,
    { mailId: mail.id, kind: "person", subjectId: person.id, personId: person.id },
    actor.now,
  );
  return { personId: person.id, referralId: null };
}

async function introduced(
  tx: Tx,
  actor: Actor,
  mail: MailRow,
  { address, name }: Matched,
  { fullName, personId, sourceId, level }: Addition & { sourceId: string; level: Level },
): Promise<AddedPerson> {
  const called = fullName?.trim() || name;
  if (called === "" && !personId) throw invalid("say what they are called", "fullName");
  const whom = personId ? { contactId: personId } : { contact: { fullName: called, emails: [address] } };
  const day = dayIn(mail.writtenAt, actor.workspace.timeZone);
  const { id: subjectId, contactId } = await receiveReferral(tx, actor, { sourceId, level, day, ...whom });
  const effect = { mailId: mail.id, kind: "introduction" as const, subjectId, personId: contactId };
  await insertEffect(tx, effect, actor.now);
  return { personId: contactId, referralId: subjectId };
}

/** What is gone already, by somebody else's hand, is as it should be. */
async function undoEffect(tx: Tx, actor: Actor, { kind, subjectId }: EffectRow): Promise<void> {
  try {
    if (kind === "touch") await takeBackTouch(tx, actor, subjectId);
    else if (kind === "answer") await retreatByHand(tx, actor, subjectId, "responded");
    else if (kind === "introduction") await takeBackReferral(tx, actor, subjectId);
    else await removeIfUntouched(tx, actor, subjectId);
  } catch (error) {
    if (!(error instanceof Problem && error.kind === "not-found")) throw error;
  }
}

async function ownMail(tx: Tx, actor: Actor, id: string): Promise<MailRow> {
  const mail = await holdMail(tx, id, actor.member.id);
  if (!mail) throw notFound("message");
  return mail;
}

async function seen(tx: Tx, actor: Actor, id: string): Promise<MailWithAll> {
  const [mail] = await withAll(tx, actor, [await ownMail(tx, actor, id)]);
  if (!mail) throw notFound("message");
  return mail;
}

async function withAll(tx: Tx, actor: Actor, mails: readonly MailRow[]): Promise<MailWithAll[]> {
  const addresses = [...new Set(mails.flatMap(({ named }) => addressesOf(named)))];
  const known = await peopleByAddress(tx, addresses);
  const effects = Map.groupBy(
    await effectsOf(
      tx,
      mails.map(({ id }) => id),
    ),
    ({ mailId }) => mailId,
  );
  const all = mails.map((mail) => ({
    ...mail,
    named: matchNamed(mail.named, known),
    effects: effects.get(mail.id) ?? [],
  }));
  return withShared(tx, actor, all);
}

/** Mail is one contact a day with each of them: what is no touch of its own counts with the one that is there. */
async function withShared(
  tx: Tx,
  actor: Actor,
  mails: readonly Omit<MailWithAll, "shares">[],
): Promise<MailWithAll[]> {
  const unlogged = mails.map((mail) => {
    const logged = new Set(mail.effects.flatMap(({ kind, personId }) => (ITS_OWN.has(kind) ? personId : [])));
    const people = mail.state === "done" ? mail.named.filter((each) => inContact(mail, each)) : [];
    const day = dayIn(mail.writtenAt, actor.workspace.timeZone);
    return {
      mail,
      day,
      people: people.flatMap(({ person }) => (person && !logged.has(person.id) ? person : [])),
    };
  });
  const wanted = unlogged.filter(({ people }) => people.length > 0);
  const there = await mailContacts(tx, actor.member.id, {
    personIds: [...new Set(wanted.flatMap(({ people }) => people.map(({ id }) => id)))],
    days: [...new Set(wanted.map(({ day }) => day))],
  });
  return unlogged.map(({ mail, day, people }) => ({
    ...mail,
    shares: people.flatMap(({ id, name }) => {
      const same = there.find((each) => each.personId === id && each.day === day);
      return same ? { personId: id, personName: name, touchId: same.touchId, subject: same.subject } : [];
    }),
  }));
}

const ITS_OWN: ReadonlySet<string> = new Set(["touch", "answer"]);

async function tell(tx: Tx, actor: Actor, verb: string): Promise<void> {
  const { id } = actor.member;
  await writeJournal(tx, actor, [{ verb, subject: { kind: "mail-door", id }, day: actor.today }]);
}
