import type { Actor } from "#lib/kernel/actor.ts";
import { conflict, invalid, notFound, Problem } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries } from "#lib/storage/journal.ts";
import { getIssue, raiseIssue, rewordIssue, takeBackIssue } from "#people/issue-actions.ts";
import { sayRight, takeBackRight } from "#people/word-actions.ts";
import { groupOfScore } from "./nps.ts";
import { answersOf, changeCard, markRight, type CardRow } from "./report-card-store.ts";
import { getCard, holdOwn, tell, type WholeCard } from "./report-card-actions.ts";
import { suggestsTalk, WHY_NO_TALK, type WhyNoTalk } from "./report-card.ts";

const LONGEST_QUOTE = 1_500;

/** Of a card as it was before: the number and the reason that count now. */
export interface Said {
  score: number;
  why: string | null;
}

/**
 * What a number brings about: under 7 a serious issue of the account, which keeps everybody there from being asked (people, the one
 * rule) and waits to be looked at. The open issue says what was said last; a worse number is looked at anew, and after a settled issue
 * whatever they change raises another. Where it is 7 or more now, the issue is taken back, unless somebody settled it.
 */
export async function followScore(tx: Tx, actor: Actor, card: CardRow, { score, why }: Said): Promise<void> {
  if (groupOfScore(score) !== "detractor") return undoFollowed(tx, actor, card);
  const { id, personId, personName, accountId, issueId, issue } = card;
  if (personId === null) return;
  const quote = why === null ? "" : `: ${why.slice(0, LONGEST_QUOTE)}`;
  const what = `${personName} gave ${score} of 10 on a report card${quote}`;
  const anew = { low_since: actor.now, looked_at: null, looked_by: null };
  if (issueId !== null && issue !== null && issue.settledOn === null) {
    await rewordIssue(tx, actor, issueId, what);
    // Nobody gains time by it: hours that run already run on.
    const isWorse = card.score !== null && score < card.score;
    if (isWorse && card.lookedAt !== null) await changeCard(tx, id, anew);
    return;
  }
  const of =
    accountId === null
      ? ({ kind: "person", id: personId } as const)
      : ({ kind: "account", id: accountId } as const);
  const raised = await raiseIssue(tx, actor, of, { what });
  await changeCard(tx, id, { issue_id: raised.id, ...anew });
}

/** The issue that it raised was none, unless it was dealt with. */
export async function undoFollowed(
  tx: Tx,
  actor: Actor,
  card: Pick<CardRow, "id" | "issueId" | "issue">,
): Promise<void> {
  if (card.issueId === null) return;
  if (card.issue !== null && (await getIssue(tx, card.issueId)).settledOn === null)
    await takeBackIssue(tx, actor, card.issueId);
  await changeCard(tx, card.id, { issue_id: null, low_since: null, looked_at: null, looked_by: null });
}

/** Somebody saw to what a low number says; the issue stays open until it is settled. Throws Problem not-found, not-allowed, conflict. */
export async function lookAtLow(tx: Tx, actor: Actor, id: string): Promise<WholeCard> {
  const card = await holdOwn(tx, actor, id);
  if (card.score === null || groupOfScore(card.score) !== "detractor" || card.issue === null)
    throw conflict("nothing about this report card waits to be looked at");
  if (card.lookedAt === null) {
    await changeCard(tx, id, { looked_at: actor.now, looked_by: actor.member.id });
    await tell(tx, actor, card, "report-card.looked-at");
  }
  return getCard(tx, id);
}

/** The undo of it. Throws Problem not-found, not-allowed. */
export async function lookAgain(tx: Tx, actor: Actor, id: string): Promise<WholeCard> {
  const card = await holdOwn(tx, actor, id);
  if (card.lookedAt !== null) {
    await changeCard(tx, id, { looked_at: null, looked_by: null });
    await writeCounterEntries(
      tx,
      actor,
      { subjectIds: [id], verbs: ["report-card.looked-at"] },
      "report-card.to-look-at",
    );
  }
  return getCard(tx, id);
}

/** The talk that a high number suggests is refused, and why. Throws Problem not-found, not-allowed, invalid, conflict. */
export async function passTalk(tx: Tx, actor: Actor, id: string, why: WhyNoTalk): Promise<WholeCard> {
  const card = await holdOwn(tx, actor, id);
  if (!WHY_NO_TALK.includes(why)) throw invalid("say why not", "why");
  if (!suggestsTalk(card, actor.today)) throw conflict("no talk is suggested here");
  await changeCard(tx, id, { talk_passed_at: actor.now, talk_passed_by: actor.member.id, talk_why: why });
  await tell(tx, actor, card, "report-card.talk-refused", { why });
  return getCard(tx, id);
}

/** The undo of it. Throws Problem not-found, not-allowed. */
export async function suggestTalkAgain(tx: Tx, actor: Actor, id: string): Promise<WholeCard> {
  const card = await holdOwn(tx, actor, id);
  if (card.talkPassedAt !== null) {
    await changeCard(tx, id, { talk_passed_at: null, talk_passed_by: null, talk_why: null });
    await writeCounterEntries(
      tx,
      actor,
      { subjectIds: [id], verbs: ["report-card.talk-refused"] },
      "report-card.talk-suggested",
    );
  }
  return getCard(tx, id);
}

/**
 * What they wrote is their word that the right to ask was earned. Marked again changes nothing. Throws Problem not-found, and conflict
 * before it was handed in.
 */
export async function markEarned(tx: Tx, actor: Actor, id: string, questionId: string): Promise<WholeCard> {
  const { card, answer, personId } = await wordsOf(tx, actor, id, questionId);
  if (answer.rightWordId === null) {
    if (groupOfScore(card.score ?? 0) === "detractor")
      throw conflict("they are not happy: nobody earned the right to ask with that");
    const { saidId } = await sayRight(tx, actor, personId, {
      earned: true,
      words: answer.words,
      day: card.handedInOn,
    });
    await markRight(tx, { cardId: id, questionId }, saidId);
  }
  return getCard(tx, id);
}

/** The undo of it. Throws Problem not-found, not-allowed. */
export async function unmarkEarned(tx: Tx, actor: Actor, id: string, questionId: string): Promise<WholeCard> {
  const { answer } = await wordsOf(tx, actor, id, questionId);
  if (answer.rightWordId !== null) {
    await takeBackRight(tx, actor, answer.rightWordId);
    await markRight(tx, { cardId: id, questionId }, null);
  }
  return getCard(tx, id);
}

async function wordsOf(tx: Tx, actor: Actor, id: string, questionId: string) {
  const card = await holdOwn(tx, actor, id);
  const answer = (await answersOf(tx, id)).find((each) => each.questionId === questionId);
  if (card.personId === null || answer?.words == null) throw notFound("words of theirs");
  if (card.handedInOn === null || card.score === null)
    throw new Problem("conflict", "they have not handed it in yet");
  return { card, answer, personId: card.personId };
}
