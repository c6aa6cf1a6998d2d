import { Problem, type ProblemKind } from "#lib/kernel/problem.ts";
import type { Day } from "#lib/kernel/days.ts";

/** What a visitor is told; their page says it in its language. */
export const VISIT_PROBLEMS = {
  forged: ["not-found", "this link is not complete, or not one of ours"],
  withdrawn: ["not-found", "this page was withdrawn by whoever sent it"],
  expired: ["not-found", "this page has run out"],
  "said-already": ["conflict", "something else was said on this page since; open it again"],
  "gone-on": ["conflict", "this has been gone on with; tell the person who sent the page"],
  name: ["invalid", "say whom it is about"],
  reach: ["invalid", "an e-mail address or a phone number is needed"],
  email: ["invalid", "this is no complete e-mail address"],
  until: ["invalid", "choose a day after today, within a year"],
  long: ["invalid", "this is too long"],
} as const satisfies Record<string, readonly [ProblemKind, string]>;
export type VisitProblem = keyof typeof VISIT_PROBLEMS;

/** Who sent the page, for whoever holds a right link that opens nothing any more. */
export interface SentBy {
  repName: string;
  workspaceName: string;
  language: string;
  untilDay: Day;
}

export function visitProblem(what: VisitProblem, sentBy?: SentBy): Problem {
  const [kind, reason] = VISIT_PROBLEMS[what];
  return new Problem(kind, reason, fieldOf(what), { page: what, ...sentBy });
}

/** Whether it was made for a visitor; anything else is a colleague's business. */
export function isForVisitor({ facts }: Problem): boolean {
  return facts?.["page"] !== undefined;
}

function fieldOf(what: VisitProblem): string | undefined {
  if (what === "until") return "untilDay";
  return what === "name" || what === "email" ? what : what === "reach" ? "email" : undefined;
}
