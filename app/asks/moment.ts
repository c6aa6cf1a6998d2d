import { addDays, type Day } from "#lib/kernel/days.ts";
import { fold } from "#lib/kernel/fold.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import { MOMENTS, type Moment } from "./ask.ts";
import { asksAt } from "./talk-part.ts";
import type { WhyLetGo } from "./why-not.ts";

/** What brings a moment besides the stages of a deal: a deal won or lost, or the quarterly rhythm of an account. */
export const BROUGHT_BY = ["won", "lost", "rhythm"] as const;
export type BroughtBy = (typeof BROUGHT_BY)[number];

/** What a moment is for, and what brings it. */
export interface MomentSetting {
  goal: string;
  /** What counts as having used it. */
  counts: string;
  /** From what brings it until it is due; of the rhythm, from one review to the next. */
  pauseDays: number;
  broughtBy: BroughtBy | null;
  /** Of a deal, as this workspace calls them. */
  stages: string[];
}

/** How every workspace begins. */
export const FIRST_SETTINGS: Readonly<Record<Moment, MomentSetting>> = {
  discovery: {
    goal: "Say early that introductions are how we work. Ask for nothing yet.",
    counts: "A seed: what you said, written down.",
    pauseDays: 0,
    broughtBy: null,
    stages: ["Discovery", "Qualification", "First meeting", "Erstgespräch", "Qualifizierung"],
  },
  proposal: {
    goal: "Promise the quarterly review, so that you are expected back.",
    counts: "The promise, written down in the words you gave it.",
    pauseDays: 0,
    broughtBy: null,
    stages: ["Proposal", "Quote", "Offer", "Angebot"],
  },
  delivered: {
    goal: "Thank them, say how we treat an introduction, and ask.",
    counts: "An ask at this account, by voice.",
    pauseDays: 14,
    broughtBy: "won",
    stages: [],
  },
  "account-review": {
    goal: "Look together at what it brought them, and ask.",
    counts: "An ask at this account, in the review.",
    pauseDays: 91,
    broughtBy: "rhythm",
    stages: [],
  },
  "lost-deal": {
    goal: "Thank them for the honest no, and ask whom it may be for.",
    counts: "An ask of the person who decided against us.",
    pauseDays: 60,
    broughtBy: "lost",
    stages: [],
  },
  anytime: {
    goal: "Ask whenever somebody is glad of us.",
    counts: "Any ask.",
    pauseDays: 0,
    broughtBy: null,
    stages: [],
  },
};

export type Settings = Readonly<Record<Moment, MomentSetting>>;

/** What happened to a deal: it reached a stage, or it ended. */
export type DealStep = { stage: string } | { outcome: "won" | "lost" };

/** The moments that this brings. A stage is one of a setting's when it holds all its words: "Proposal/Price Quote" is a proposal. */
export function momentsBroughtBy(step: DealStep, settings: Settings): Moment[] {
  if ("outcome" in step) return MOMENTS.filter((moment) => settings[moment].broughtBy === step.outcome);
  const reached = ` ${fold(step.stage)} `;
  const isReached = (stage: string) => {
    const words = fold(stage);
    return words !== "" && reached.includes(` ${words} `);
  };
  return MOMENTS.filter((moment) => settings[moment].stages.some(isReached));
}

/** So many days a moment that is due waits to be used; then it ends by itself. */
export const MOMENT_DAYS = 30;

export const MOMENT_STATES = ["used", "let-go", "expired", "due", "coming"] as const;
export type MomentState = (typeof MOMENT_STATES)[number];

export interface MomentStanding {
  dueOn: Day;
  usedOn: Day | null;
  letGoOn: Day | null;
}

/** The last day on which it can be used. */
export function momentUntil({ dueOn }: Pick<MomentStanding, "dueOn">): Day {
  return addDays(dueOn, MOMENT_DAYS);
}

/** With whom the deal was, or to whom something was said early; null: somebody at that account. */
export function personAt({
  personId,
  seeds,
}: {
  personId: string | null;
  seeds: readonly { personId: string }[];
}): string | null {
  return personId ?? seeds[0]?.personId ?? null;
}

/** Who is asked at it, where one asks and it is known whom. */
export function askedAt(came: Parameters<typeof personAt>[0] & { moment: Moment }): string | null {
  return asksAt(came.moment) ? personAt(came) : null;
}

export function momentState(moment: MomentStanding, today: Day): MomentState {
  if (moment.usedOn !== null) return "used";
  if (moment.letGoOn !== null) return "let-go";
  if (today > momentUntil(moment)) return "expired";
  return today >= moment.dueOn ? "due" : "coming";
}

/** When a moment is due that something of this day brings; null when that is so long ago that it would have ended. */
export function dueOnFrom(day: Day, pauseDays: number, today: Day): Day | null {
  const dueOn = addDays(day, pauseDays);
  return today > momentUntil({ dueOn }) ? null : dueOn;
}

/** Whether a conversation of that day uses the moment: from the day it came, also before its pause is over. */
export function usesMoment(
  said: { day: Day; moment: Moment },
  came: { moment: Moment; day: Day; dueOn: Day },
): boolean {
  return said.moment === came.moment && said.day >= came.day && said.day <= momentUntil(came);
}

/** Which of the moments of its deal end with the deal itself: those that only lead up to its end. */
export const ENDS_WITH_DEAL: readonly Moment[] = ["discovery", "proposal"];
export const DEAL_ENDED: WhyLetGo = "deal-ended";

const LONGEST = { goal: 300, counts: 300, stage: 80 } as const;
const MOST_STAGES = 30;
const LONGEST_PAUSE = 730;

/** Trims. Throws Problem invalid naming the field. */
export function cleanSetting(said: MomentSetting, moment: Moment): MomentSetting {
  const goal = cleanText(said.goal, LONGEST.goal, "goal");
  const counts = cleanText(said.counts, LONGEST.counts, "counts");
  if (goal === null) throw invalid("say in a sentence what this moment is for", "goal");
  if (counts === null) throw invalid("say what counts as having used it", "counts");
  if (!Number.isInteger(said.pauseDays) || said.pauseDays < 0 || said.pauseDays > LONGEST_PAUSE)
    throw invalid(`the pause is a whole number of days, at most ${LONGEST_PAUSE}`, "pauseDays");
  if (said.broughtBy === "rhythm" && moment !== "account-review")
    throw invalid("only account reviews come by the rhythm", "broughtBy");
  if (said.broughtBy === "rhythm" && said.pauseDays < 14)
    throw invalid("a client is reviewed every two weeks at most", "pauseDays");
  if (said.stages.length > MOST_STAGES) throw invalid(`at most ${MOST_STAGES} stages`, "stages");
  const stages = said.stages.flatMap((stage) => cleanText(stage, LONGEST.stage, "stages") ?? []);
  return { ...said, goal, counts, stages: [...new Set(stages)] };
}
