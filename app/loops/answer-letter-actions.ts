import { queueJob } from "#lib/jobs/queue.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { dayIn } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound, Problem } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { consentOf } from "#people/consent-actions.ts";
import { mayBeWrittenTo, type Writing } from "#people/consent.ts";
import { countryOfContact } from "#people/contact-country-actions.ts";
import { contactLawOf, type ContactLaw } from "#people/contact-law.ts";
import { holdPeople } from "#people/hold-actions.ts";
import { getPerson } from "#people/person-actions.ts";
import { getReferral } from "#referrals/referral-actions.ts";
import { counts, mayAdvance, mayChange } from "#referrals/referral.ts";
import { advanceReferral } from "#referrals/step-actions.ts";
import {
  findLetter,
  insertLetter,
  lettersOf,
  lettersSince,
  markAccepted,
  markAnswered,
  markCalledBack,
  type AnswerLetterRow,
} from "./answer-letter-store.ts";
import { faultIn, letterStateOf } from "./answer-letter.ts";
import { maySettle } from "./duty.ts";
import { draftFirstResponse } from "./first-response-actions.ts";
import { dutiesWhere } from "./owed-actions.ts";

export const SEND_ANSWER = "mail-answer";
export const COPY_ANSWER = "mail-answer-copy";

const LONGEST = { subject: 200, text: 10_000 } as const;
const HOUR_MS = 3_600_000;
const MOST_AN_HOUR = 30;

export interface WantedLetter {
  /** One of the contact's addresses, as whoever sends saw it. */
  to: string;
  /** The source gets it in bcc. */
  copyToSource: boolean;
  subject: string;
  text: string;
}

/**
 * Queues the first answer to an introduction, after somebody looked it over. It counts as answered once the mail server took it.
 * Throws Problem not-found, not-allowed, invalid naming the field, too-many; and conflict when they must agree first, do not
 * want to hear from us, or the introduction is answered, or being answered, already.
 */
export async function sendAnswer(
  tx: Tx,
  actor: Actor,
  referralId: string,
  wanted: WantedLetter,
): Promise<AnswerLetterRow> {
  const { contactId } = await getReferral(tx, referralId);
  await holdPeople(tx, [contactId]);
  const referral = await getReferral(tx, referralId);
  await refuseOthers(tx, actor, referral);
  if (!counts(referral.level))
    throw conflict("this is a name, not an introduction yet: ask the source to introduce you first");
  if (!mayAdvance(referral.state, "responded")) throw conflict("this introduction is answered already");
  const [source, contact] = [await getPerson(tx, referral.sourceId), await getPerson(tx, referral.contactId)];
  const law = contactLawOf(await countryOfContact(tx, contact));
  refuseUnwanted(contact.fullName, await consentOf(tx, actor, contact.id), law);
  const to = contact.emails.find((email) => email.toLowerCase() === wanted.to.trim().toLowerCase());
  if (to === undefined)
    throw invalid(`${wanted.to} is not an address of ${contact.fullName}: note it with them first`, "to");
  const subject = cleanText(wanted.subject, LONGEST.subject, "subject") ?? "";
  const text = cleanText(wanted.text, LONGEST.text, "text") ?? "";
  const { drafts, bcc } = await draftFirstResponse(tx, actor, referralId);
  const copyAddress = wanted.copyToSource ? bcc : null;
  const fault = faultIn({
    subject,
    text,
    sourceName: source.fullName,
    copied: copyAddress !== null,
    drafts,
  });
  if (fault) throw invalid(fault.reason, fault.field);
  const before = await lettersOf(tx, referralId);
  if (before.some(isOpen)) throw onItsWay();
  if ((await lettersSince(tx, actor.member.id, new Date(actor.now.getTime() - HOUR_MS))) >= MOST_AN_HOUR)
    throw new Problem("too-many", `${MOST_AN_HOUR} letters an hour go out from here; call, or wait a little`);
  const id = newId(actor.now);
  const [last] = before;
  try {
    await insertLetter(tx, {
      id,
      referralId,
      memberId: actor.member.id,
      contactId: contact.id,
      sourceId: source.id,
      toAddress: to,
      copyAddress,
      subject,
      text,
      // Sent again because nobody knows whether it left, it is the same letter to the programs that receive it.
      messageId: last && letterStateOf(last) === "doubtful" ? last.messageId : id,
      askedAt: actor.now,
    });
  } catch (error) {
    if ((error as { constraint?: string }).constraint === "answer_letter_under_way") throw onItsWay();
    throw error;
  }
  await queueJob(tx, {
    kind: SEND_ANSWER,
    payload: { letterId: id },
    askedBy: actor.member.id,
    now: actor.now,
  });
  return getLetter(tx, id);
}

/** Throws Problem not-found. */
export async function getLetter(tx: Tx, id: string): Promise<AnswerLetterRow> {
  const letter = await findLetter(tx, id);
  if (!letter) throw notFound("letter");
  return letter;
}

/** The latest first. Throws Problem not-found. */
export async function lettersOfReferral(tx: Tx, referralId: string): Promise<AnswerLetterRow[]> {
  const { id } = await getReferral(tx, referralId);
  return lettersOf(tx, id);
}

/** It is not to go out after all. Throws Problem not-found, not-allowed, and conflict once it is being handed over. */
export async function callLetterBack(tx: Tx, actor: Actor, id: string): Promise<void> {
  const letter = await getLetter(tx, id);
  await refuseOthers(tx, actor, await getReferral(tx, letter.referralId), letter);
  if (await markCalledBack(tx, id, { at: actor.now, by: actor.member.id })) return;
  const state = letterStateOf(letter);
  throw conflict(
    state === "failed" || state === "called-back"
      ? "it is not on its way"
      : "it has left: nobody can call it back",
  );
}

/** Somebody knows that a letter in doubt has arrived: it is the answer. Throws Problem not-found, not-allowed, conflict. */
export async function sayLetterArrived(tx: Tx, actor: Actor, id: string): Promise<AnswerLetterRow> {
  const letter = await getLetter(tx, id);
  await refuseOthers(tx, actor, await getReferral(tx, letter.referralId), letter);
  if (letterStateOf(letter) !== "doubtful" || letter.handedAt === null)
    throw conflict("nothing about this letter is in doubt");
  await markAccepted(tx, id, letter.handedAt);
  const at = { ...actor, now: letter.handedAt, today: dayIn(letter.handedAt, actor.workspace.timeZone) };
  await noteSent(tx, at, letter);
  return getLetter(tx, id);
}

/**
 * The mail server took the letter, at `actor.now`: the introduction is answered, unless it is further already or was taken back.
 */
export async function noteSent(tx: Tx, actor: Actor, letter: AnswerLetterRow): Promise<void> {
  const { id, referralId, contactId, sourceId } = letter;
  const referral = await getReferral(tx, referralId).catch(() => null);
  await markAnswered(tx, id, actor.now);
  if (referral && mayAdvance(referral.state, "responded"))
    await advanceReferral(tx, actor, referralId, "responded", actor.today, null);
  await writeJournal(tx, actor, [
    {
      verb: "letter.sent",
      subject: { kind: "letter", id },
      day: actor.today,
      concerns: [contactId, sourceId, referral?.accountId, referralId, referral?.memberId],
      detail: { referralId, contactId, sourceId, subject: letter.subject },
    },
  ]);
}

/** Throws Problem conflict, with what to do instead. */
export function refuseUnwanted(name: string, writing: Writing, law: ContactLaw): void {
  if (mayBeWrittenTo(writing, law)) return;
  throw conflict(whyNotWritten(name, writing, law));
}

function whyNotWritten(name: string, writing: Writing, law: ContactLaw): string {
  if (writing.stop?.reach === "everything") return `${name} does not want to hear from us`;
  if (writing.stop) return `${name} does not want our e-mails: call instead`;
  if (writing.state === "withdrawn")
    return `${name} agreed to be written to and does not any more: call, and note it if they agree anew`;
  if (law.knows === "nothing")
    return `we do not know in which country ${name} is: note it with them, or call and note that they agreed`;
  return `by the law of ${law.name} they agree before one writes: call and note that they agreed, or ask the source to let them agree first`;
}

/** Whoever may say that it was answered, whoever sees to it instead of the rep, and whoever wrote the letter. */
async function refuseOthers(
  tx: Tx,
  actor: Actor,
  referral: { id: string; memberId: string; memberTeamId: string | null; memberName: string },
  letter?: AnswerLetterRow,
): Promise<void> {
  const owner = { memberId: referral.memberId, teamId: referral.memberTeamId };
  if (mayChange(actor, owner) || letter?.memberId === actor.member.id) return;
  const [duty] = await dutiesWhere(tx, actor, { referralIds: [referral.id] });
  if (duty && maySettle(actor, owner, [duty.responsible.id])) return;
  throw notAllowed(`${referral.memberName} answers this: they, their manager or a leader can`);
}

/** Anything may still come of it, be it only that what follows from it is noted. */
function isOpen(letter: AnswerLetterRow): boolean {
  const state = letterStateOf(letter);
  return state === "waiting" || state === "leaving" || (state === "sent" && letter.answeredAt === null);
}

function onItsWay(): Problem {
  return conflict("an answer is on its way already");
}
