import type { Actor } from "#lib/kernel/actor.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { addPerson, getPerson, samePersonIds, type NewPerson } from "#people/person-actions.ts";
import { isOpen, mayBecome, openUntil, outcomeProblem, tellingOf, type Answer } from "./ask.ts";
import { about, getAsk, happeningOf, holdOwnAsk, settle, type AskWithConversations } from "./ask-actions.ts";
import { leaveToReopen, type Leave } from "./budget-actions.ts";
import {
  conversationsOf,
  insertConversation,
  updateSettled,
  updateSum,
  type HeldAsk,
  type NewConversation,
} from "./ask-store.ts";

/** What the source said; a colleague who is not known yet comes as `colleague` and is added. */
export type Said = Partial<Answer> & { colleague?: NewPerson; note?: string | null };

/** An answer as it is kept, with what stands in no sum. */
type KeptAnswer = Answer & Pick<NewConversation, "note" | "colleagueAdded">;

const FREELY: Leave = { against: null, permitId: null };

const NAMED: KeptAnswer = {
  outcome: "named-someone",
  untilDay: null,
  colleagueId: null,
  colleagueAdded: false,
  note: null,
};

const LONGEST_NOTE = 10_000;

/**
 * Writes down what the source answered later. The same answer again changes nothing. Throws Problem conflict when someone
 * was named already, or when the answer would open the ask beside a colleague's and did not happen before (`happened`, or a day
 * before today), and invalid for an answer that cannot be.
 */
export async function recordOutcome(
  tx: Tx,
  actor: Actor,
  id: string,
  said: Said & { outcome: NonNullable<Answer["outcome"]>; day?: Day; happened?: boolean },
): Promise<{ ask: AskWithConversations; saidId: string | null }> {
  const ask = await holdOwnAsk(tx, actor, id);
  const day = factDay(said.day, actor.today);
  if (day < ask.day)
    throw invalid(`they were asked on ${dayText(ask.day, actor.today)}; the answer cannot be older`, "day");
  if (!mayBecome(ask.outcome, said.outcome)) {
    throw conflict(
      "they have named someone; take that back first, or log the conversation in which they said this",
    );
  }
  const telling = tellingOf(await conversationsOf(tx, id));
  if (telling && day < telling.day)
    throw invalid(`they have given another answer since, on ${dayText(telling.day, actor.today)}`, "day");
  const answer = await answerOf(tx, actor, { ...said, day }, { id: ask.sourceId, accountId: ask.accountId });
  if (isSame(ask, answer)) return { ask: await getAsk(tx, id), saidId: null };
  const until = openUntil({ ...answer, lastDay: day });
  const wasOpen = isOpen(ask, day) && isOpen(ask, actor.today);
  const happened = said.happened === true || day < actor.today;
  const leave =
    wasOpen || until === null
      ? FREELY
      : await leaveToReopen(tx, actor, { ...ask, day, openUntil: until }, happened);
  const saidId = await addAnswer(tx, actor, ask, { ...answer, ...leave, day });
  return { ask: await getAsk(tx, id), saidId };
}

/**
 * For the rooms above: an introduction came of this ask, so its source has named someone. Answers the conversation that
 * says so and whether it had to be added. Throws Problem not-found, not-allowed, and invalid when the ask is not this
 * source's or came later than `day`.
 */
export async function noteNamed(
  tx: Tx,
  actor: Actor,
  id: string,
  named: { sourceId: string; memberId: string; day: Day },
): Promise<{ answerId: string | null; added: boolean }> {
  const ask = await holdOwnAsk(tx, actor, id);
  if (ask.memberId !== named.memberId)
    throw invalid("this ask was made by a colleague; log the introduction for them", "askId");
  if (named.day < ask.day)
    throw invalid(`they were asked on ${dayText(ask.day, actor.today)}; this cannot have come of it`, "day");
  const same = await samePersonIds(tx, named.sourceId);
  if (ask.colleagueId && same.includes(ask.colleagueId)) return { answerId: null, added: false };
  if (!same.includes(ask.sourceId))
    throw invalid("somebody else was asked there; leave the ask out, or choose theirs", "askId");
  const telling = tellingOf(await conversationsOf(tx, id));
  if (telling?.outcome === "named-someone") return { answerId: telling.id, added: false };
  return { answerId: await addAnswer(tx, actor, ask, { ...NAMED, ...FREELY, day: named.day }), added: true };
}

/** Lets an answer with a day to come back go: we do not. Throws Problem conflict for an ask without such a day. */
export async function letGo(tx: Tx, actor: Actor, id: string): Promise<AskWithConversations> {
  const ask = await holdOwnAsk(tx, actor, id);
  const telling = tellingOf(await conversationsOf(tx, id));
  if (!telling?.untilDay) throw conflict("they named no day to come back, so there is nothing to let go");
  if (telling.settledOn === null) {
    await updateSettled(tx, telling.id, actor.today);
    await updateSum(tx, id, { ...ask, settledOn: actor.today });
    await writeJournal(
      tx,
      actor,
      [{ ...about(ask), verb: "ask.let-go", day: actor.today, detail: { sourceId: ask.sourceId } }],
      telling.id,
    );
  }
  return getAsk(tx, id);
}

/** The undo of letting go. */
export async function takeUpAgain(tx: Tx, actor: Actor, id: string): Promise<AskWithConversations> {
  const ask = await holdOwnAsk(tx, actor, id);
  const telling = tellingOf(await conversationsOf(tx, id));
  if (telling && telling.settledOn !== null) {
    await updateSettled(tx, telling.id, null);
    await updateSum(tx, id, { ...ask, settledOn: null });
    const which = { subjectIds: [id], verbs: ["ask.let-go"], actId: telling.id };
    await writeCounterEntries(tx, actor, which, "ask.taken-up-again");
  }
  return getAsk(tx, id);
}

/** What was said as it is kept, after adding a colleague who is not known yet. Throws Problem invalid. */
export async function answerOf(
  tx: Tx,
  actor: Actor,
  said: Said & { day: Day },
  source: { id: string; accountId: string | null; fullName?: string },
): Promise<KeptAnswer & { settledOn: null }> {
  const answer = { outcome: said.outcome ?? null, untilDay: said.untilDay ?? null };
  const problem = outcomeProblem(
    { ...answer, day: said.day, colleagueId: said.colleagueId, newColleague: said.colleague !== undefined },
    source.id,
  );
  if (problem) throw invalid(problem.reason, problem.field);
  const note = cleanText(said.note, LONGEST_NOTE, "note");
  const colleagueId = await colleagueOf(tx, actor, said, source);
  return { ...answer, colleagueId, colleagueAdded: said.colleague !== undefined, note, settledOn: null };
}

async function addAnswer(
  tx: Tx,
  actor: Actor,
  ask: HeldAsk,
  said: KeptAnswer & Leave & { day: Day },
): Promise<string> {
  const nothingAsked = {
    channel: null,
    moment: null,
    forWhom: null,
    targetPersonId: null,
    targetAccountId: null,
  };
  const conversation = { ...said, ...nothingAsked, id: newId(actor.now), asked: false, settledOn: null };
  await insertConversation(tx, ask.id, conversation, actor);
  await settle(tx, ask.id);
  await writeJournal(tx, actor, [happeningOf(ask, conversation, "ask.answered")], conversation.id);
  return conversation.id;
}

async function colleagueOf(
  tx: Tx,
  actor: Actor,
  said: Said,
  source: { id: string; accountId: string | null; fullName?: string },
): Promise<string | null> {
  if (said.colleagueId) {
    const colleague = await getPerson(tx, said.colleagueId);
    if (colleague.id === source.id)
      throw invalid("the colleague is somebody else than the person you asked", "colleagueId");
    return colleague.id;
  }
  if (!said.colleague) return null;
  const elsewhere = said.colleague.accountId ?? said.colleague.accountName;
  const facts = elsewhere ? said.colleague : { ...said.colleague, accountId: source.accountId };
  const named = source.fullName ?? (await getPerson(tx, source.id)).fullName;
  const colleague = await addPerson(tx, actor, facts, { cameFrom: "referral", detail: named });
  return colleague.id;
}

function isSame(ask: HeldAsk, answer: KeptAnswer): boolean {
  return (
    answer.note === null &&
    ask.outcome === answer.outcome &&
    ask.untilDay === answer.untilDay &&
    ask.colleagueId === answer.colleagueId
  );
}
