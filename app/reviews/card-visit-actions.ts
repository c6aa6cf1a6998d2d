import type { Actor } from "#lib/kernel/actor.ts";
import type { Database, Tx } from "#lib/storage/database.ts";
import { writeCounterEntries } from "#lib/storage/journal.ts";
import { speakerFor } from "#people/speaker-reader.ts";
import { noteHeard, takeBackHeard } from "#touches/heard-actions.ts";
import { cardProblem } from "./card-problem.ts";
import { followScore, undoFollowed } from "./card-follow-actions.ts";
import { answerFault, isEmpty, scoreQuestion, type CardAnswer } from "./questionnaire.ts";
import { tell, wholeOf, type WholeCard } from "./report-card-actions.ts";
import { changeCard, findCard, holdCard, putAnswer, type CardRow } from "./report-card-store.ts";
import { cardStateOf, mayBeChanged } from "./report-card.ts";
import type { CardLinks } from "./report-link-server.ts";

/** Where clients come in: no member, no session, a link alone. */
export interface CardDoor {
  database: Database;
  links: CardLinks;
}

/** A card for whoever holds its link. */
export interface CardVisit {
  card: WholeCard;
  actor: Actor;
}

export type SaidToQuestion = CardAnswer & { questionId: string };

/** Reads, and changes nothing. Throws a Problem for clients: forged, withdrawn, expired. */
export async function lookAtCard(
  { database, links }: CardDoor,
  token: string,
  now: Date,
): Promise<CardVisit> {
  const { workspaceId, cardId } = linkIn(links, token);
  return database.read(workspaceId, async (tx) => {
    const { card, actor } = await opened(tx, cardId, now, findCard);
    return { card: await wholeOf(tx, card), actor };
  });
}

/** Saves what was said to one question; nothing of it clears the answer. The same again changes nothing. Throws a Problem for clients. */
export async function answerQuestion(
  { database, links }: CardDoor,
  token: string,
  said: SaidToQuestion,
  now: Date,
): Promise<CardVisit> {
  const { workspaceId, cardId } = linkIn(links, token);
  return database.write(workspaceId, (tx) => sayOnCard(tx, cardId, said, now));
}

/** The same within a transaction. */
export async function sayOnCard(tx: Tx, cardId: string, said: SaidToQuestion, now: Date): Promise<CardVisit> {
  const { card: row, actor } = await opened(tx, cardId, now, holdCard);
  if (!mayBeChanged(row, actor.today) || row.personId === null) throw cardProblem("closed");
  const card = await wholeOf(tx, row);
  const { questionId, score, choice } = said;
  const question = card.asks.questions.find(({ id }) => id === questionId);
  const answer = { score, choice, words: said.words?.replaceAll("\0", "").trim() || null };
  const fault = question === undefined ? "unfit" : answerFault(question, answer);
  if (fault !== null) throw cardProblem(fault);
  const before = card.said.find((each) => each.questionId === questionId);
  if (isSame(before ?? null, answer)) return { card, actor };
  const counts = row.handedInAt !== null && question?.kind === "score";
  if (counts && score === null) throw cardProblem("score");
  await putAnswer(tx, { ...answer, questionId, cardId, personId: row.personId, at: now });
  if (counts && score !== null) {
    if (score !== row.score) {
      await changeCard(tx, cardId, { score });
      await tell(tx, actor, row, "report-card.changed", { from: row.score, score });
    }
    await followScore(tx, actor, row, { score, why: answer.words });
  }
  return lookedAt(tx, cardId, actor);
}

/** It counts from here on. Again changes nothing. Throws a Problem for clients, also without a number from 0 to 10. */
export async function handInCard(
  { database, links }: CardDoor,
  token: string,
  now: Date,
): Promise<CardVisit> {
  const { workspaceId, cardId } = linkIn(links, token);
  return database.write(workspaceId, (tx) => handIn(tx, cardId, now));
}

/** The same within a transaction. */
export async function handIn(tx: Tx, cardId: string, now: Date): Promise<CardVisit> {
  const { card: row, actor } = await opened(tx, cardId, now, holdCard);
  const card = await wholeOf(tx, row);
  if (row.handedInAt !== null) return { card, actor };
  const { personId, accountId } = row;
  if (personId === null) throw cardProblem("closed");
  const { id } = scoreQuestion(card.asks);
  const said = card.said.find(({ questionId }) => questionId === id);
  const score = said?.score ?? null;
  if (score === null) throw cardProblem("score");
  const touchId = await noteHeard(tx, actor, { personId, accountId, kind: "report-card" });
  await changeCard(tx, cardId, {
    handed_in_at: now,
    handed_in_on: actor.today,
    score,
    role: row.role,
    touch_id: touchId,
  });
  await tell(tx, actor, row, "report-card.handed-in", { score, occasion: row.occasion });
  await followScore(tx, actor, row, { score, why: said?.words ?? null });
  return lookedAt(tx, cardId, actor);
}

/** It does not count any more, and nothing follows from it; the answers stay. Again changes nothing. Throws a Problem for clients. */
export async function takeBackCard(
  { database, links }: CardDoor,
  token: string,
  now: Date,
): Promise<CardVisit> {
  const { workspaceId, cardId } = linkIn(links, token);
  return database.write(workspaceId, async (tx) => {
    const { card, actor } = await opened(tx, cardId, now, holdCard);
    if (card.handedInAt === null) return lookedAt(tx, cardId, actor);
    if (!mayBeChanged(card, actor.today)) throw cardProblem("closed");
    await undoFollowed(tx, actor, card);
    if (card.touchId !== null) await takeBackHeard(tx, actor, card.touchId);
    await changeCard(tx, cardId, {
      handed_in_at: null,
      handed_in_on: null,
      score: null,
      role: null,
      issue_id: null,
      low_since: null,
      looked_at: null,
      looked_by: null,
      talk_passed_at: null,
      talk_passed_by: null,
      talk_why: null,
      touch_id: null,
      // Whoever takes it back may go on from there, also where the link would have run out meanwhile.
      ...(card.untilDay < actor.today && { until_day: actor.today }),
    });
    await writeCounterEntries(
      tx,
      actor,
      { subjectIds: [cardId], verbs: ["report-card.handed-in", "report-card.changed"] },
      "report-card.taken-back",
    );
    return lookedAt(tx, cardId, actor);
  });
}

async function lookedAt(tx: Tx, cardId: string, actor: Actor): Promise<CardVisit> {
  const card = await findCard(tx, cardId);
  if (card === null) throw cardProblem("forged");
  return { card: await wholeOf(tx, card), actor };
}

function linkIn(links: CardLinks, token: string): { workspaceId: string; cardId: string } {
  const link = links.read(token);
  if (link === null) throw cardProblem("forged");
  return link;
}

async function opened(
  tx: Tx,
  cardId: string,
  now: Date,
  find: (tx: Tx, id: string) => Promise<CardRow | null>,
): Promise<{ card: CardRow; actor: Actor }> {
  const card = await find(tx, cardId);
  if (card === null) throw cardProblem("forged");
  const actor = await speakerFor(tx, card, now);
  const state = cardStateOf(card, actor.today);
  const { memberName: repName, language, untilDay } = card;
  if (state === "withdrawn" || state === "expired")
    throw cardProblem(state, { repName, workspaceName: actor.workspace.name, language, untilDay });
  return { card, actor };
}

function isSame(before: CardAnswer | null, said: CardAnswer): boolean {
  if (before === null) return isEmpty(said);
  return before.score === said.score && before.choice === said.choice && before.words === said.words;
}
