import { FORGED, linkProblem, type ToldByLink } from "#lib/kernel/link-problem.ts";
import type { Problem } from "#lib/kernel/problem.ts";

/** What somebody outside is told on a letter's page; the page says it in its language. */
export const LETTER_VISIT_PROBLEMS = {
  forged: FORGED,
  expired: ["not-found", "this link has run out"],
  name: ["invalid", "say who you are", "name"],
  email: ["invalid", "this is no complete e-mail address", "email"],
} as const satisfies ToldByLink;
export type LetterVisitProblem = keyof typeof LETTER_VISIT_PROBLEMS;

export function letterVisitProblem(what: LetterVisitProblem): Problem {
  return linkProblem(LETTER_VISIT_PROBLEMS, what);
}
