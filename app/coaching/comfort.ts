import type { Moment } from "#asks/ask.ts";
import type { WhyNotAsked } from "#asks/why-not.ts";
import { rateOf, wilson, type Rate } from "#lib/kernel/rates.ts";
import type { LibraryRubric } from "#practice/library/frame.ts";
import { scenarioToRehearse } from "#practice/rust.ts";
import type { Mood, Scenario } from "#practice/scenario.ts";

/** Reasons for which it is right that nobody asked: such plans are neither made nor not made. */
export const RIGHTLY_NOT_ASKED = ["unhappy", "already-asked"] as const satisfies readonly WhyNotAsked[];
export const WHY_NOT_MADE = ["lost-nerve", "no-time", "not-the-moment", "unsaid"] as const;
export type WhyNotMade = (typeof WHY_NOT_MADE)[number];

/** What one rep, or several together, planned and asked in a time. Sums of these are these. */
export interface AskingFacts {
  /** Whose time is over: carried out by an ask, or not, and then why. */
  plans: { made: number; notMade: number; why: Partial<Record<WhyNotMade, number>> };
  /** Old enough for an introduction to have come. Of those without one: how many were made in writing, and at which moments. */
  asks: { brought: number; without: number; written: number; moments: Partial<Record<Moment, number>> };
}

/** Weeks that are looked at: a quarter. */
export const WEEKS_LOOKED_AT = 13;
/** An ask is given so many days to bring an introduction. */
export const WAIT_DAYS = 14;

/**
 * When something holds: the share is at least `share`, and its 95 % interval lies above `surely` with its lower end. Chosen by us
 * for a rep who asks a few people a week; no study names them.
 */
export const THRESHOLDS = {
  /** Of plans, those that were not made into asks. */
  comfort: { share: 0.4, surely: 0.25 },
  /** Of asks, those without an introduction. */
  technique: { share: 0.75, surely: 0.6 },
} as const;

/** Under this many nothing is said at all. From then on up to twenty it is said what they lean to, where share and interval are over. */
const ENOUGH_TO_LEAN = 5;

/** What is known of comfort, and of technique: it holds asking back, or it does not; few say so; or nothing is known yet. */
export const SIDES = ["holds", "not", "leans", "too-early"] as const;
export type Side = (typeof SIDES)[number];

/**
 * comfort: plans are not made into asks. technique: asks do not bring introductions. Where both hold it is comfort: nobody gets
 * better at asks that they do not make. neither: there is enough to see of both, and neither holds.
 */
export const HOLDINGS = ["comfort", "technique", "neither", "too-early"] as const;
export type Holds = (typeof HOLDINGS)[number];

export interface Holding {
  holds: Holds;
  comfort: Side;
  technique: Side;
  /** The share of plans that were not made, and of asks without an introduction. */
  plansNotMade: Rate;
  asksWithout: Rate;
  /** Sentences with their numbers, said of nobody: "11 of 24 plans were not made into asks (46 %, 28 to 65 %)." */
  reasons: string[];
  practise: Practise | null;
}

/** What to rehearse against it, and why. */
export interface Practise {
  skill: LibraryRubric;
  moment: Moment | null;
  moods: readonly Mood[];
  why: string;
}

/** Whether it is comfort or technique that holds asking back; of one rep or of a team. */
export function whatHolds({ plans, asks }: AskingFacts): Holding {
  const plansNotMade = rateOf(plans.notMade, plans.made + plans.notMade);
  const asksWithout = rateOf(asks.without, asks.brought + asks.without);
  const comfort = sideOf(plans.notMade, plansNotMade, THRESHOLDS.comfort);
  const technique = sideOf(asks.without, asksWithout, THRESHOLDS.technique);
  const why = mostOf(plans.why, WHY_NOT_MADE);
  const moment = mostOf(asks.moments, Object.keys(asks.moments) as Moment[]);
  const against = againstWhich(comfort, technique);
  const isWritten = against === "technique" && isMostlyWritten(asks);
  return {
    holds: holdsOf(comfort, technique),
    comfort,
    technique,
    plansNotMade,
    asksWithout,
    reasons: [
      plansNotMade.n === 0
        ? "Nobody was planned to be asked whose time is over."
        : shareText(plans.notMade, plansNotMade, ["plan was", "plans were"], "not made into asks", comfort),
      ...(against === "comfort" && why !== null ? [WHY_TEXTS[why](plans.why[why] ?? 0)] : []),
      asksWithout.n === 0
        ? "No ask is old enough to have brought an introduction."
        : shareText(asks.without, asksWithout, ["ask", "asks"], "brought no introduction", technique),
      ...(isWritten
        ? [`${asks.written} of these ${asks.without} were made in writing; an ask by voice is heard.`]
        : []),
    ],
    practise:
      against === "comfort"
        ? againstDiscomfort(why)
        : against === "technique"
          ? forTechnique(moment, isWritten)
          : null,
  };
}

function sideOf(count: number, rate: Rate, { share, surely }: { share: number; surely: number }): Side {
  if (rate.kind === "rate") return rate.value >= share && rate.low >= surely ? "holds" : "not";
  if (rate.n < ENOUGH_TO_LEAN) return "too-early";
  return count / rate.n >= share && wilson(count, rate.n).low >= surely ? "leans" : "too-early";
}

function holdsOf(comfort: Side, technique: Side): Holds {
  if (comfort === "holds") return "comfort";
  if (technique === "holds") return "technique";
  return comfort === "not" && technique === "not" ? "neither" : "too-early";
}

/** What to rehearse against: what is known before what few lean to, comfort before technique. */
function againstWhich(comfort: Side, technique: Side): "comfort" | "technique" | null {
  for (const side of ["holds", "leans"] as const) {
    if (comfort === side) return "comfort";
    if (technique === side) return "technique";
  }
  return null;
}

/** Several together. */
export function together(facts: readonly AskingFacts[]): AskingFacts {
  return {
    plans: {
      made: sum(facts.map(({ plans }) => plans.made)),
      notMade: sum(facts.map(({ plans }) => plans.notMade)),
      why: added(facts.map(({ plans }) => plans.why)),
    },
    asks: {
      brought: sum(facts.map(({ asks }) => asks.brought)),
      without: sum(facts.map(({ asks }) => asks.without)),
      written: sum(facts.map(({ asks }) => asks.written)),
      moments: added(facts.map(({ asks }) => asks.moments)),
    },
  };
}

export const NOTHING_ASKED: AskingFacts = {
  plans: { made: 0, notMade: 0, why: {} },
  asks: { brought: 0, without: 0, written: 0, moments: {} },
};

/**
 * The scenario to rehearse it with: of the skill's those at the moment, of these those in the mood, as far as there are any; and of
 * them the one rehearsed least often. Null: the library has none of that skill.
 */
export function scenarioAgainst<S extends Pick<Scenario, "key" | "rubric" | "moment" | "mood">>(
  { skill, moment, moods }: Pick<Practise, "skill" | "moment" | "moods">,
  scenarios: readonly S[],
  practised: readonly { scenario: string }[],
): S | null {
  const ofSkill = scenarios.filter(({ rubric }) => rubric === skill);
  const atMoment = ofSkill.filter((each) => each.moment === moment);
  const near = atMoment.length > 0 ? atMoment : ofSkill;
  const inMood = near.filter(({ mood }) => moods.includes(mood));
  return scenarioToRehearse(inMood.length > 0 ? inMood : near, practised);
}

const WHY_TEXTS: Record<WhyNotMade, (times: number) => string> = {
  "lost-nerve": (times) => `Said most often: lost nerve (${times}).`,
  "no-time": (times) => `Said most often: no time (${times}).`,
  "not-the-moment": (times) => `Said most often: not the moment (${times}).`,
  unsaid: (times) => `Of ${times} of them nobody said why.`,
};

const EASY: readonly Mood[] = ["friendly", "delighted"];

function againstDiscomfort(why: WhyNotMade | null): Practise {
  if (why === "lost-nerve")
    return {
      skill: "take-a-no",
      moment: null,
      moods: [],
      why: "Nerve is lost over a no: hear one where it costs nothing, and the next ask is lighter.",
    };
  if (why === "not-the-moment")
    return {
      skill: "seed",
      moment: null,
      moods: EASY,
      why: "Whoever plants the seed early has agreed on the moment, and need not wait for it.",
    };
  return {
    skill: "ask",
    moment: null,
    moods: EASY,
    why: "Begin with somebody who is glad: an ask that was said aloud takes two minutes, and is made.",
  };
}

function forTechnique(moment: Moment | null, isWritten: boolean): Practise {
  const skill = moment === "account-review" ? "review-ask" : "ask";
  return {
    skill,
    moment,
    moods: [],
    why: isWritten
      ? "Say aloud what was written: a person, the reason, and the introduction in so many words."
      : `${moment === null || moment === "anytime" ? "Asks" : `Asks ${MOMENT_TEXTS[moment]}`} bring too little: rehearse to name the person, the reason, and the introduction in so many words.`,
  };
}

const MOMENT_TEXTS: Record<Exclude<Moment, "anytime">, string> = {
  discovery: "in the first talks",
  proposal: "beside a proposal",
  delivered: "after delivery",
  "account-review": "in account reviews",
  "lost-deal": "after a lost deal",
};

function isMostlyWritten({ written, without }: AskingFacts["asks"]): boolean {
  return without > 0 && 2 * written >= without;
}

function shareText(
  count: number,
  rate: Rate,
  [one, many]: [string, string],
  what: string,
  side: Side,
): string {
  const said = `${count} of ${rate.n} ${rate.n === 1 ? one : many} ${what}`;
  if (side === "leans") return `${said}: few yet, and most of them.`;
  if (rate.kind === "too-early") return `${said}: too early to say.`;
  return `${said} (${percent(rate.value)} %, ${percent(rate.low)} to ${percent(rate.high)} %).`;
}

function percent(share: number): number {
  return Math.round(100 * share);
}

function mostOf<K extends string>(counts: Partial<Record<K, number>>, order: readonly K[]): K | null {
  const most = order.toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))[0];
  return most !== undefined && (counts[most] ?? 0) > 0 ? most : null;
}

function added<K extends string>(all: readonly Partial<Record<K, number>>[]): Partial<Record<K, number>> {
  const total: Partial<Record<K, number>> = {};
  for (const counts of all)
    for (const key of Object.keys(counts) as K[]) total[key] = (total[key] ?? 0) + (counts[key] ?? 0);
  return total;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
