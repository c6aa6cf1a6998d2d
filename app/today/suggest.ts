import { addDays, daysBetween, type Day } from "#lib/kernel/days.ts";

/** So many a week for one rep. */
export const PLACES = [1, 2, 3] as const;
export type Place = (typeof PLACES)[number];

/** So many in a week, with those that were refused or asked: who has said no to nine has said enough. */
export const MOST_A_WEEK = 9;

/** What became of one that was written down. */
export interface Written {
  place: Place;
  /** Of its week. */
  nth: number;
  refusedOn: Day | null;
  /** The last day since on which this rep asked them. */
  askedOn: Day | null;
  /** The rep means to ask them, in this week or later. */
  planned: boolean;
  /** The person was taken back. */
  gone: boolean;
}

/** Neither refused nor asked. */
export function waits({ refusedOn, askedOn, gone }: Written): boolean {
  return refusedOn === null && askedOn === null && !gone;
}

/**
 * Of a week's suggestions: which are shown, which hold a place, and which places somebody else may take. Who is planned, or was
 * asked today, has done their part: their place waits until tomorrow. `allowed` says whom the budget lets this rep ask.
 */
export function placesIn<W extends Written>(
  written: readonly W[],
  { today, allowed }: { today: Day; allowed: (one: W) => boolean },
): { shown: W[]; taken: W[]; free: Place[] } {
  const fit = written.filter((one) => waits(one) && !one.planned && allowed(one));
  const done = written.filter((one) => one.askedOn === today || (one.planned && one.refusedOn === null));
  const hold = [...fit, ...done];
  const shown = fit.filter((one) => !hold.some(({ place, nth }) => place === one.place && nth > one.nth));
  const taken = [...shown, ...done];
  const free = PLACES.filter((place) => !taken.some((one) => one.place === place));
  return { shown, taken, free: free.slice(0, Math.max(0, MOST_A_WEEK - written.length)) };
}

/** What became of a report card that speaks for them is looked up each time: taken back, or spoken of, it speaks for nobody. */
export function speaksGlad({ reasons }: { reasons: readonly { part: SuggestPart }[] }): boolean {
  return reasons.some(({ part }) => part === "glad");
}

/**
 * Who says in a full week how glad they are of us takes the last place that none of the others who said so holds; whoever stood there
 * stands there again once they were spoken with. Null: there is none, or enough were suggested.
 */
export function placeForGlad(
  written: readonly unknown[],
  shown: readonly { place: Place; reasons: readonly { part: SuggestPart }[] }[],
): Place | null {
  if (written.length >= MOST_A_WEEK) return null;
  const others = shown.filter((one) => !speaksGlad(one)).map(({ place }) => place);
  return others.length < PLACES.length ? null : (Math.max(...others) as Place);
}

/** Whoever came for somebody who was refused goes when that is taken back, unless they were refused, asked or planned meanwhile. */
export function cameFor<W extends Written>(written: readonly W[], refused: Pick<W, "place" | "nth">): W[] {
  return written.filter(
    (one) =>
      one.place === refused.place &&
      one.nth > refused.nth &&
      one.refusedOn === null &&
      one.askedOn === null &&
      !one.planned,
  );
}

/** Beyond all that stand: some of the week may have made way. */
export function nextNth(written: readonly Pick<Written, "nth">[]): number {
  return Math.max(0, ...written.map(({ nth }) => nth)) + 1;
}

export const WHY_REFUSED = [
  "not-the-moment",
  "not-well-enough",
  "unhappy",
  "already-asked",
  "not-a-source",
] as const;
export type WhyRefused = (typeof WHY_REFUSED)[number];

export const WHY_REFUSED_WORDS: Record<WhyRefused, string> = {
  "not-the-moment": "Not the moment",
  "not-well-enough": "Don’t know them well enough",
  unhappy: "They are unhappy",
  "already-asked": "Already asked",
  "not-a-source": "Not a source",
};

export const SUGGEST_PARTS = [
  "glad",
  "right",
  "moment",
  "network",
  "outcomes",
  "touch",
  "fairness",
  "rest",
  "bond",
] as const;
export type SuggestPart = (typeof SUGGEST_PARTS)[number];
export type PerPart = Readonly<Record<SuggestPart, number>>;

/** What is known of somebody whom the budget lets this rep ask today. */
export interface Candidate {
  personId: string;
  accountId: string | null;
  /** Lately they gave a 9 or a 10 on a report card, and nobody has spoken with them about it. */
  glad: { score: number; day: Day } | null;
  /** The last word about the right to ask; null: never spoken of. */
  right: { earned: boolean; words: string | null; day: Day } | null;
  /** The last deal won with them or at their company. */
  won: { day: Day; mine: boolean } | null;
  /** A moment of asking that is due with them or at their company. */
  moment: { moment: "delivered" | "account-review" | "lost-deal" | "anytime"; dueOn: Day } | null;
  /** The last time anybody of us and they had to do with each other. */
  touch: { kind: "met" | "asked" | "introduced"; day: Day; mine: boolean; byName: string | null } | null;
  lastAsk: { day: Day; mine: boolean; byName: string } | null;
  asks: { ever: number; ripe: number; named: number; lastYear: number };
  introductions: { count: number; lastTo: string; lastOn: Day } | null;
  /** Whom we pursue and they may know, the surest first. */
  links: readonly Link[];
  bond: Bond | null;
}

/** They are or were at a company that is on our list, or where somebody on our list was in the same years. */
export interface Link {
  company: string;
  /** The target; null: the company itself. */
  target: string | null;
  /** The target works there still. */
  targetThere: boolean;
  current: boolean;
  untilDay: Day | null;
}

/** What ties the rep to them. `handedTo`: the account is looked after by somebody else, and the rep goes on holding it. */
export type Bond =
  | { kind: "holder"; handedTo: string | null; since: Day | null }
  | { kind: "acquaintance"; as: string }
  | { kind: "spoken" };

/** What was suggested to this rep before. `week` is the first day of its week. */
export interface Shown {
  personId: string;
  week: Day;
  refusedWhy: WhyRefused | null;
}

export interface Scored<C extends Candidate = Candidate> {
  candidate: C;
  score: number;
  /** What each part adds. */
  adds: PerPart;
}

/**
 * The order of suggestions: score = sum over parts of WEIGHTS × what the rep has taught (taughtBy) × value, the highest first. A
 * value lies between -1 and 1; what is not known is 0. Equal scores stand in an order that changes by rep and week (lotOf).
 *
 * - glad: 1 where they gave a 9 or a 10 lately. It goes before all else, for it is news for a month (reviews/report-card.ts).
 * - right: 1 where they said that we delivered (0.6 two years later), 0.4 where they said nothing but a deal with them was won in
 *   the last year, -1 where they said that we have not.
 * - moment: 1 where a moment to ask is due.
 * - network: 0.4 for a company on our list, 0.7 for somebody on it with whom they worked, 0.15 more for each further one, at most 1.
 * - outcomes: their share of asks that named someone, drawn to everybody's share as by four more asks, against everybody's.
 * - touch: halves every 90 days since anybody of us had to do with them.
 * - fairness: 1 for whom nobody ever asked; then 0.3, 0, -0.5 and -1 for one, two, three and more asks within a year; 0.5 for none.
 * - rest: grows over a year since the last ask to 1.
 * - bond: 1 where the rep holds the relationship, 0.6 where they know each other, 0.4 where they have spoken.
 *
 * The weights are judgement, not measurement: see docs/benchmarks.md for what a simulated company says of them.
 */
export const WEIGHTS: PerPart = {
  glad: 100,
  right: 25,
  moment: 20,
  network: 20,
  outcomes: 20,
  touch: 15,
  fairness: 15,
  rest: 10,
  bond: 10,
};

/** So many weeks somebody is not suggested again who was suggested and not asked. */
export const RESTS_WEEKS = 3;

/** The same for one who was refused. Whoever is unhappy rests for every rep. */
export const REFUSED_WEEKS: Readonly<Record<WhyRefused, number>> = {
  "not-the-moment": 6,
  "already-asked": 8,
  unhappy: 13,
  "not-well-enough": 26,
  "not-a-source": 52,
};

/** What a refusal says was made too much of. */
export const TEACHES: Readonly<Record<WhyRefused, readonly SuggestPart[]>> = {
  "not-the-moment": ["moment", "touch"],
  "not-well-enough": ["network", "fairness"],
  unhappy: ["right"],
  "already-asked": ["rest"],
  "not-a-source": ["fairness"],
};
/** Refusals count for half a year; from the second of one reason on each takes this share, down to a half and no further. */
export const TAUGHT_WEEKS = 26;
const TAUGHT_SHARE = 0.85;
const TAUGHT_LEAST = 0.5;

/** With fewer asks than these their share says nothing, and a third is taken for it. */
const FEW_ASKS = 20;
const BASE_BEFORE = 1 / 3;

/** Everybody's share of asks that named someone, as outcomes are held against it. */
export function baseFrom({ n, named }: { n: number; named: number }): number {
  return n < FEW_ASKS ? BASE_BEFORE : named / n;
}

/** All candidates in the order in which they are suggested. */
export function inOrder<C extends Candidate>(
  candidates: readonly C[],
  by: { memberId: string; week: Day; today: Day; base: number; taught?: PerPart },
): Scored<C>[] {
  const taught = by.taught ?? UNTAUGHT;
  return candidates
    .map((candidate) => ({
      ...scored(candidate, by.today, by.base, taught),
      lot: lotOf(`${by.memberId} ${by.week} ${candidate.personId}`),
    }))
    .toSorted(
      (a, b) => b.score - a.score || a.lot - b.lot || (a.candidate.personId < b.candidate.personId ? -1 : 1),
    )
    .map(({ lot: _lot, ...each }) => each);
}

/** The first so many, one from each company as far as that goes; `taken` are companies that are there already. */
export function chosenFrom<C extends Candidate>(
  ordered: readonly Scored<C>[],
  count: number,
  taken: readonly (string | null)[] = [],
): Scored<C>[] {
  const companies = new Set(taken.filter((id) => id !== null));
  const chosen: Scored<C>[] = [];
  for (const each of ordered) {
    const { accountId } = each.candidate;
    if (chosen.length === count) break;
    if (accountId !== null && companies.has(accountId)) continue;
    if (accountId !== null) companies.add(accountId);
    chosen.push(each);
  }
  const more = ordered.filter((each) => !chosen.includes(each)).slice(0, count - chosen.length);
  return [...chosen, ...more];
}

/** The first week in which somebody may be suggested again. */
export function restsUntil({ week, refusedWhy }: Pick<Shown, "week" | "refusedWhy">): Day {
  const weeks = refusedWhy === null ? RESTS_WEEKS : REFUSED_WEEKS[refusedWhy];
  return addDays(week, 7 * (weeks + 1));
}

/**
 * Whom not to suggest in this week, for having been suggested lately. Who says afterwards how glad they are of us is news, unless the
 * rep refused them for what a number does not change.
 */
export function resting(
  shown: readonly Shown[],
  week: Day,
  glad: ReadonlyMap<string, { day: Day }> = new Map(),
): Set<string> {
  const isNews = (each: Shown) => {
    const said = glad.get(each.personId);
    if (said === undefined) return false;
    if (each.week === week) return each.refusedWhy === null;
    const lifts = each.refusedWhy === null || NEWS_LIFTS.has(each.refusedWhy);
    return lifts && addDays(each.week, 7) <= said.day;
  };
  return new Set(
    shown.filter((each) => restsUntil(each) > week && !isNews(each)).map(({ personId }) => personId),
  );
}

const NEWS_LIFTS: ReadonlySet<WhyRefused> = new Set(["not-the-moment", "unhappy"]);

/** How much of each weight is left for a rep after what they refused. */
export function taughtBy(refused: readonly Pick<Shown, "week" | "refusedWhy">[], week: Day): PerPart {
  const factors: Record<SuggestPart, number> = { ...UNTAUGHT };
  const lately = refused.filter((each) => daysBetween(each.week, week) <= 7 * TAUGHT_WEEKS);
  for (const why of WHY_REFUSED) {
    const times = lately.filter(({ refusedWhy }) => refusedWhy === why).length;
    for (const part of TEACHES[why]) factors[part] *= TAUGHT_SHARE ** Math.max(0, times - 1);
  }
  for (const part of SUGGEST_PARTS) factors[part] = Math.max(TAUGHT_LEAST, factors[part]);
  return factors;
}

export const UNTAUGHT: PerPart = perPart(() => 1);

/** The people's action that goes with a refusal: what keeps everybody from asking. */
export function offerFor(why: WhyRefused): "do-not-ask" | "serious-issue" | null {
  if (why === "not-a-source") return "do-not-ask";
  return why === "unhappy" ? "serious-issue" : null;
}

function scored<C extends Candidate>(candidate: C, today: Day, base: number, taught: PerPart): Scored<C> {
  const values = valuesOf(candidate, today, base);
  const adds = perPart((part) => WEIGHTS[part] * taught[part] * values[part]);
  return { candidate, adds, score: SUGGEST_PARTS.reduce((sum, part) => sum + adds[part], 0) };
}

/** Each between -1 and 1; see WEIGHTS. */
export function valuesOf(candidate: Candidate, today: Day, base: number): PerPart {
  const { touch, lastAsk, bond } = candidate;
  const since = (day: Day) => Math.max(0, daysBetween(day, today));
  return {
    glad: candidate.glad === null ? 0 : 1,
    right: rightValue(candidate, today),
    moment: candidate.moment === null ? 0 : 1,
    network: networkValue(candidate.links),
    outcomes: outcomesValue(candidate.asks, base),
    touch: touch === null ? 0 : 0.5 ** (since(touch.day) / 90),
    fairness: fairnessValue(candidate.asks),
    rest: lastAsk === null ? 1 : Math.min(1, since(lastAsk.day) / 365),
    bond: bond === null ? 0 : { holder: 1, acquaintance: 0.6, spoken: 0.4 }[bond.kind],
  };
}

function rightValue({ right, won }: Candidate, today: Day): number {
  if (right !== null && !right.earned) return -1;
  if (right !== null) return daysBetween(right.day, today) > 730 ? 0.6 : 1;
  return won !== null && daysBetween(won.day, today) <= 365 ? 0.4 : 0;
}

function networkValue(links: readonly Link[]): number {
  if (links.length === 0) return 0;
  const surest = links.some(({ target }) => target !== null) ? 0.7 : 0.4;
  return Math.min(1, surest + 0.15 * (links.length - 1));
}

function outcomesValue({ ripe, named }: Candidate["asks"], base: number): number {
  const share = (named + 4 * base) / (ripe + 4);
  const room = share > base ? 1 - base : base;
  return room <= 0 ? 0 : (share - base) / room;
}

function fairnessValue({ ever, lastYear }: Candidate["asks"]): number {
  if (ever === 0) return 1;
  return [0.5, 0.3, 0, -0.5][lastYear] ?? -1;
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo): the same text always draws the same lot. */
export function lotOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at++) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01_00_01_93);
  }
  // The last letters alone would decide the order.
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c_1b_3c_6d) >>> 0;
}

function perPart(of: (part: SuggestPart) => number): Record<SuggestPart, number> {
  return Object.fromEntries(SUGGEST_PARTS.map((part) => [part, of(part)])) as Record<SuggestPart, number>;
}
