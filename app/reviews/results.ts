import type { Calendar, Period } from "#lib/kernel/fiscal.ts";
import { previousPeriods } from "#lib/kernel/fiscal.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { rateOf, type Rate } from "#lib/kernel/rates.ts";
import { BUYING_ROLES, type BuyingRole } from "#people/standing.ts";
import { npsOf, type Nps } from "./nps.ts";

/** A card as it is counted. */
export interface Counted {
  id: string;
  /** Null: erased; then each of their cards stands for itself. */
  personId: string | null;
  day: Day;
  withdrawn: boolean;
  handedInOn: Day | null;
  score: number | null;
  role: BuyingRole | null;
}

export interface Results {
  from: Day;
  to: Day;
  /** Of the year: each person once, by their last answer in it. */
  year: Nps;
  /** Each person once in each quarter, the earliest quarter first. */
  quarters: { period: Period; nps: Nps }[];
  /** Of the year, by the part in buying; null: nobody said one. */
  roles: { role: BuyingRole | null; nps: Nps }[];
  /** Of the cards that were sent in the year, how many were handed in. */
  answered: Rate;
}

const YEAR_DAYS = 365;
const QUARTERS = 8;

/** What report cards say up to today. */
export function resultsOf(cards: readonly Counted[], calendar: Calendar, today: Day): Results {
  const from = addDays(today, 1 - YEAR_DAYS);
  const handedIn = cards.filter(({ handedInOn }) => handedInOn !== null);
  const inYear = lastOfEach(within(handedIn, from, today));
  const periods = previousPeriods(today, "quarter", QUARTERS, calendar);
  const sent = cards.filter(({ day, withdrawn }) => !withdrawn && day >= from && day <= today);
  return {
    from,
    to: today,
    year: npsOf(scoresOf(inYear)),
    quarters: periods.map((period) => ({
      period,
      nps: npsOf(scoresOf(lastOfEach(within(handedIn, period.start, period.end)))),
    })),
    roles: [...BUYING_ROLES, null].flatMap((role) => {
      const those = inYear.filter((each) => each.role === role);
      return those.length === 0 ? [] : [{ role, nps: npsOf(scoresOf(those)) }];
    }),
    answered: rateOf(sent.filter(({ handedInOn }) => handedInOn !== null).length, sent.length),
  };
}

function within(cards: readonly Counted[], from: Day, to: Day): Counted[] {
  return cards.filter(({ handedInOn }) => handedInOn !== null && handedInOn >= from && handedInOn <= to);
}

/** Somebody who answered twice is counted once. */
function lastOfEach(cards: readonly Counted[]): Counted[] {
  const last = new Map<string, Counted>();
  for (const card of cards) {
    const key = card.personId ?? card.id;
    const before = last.get(key);
    if (before === undefined || orderOf(card) > orderOf(before)) last.set(key, card);
  }
  return [...last.values()];
}

function orderOf({ handedInOn, id }: Counted): string {
  return `${handedInOn} ${id}`;
}

function scoresOf(cards: readonly Counted[]): number[] {
  return cards.flatMap(({ score }) => score ?? []);
}
