import type { Actor } from "#lib/kernel/actor.ts";
import { conflict, notAllowed } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { mayLead } from "#team/member.ts";
import { bookLate } from "./book-credits-actions.ts";
import type { CreditRule } from "./chain-credit.ts";
import { rulesSet } from "./credit-reader.ts";
import {
  cleanReason,
  cleanShape,
  HOUSE_RULE,
  sameShape,
  type SaidShape,
  type SetRule,
} from "./credit-rule.ts";
import { insertRule } from "./credit-store.ts";

export interface CreditRules {
  now: CreditRule;
  /** What leaders set, the oldest first; before these the house's own. */
  set: SetRule[];
}

export async function creditRules(tx: Tx): Promise<CreditRules> {
  const set = await rulesSet(tx);
  return { now: set.at(-1) ?? HOUSE_RULE, set };
}

/**
 * Sets the rule for deals that are won from now on; what is credited stays. The shape that holds, said again, changes nothing. Throws
 * Problem not-allowed, and invalid naming the field.
 */
export async function setCreditRule(
  tx: Tx,
  actor: Actor,
  said: SaidShape & { reason: string },
): Promise<CreditRules> {
  if (!mayLead(actor)) throw notAllowed("a leader sets by which rule deals are credited");
  const shape = cleanShape(said);
  const reason = cleanReason(said.reason);
  await bookLate(tx, actor);
  const { now } = await creditRules(tx);
  if (sameShape(now.shape, shape)) return creditRules(tx);
  const number = now.version + 1;
  if (number > MOST_VERSIONS) throw conflict(`a rule has at most ${MOST_VERSIONS} versions`);
  const id = await insertRule(tx, { number, shape, reason }, actor);
  await writeJournal(tx, actor, [
    {
      verb: "credit.rule-set",
      subject: { kind: "credit-rule", id },
      day: actor.today,
      detail: { number, shape, before: now.shape },
    },
  ]);
  return creditRules(tx);
}

const MOST_VERSIONS = 999;
