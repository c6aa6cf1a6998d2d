import type { Actor } from "#lib/kernel/actor.ts";
import type { Money } from "#lib/kernel/money.ts";
import type { Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import { getDeal } from "#deals/deal-actions.ts";
import { namesOfPeople } from "#people/person-actions.ts";
import { pendingOfDeal } from "./book-credits-actions.ts";
import type { CreditRule } from "./chain-credit.ts";
import { ledBy, mayDecide, mayTakeBack, type Led } from "./credit-dispute.ts";
import {
  creditEntries,
  entriesWritten,
  standingCredits,
  type CreditEntry,
  type CreditRow,
} from "./credit-reader.ts";
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
  /** `holds`: it is credited as was decided. */
  disputes: (DisputeRow & { mayDecide: boolean; mayTakeBack: boolean; holds: boolean })[];
  mayRaise: boolean;
  /** So many lines of it were ever written. */
  written: number;
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
    credits: bySource(credits, names),
    rule:
      number === null ? null : ([HOUSE_RULE, ...set].find(({ version }) => version === number) ?? HOUSE_RULE),
    disputes: disputes.map((each) => ({
      ...each,
      holds: decisionHolds(each, deal, credits),
      mayDecide: mayDecide(actor, deal, each.byId),
      mayTakeBack: mayTakeBack(actor, deal, each.byId),
    })),
    mayRaise: credits.length > 0 && !isOpen,
    written: await entriesWritten(tx, id),
  };
}

/** All that was ever written of it, the latest first, a page at a time. Throws Problem not-found, invalid. */
export async function entriesOfDeal(
  tx: Tx,
  id: string,
  cursor: string | undefined,
  limit: number,
): Promise<Page<CreditEntry>> {
  await getDeal(tx, id);
  return creditEntries(tx, id, cursor, limit);
}

/** Those that are written, without what was taken back since, and with what is not written yet. */
async function creditsNow(tx: Tx, now: Date, dealId: string): Promise<CreditRow[]> {
  const pending = await pendingOfDeal(tx, now, dealId);
  const gone = new Set(pending.map(({ undoes }) => undoes));
  const written = (await standingCredits(tx, dealId)).filter(({ id }) => !gone.has(id));
  return [...written, ...pending.filter(({ undoes }) => undoes === null)];
}

/** Of those who are one by now, once: where the first of them stands, with what all of them have. */
function bySource(
  rows: readonly CreditRow[],
  names: ReadonlyMap<string, { id: string; name: string }>,
): DealCredit["credits"] {
  const found = new Map<string, DealCredit["credits"][number]>();
  for (const { sourceId: id, minor, currency } of rows) {
    const { id: sourceId, name } = names.get(id) ?? { id, name: "" };
    const before = found.get(sourceId)?.credited?.minor ?? 0;
    found.set(sourceId, {
      sourceId,
      name,
      credited: currency === null ? null : { minor: before + minor, currency },
    });
  }
  return [...found.values()];
}

/** False while the deal is another than was decided upon, or by another decision since. */
function decisionHolds({ decision }: DisputeRow, deal: Led, credits: readonly CreditRow[]): boolean {
  if (decision === null || credits.length === 0) return false;
  const by = decision.verdict === "stands" ? decision.upholdsId : decision.id;
  return decision.ledBy === ledBy(deal) && credits.every(({ decisionId }) => decisionId === by);
}

function stateWithout({ outcome, origin }: { outcome: string; origin: string }): CreditState {
  if (outcome !== "won") return "not-won";
  return origin === "referral" ? "no-chain" : "not-by-referral";
}
