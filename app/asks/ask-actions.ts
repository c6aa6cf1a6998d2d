import type { Actor } from "#lib/kernel/actor.ts";
import { notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Counted, Happening } from "#lib/storage/journal.ts";
import { holdPeople } from "#people/hold-actions.ts";
import { samePersonIds } from "#people/person-actions.ts";
import { mayChange, sumOf, type AskSum, type Conversation } from "./ask.ts";
import {
  conversationsOf,
  findAsk,
  findLastAsk,
  findPeopleOfAsk,
  holdAsk,
  updateSum,
  type AskKey,
  type AskRow,
  type ConversationRow,
  type HeldAsk,
  type LastAsk,
} from "./ask-store.ts";

/** An ask with everything that was said in it. */
export interface AskWithConversations extends AskRow {
  conversations: ConversationRow[];
  /** When this person was last asked before, by anybody. */
  askedBefore: LastAsk | null;
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
 * The one door to an ask that is there, for whatever may change or reopen it: first everybody it is about is held, the
 * source above all, and then the ask, as makeAsk does. So what is known of a source's asks stays true until the commit.
 * Throws Problem not-found, not-allowed.
 */
export async function holdOwnAsk(tx: Tx, actor: Actor, id: string): Promise<HeldAsk> {
  await holdPeople(tx, await peopleOfAsk(tx, id));
  const ask = await holdAsk(tx, id);
  if (!ask) throw notFound("ask");
  if (!mayChange(actor, { memberId: ask.memberId, teamId: ask.memberTeamId })) {
    throw notAllowed("this ask is a colleague's: they, their manager or a leader can change it");
  }
  return ask;
}

/** For the rooms above, which hold them before their own facts: its source, and the colleagues who were added with it. */
export async function peopleOfAsk(tx: Tx, id: string): Promise<string[]> {
  return findPeopleOfAsk(tx, id);
}

/** Makes the ask what its standing conversations say. */
export async function settle(tx: Tx, id: string): Promise<void> {
  await updateSum(tx, id, mustSum(await conversationsOf(tx, id)));
}

export function mustSum(conversations: readonly Conversation[]): AskSum {
  const sum = sumOf(conversations);
  if (!sum) throw new Error("an ask without a conversation that asked");
  return sum;
}

export function about(
  ask: Pick<HeldAsk, "id" | "sourceId" | "accountId" | "memberId">,
): Pick<Happening, "subject"> & { concerns: (string | null)[] } {
  return { subject: { kind: "ask", id: ask.id }, concerns: [ask.sourceId, ask.accountId, ask.memberId] };
}

export function happeningOf(ask: AskKey, said: Conversation, verb: string, counts?: Counted): Happening {
  const { subject, concerns } = about(ask);
  const { id, day, channel, moment, outcome, untilDay, colleagueId, targetPersonId, targetAccountId } = said;
  const { against, permitId } = said;
  return {
    verb,
    subject,
    day,
    concerns: [...concerns, colleagueId, targetPersonId, targetAccountId],
    ...(counts ? { counts } : {}),
    detail: {
      conversationId: id,
      sourceId: ask.sourceId,
      channel,
      moment,
      outcome,
      untilDay,
      colleagueId,
      ...(against !== null && { against }),
      ...(permitId !== null && { permitId }),
    },
  };
}
