import { FORGED, linkProblem, type ToldByLink } from "#lib/kernel/link-problem.ts";
import type { Problem } from "#lib/kernel/problem.ts";

/** What whoever opens a line of a mail is told. */
export const LINE_PROBLEMS = {
  forged: FORGED,
  expired: ["not-found", "this link has run out"],
  "signed-out": ["not-found", "you signed out everywhere since: links of before open nothing"],
  left: ["not-found", "whom this mail was written to is not here any more"],
  refused: ["conflict", "that does not go just now"],
} as const satisfies ToldByLink;
/** "refused": a room said no, in words of its own. */
export type LineProblem = keyof typeof LINE_PROBLEMS;

export function lineProblem(what: Exclude<LineProblem, "refused">): Problem {
  return linkProblem(LINE_PROBLEMS, what);
}

/** Where a rule stands against what took place. */
export const KEEP_ALL_THE_SAME = "It has happened: keep it all the same";
