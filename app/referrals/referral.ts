import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { cleanText } from "#lib/kernel/text.ts";
import { mayChangeFor, type Whose } from "#team/member.ts";

/** The effort the source made, not the odds of a sale. */
export const LEVELS = [0, 1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];

/** From the first word to the end, in the order they are passed. Won is further than lost: somebody lost may yet buy. */
export const STATES = [
  "named",
  "introduced",
  "responded",
  "meeting-scheduled",
  "met",
  "lost",
  "won",
] as const;
export type ReferralState = (typeof STATES)[number];

/** The states that something moves a referral to; the first two follow from its level. */
export const STEPS = ["responded", "meeting-scheduled", "met", "lost", "won"] as const;
export type StepState = (typeof STEPS)[number];

export const STATE_WORDS: Record<ReferralState, string> = {
  named: "a name only",
  introduced: "waits for our answer",
  responded: "answered",
  "meeting-scheduled": "meeting scheduled",
  met: "met",
  lost: "lost",
  won: "won",
};

/** What is known of an introduction in words; null: nobody has said it. */
export interface ReferralWords {
  /** Why the new contact should take the meeting. */
  reason: string | null;
  /** How the source and the new contact know each other. */
  howKnown: string | null;
  /** What was promised, to the source or to the new contact. */
  promised: string | null;
  note: string | null;
}

/** One reason for a referral to be where it is: said by hand, or brought about by a meeting or a deal. */
export interface Step {
  id: string;
  state: StepState;
  day: Day;
  /** The meeting or deal; null when said by hand. */
  becauseId: string | null;
  at: Date;
  byId: string | null;
}

export function isLevel(number: number): number is Level {
  return (LEVELS as readonly number[]).includes(number);
}

const LONGEST: Record<keyof ReferralWords, number> = {
  reason: 1_000,
  howKnown: 300,
  promised: 1_000,
  note: 10_000,
};

/** Throws Problem invalid naming the field that is too long. */
export function cleanWords(said: Partial<Record<keyof ReferralWords, string | null>>): ReferralWords {
  const clean = (field: keyof ReferralWords) => cleanText(said[field], LONGEST[field], field);
  return {
    reason: clean("reason"),
    howKnown: clean("howKnown"),
    promised: clean("promised"),
    note: clean("note"),
  };
}

/** Level 0 is a name: kept and worked on, never counted. */
export function counts(level: Level): boolean {
  return level > 0;
}

export function isClosed(state: ReferralState): boolean {
  return state === "won" || state === "lost";
}

/** Forward only; backwards leads nothing but taking a step back. */
export function mayAdvance(from: ReferralState, to: StepState): boolean {
  return STATES.indexOf(to) > STATES.indexOf(from);
}

export interface Standing {
  state: ReferralState;
  day: Day;
  /** When somebody on our side first did something about it. */
  respondedAt: Date | null;
  respondedBy: string | null;
}

/** Where a referral is: the furthest of its standing steps, on the first day it was there; without any, what its level says. */
export function standingOf(referral: { day: Day; countsFrom: Day | null }, steps: readonly Step[]): Standing {
  const furthest = steps.toSorted(furthestFirst)[0];
  const answer = steps
    .filter((step) => step.state !== "lost")
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())[0];
  const start: { state: ReferralState; day: Day } = referral.countsFrom
    ? { state: "introduced", day: referral.countsFrom }
    : { state: "named", day: referral.day };
  return {
    state: furthest?.state ?? start.state,
    day: furthest?.day ?? start.day,
    respondedAt: answer?.at ?? null,
    respondedBy: answer?.byId ?? null,
  };
}

/** Reps change their own introductions, managers their teams', leaders all. */
export function mayChange(actor: Pick<Actor, "member" | "leads">, referral: Whose): boolean {
  return mayChangeFor(actor, referral);
}

function furthestFirst(a: Step, b: Step): number {
  return STATES.indexOf(b.state) - STATES.indexOf(a.state) || (a.day < b.day ? -1 : a.day > b.day ? 1 : 0);
}
