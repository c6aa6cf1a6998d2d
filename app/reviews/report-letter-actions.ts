import { queueJob } from "#lib/jobs/queue.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notFound, Problem } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { MessageIds } from "#lib/mail/message-ids.ts";
import type { Tx } from "#lib/storage/database.ts";
import { refuseUnwanted } from "#loops/answer-letter-actions.ts";
import { letterStateOf } from "#loops/answer-letter.ts";
import { consentOf } from "#people/consent-actions.ts";
import { countryOfContact } from "#people/contact-country-actions.ts";
import { contactLawOf } from "#people/contact-law.ts";
import { getHeldPerson } from "#people/person-actions.ts";
import { holdOwn } from "./report-card-actions.ts";
import { cardStateOf } from "./report-card.ts";
import {
  findReportLetter,
  insertReportLetter,
  markCalledBack,
  reportLettersOf,
  reportLettersSince,
  type ReportLetterRow,
} from "./report-letter-store.ts";

export const SEND_CARD = "mail-report-card";

const LONGEST = { subject: 200, text: 10_000 } as const;
const HOUR_MS = 3_600_000;
const MOST_AN_HOUR = 30;

export interface WantedReportLetter {
  /** One of the contact's addresses, as whoever sends saw it. */
  to: string;
  subject: string;
  text: string;
}

/**
 * Queues the letter with a card's link, after somebody looked it over. It leaves at most once. Throws Problem not-found, not-allowed,
 * invalid naming the field, too-many; and conflict when they must agree first, do not want to hear from us, or it is sent already.
 */
export async function mailCard(
  tx: Tx,
  actor: Actor,
  cardId: string,
  wanted: WantedReportLetter,
  of: { link: string; messageIds: MessageIds },
): Promise<ReportLetterRow> {
  const card = await holdOwn(tx, actor, cardId);
  if (card.personId === null) throw notFound("person of this report card");
  if (cardStateOf(card, actor.today) !== "open") throw conflict("its link does not open any more");
  const person = await getHeldPerson(tx, card.personId);
  const law = contactLawOf(await countryOfContact(tx, person));
  refuseUnwanted(person.fullName, await consentOf(tx, actor, person.id), law);
  const to = person.emails.find((email) => email.toLowerCase() === wanted.to.trim().toLowerCase());
  if (to === undefined)
    throw invalid(`${wanted.to} is not an address of ${person.fullName}: note it with them first`, "to");
  const subject = cleanText(wanted.subject, LONGEST.subject, "subject");
  const text = cleanText(wanted.text, LONGEST.text, "text");
  if (subject === null) throw invalid("write a subject", "subject");
  if (/[\r\n]/.test(subject)) throw invalid("a subject is one line", "subject");
  if (text === null || !text.includes(of.link))
    throw invalid("the link has to stand in it: without it they cannot answer", "text");
  const before = await reportLettersOf(tx, cardId);
  const [last] = before;
  if (before.some((each) => ["waiting", "leaving", "sent"].includes(letterStateOf(each))))
    throw conflict("this report card went out by mail already");
  if (
    (await reportLettersSince(tx, actor.member.id, new Date(actor.now.getTime() - HOUR_MS))) >= MOST_AN_HOUR
  )
    throw new Problem("too-many", `${MOST_AN_HOUR} report cards an hour go out from here; wait a little`);
  const id = newId(actor.now);
  await insertReportLetter(tx, {
    id,
    cardId,
    personId: person.id,
    memberId: actor.member.id,
    toAddress: to,
    subject,
    text,
    // Sent again because nobody knows whether it left, it is the same letter to the programs that receive it.
    messageId:
      last && letterStateOf(last) === "doubtful"
        ? last.messageId
        : of.messageIds.idOf("card", tx.workspaceId, id),
    askedAt: actor.now,
  });
  const { member, now } = actor;
  await queueJob(tx, { kind: SEND_CARD, payload: { letterId: id }, askedBy: member.id, now });
  return getReportLetter(tx, id);
}

/** Throws Problem not-found. */
async function getReportLetter(tx: Tx, id: string): Promise<ReportLetterRow> {
  const letter = await findReportLetter(tx, id);
  if (!letter) throw notFound("letter");
  return letter;
}

/** It is not to go out after all. Throws Problem not-found, not-allowed, and conflict once it is being handed over. */
export async function callCardBack(tx: Tx, actor: Actor, id: string): Promise<void> {
  const letter = await getReportLetter(tx, id);
  await holdOwn(tx, actor, letter.cardId);
  if (await markCalledBack(tx, id, { at: actor.now, by: actor.member.id })) return;
  const state = letterStateOf(letter);
  throw conflict(
    state === "failed" || state === "called-back"
      ? "it is not on its way"
      : "it has left: nobody can call it back; withdraw the report card, and its link opens nothing",
  );
}
