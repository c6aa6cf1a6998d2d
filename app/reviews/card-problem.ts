import type { Day } from "#lib/kernel/days.ts";
import { Problem, type ProblemKind } from "#lib/kernel/problem.ts";

/** What whoever opens a card is told; their page says it in its language. */
export const CARD_PROBLEMS = {
  forged: ["not-found", "this link is not complete, or not one of ours"],
  withdrawn: ["not-found", "this report card was withdrawn by whoever sent it"],
  expired: ["not-found", "this report card has run out"],
  closed: ["conflict", "this report card is closed; tell the person who sent it what you would change"],
  score: ["invalid", "choose a number from 0 to 10 first"],
  unfit: ["invalid", "this is no answer to that question"],
  long: ["invalid", "this is too long"],
} as const satisfies Record<string, readonly [ProblemKind, string]>;
export type CardProblem = keyof typeof CARD_PROBLEMS;

/** Who sent it, for whoever holds a right link that opens nothing any more. */
export interface CardSentBy {
  repName: string;
  workspaceName: string;
  language: string;
  untilDay: Day;
}

export function cardProblem(what: CardProblem, sentBy?: CardSentBy): Problem {
  const [kind, reason] = CARD_PROBLEMS[what];
  return new Problem(kind, reason, undefined, { page: what, ...sentBy });
}
