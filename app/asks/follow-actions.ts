import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Happening } from "#lib/storage/journal.ts";
import type { Conversation } from "./ask.ts";
import type { AskKey, ConversationRow } from "./ask-store.ts";
import { releaseMoments, spendMoments } from "./moment-use-actions.ts";
import { fulfilPlan, reopenPlan } from "./plan-fulfil-actions.ts";
import { harvest, reopenSeeds } from "./seed-actions.ts";

/**
 * What waited for this ask: the plan that it carries out, what was planted, the moment that it uses. The source is held.
 * Answers the lines, for the conversation's own act.
 */
export async function endWaiting(
  tx: Tx,
  actor: Actor,
  ask: AskKey,
  said: Pick<Conversation, "day" | "moment">,
  planId?: string | null,
): Promise<Happening[]> {
  const { day, moment } = said;
  const by = { askId: ask.id };
  return [
    ...(await fulfilPlan(tx, actor, ask, { day, planId: planId ?? null })),
    ...(await harvest(tx, ask, day)),
    ...(await spendMoments(tx, { ...ask, moment: moment ?? "anytime", day, by })),
  ];
}

/** The undo: what waited for the ask waits again, unless one of its conversations that are left ends the waiting too. */
export async function resumeWaiting(
  tx: Tx,
  actor: Actor,
  ask: AskKey,
  left: readonly ConversationRow[],
): Promise<void> {
  const asked = left.filter((said) => said.asked).map((said) => ({ ...said, at: said.saidAt }));
  await reopenPlan(tx, actor, ask, asked);
  await reopenSeeds(tx, actor, ask.id, asked);
  await releaseMoments(tx, actor, { askId: ask.id }, asked);
}
