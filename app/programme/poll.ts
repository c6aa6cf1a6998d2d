import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { conflict, invalid } from "#lib/kernel/problem.ts";
import { rateOf, type Interval, type Rate } from "#lib/kernel/rates.ts";
import { cleanText } from "#lib/kernel/text.ts";
import { bordaPoints, chanceOf, changeOfMean, friedman, kendallsW, meanRanks } from "./ranking.ts";

/** What everybody puts in order: METHOD, rule 14. */
export const ACTIVITIES = ["cold-calls", "client-meetings", "being-coached", "training", "crm"] as const;
export type Activity = (typeof ACTIVITIES)[number];

export const ACTIVITY_WORDS: Record<Activity, string> = {
  "cold-calls": "Making cold calls",
  "client-meetings": "Meeting clients",
  "being-coached": "Being coached",
  training: "Taking training",
  crm: "Using the CRM",
};

/** A sentence that one agrees with, from 1 (not at all) to 5 (wholly). */
export interface Statement {
  key: string;
  text: string;
}

export const HIGHEST_AGREEMENT = 5;

/** The one that speaks of fear: barriers read it. */
export const COMFORT_KEY = "comfort";

/** As a poll is opened unless somebody words it otherwise. */
export const STATEMENTS: readonly Statement[] = [
  { key: COMFORT_KEY, text: "I am at ease asking a client for an introduction." },
  { key: "words", text: "I know the words with which I ask." },
  { key: "whom", text: "I know whom I will ask this week." },
  { key: "backed", text: "When an ask goes wrong, I can talk about it here." },
];

/** Fewer answers than these are never shown. */
export const ENOUGH_ANSWERS = 5;
/** From so many on figures are exact; with fewer they carry chance, so that whoever knows all answers but one does not learn the last. */
export const EXACT_FROM = 10;
/** Two polls closer to each other could be compared person by person. */
export const REST_DAYS = 28;
export const USUAL_DAYS = 7;
const LONGEST_DAYS = 60;
const MOST_STATEMENTS = 6;
const LONGEST_STATEMENT = 160;

export type PollState = "open" | "ended";

/** Its last day is open to its end. */
export function pollState({ lastDay }: { lastDay: Day }, today: Day): PollState {
  return today <= lastDay ? "open" : "ended";
}

/** Reps and managers; a leader, who reads the results, would take their own answer off them. */
export function mayAnswer(actor: Pick<Actor, "member">): boolean {
  return actor.member.role !== "leader";
}

/** Throws Problem invalid. */
export function checkLastDay(lastDay: Day, today: Day): void {
  if (lastDay < today || lastDay > addDays(today, LONGEST_DAYS))
    throw invalid(`a day from today on, within ${LONGEST_DAYS} days`, "lastDay");
}

/** The first day on which the next one may be opened, after those that there are; null: at once. */
export function nextOpens(polls: readonly { lastDay: Day }[], today: Day): Day | null {
  const last = polls
    .map(({ lastDay }) => lastDay)
    .toSorted()
    .at(-1);
  if (last === undefined) return null;
  const day = addDays(last, REST_DAYS);
  return day > today ? day : null;
}

/** Throws Problem conflict. */
export function checkRest(polls: readonly { lastDay: Day }[], today: Day): void {
  if (polls.some((poll) => pollState(poll, today) === "open"))
    throw conflict("there is an open poll: wait until it has ended");
  const day = nextOpens(polls, today);
  if (day !== null)
    throw conflict(`the next poll may begin on ${day}: two close to each other could tell who answered what`);
}

/** Trims them; none is allowed. Throws Problem invalid naming the field. */
export function cleanStatements(statements: readonly Statement[]): Statement[] {
  if (statements.length > MOST_STATEMENTS)
    throw invalid(`at most ${MOST_STATEMENTS} statements: it takes a minute`, "statements");
  const clean = statements.map(({ key, text }, at) => {
    const words = cleanText(text, LONGEST_STATEMENT, `statements.${at}.text`);
    if (words === null) throw invalid("write the sentence", `statements.${at}.text`);
    return { key, text: words };
  });
  if (new Set(clean.map(({ key }) => key)).size < clean.length)
    throw invalid("each statement has a key of its own", "statements");
  return clean;
}

/** What one person says: the activities in their order, and per statement how much they agree; null: they would rather not say. */
export interface Answers {
  order: readonly Activity[];
  agreement: readonly (number | null)[];
}

/** Throws Problem invalid naming the field. */
export function checkAnswers({ order, agreement }: Answers, statements: number): void {
  if (order.length !== ACTIVITIES.length || new Set(order).size !== ACTIVITIES.length)
    throw invalid("put all five in an order, each once", "order");
  const fits = (each: number | null) =>
    each === null || (Number.isInteger(each) && each >= 1 && each <= HIGHEST_AGREEMENT);
  if (agreement.length !== statements || !agreement.every(fits))
    throw invalid(`one number from 1 to ${HIGHEST_AGREEMENT} for each statement, or none`, "agreement");
}

/**
 * All that is kept of what was said: sums. `rankSums` and `rankSquares` per activity; `agreed` five counts per statement, of those who
 * said 1 to 5. `chance` was drawn when the poll was opened, one number per activity and per statement.
 */
export interface Urn {
  answers: number;
  rankSums: readonly number[];
  rankSquares: readonly number[];
  agreed: readonly number[];
  chance: readonly number[];
}

export function emptyUrn(statements: number, random: () => number): Urn {
  return {
    answers: 0,
    rankSums: ACTIVITIES.map(() => 0),
    rankSquares: ACTIVITIES.map(() => 0),
    agreed: Array.from({ length: statements * HIGHEST_AGREEMENT }, () => 0),
    chance: Array.from({ length: ACTIVITIES.length + statements }, () => drawChance(random)),
  };
}

/** With one more person's answers in it; nothing else of them is left. */
export function putIn(urn: Urn, { order, agreement }: Answers): Urn {
  const ranks = ACTIVITIES.map((activity) => order.indexOf(activity) + 1);
  const agreed = [...urn.agreed];
  for (const [at, said] of agreement.entries())
    if (said !== null) {
      const place = at * HIGHEST_AGREEMENT + said - 1;
      agreed[place] = (agreed[place] ?? 0) + 1;
    }
  return {
    ...urn,
    answers: urn.answers + 1,
    rankSums: urn.rankSums.map((sum, at) => sum + (ranks[at] ?? 0)),
    rankSquares: urn.rankSquares.map((sum, at) => sum + (ranks[at] ?? 0) ** 2),
    agreed,
  };
}

/** By how much one whole number more or less is rarer than the one before: see docs/decisions/0107. */
const RARER = 0.5;

/**
 * A whole number by chance, 0 most often, with equal weight on both sides: the two-sided geometric distribution of A. Ghosh,
 * T. Roughgarden and M. Sundararajan, "Universally utility-maximizing privacy mechanisms", STOC 2009. `random` as Math.random.
 */
export function drawChance(random: () => number): number {
  const steps = () => Math.floor(Math.log(1 - random()) / Math.log(RARER));
  return steps() - steps() || 0;
}

export const AGREEMENT_KINDS = ["hardly", "a little", "in part", "largely", "almost wholly"] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

/** In words; the steps lie between the marks of R. C. Schmidt, Decision Sciences 28 (1997) 763-774: 0.1, 0.3, 0.5, 0.7, 0.9. */
export function agreementKind(w: number): AgreementKind {
  return AGREEMENT_KINDS[Math.min(4, Math.floor(w * 5 + 1e-9))] as AgreementKind;
}

export interface ActivityResult {
  activity: Activity;
  /** 1 is the first; the same for those that lie level. */
  place: number;
  /** To one decimal; with few answers to a half, by chance a little off. */
  meanRank: number;
  /** Null with few answers. */
  borda: number | null;
  /** Since the poll before, where both are exact: below nought it rose. */
  change: (Interval & { value: number }) | null;
}

export interface StatementResult extends Statement {
  answers: number;
  /** From 1 to 5, as exact as the ranks; null under five answers. */
  mean: number | null;
  /** Who said 4 or 5. */
  agree: Rate | null;
  change: (Interval & { value: number }) | null;
}

export interface PollResults {
  answers: number;
  exact: boolean;
  /** The first first. */
  activities: ActivityResult[];
  agreement: {
    kind: AgreementKind;
    /** Kendall's, to two decimals; null with few answers. */
    w: number | null;
    /** How often it would come about if everybody drew lots. */
    chance: number | null;
  };
  statements: StatementResult[];
}

/** What may be said of a poll that has ended; null: fewer than five answered, and nothing is ever said. */
export function resultsOf(
  urn: Urn,
  statements: readonly Statement[],
  before: { urn: Urn; statements: readonly Statement[] } | null,
): PollResults | null {
  const n = urn.answers;
  if (n < ENOUGH_ANSWERS) return null;
  const exact = n >= EXACT_FROM;
  const sums = exact ? urn.rankSums : urn.rankSums.map((sum, at) => sum + (urn.chance[at] ?? 0));
  const means = meanRanks({ n, sums }).map((mean) => shown(mean, exact, ACTIVITIES.length));
  const borda = bordaPoints({ n, sums });
  const placed = exact ? meanRanks({ n, sums }) : means;
  const comparable = exact && before !== null && before.urn.answers >= EXACT_FROM ? before : null;
  const activities = ACTIVITIES.map((activity, at) => ({
    activity,
    place: 1 + placed.filter((mean) => mean < (placed[at] ?? 0)).length,
    meanRank: means[at] ?? 0,
    borda: exact ? (borda[at] ?? 0) : null,
    change: comparable && changeOfMean(rankSpread(comparable.urn, at), rankSpread(urn, at)),
  })).toSorted((a, b) => a.place - b.place);
  // With few answers from what is shown, so that nothing finer shines through.
  const told = { n, sums: exact ? sums : means.map((mean) => mean * n) };
  const w = kendallsW(told) ?? 0;
  const chance = chanceOf(friedman(w, told), ACTIVITIES.length - 1);
  return {
    answers: n,
    exact,
    activities,
    agreement: { kind: agreementKind(w), w: exact ? rounded(w, 100) : null, chance: exact ? chance : null },
    statements: statements.map((statement, at) => statementResult(urn, statement, at, before)),
  };
}

function statementResult(
  urn: Urn,
  statement: Statement,
  at: number,
  before: { urn: Urn; statements: readonly Statement[] } | null,
): StatementResult {
  const now = agreedSpread(urn, at);
  if (now.n < ENOUGH_ANSWERS) return { ...statement, answers: 0, mean: null, agree: null, change: null };
  const exact = now.n >= EXACT_FROM;
  const chance = exact ? 0 : (urn.chance[ACTIVITIES.length + at] ?? 0);
  const counts = countsOf(urn, at);
  const then = before === null ? -1 : before.statements.findIndex(({ text }) => text === statement.text);
  const earlier = before === null || then < 0 ? null : agreedSpread(before.urn, then);
  return {
    ...statement,
    answers: now.n,
    mean: shown((now.sum + chance) / now.n, exact, HIGHEST_AGREEMENT),
    agree: exact ? rateOf((counts[3] ?? 0) + (counts[4] ?? 0), now.n) : null,
    change: exact && earlier !== null && earlier.n >= EXACT_FROM ? changeOfMean(earlier, now) : null,
  };
}

/** To one decimal, or to a half, and never beyond what can be said. */
function shown(mean: number, exact: boolean, highest: number): number {
  return Math.min(highest, Math.max(1, rounded(mean, exact ? 10 : 2)));
}

function rounded(value: number, parts: number): number {
  return Math.round(value * parts + 1e-9) / parts;
}

function rankSpread({ answers, rankSums, rankSquares }: Urn, at: number) {
  return { n: answers, sum: rankSums[at] ?? 0, squares: rankSquares[at] ?? 0 };
}

function agreedSpread(urn: Urn, at: number) {
  const spread = { n: 0, sum: 0, squares: 0 };
  for (const [step, count] of countsOf(urn, at).entries()) {
    spread.n += count;
    spread.sum += count * (step + 1);
    spread.squares += count * (step + 1) ** 2;
  }
  return spread;
}

function countsOf({ agreed }: Urn, at: number): readonly number[] {
  return agreed.slice(at * HIGHEST_AGREEMENT, (at + 1) * HIGHEST_AGREEMENT);
}
