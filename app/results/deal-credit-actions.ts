import type { Actor } from "#lib/kernel/actor.ts";
import type { Money } from "#lib/kernel/money.ts";
import type { Tx } from "#lib/storage/database.ts";
import { getDeal } from "#deals/deal-actions.ts";
import { namesOfPeople } from "#people/person-actions.ts";
import { pendingOfDeal } from "./book-credits-actions.ts";
import type { CreditRule } from "./chain-credit.ts";
import { mayDecide, mayTakeBack } from "./credit-dispute.ts";
import { creditEntries, standingCredits, type CreditEntry, type CreditRow } from "./credit-reader.ts";
import { creditRules } from "./credit-rule-actions.ts";
import { HOUSE_RULE } from "./credit-rule.ts";
import { disputesOfDeal, type DisputeRow } from "./dispute-reader.ts";

/** credited · not-won · not-by-referral · no-chain: nobody is known to have introduced anybody. */
export const CREDIT_STATES = ["credited", "not-won", "not-by-referral", "no-chain"] as const;
export type CreditState = (typeof CREDIT_STATES)[number];

export interface DealCredit {
  dealId: string;
  state: CreditState;
  amount: Money | null;
  /** The first source first. */
  credits: { sourceId: string; name: string; credited: Money | null }[];
  /** By which it is credited; null: by a decision, or nobody is. */
  rule: CreditRule | null;
  disputes: (DisputeRow & { mayDecide: boolean; mayTakeBack: boolean })[];
  mayRaise: boolean;
  /** What was ever written, the latest first. */
  entries: CreditEntry[];
}

/** Throws Problem not-found. */
export async function creditOfDeal(tx: Tx, actor: Actor, id: string): Promise<DealCredit> {
  const deal = await getDeal(tx, id);
  const credits = await creditsNow(tx, actor.now, id);
  const names = await namesOfPeople(
    tx,
    credits.map(({ sourceId }) => sourceId),
  );
  const disputes = await disputesOfDeal(tx, id);
  const { set } = await creditRules(tx);
  const number = credits[0]?.ruleNumber ?? null;
  const isOpen = disputes.some(({ decision }) => decision === null);
  return {
    dealId: id,
    amount: deal.amount,
    state: credits.length > 0 ? "credited" : stateWithout(deal),
    credits: credits.map(({ sourceId, minor, currency }) => ({
      sourceId: names.get(sourceId)?.id ?? sourceId,
      name: names.get(sourceId)?.name ?? "",
      credited: currency === null ? null : { minor, currency },
    })),
    rule:
      number === null ? null : ([HOUSE_RULE, ...set].find(({ version }) => version === number) ?? HOUSE_RULE),
    disputes: disputes.map((each) => ({
      ...each,
      mayDecide: mayDecide(actor, deal, each.byId),
      mayTakeBack: mayTakeBack(actor, deal, each.byId),
    })),
    mayRaise: credits.length > 0 && !isOpen,
    entries: await creditEntries(tx, id, MOST_ENTRIES),
  };
}

const MOST_ENTRIES = 200;

/** Those that are written, without what was taken back since, and with what is not written yet. */
async function creditsNow(tx: Tx, now: Date, dealId: string): Promise<CreditRow[]> {
  const pending = await pendingOfDeal(tx, now, dealId);
  const gone = new Set(pending.map(({ undoes }) => undoes));
  const written = (await standingCredits(tx, dealId)).filter(({ id }) => !gone.has(id));
  return [...written, ...pending.filter(({ undoes }) => undoes === null)];
}

function stateWithout({ outcome, origin }: { outcome: string; origin: string }): CreditState {
  if (outcome !== "won") return "not-won";
  return origin === "referral" ? "no-chain" : "not-by-referral";
}
