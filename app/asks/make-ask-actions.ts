import type { Channel } from "#people/channel.ts";
import { getAccount } from "#accounts/account-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { getPerson, holdPerson, samePersonIds } from "#people/person-actions.ts";
import { employerOn } from "#people/position-actions.ts";
import { creditFor } from "#team/credit-actions.ts";
import type { Conversation, Moment } from "./ask.ts";
import { getAsk, happeningOf, mustSum, settle, type AskWithConversations } from "./ask-actions.ts";
import {
  holdAskBetween,
  insertAsk,
  insertConversation,
  type AskKey,
  type NewConversation,
} from "./ask-store.ts";
import { answerOf, type Said } from "./answer-actions.ts";
import { endWaiting } from "./follow-actions.ts";
import { leaveToAsk } from "./budget-actions.ts";
import { noteWordsUsed } from "./wording-actions.ts";

const LONGEST_FOR_WHOM = 500;

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
  /** The talk has taken place, so that no rule refuses it any more; an ask of an earlier day always has. */
  happened?: boolean;
  /** Keys of the wordings it was held with; see wording.ts. */
  wordings?: readonly string[];
  /** The plan that it carries out, where several would be. */
  planId?: string | null;
}

/**
 * Writes down a conversation that asked for an introduction. The rep's first one with this person in this week makes an
 * ask; every further one adds to it (`addedTo`). One person counts once per rep and week, however often they were asked.
 * Only an Idempotency-Key tells a second press from a second conversation.
 * Throws Problem not-found, not-allowed, invalid naming the field, and conflict with facts when a rule protects the source.
 */
export async function makeAsk(
  tx: Tx,
  actor: Actor,
  wanted: WantedAsk,
): Promise<{ ask: AskWithConversations; addedTo: boolean; saidId: string }> {
  if (wanted.moment === "discovery")
    throw invalid("at discovery nothing is asked yet: plant a seed, with what you said", "moment");
  const day = factDay(wanted.day, actor.today);
  const memberId = wanted.memberId ?? actor.member.id;
  const source = await holdPerson(tx, wanted.sourceId);
  const credit = await creditFor(tx, actor, memberId, day);
  const answer = await answerOf(tx, actor, { ...wanted, day }, source);
  const picture = await pictureOf(tx, wanted);
  const found = await askOfWeek(tx, actor, { memberId, sourceId: source.id, day });
  const leave = await leaveToAsk(
    tx,
    actor,
    { sourceId: source.id, memberId, day, ...picture },
    {
      happened: wanted.happened === true || day < actor.today,
      askId: found?.id ?? null,
      sum: { ...answer, lastDay: day },
    },
  );
  const conversation: NewConversation = {
    ...answer,
    ...leave,
    id: newId(actor.now),
    day,
    asked: true,
    channel: wanted.channel ?? "call",
    moment: wanted.moment ?? "anytime",
    ...picture,
  };
  const accountId = found ? null : await employerOn(tx, source.id, day);
  const ask = found ?? { id: newId(actor.now), memberId, sourceId: source.id, accountId };
  if (!found) await insertAsk(tx, { ...ask, sum: mustSum([conversation]), now: actor.now });
  await insertConversation(tx, ask.id, conversation, actor);
  if (wanted.wordings) await noteWordsUsed(tx, actor, conversation.id, wanted.wordings);
  if (found) await settle(tx, ask.id);
  const counts = { measure: "people-asked", credit, onceKey: ask.sourceId };
  const verb = found ? "ask.continued" : "ask.made";
  const ended = await endWaiting(tx, actor, ask, conversation, wanted.planId);
  await writeJournal(tx, actor, [happeningOf(ask, conversation, verb, counts), ...ended], conversation.id);
  return { ask: await getAsk(tx, ask.id), addedTo: found !== null, saidId: conversation.id };
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

async function pictureOf(
  tx: Tx,
  wanted: WantedAsk,
): Promise<Pick<Conversation, "forWhom" | "targetPersonId" | "targetAccountId">> {
  return {
    forWhom: cleanText(wanted.forWhom, LONGEST_FOR_WHOM, "forWhom"),
    targetPersonId: wanted.targetPersonId ? (await getPerson(tx, wanted.targetPersonId)).id : null,
    targetAccountId: wanted.targetAccountId ? (await getAccount(tx, wanted.targetAccountId)).id : null,
  };
}
