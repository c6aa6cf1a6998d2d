import { sameAccountIds } from "#accounts/account-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { addDays } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Page } from "#lib/kernel/page.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { consentOf } from "#people/consent-actions.ts";
import { countryOfContact } from "#people/contact-country-actions.ts";
import { getHeldPerson, getPerson, samePersonIds } from "#people/person-actions.ts";
import { writtenIn } from "#loops/first-response.ts";
import {
  answersOf,
  changeCard,
  findCard,
  holdCard,
  insertCard,
  listCards,
  type AnswerRow,
  type CardFilter,
  type CardRow,
} from "./report-card-store.ts";
import { cardStateOf, mayHandle, MOST_OPEN_DAYS, OPEN_DAYS } from "./report-card.ts";
import type { CardLanguageCode, Occasion, Questionnaire } from "./questionnaire.ts";
import { templateInUse } from "./report-template-actions.ts";
import { findTemplate } from "./report-template-store.ts";

export interface WantedCard {
  personId: string;
  occasion: Occasion;
  /** Not said: that of the country they are in, where we have it. */
  language?: CardLanguageCode | undefined;
  /** How long its link opens. */
  days?: number | undefined;
}

/** A card with what it asks and what was said. */
export interface WholeCard extends CardRow {
  asks: Questionnaire;
  said: AnswerRow[];
}

/**
 * Makes a card for one contact; its link is theirs alone. Throws Problem not-found, invalid, and conflict while one of theirs is
 * open, or when they want to hear nothing from us.
 */
export async function sendCard(tx: Tx, actor: Actor, wanted: WantedCard): Promise<WholeCard> {
  const person = await getHeldPerson(tx, wanted.personId);
  const { stop } = await consentOf(tx, actor, person.id);
  if (stop?.reach === "everything") throw conflict(`${person.fullName} does not want to hear from us`);
  const days = wanted.days ?? OPEN_DAYS;
  if (!Number.isInteger(days) || days < 1 || days > MOST_OPEN_DAYS)
    throw invalid(`1 to ${MOST_OPEN_DAYS} days`, "days");
  const before = await openCardOf(tx, actor, await samePersonIds(tx, person.id));
  if (before !== null)
    throw conflict(
      `${person.fullName} has a report card of ${dayText(before.day, actor.today)} that is still open`,
    );
  const language = wanted.language ?? writtenIn(await countryOfContact(tx, person));
  const { occasion } = wanted;
  const templateId = await templateInUse(tx, actor, occasion, language);
  const id = newId(actor.now);
  const untilDay = addDays(actor.today, days);
  const { accountId } = person;
  await insertCard(
    tx,
    { id, personId: person.id, accountId, templateId, occasion, language, untilDay },
    actor,
  );
  await tell(tx, actor, await getRow(tx, id), "report-card.sent", { occasion });
  return getCard(tx, id);
}

/** Throws Problem not-found. */
export async function getCard(tx: Tx, id: string): Promise<WholeCard> {
  return wholeOf(tx, await getRow(tx, id));
}

/** The one that is open now; null: none. */
export async function openCardOf(
  tx: Tx,
  actor: Actor,
  personIds: readonly string[],
): Promise<CardRow | null> {
  const { items } = await listCards(tx, { personIds }, undefined, 20);
  return items.find((each) => cardStateOf(each, actor.today) === "open") ?? null;
}

/** The last sent first. Throws Problem not-found for an unknown person. */
export async function cardsWhere(
  tx: Tx,
  of: { personId?: string | undefined; accountId?: string | undefined } & CardFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<CardRow>> {
  const { personId, accountId, ...filter } = of;
  const those: CardFilter = { ...filter };
  if (personId !== undefined) those.personIds = await samePersonIds(tx, (await getPerson(tx, personId)).id);
  if (accountId !== undefined) those.accountIds = await sameAccountIds(tx, accountId);
  return listCards(tx, those, cursor, limit);
}

/** Its link opens nothing any more. Again changes nothing. Throws Problem not-found, not-allowed, and conflict once it was handed in. */
export async function withdrawCard(tx: Tx, actor: Actor, id: string): Promise<WholeCard> {
  const card = await holdOwn(tx, actor, id);
  if (card.handedInAt !== null)
    throw conflict("it was handed in, and counts; whoever answered it can take it back");
  if (card.withdrawnAt === null) {
    await changeCard(tx, id, { withdrawn_at: actor.now, withdrawn_by: actor.member.id });
    await tell(tx, actor, card, "report-card.withdrawn");
  }
  return getCard(tx, id);
}

/** The undo of it: the link that was sent opens again. Throws Problem not-found, not-allowed, conflict. */
export async function openCardAgain(tx: Tx, actor: Actor, id: string): Promise<WholeCard> {
  const card = await holdOwn(tx, actor, id);
  if (card.withdrawnAt === null) throw conflict("it was not withdrawn");
  if (card.personId === null) throw notFound("person of this report card");
  if ((await openCardOf(tx, actor, await samePersonIds(tx, card.personId))) !== null)
    throw conflict(`${card.personName} has another report card by now`);
  await changeCard(tx, id, { withdrawn_at: null, withdrawn_by: null });
  await writeCounterEntries(
    tx,
    actor,
    { subjectIds: [id], verbs: ["report-card.withdrawn"] },
    "report-card.opened-again",
  );
  return getCard(tx, id);
}

/** Held, by somebody who may. Throws Problem not-found, not-allowed. */
export async function holdOwn(tx: Tx, actor: Actor, id: string): Promise<CardRow> {
  const card = await holdCard(tx, id);
  if (!card) throw notFound("report card");
  if (!mayHandle(actor, card))
    throw notAllowed(
      `${card.memberName} sent this and ${card.ownerName} sees to it: they, their managers or a leader can`,
    );
  return card;
}

export async function wholeOf(tx: Tx, card: CardRow): Promise<WholeCard> {
  const template = await findTemplate(tx, card.templateId);
  if (!template) throw new Error(`no questionnaire of card ${card.id}`);
  const asks = { title: template.title, questions: template.questions };
  return { ...card, asks, said: await answersOf(tx, card.id) };
}

/** A line about a card, on the timelines of whom it concerns. */
export async function tell(
  tx: Tx,
  actor: Actor,
  card: Pick<CardRow, "id" | "personId" | "accountId" | "memberId">,
  verb: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  const { id, personId, accountId, memberId } = card;
  await writeJournal(tx, actor, [
    {
      verb,
      subject: { kind: "report-card", id },
      day: actor.today,
      concerns: [personId, accountId, memberId],
      detail: { personId, accountId, ...detail },
    },
  ]);
}

async function getRow(tx: Tx, id: string): Promise<CardRow> {
  const card = await findCard(tx, id);
  if (!card) throw notFound("report card");
  return card;
}
