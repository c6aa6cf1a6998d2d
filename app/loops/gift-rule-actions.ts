import type { Actor } from "#lib/kernel/actor.ts";
import { notAllowed } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { mayLead } from "#team/member.ts";
import { checkRule, defaultRule, type GiftRule } from "./gift.ts";
import { findGiftRule, saveGiftRule } from "./gift-rule-store.ts";

export async function giftRuleOf(tx: Tx, actor: Actor): Promise<GiftRule> {
  return (await findGiftRule(tx)) ?? defaultRule(actor.workspace.currency);
}

/** What is not said stays. What was given before stays given. Throws Problem not-allowed, and invalid naming the field. */
export async function changeGiftRule(tx: Tx, actor: Actor, said: Partial<GiftRule>): Promise<GiftRule> {
  if (!mayLead(actor)) throw notAllowed("a leader sets what gifts may come to");
  const before = await giftRuleOf(tx, actor);
  const rule = { cap: said.cap ?? before.cap, clients: said.clients ?? before.clients };
  checkRule(rule);
  await saveGiftRule(tx, rule, actor);
  await writeJournal(tx, actor, [
    {
      verb: "workspace.gift-rule-set",
      subject: { kind: "workspace", id: tx.workspaceId },
      day: actor.today,
      detail: { before: { ...before }, after: { ...rule } },
    },
  ]);
  return rule;
}
