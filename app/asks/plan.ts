import { addDays, daysBetween, type Day } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import { weekOf, type Weekday } from "#lib/kernel/weeks.ts";
import { mayChangeFor, type Rights } from "#team/member.ts";
import type { Moment } from "./ask.ts";
import { PARTS, type Part, type TalkWords } from "./talk-part.ts";

/** In this order: the first that holds is what a plan is. */
export const PLAN_STATES = ["asked", "let-go", "expired", "planned"] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** So many days after its week a plan ends by itself that was neither asked nor let go. */
export const PLAN_DAYS = 14;
/** So many weeks ahead somebody may be planned: a quarter. */
export const WEEKS_AHEAD = 13;

/** What the rep means to say, in their words; METHOD.md, rule 9: names, numbers, topics. */
export interface PlanFacts {
  moment: Moment;
  whyNow: string | null;
  /** The outcome they want, in words. */
  wanted: string | null;
  /** How many introductions they expect. */
  expects: number | null;
  topics: string | null;
  /** What they wrote over the words of the talk. */
  talk: TalkWords;
  idealClientId: string | null;
  reasonId: string | null;
  targetId: string | null;
}

/** What is said of a plan anew; what is not named stays, also of the talk, and a part that is null goes back to the words. */
export type SaidOfPlan = Partial<Omit<PlanFacts, "talk">> & {
  talk?: { readonly [part in Part]?: string | null };
};

/** What decides on a plan's state. `week` is the first day of its week. */
export interface PlanStanding {
  week: Day;
  letGoOn: Day | null;
  /** The ask that carried it out. */
  askId: string | null;
}

/** The last day on which a plan for this week can be carried out. */
export function lastDayOf(week: Day): Day {
  return addDays(week, 6 + PLAN_DAYS);
}

/** The oldest week whose plans still stand. */
export function oldestStandingWeek(today: Day, firstDay: Weekday): Day {
  return weekOf(addDays(today, -PLAN_DAYS), firstDay);
}

export function stateOf({ week, letGoOn, askId }: PlanStanding, today: Day): PlanState {
  if (askId !== null) return "asked";
  if (letGoOn !== null) return "let-go";
  return today > lastDayOf(week) ? "expired" : "planned";
}

/** Its week has gone by, and it still stands. */
export function isUnasked(plan: PlanStanding, today: Day): boolean {
  return stateOf(plan, today) === "planned" && hasEnded(plan.week, today);
}

/**
 * Whether a conversation that asked this person carries the plan out: one in its week, or later while the plan stands. One
 * before its week does when it was told of after the plan was made.
 */
export function carriesOut(said: { day: Day; at: Date }, plan: { week: Day; day: Day; at: Date }): boolean {
  if (said.day > lastDayOf(plan.week)) return false;
  return said.day >= plan.week || (said.day >= plan.day && said.at >= plan.at);
}

/**
 * Whether somebody may see a plan. What was planned and not asked is the rep's own business until its week has ended, and
 * then that of those who lead them too; colleagues see what is planned and what was asked.
 */
export function seesPlan(
  viewer: Rights,
  plan: PlanStanding & { memberId: string; memberTeamId: string | null },
  today: Day,
): boolean {
  if (plan.memberId === viewer.member.id || plan.askId !== null) return true;
  if (!hasEnded(plan.week, today)) return plan.letGoOn === null;
  return mayChangeFor(viewer, { memberId: plan.memberId, teamId: plan.memberTeamId });
}

/** Throws Problem invalid for a week whose plans have ended, or one too far ahead. Answers its first day. */
export function plannedWeek(
  wanted: Day | undefined,
  { today, firstDay, back = false }: { today: Day; firstDay: Weekday; back?: boolean },
): Day {
  const thisWeek = weekOf(today, firstDay);
  const week = wanted === undefined ? thisWeek : weekOf(wanted, firstDay);
  if (week < (back ? oldestStandingWeek(today, firstDay) : thisWeek))
    throw invalid("this week is over: choose this one or a later one", "week");
  if (daysBetween(thisWeek, week) > 7 * WEEKS_AHEAD)
    throw invalid("plan for the coming quarter: choose an earlier week", "week");
  return week;
}

const LONGEST = { whyNow: 300, wanted: 300, topics: 5_000, part: 2_000 } as const;

/** Trims. Throws Problem invalid naming the field. */
export function cleanPlan(facts: PlanFacts): PlanFacts {
  return {
    ...facts,
    whyNow: cleanText(facts.whyNow, LONGEST.whyNow, "whyNow"),
    wanted: cleanText(facts.wanted, LONGEST.wanted, "wanted"),
    topics: cleanText(facts.topics, LONGEST.topics, "topics"),
    talk: cleanTalk(facts.talk),
  };
}

/** The words of a talk with what was written anew; null or blank goes back. */
export function rewritten(talk: TalkWords, anew: SaidOfPlan["talk"] = {}): TalkWords {
  return Object.fromEntries(
    PARTS.flatMap((part) => {
      const words = part in anew ? anew[part] : talk[part];
      return words == null || words.trim() === "" ? [] : [[part, words]];
    }),
  );
}

function cleanTalk(talk: TalkWords): TalkWords {
  return Object.fromEntries(
    Object.entries(talk).map(([part, words]) => [part, cleanText(words, LONGEST.part, "talk")]),
  );
}

function hasEnded(week: Day, today: Day): boolean {
  return today > addDays(week, 6);
}
