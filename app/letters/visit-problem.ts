import { Problem, type ProblemKind } from "#lib/kernel/problem.ts";

/** What somebody outside is told on a letter's page; the page says it in its language. */
export const LETTER_VISIT_PROBLEMS = {
  forged: ["not-found", "this link is not complete, or not one of ours"],
  expired: ["not-found", "this link has run out"],
  name: ["invalid", "say who you are"],
  email: ["invalid", "this is no complete e-mail address"],
} as const satisfies Record<string, readonly [ProblemKind, string]>;
export type LetterVisitProblem = keyof typeof LETTER_VISIT_PROBLEMS;

export function letterVisitProblem(what: LetterVisitProblem): Problem {
  const [kind, reason] = LETTER_VISIT_PROBLEMS[what];
  const field = what === "name" || what === "email" ? what : undefined;
  return new Problem(kind, reason, field, { page: what });
}
