import { FORGED, linkProblem, type SentBy, type ToldByLink } from "#lib/kernel/link-problem.ts";
import type { Problem } from "#lib/kernel/problem.ts";

/** What a visitor is told; their page says it in its language. */
export const VISIT_PROBLEMS = {
  forged: FORGED,
  withdrawn: ["not-found", "this page was withdrawn by whoever sent it"],
  expired: ["not-found", "this page has run out"],
  "said-already": ["conflict", "something else was said on this page since; open it again"],
  "gone-on": ["conflict", "this has been gone on with; tell the person who sent the page"],
  name: ["invalid", "say whom it is about", "name"],
  reach: ["invalid", "an e-mail address or a phone number is needed", "email"],
  email: ["invalid", "this is no complete e-mail address", "email"],
  until: ["invalid", "choose a day after today, within a year", "untilDay"],
  long: ["invalid", "this is too long"],
} as const satisfies ToldByLink;
export type VisitProblem = keyof typeof VISIT_PROBLEMS;

export function visitProblem(what: VisitProblem, sentBy?: SentBy): Problem {
  return linkProblem(VISIT_PROBLEMS, what, sentBy);
}
