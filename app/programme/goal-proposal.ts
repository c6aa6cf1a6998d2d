import { reckon, type Events, type Published, type Reckoned } from "#commitments/wish.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { poissonInterval } from "#lib/kernel/poisson.ts";
import { ENOUGH_EVENTS } from "#lib/kernel/rates.ts";
import { HIGHEST_GOAL } from "#team/goal.ts";

/** So many weeks of a rep's own say at what pace introductions come. */
export const LOOKED_BACK_WEEKS = 26;
/** The share of whoever is new, by whole months: it grows by thirds. */
const NEW_SHARES = [1 / 3, 2 / 3] as const;
const DAYS_OF_MONTH = 30;
/** As much as a month of work the team's pace weighs beside one's own. */
const TEAM_WEIGHS_DAYS = 21;
const CONFIDENCE = 0.9;

export interface Range {
  low: number;
  middle: number;
  high: number;
}

/** A rep as the proposal sees them. */
export interface RepFacts {
  /** Days they work in the month, holidays and absence taken off, and those of somebody who works full-time. */
  days: number;
  fullDays: number;
  /** How many days before the month they came. */
  hereForDays: number;
  /** Introductions received in the weeks looked back on, and the days they worked in them. */
  received: number;
  workedDays: number;
}

/** Everybody's, for those of whom little is known. */
export interface Pace {
  received: number;
  workedDays: number;
}

/** fair: their share of the aim. step: less than that, as far as their own numbers may reach. own-pace: they reach more than that. away: all month. */
export const PROPOSED_AS = ["fair", "step", "own-pace", "away"] as const;
export type ProposedAs = (typeof PROPOSED_AS)[number];

export interface Proposal {
  /** Introductions in the month. */
  amount: number;
  as: ProposedAs;
  /** Their share of the aim, to one decimal. */
  fair: number;
  /** What their pace brings in such a month, with a 90 % range; null: nobody's numbers say. */
  pace: (Range & { origin: "own" | "team" }) | null;
}

/** How much of a full-time rep's month somebody has: 0 to 1, less while they are new. */
export function capacityOf({ days, fullDays, hereForDays }: RepFacts): number {
  if (fullDays <= 0) return 0;
  const share = NEW_SHARES[Math.floor(Math.max(0, hereForDays) / DAYS_OF_MONTH)] ?? 1;
  return Math.min(1, days / fullDays) * share;
}

/**
 * What is fair to ask of a rep: their share of the aim, but not less than comes anyway, and not more than their own numbers make likely:
 * one more than they have had at least. `aim` is for a full-time rep's month.
 */
export function proposeGoal(rep: RepFacts, aim: number, everybody: Pace): Proposal {
  const fair = Math.round(aim * capacityOf(rep) * 10) / 10;
  if (rep.days <= 0) return { amount: 0, as: "away", fair: 0, pace: null };
  const pace = paceOf(rep, everybody);
  const share = Math.max(1, Math.round(fair));
  if (pace === null) return { amount: share, as: "fair", fair, pace };
  const least = Math.round(pace.middle);
  const most = Math.max(Math.floor(pace.high), Math.floor(pace.middle) + 1);
  if (share < least) return { amount: least, as: "own-pace", fair, pace };
  return share > most ? { amount: most, as: "step", fair, pace } : { amount: share, as: "fair", fair, pace };
}

/**
 * One's own pace, drawn towards everybody's by as much as a month weighs (gamma-Poisson: Gelman et al., Bayesian Data Analysis, 3rd ed.
 * 2013, section 2.6), in the days of the month. Null under twenty introductions of everybody's.
 */
function paceOf({ days, received, workedDays }: RepFacts, everybody: Pace): Proposal["pace"] {
  if (everybody.received < ENOUGH_EVENTS || everybody.workedDays <= 0) return null;
  const drawn = received + (TEAM_WEIGHS_DAYS * everybody.received) / everybody.workedDays;
  const time = workedDays + TEAM_WEIGHS_DAYS;
  const { low, high } = poissonInterval(Math.round(drawn), CONFIDENCE);
  const inMonth = (count: number) => Math.round((count / time) * days * 10) / 10;
  return {
    low: inMonth(low),
    middle: inMonth(drawn),
    high: inMonth(high),
    origin: workedDays >= TEAM_WEIGHS_DAYS ? "own" : "team",
  };
}

/** How many people a week must be asked for so many introductions in so many weeks; rounded up: one asks whole people. */
export function asksAWeek(introductions: number, weeks: number, yields: Reckoned): Range {
  const asks = (share: number) =>
    Math.max(0, Math.ceil(introductions / weeks / Math.max(share, LEAST_SHARE) - TINY));
  return { low: asks(yields.high), middle: asks(yields.value), high: asks(yields.low) };
}

// Of nothing that ever happened no number of asks can be made; one in a hundred is as good as never.
const LEAST_SHARE = 0.01;
// What dividing adds to a whole number does not make it the next one.
const TINY = 1e-9;

/** What the method begins with: METHOD, rule 8. */
export const TEN_REPS = 10;
const MONTHS = 12;

export interface TenReps {
  reps: number;
  each: number;
  introductionsAMonth: number;
  introductionsAYear: number;
  /** In a year, by the share of introductions that become clients. */
  clients: Range;
  close: Reckoned;
}

/** What ten reps would bring who each reach so many a month. */
export function tenReps(each: number, company: Events, published: Published): TenReps {
  const close = reckon({ did: 0, of: 0 }, company, published);
  const introductionsAMonth = TEN_REPS * each;
  const introductionsAYear = introductionsAMonth * MONTHS;
  const clients = (share: number) => Math.round(introductionsAYear * share);
  return {
    reps: TEN_REPS,
    each,
    introductionsAMonth,
    introductionsAYear,
    clients: { low: clients(close.low), middle: clients(close.value), high: clients(close.high) },
    close,
  };
}

/** What is aimed for in a scope: for a full-time rep's month, from what was said for it or what every rep aims for. */
export function aimOfEach(said: number | null, capacity: number, usual: number): number {
  return said === null || capacity <= 0 ? usual : said / capacity;
}

/** Throws Problem invalid. */
export function checkAim(amount: number | null): void {
  if (amount === null || (Number.isInteger(amount) && amount >= 0 && amount <= HIGHEST_GOAL)) return;
  throw invalid(`a whole number from 0 to ${HIGHEST_GOAL}`, "amount");
}
