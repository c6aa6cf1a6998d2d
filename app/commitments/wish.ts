import { ENOUGH_EVENTS, wilson } from "#lib/kernel/rates.ts";
import { publishedCard } from "#scorecard/published.ts";

/** Of so many that could, so many did. */
export interface Events {
  did: number;
  of: number;
}

export function sumOf(events: readonly Events[]): Events {
  return events.reduce((sum, { did, of }) => ({ did: sum.did + did, of: sum.of + of }), { did: 0, of: 0 });
}

/** Where a rate comes from: one's own numbers, the team's, or what was published elsewhere. */
export type RateOrigin = "own" | "team" | "published";

/** A rate as one reckons with it, from 0 to 1; `n`: own events, or the team's. */
export interface Reckoned {
  value: number;
  low: number;
  high: number;
  n: number;
  origin: RateOrigin;
}

export interface Published {
  low: number;
  high: number;
  /** Where it was published, how many it speaks of, and its grade. */
  source: string;
}

/** Introductions that become clients: between two cards, of which neither speaks of just that. */
export const PUBLISHED_CLOSE: Published = {
  low: publishedCard("opportunities-become-deals").values[0]!.low,
  high: publishedCard("introductions-close").values[0]!.low,
  source:
    "from 14.7 % of opportunities that came by a referral (Implisit 2014, records of about 500 companies, grade B) to the lower end of what practitioners say of introductions, 50 % (no study, grade C−)",
};

const DID_REFER = publishedCard("did-refer").values.map(({ low }) => low);

/** People asked who introduce somebody; the nearest that is printed speaks of customers in a survey. */
export const PUBLISHED_YIELD: Published = {
  low: Math.min(...DID_REFER),
  high: Math.max(...DID_REFER),
  source:
    "30 % and 33 % of customers in a survey did refer (Kumar et al. 2007 and 2010, consumers, grade A for them)",
};

/** How the numbers come about, in words, for whoever asks. */
export const FORMULA =
  "clients ÷ share of introductions that become clients ÷ share of asks that bring an introduction ÷ weeks. Few of one's own are drawn towards the team's (beta-binomial with the weight of 20 events: Gelman et al., Bayesian Data Analysis, 3rd ed. 2013, section 2.4). The range joins the 90 % ranges of both shares (Zou and Donner, Statist. Med. 27 (2008) 1693–1702).";

/**
 * One's own share, drawn towards the team's by as much as 20 events weigh; under 20 events of one's own the team's, and under 20
 * of theirs what was published. Ranges are 90 %.
 */
export function reckon(own: Events, team: Events, published: Published): Reckoned {
  if (own.of >= ENOUGH_EVENTS) {
    const towards = team.of >= ENOUGH_EVENTS ? shareOf(team) : middleOf(published);
    const did = own.did + ENOUGH_EVENTS * towards;
    const of = own.of + ENOUGH_EVENTS;
    return { value: did / of, ...wilson(Math.round(did), of, 0.9), n: own.of, origin: "own" };
  }
  if (team.of >= ENOUGH_EVENTS) {
    return { value: shareOf(team), ...wilson(team.did, team.of, 0.9), n: team.of, origin: "team" };
  }
  const { low, high } = published;
  return { value: middleOf(published), low, high, n: team.of, origin: "published" };
}

/** With half an event on each side: nobody's rate is nought or one for good, and no wish asks for endless work. */
function shareOf({ did, of }: Events): number {
  return (did + 0.5) / (of + 1);
}

export interface Range {
  low: number;
  middle: number;
  high: number;
}

export interface WishInNumbers {
  introductions: Range;
  /** A week. */
  asks: Range;
}

/** A wish in numbers, rounded up: one asks whole people. `clients` and `weeks` are at least 1. */
export function inNumbers(
  { clients, weeks }: { clients: number; weeks: number },
  rates: { close: Reckoned; yields: Reckoned },
): WishInNumbers {
  if (clients < 1 || weeks < 1)
    throw new RangeError("a wish is for at least one client in at least one week");
  const { close, yields } = rates;
  const introductions = dividedBy(clients, [close]);
  const asks = dividedBy(clients / weeks, [close, yields]);
  return { introductions: roundedUp(introductions), asks: roundedUp(asks) };
}

/** Distances of the shares' limits are joined on the logarithm, where a product is a sum. */
function dividedBy(amount: number, rates: readonly Reckoned[]): Range {
  const value = rates.reduce((product, rate) => product * rate.value, 1);
  const joined = (side: "low" | "high") =>
    Math.exp(Math.hypot(...rates.map((rate) => Math.log(Math.max(rate[side], LEAST_SHARE) / rate.value))));
  return {
    low: amount / value / joined("high"),
    middle: amount / value,
    high: (amount / value) * joined("low"),
  };
}

/** Of nothing that ever happened no range can be made; one in a thousand is as good as never. */
const LEAST_SHARE = 0.001;

function roundedUp({ low, middle, high }: Range): Range {
  return { low: Math.ceil(low - TINY), middle: Math.ceil(middle - TINY), high: Math.ceil(high - TINY) };
}

// What the logarithm adds to a whole number does not make it the next one.
const TINY = 1e-9;

/** The geometric middle, as shares are multiplied. */
function middleOf({ low, high }: Published): number {
  return Math.sqrt(low * high);
}
