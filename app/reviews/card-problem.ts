import { FORGED, linkProblem, type SentBy, type ToldByLink } from "#lib/kernel/link-problem.ts";
import type { Problem } from "#lib/kernel/problem.ts";

/** What whoever opens a card is told; their page says it in its language. */
export const CARD_PROBLEMS = {
  forged: FORGED,
  withdrawn: ["not-found", "this report card was withdrawn by whoever sent it"],
  expired: ["not-found", "this report card has run out"],
  closed: ["conflict", "this report card is closed; tell the person who sent it what you would change"],
  score: ["invalid", "choose a number from 0 to 10 first"],
  unfit: ["invalid", "this is no answer to that question"],
  long: ["invalid", "this is too long"],
} as const satisfies ToldByLink;
export type CardProblem = keyof typeof CARD_PROBLEMS;

export function cardProblem(what: CardProblem, sentBy?: SentBy): Problem {
  return linkProblem(CARD_PROBLEMS, what, sentBy);
}
