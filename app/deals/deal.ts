import { isDay, type Day } from "#lib/kernel/days.ts";
import { factDay, FIRST_FACT_DAY } from "#lib/kernel/fact-day.ts";
import { checkMoney, type Money } from "#lib/kernel/money.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import { ORIGINS, type Origin } from "#referrals/origin.ts";

export const DEAL_ORIGINS = ORIGINS;
export type DealOrigin = Origin;

export const DEAL_OUTCOMES = ["open", "won", "lost"] as const;
export type DealOutcome = (typeof DEAL_OUTCOMES)[number];

/** What is known of a deal; empty texts count as not known. */
export interface DealFacts {
  name: string;
  accountId: string;
  personId: string | null;
  /** The introduction it came from; only for the origin "referral", which may also stand without one. */
  referralId: string | null;
  origin: DealOrigin;
  amount: Money | null;
  stage: string | null;
  openedOn: Day;
  expectedOn: Day | null;
  note: string | null;
}

/** How a deal ended, and on which day. */
export interface DealEnd {
  outcome: "won" | "lost";
  day: Day;
  lostReason: string | null;
}

/** A line of the journal that a deal must have for as long as it stands as it is. */
export interface DealLine {
  verb: string;
  measure: "deals-closed" | "deals-won" | null;
  day: Day;
  money: Money | null;
}

const LATEST = "2100-12-31";
const MOST_MINOR = 10 ** 15;
const LONGEST = { name: 300, stage: 120, note: 10_000 } as const;

/** Trims, and throws Problem invalid naming the field that cannot be. */
export function cleanDeal(facts: DealFacts, today: Day): DealFacts {
  const name = cleanText(facts.name, LONGEST.name, "name");
  if (name === null) throw invalid("a deal needs a name", "name");
  const { expectedOn } = facts;
  if (expectedOn !== null && (!isDay(expectedOn) || expectedOn < FIRST_FACT_DAY || expectedOn > LATEST)) {
    throw invalid(`the day must lie between ${FIRST_FACT_DAY} and ${LATEST}`, "expectedOn");
  }
  if (facts.referralId !== null && facts.origin !== "referral") {
    throw invalid(
      "this deal came of an introduction, so its origin is a referral; take the introduction off it first",
      "origin",
    );
  }
  if (facts.amount) checkMoney(facts.amount, { field: "amount", least: 0, most: MOST_MINOR });
  return {
    ...facts,
    name,
    openedOn: factDay(facts.openedOn, today, "openedOn"),
    stage: cleanText(facts.stage, LONGEST.stage, "stage"),
    note: cleanText(facts.note, LONGEST.note, "note"),
  };
}

/** The end of a deal, today unless said otherwise. Throws Problem invalid for one that lies ahead or before its opening. */
export function dealEnd(
  openedOn: Day,
  said: { outcome: "won" | "lost"; day?: Day; lostReason?: string | null },
  today: Day,
): DealEnd {
  const day = factDay(said.day, today);
  if (day < openedOn) {
    throw invalid(`it was opened on ${openedOn}, so it cannot have been closed earlier`, "day");
  }
  const lostReason = said.outcome === "lost" ? cleanText(said.lostReason ?? null, 1_000, "lostReason") : null;
  return { outcome: said.outcome, day, lostReason };
}

/**
 * What stands in the journal for a deal like this. Every deal won counts as won; only one with the origin "referral" counts
 * among the deals closed of the scorecard, whether or not the introduction itself is known.
 */
export function linesOf(
  deal: Pick<DealFacts, "openedOn" | "origin" | "amount"> & { end: DealEnd | null },
): DealLine[] {
  const { amount, end } = deal;
  const lines: DealLine[] = [{ verb: "deal.opened", measure: null, day: deal.openedOn, money: null }];
  if (end?.outcome === "lost") lines.push({ verb: "deal.lost", measure: null, day: end.day, money: null });
  if (end?.outcome === "won") {
    lines.push({ verb: "deal.won", measure: "deals-won", day: end.day, money: amount });
    if (deal.origin === "referral") {
      lines.push({ verb: "deal.won-by-referral", measure: "deals-closed", day: end.day, money: amount });
    }
  }
  return lines;
}
