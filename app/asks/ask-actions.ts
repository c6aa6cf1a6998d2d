import { getAccount } from "#accounts/account-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal, type Counted, type Happening } from "#lib/storage/journal.ts";
import { addPerson, getPerson, holdPerson, samePersonIds, type NewPerson } from "#people/person-actions.ts";
import { removeIfUntouched } from "#people/removal-actions.ts";
import { creditFor } from "#team/credit-actions.ts";
import {
  mayBecome,
  mayChange,
  outcomeProblem,
  sumOf,
  tellingOf,
  type Answer,
  type AskSum,
  type Channel,
  type Conversation,
  type Moment,
} from "./ask.ts";
import {
  conversationsOf,
  findAsk,
  findLastAsk,
  holdAsk,
  holdAskBetween,
  insertAsk,
  insertConversation,
  takeBackAskRow,
  takeBackConversationRow,
  updateSettled,
  updateSum,
  type AskKey,
  type AskRow,
  type ConversationRow,
  type HeldAsk,
  type LastAsk,
  type NewConversation,
} from "./ask-store.ts";

/** What the source said; a colleague who is not known yet comes as `colleague` and is added. */
export type Said = Partial<Answer> & { colleague?: NewPerson; note?: string | null };

export interface WantedAsk extends Said {
  sourceId: string;
  day?: Day;
  channel?: Channel;
  moment?: Moment;
  forWhom?: string | null;
  targetPersonId?: string | null;
  targetAccountId?: string | null;
  /** Who asked; none: the actor. */
  memberId?: string;
}

/** An ask with everything that was said in it. */
export interface AskWithConversations extends AskRow {
  conversations: ConversationRow[];
  /** When this person was last asked before, by anybody. */
  askedBefore: LastAsk | null;
}

/** An answer as it is kept, with what stands in no sum. */
type KeptAnswer = Answer & Pick<NewConversation, "note" | "colleagueAdded">;

const NAMED: KeptAnswer = {
  outcome: "named-someone",
  untilDay: null,
  colleagueId: null,
  colleagueAdded: false,
  note: null,
};
const LONGEST = { forWhom: 500, note: 10_000 } as const;

/**
 * Writes down a conversation that asked for an introduction. The rep's first one with this person in this week makes an
 * ask; every further one adds to it (`addedTo`). One person counts once per rep and week, however often they were asked.
 * Only an Idempotency-Key tells a second press from a second conversation.
 * Throws Problem not-found, not-allowed, and invalid naming the field.
 */
export async function makeAsk(
  tx: Tx,
  actor: Actor,
  wanted: WantedAsk,
): Promise<{ ask: AskWithConversations; addedTo: boolean; saidId: string }> {
  const day = factDay(wanted.day, actor.today);
  const memberId = wanted.memberId ?? actor.member.id;
  const source = await holdPerson(tx, wanted.sourceId);
  const credit = await creditFor(tx, actor, memberId, day);
  const answer = await answerOf(tx, actor, { ...wanted, day }, source);
  const conversation: NewConversation = {
    ...answer,
    id: newId(actor.now),
    day,
    asked: true,
    channel: wanted.channel ?? "call",
    moment: wanted.moment ?? "anytime",
    ...(await pictureOf(tx, wanted)),
  };
  const found = await askOfWeek(tx, actor, { memberId, sourceId: source.id, day });
  const ask = found ?? { id: newId(actor.now), memberId, sourceId: source.id, accountId: source.accountId };
  if (!found) await insertAsk(tx, { ...ask, sum: mustSum([conversation]), now: actor.now });
  await insertConversation(tx, ask.id, conversation, actor);
  if (found) await settle(tx, ask.id);
  const counts = { measure: "people-asked", credit, onceKey: ask.sourceId };
  const verb = found ? "ask.continued" : "ask.made";
  await writeJournal(tx, actor, [happeningOf(ask, conversation, verb, counts)], conversation.id);
  return { ask: await getAsk(tx, ask.id), addedTo: found !== null, saidId: conversation.id };
}

/** Throws Problem not-found, also for one that was taken back. */
export async function getAsk(tx: Tx, id: string): Promise<AskWithConversations> {
  const ask = await findAsk(tx, id);
  if (!ask) throw notFound("ask");
  const conversations = await conversationsOf(tx, id);
  const askedBefore = await findLastAsk(tx, await samePersonIds(tx, ask.sourceId), id);
  return { ...ask, conversations, askedBefore };
}

/**
 * Writes down what the source answered later. The same answer again changes nothing. Throws Problem conflict when someone
 * was named already, and invalid for an answer that cannot be.
 */
export async function recordOutcome(
  tx: Tx,
  actor: Actor,
  id: string,
  said: Said & { outcome: NonNullable<Answer["outcome"]>; day?: Day },
): Promise<{ ask: AskWithConversations; saidId: string | null }> {
  const ask = await holdOwn(tx, actor, id);
  const day = factDay(said.day, actor.today);
  if (day < ask.day) throw invalid(`they were asked on ${ask.day}; the answer cannot be older`, "day");
  if (!mayBecome(ask.outcome, said.outcome)) {
    throw conflict(
      "they have named someone; take that back first, or log the conversation in which they said this",
    );
  }
  const telling = tellingOf(await conversationsOf(tx, id));
  if (telling && day < telling.day)
    throw invalid(`they have given another answer since, on ${telling.day}`, "day");
  const answer = await answerOf(tx, actor, { ...said, day }, { id: ask.sourceId, accountId: ask.accountId });
  if (isSame(ask, answer)) return { ask: await getAsk(tx, id), saidId: null };
  const saidId = await addAnswer(tx, actor, ask, { ...answer, day });
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
  const ask = await holdOwn(tx, actor, id);
  if (ask.memberId !== named.memberId)
    throw invalid("this ask was made by a colleague; log the introduction for them", "askId");
  if (named.day < ask.day) throw invalid(`they were asked on ${ask.day}; this cannot have come of it`, "day");
  const same = await samePersonIds(tx, named.sourceId);
  if (ask.colleagueId && same.includes(ask.colleagueId)) return { answerId: null, added: false };
  if (!same.includes(ask.sourceId))
    throw invalid("somebody else was asked there; leave the ask out, or choose theirs", "askId");
  const telling = tellingOf(await conversationsOf(tx, id));
  if (telling?.outcome === "named-someone") return { answerId: telling.id, added: false };
  return { answerId: await addAnswer(tx, actor, ask, { ...NAMED, day: named.day }), added: true };
}

/** Takes the ask back with all its conversations. Throws Problem conflict while an introduction that came of it stands. */
export async function takeBackAsk(tx: Tx, actor: Actor, id: string): Promise<void> {
  await holdOwn(tx, actor, id);
  const conversations = await conversationsOf(tx, id);
  await takeBackAskRow(tx, id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "ask.taken-back");
  await removeAdded(tx, actor, conversations);
}

/**
 * Takes back one conversation; the ask is then what the others make it, and with the last that asked it is taken back
 * itself. Throws Problem conflict while an introduction that came of it stands.
 */
export async function takeBackConversation(
  tx: Tx,
  actor: Actor,
  id: string,
  conversationId: string,
): Promise<void> {
  const ask = await holdOwn(tx, actor, id);
  const conversations = await conversationsOf(tx, id);
  const others = conversations.filter((each) => each.id !== conversationId);
  if (others.length === conversations.length) throw notFound("conversation");
  const sum = sumOf(others);
  if (!sum) {
    await takeBackAsk(tx, actor, id);
    return;
  }
  await takeBackConversationRow(tx, conversationId, actor);
  await updateSum(tx, ask.id, sum);
  await writeCounterEntries(
    tx,
    actor,
    { subjectIds: [id], actId: conversationId },
    "ask.conversation-taken-back",
  );
  await removeAdded(
    tx,
    actor,
    conversations.filter((each) => each.id === conversationId),
  );
}

/** Lets a "not now" go: it does not come back. Throws Problem conflict for an ask with another answer. */
export async function letGo(tx: Tx, actor: Actor, id: string): Promise<AskWithConversations> {
  const ask = await holdOwn(tx, actor, id);
  const telling = tellingOf(await conversationsOf(tx, id));
  if (telling?.outcome !== "not-now") throw conflict('only a "not now" comes back and can be let go');
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
  const ask = await holdOwn(tx, actor, id);
  const telling = tellingOf(await conversationsOf(tx, id));
  if (telling && telling.settledOn !== null) {
    await updateSettled(tx, telling.id, null);
    await updateSum(tx, id, { ...ask, settledOn: null });
    const which = { subjectIds: [id], verbs: ["ask.let-go"], actId: telling.id };
    await writeCounterEntries(tx, actor, which, "ask.taken-up-again");
  }
  return getAsk(tx, id);
}

async function hold(tx: Tx, id: string): Promise<HeldAsk> {
  const ask = await holdAsk(tx, id);
  if (!ask) throw notFound("ask");
  return ask;
}

async function holdOwn(tx: Tx, actor: Actor, id: string): Promise<HeldAsk> {
  const ask = await hold(tx, id);
  if (!mayChange(actor, { memberId: ask.memberId, teamId: ask.memberTeamId })) {
    throw notAllowed("this ask is a colleague's: they, their manager or a leader can change it");
  }
  return ask;
}

async function askOfWeek(
  tx: Tx,
  actor: Actor,
  asked: { memberId: string; sourceId: string; day: Day },
): Promise<AskKey | null> {
  const from = weekOf(asked.day, actor.workspace.calendar.firstDay);
  const sourceIds = await samePersonIds(tx, asked.sourceId);
  return holdAskBetween(tx, { memberId: asked.memberId, sourceIds, from, to: addDays(from, 6) });
}

/** Makes the ask what its standing conversations say. */
async function settle(tx: Tx, id: string): Promise<void> {
  await updateSum(tx, id, mustSum(await conversationsOf(tx, id)));
}

function mustSum(conversations: readonly Conversation[]): AskSum {
  const sum = sumOf(conversations);
  if (!sum) throw new Error("an ask without a conversation that asked");
  return sum;
}

async function addAnswer(
  tx: Tx,
  actor: Actor,
  ask: HeldAsk,
  said: KeptAnswer & { day: Day },
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

/** What was said as it is kept, after adding a colleague who is not known yet. Throws Problem invalid. */
async function answerOf(
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
  const note = cleanText(said.note, "note");
  const colleagueId = await colleagueOf(tx, actor, said, source);
  return { ...answer, colleagueId, colleagueAdded: said.colleague !== undefined, note, settledOn: null };
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

/** Colleagues who were only written down with what is taken back. */
async function removeAdded(tx: Tx, actor: Actor, gone: readonly ConversationRow[]): Promise<void> {
  for (const { colleagueId, colleagueAdded } of gone) {
    if (colleagueId && colleagueAdded) await removeIfUntouched(tx, actor, colleagueId);
  }
}

async function pictureOf(
  tx: Tx,
  wanted: WantedAsk,
): Promise<Pick<Conversation, "forWhom" | "targetPersonId" | "targetAccountId">> {
  return {
    forWhom: cleanText(wanted.forWhom, "forWhom"),
    targetPersonId: wanted.targetPersonId ? (await getPerson(tx, wanted.targetPersonId)).id : null,
    targetAccountId: wanted.targetAccountId ? (await getAccount(tx, wanted.targetAccountId)).id : null,
  };
}

function about(
  ask: Pick<HeldAsk, "id" | "sourceId" | "accountId" | "memberId">,
): Pick<Happening, "subject"> & { concerns: (string | null)[] } {
  return { subject: { kind: "ask", id: ask.id }, concerns: [ask.sourceId, ask.accountId, ask.memberId] };
}

function happeningOf(ask: AskKey, said: Conversation, verb: string, counts?: Counted): Happening {
  const { subject, concerns } = about(ask);
  const { id, day, channel, moment, outcome, untilDay, colleagueId, targetPersonId, targetAccountId } = said;
  return {
    verb,
    subject,
    day,
    concerns: [...concerns, colleagueId, targetPersonId, targetAccountId],
    ...(counts ? { counts } : {}),
    detail: { conversationId: id, sourceId: ask.sourceId, channel, moment, outcome, untilDay, colleagueId },
  };
}

function isSame(ask: HeldAsk, answer: KeptAnswer): boolean {
  return (
    answer.note === null &&
    ask.outcome === answer.outcome &&
    ask.untilDay === answer.untilDay &&
    ask.colleagueId === answer.colleagueId
  );
}

function cleanText(text: string | null | undefined, field: keyof typeof LONGEST): string | null {
  const clean = text?.replaceAll("\0", "").trim() || null;
  if (clean !== null && clean.length > LONGEST[field])
    throw invalid(`at most ${LONGEST[field]} characters`, field);
  return clean;
}
