import { invalid } from "#lib/kernel/problem.ts";
import { differenceOf, ENOUGH_EVENTS, wilson } from "#lib/kernel/rates.ts";
import { cleanText } from "#lib/kernel/text.ts";

/** What keeps a team from asking, and what can be measured of it. METHOD.md, rule 14. */
export const BARRIERS = {
  fear: ["planned-not-asked", "lost-nerve", "asking-rehearsed"],
  "not-the-priority": ["outreach-by-asking", "statement-age", "areas-aligned"],
  "wrong-kpis": ["goals-on-asking", "activity-noted"],
  "not-practised": ["practice-kept", "coached"],
  "digital-dependence": ["asked-by-voice", "deals-from-introductions"],
} as const;
export type Barrier = keyof typeof BARRIERS;
export type BarrierMeasure = (typeof BARRIERS)[Barrier][number];
export const BARRIER_NAMES = Object.keys(BARRIERS) as [Barrier, ...Barrier[]];
export const BARRIER_MEASURES = Object.values(BARRIERS).flat() as [BarrierMeasure, ...BarrierMeasure[]];

/**
 * share: some of many events, a sample of what the team does. census: some of few, all of whom are known. days: since something.
 */
export type Kind = "share" | "census" | "days";

export interface Mark {
  mark: number;
  why: string;
  source: string;
}

interface MeasureRule extends Mark {
  kind: Kind;
  /** most: the barrier stands above the mark; least: below it. */
  way: "most" | "least";
  unit: "percent" | "days" | "areas";
}

const OWN_MARK = "Askwell’s first mark, no study: set your own";

/** Each measure with the mark that comes with the house, why it is there, and from where. */
export const MEASURE_RULES: Readonly<Record<BarrierMeasure, MeasureRule>> = {
  "planned-not-asked": {
    kind: "share",
    way: "most",
    unit: "percent",
    mark: 30,
    why: "Up to three plans in ten fall to travel, illness and a client who has no time. More than that is rarely the calendar.",
    source: OWN_MARK,
  },
  "lost-nerve": {
    kind: "share",
    way: "most",
    unit: "percent",
    mark: 15,
    why: "Everybody loses their nerve at times. From one reason in seven on, rehearsing helps more than planning.",
    source: OWN_MARK,
  },
  "asking-rehearsed": {
    kind: "share",
    way: "least",
    unit: "percent",
    mark: 50,
    why: "What was rehearsed is easier to say. Of three rehearsals a week, one every other week is of the ask itself.",
    source: "The method: practice is required of everybody who asks; the mark is ours",
  },
  "outreach-by-asking": {
    kind: "share",
    way: "least",
    unit: "percent",
    mark: 50,
    why: "The first priority is what is done most: more people are asked for an introduction than approached cold.",
    source: "Follows from the word “first”",
  },
  "statement-age": {
    kind: "days",
    way: "most",
    unit: "days",
    mark: 90,
    why: "Said once it is forgotten. Each quarter it is said anew, with what has come of it.",
    source: OWN_MARK,
  },
  "areas-aligned": {
    kind: "census",
    way: "least",
    unit: "areas",
    mark: 4,
    why: "Where fewer than four of the six follow, the company says one thing and hires, trains and pays for another.",
    source: "The method names the six areas; the mark is ours",
  },
  "goals-on-asking": {
    kind: "census",
    way: "least",
    unit: "percent",
    mark: 80,
    why: "Asking is the one number that a rep decides alone. Whoever is new may be without a goal for some weeks.",
    source: "The method: what is done comes before what comes of it; the mark is ours",
  },
  "activity-noted": {
    kind: "share",
    way: "least",
    unit: "percent",
    mark: 80,
    why: "What is not noted is not measured. One week in five may go by without an ask or another contact.",
    source: OWN_MARK,
  },
  "practice-kept": {
    kind: "share",
    way: "least",
    unit: "percent",
    mark: 60,
    why: "What is rehearsed rarely rusts as fast as it is learned. Six weeks in ten leave room for full weeks.",
    source: "The method: skills rust; the mark is ours",
  },
  coached: {
    kind: "share",
    way: "least",
    unit: "percent",
    mark: 25,
    why: "One talk in four weeks with each rep is the least that carries something from one talk to the next.",
    source: OWN_MARK,
  },
  "asked-by-voice": {
    kind: "share",
    way: "least",
    unit: "percent",
    mark: 80,
    why: "A mail is easily left unanswered and hears no hesitation. One ask in five may be in writing, as the client wishes.",
    source: "The method: ask by voice; the mark is ours",
  },
  "deals-from-introductions": {
    kind: "share",
    way: "least",
    unit: "percent",
    mark: 25,
    why: "A trade column says that the best get 41 % of their business from referrals. A quarter is a first mark on the way.",
    source: "Trade column, no study named, grade D; the mark is ours",
  },
};

/** Of so many so many; of days `of` is null, and `count` null where there is nothing to count from. */
export interface Found {
  count: number | null;
  of: number | null;
}

/** nothing: there is nothing to measure yet. unsure: the interval has the mark in it. */
export const VERDICTS = ["stands", "unsure", "too-early", "nothing", "clear"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Whether what was found says that the barrier stands in the way: only what lies on one side with its whole interval says so. */
export function verdictOf(measure: BarrierMeasure, { count, of }: Found, mark: number): Verdict {
  const { kind, way, unit } = MEASURE_RULES[measure];
  if (kind === "days") {
    // Nothing was ever said: that is what the measure is about.
    if (count === null) return "stands";
    return count > mark ? "stands" : "clear";
  }
  if (count === null || of === null || of === 0) return "nothing";
  const share = unit === "percent" ? (100 * count) / of : count;
  if (kind === "census") return (way === "least" ? share < mark : share > mark) ? "stands" : "clear";
  if (of < ENOUGH_EVENTS) return "too-early";
  const { low, high } = wilson(count, of);
  const [lowest, highest] = [100 * low, 100 * high];
  if (way === "least") return highest < mark ? "stands" : lowest >= mark ? "clear" : "unsure";
  return lowest > mark ? "stands" : highest <= mark ? "clear" : "unsure";
}

/** Of a barrier what its gravest measure says. */
export function gravest(verdicts: readonly Verdict[]): Verdict {
  return VERDICTS.find((verdict) => verdicts.includes(verdict)) ?? "nothing";
}

export const CHANGES = ["better", "worse", "same", "too-early"] as const;
export type Change = (typeof CHANGES)[number];

/** How it stands against the team's own past; same: no difference that its interval does not explain. */
export function changeOf(measure: BarrierMeasure, now: Found, before: Found): Change {
  const { kind, way } = MEASURE_RULES[measure];
  if (now.count === null || before.count === null) return "too-early";
  if (kind === "share") {
    const difference = differenceOf(asEvents(now), asEvents(before));
    if (difference === null) return "too-early";
    if (difference.low <= 0 && difference.high >= 0) return "same";
    return difference.value > 0 === (way === "least") ? "better" : "worse";
  }
  if (kind === "census" && (now.of === 0 || before.of === 0)) return "too-early";
  const by =
    kind === "days" ? now.count - before.count : now.count / (now.of ?? 1) - before.count / (before.of ?? 1);
  if (by === 0) return "same";
  return by > 0 === (way === "least") ? "better" : "worse";
}

const LONGEST_WHY = 500;
const MOST = { percent: 100, days: 999, areas: 6 } as const;

/** Trims. Throws Problem invalid naming the field. */
export function cleanMark(
  measure: BarrierMeasure,
  said: { mark: number; why: string },
): { mark: number; why: string } {
  const { unit } = MEASURE_RULES[measure];
  const { mark } = said;
  if (!Number.isSafeInteger(mark) || mark < 0 || mark > MOST[unit])
    throw invalid(`a whole number from 0 to ${MOST[unit]}`, "mark");
  const why = cleanText(said.why, LONGEST_WHY, "why");
  if (why === null) throw invalid("say why: whoever reads the mark next year wants to know", "why");
  return { mark, why };
}

function asEvents({ count, of }: Found): { successes: number; n: number } {
  return { successes: count ?? 0, n: of ?? 0 };
}
