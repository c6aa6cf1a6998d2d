import type { Actor } from "#lib/kernel/actor.ts";
import { notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries } from "#lib/storage/journal.ts";
import { removeIfUntouched } from "#people/removal-actions.ts";
import { sumOf } from "./ask.ts";
import { holdOwnAsk } from "./ask-actions.ts";
import { resumeWaiting } from "./follow-actions.ts";
import {
  conversationsOf,
  takeBackAskRows,
  takeBackConversationRow,
  updateSum,
  type ConversationRow,
} from "./ask-store.ts";

/** Takes the ask back with all its conversations. Throws Problem conflict while an introduction that came of it stands. */
export async function takeBackAsk(tx: Tx, actor: Actor, id: string): Promise<void> {
  const ask = await holdOwnAsk(tx, actor, id);
  const conversations = await conversationsOf(tx, id);
  await takeBackAskRows(tx, id, actor);
  await resumeWaiting(tx, actor, ask, []);
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
  const ask = await holdOwnAsk(tx, actor, id);
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
  await resumeWaiting(tx, actor, ask, others);
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

/** Colleagues who were only written down with what is taken back. */
async function removeAdded(tx: Tx, actor: Actor, gone: readonly ConversationRow[]): Promise<void> {
  for (const { colleagueId, colleagueAdded } of gone) {
    if (colleagueId && colleagueAdded) await removeIfUntouched(tx, actor, colleagueId);
  }
}
