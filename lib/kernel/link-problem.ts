import type { Day } from "./days.ts";
import { Problem, type ProblemFacts, type ProblemKind } from "./problem.ts";

/** What whoever holds a link is told, each under a word; their page says it in its language, `field` names the input it is about. */
export type ToldByLink = Readonly<
  Record<string, readonly [kind: ProblemKind, reason: string, field?: string]>
>;

/** Who sent it, for whoever holds a right link that opens nothing any more. */
export interface SentBy {
  repName: string;
  workspaceName: string;
  language: string;
  untilDay: Day;
}

/** Of a link that opens nothing, and of one that is made up: the same words, so that neither is told from the other. */
export const FORGED = ["not-found", "this link is not complete, or not one of ours"] as const;

export function linkProblem<Told extends ToldByLink>(
  told: Told,
  what: keyof Told & string,
  sentBy?: SentBy,
): Problem {
  const [kind, reason, field] = told[what] as Told[string];
  return new Problem(kind, reason, field, { page: what, ...sentBy });
}

/** What a room says to a member, for whoever holds a link: under a word, with the room's own reason beside it. */
export function refusedByLink(what: string, by: Problem, facts: ProblemFacts = {}): Problem {
  // A page without the app has nowhere to sign in.
  const kind = by.kind === "not-signed-in" ? "not-allowed" : by.kind;
  return new Problem(kind, by.reason, by.field, { page: what, reason: by.reason, ...facts });
}

/** Whether it was made for somebody with a link; anything else is a colleague's business. */
export function isToldByLink({ facts }: Problem): boolean {
  return facts?.["page"] !== undefined;
}
