import type { Day } from "#lib/kernel/days.ts";
import type { Protection, WhyNot } from "#people/protection.ts";
import { BUYING_ROLES, type BuyingRole } from "#people/standing.ts";
import { isOpen, type AskSum } from "./ask.ts";

/**
 * How far we are with one person. cannot: they are not to be asked. returning: they were asked, and come back on their day.
 * not-yet: met, and never asked. not-met: nobody here has met them, as far as we know.
 */
export const COVERAGE_STATES = ["not-yet", "not-met", "returning", "asked", "cannot"] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

/** Why somebody cannot be asked, in what stands about them. */
export type Hindrance =
  | { kind: "do-not-ask"; why: WhyNot; words: string | null; day: Day; byName: string }
  | { kind: "serious-issue"; what: string; ofAccount: boolean; day: Day; byName: string };

/** What a person's state is decided by. */
export interface Covered {
  /** The first time anybody met them. */
  metSince: Day | null;
  /** The last ask, of whomever. */
  ask: Pick<AskSum, "outcome" | "lastDay" | "untilDay" | "settledOn"> | null;
  hindrance: Hindrance | null;
}

export function stateOf({ metSince, ask, hindrance }: Covered, today: Day): CoverageState {
  if (hindrance !== null) return "cannot";
  if (ask !== null) return ask.untilDay !== null && isOpen(ask, today) ? "returning" : "asked";
  return metSince === null ? "not-met" : "not-yet";
}

/** Their own word before an issue, and of issues the earliest. */
export function hindranceOf({ doNotAsk, issues }: Protection): Hindrance | null {
  if (doNotAsk !== null) {
    const { why, words, day, by } = doNotAsk;
    return { kind: "do-not-ask", why, words, day, byName: by.name };
  }
  const [issue] = issues;
  if (issue === undefined) return null;
  const { what, day, by, accountId } = issue;
  return { kind: "serious-issue", what, ofAccount: accountId !== null, day, byName: by.name };
}

/** How many of them are known, were met and asked, and how many can be. */
export interface Coverage {
  known: number;
  met: number;
  asked: number;
  /** Whom one can ask, and who was asked already: who says stop after being asked has been asked. */
  can: number;
}

/** The share is `asked` of `can`; the hole is what is between them. */
export function coverageOf(people: readonly Covered[]): Coverage {
  return {
    known: people.length,
    met: people.filter(({ metSince }) => metSince !== null).length,
    asked: people.filter(({ ask }) => ask !== null).length,
    can: people.filter(({ ask, hindrance }) => ask !== null || hindrance === null).length,
  };
}

/** Parts in buying of whom nobody was asked though somebody can be, in the order in which one asks for them. */
export function rolesLeftOut(people: readonly (Covered & { role: BuyingRole | null })[]): BuyingRole[] {
  return BUYING_ROLES.filter((role) => {
    const { asked, can } = coverageOf(people.filter((person) => person.role === role));
    return asked === 0 && can > 0;
  });
}

/** The hole first: who was never asked, then the others, each group by name as it came. */
export function inOrderOfHole<P extends { state: CoverageState }>(people: readonly P[]): P[] {
  return COVERAGE_STATES.flatMap((state) => people.filter((person) => person.state === state));
}
