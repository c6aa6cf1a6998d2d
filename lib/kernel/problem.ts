export type ProblemKind =
  | "invalid"
  | "not-found"
  | "not-allowed"
  | "conflict"
  | "not-signed-in"
  | "too-many"
  | "too-large"
  | "unavailable";

/** What the sentence says, for programs: goes out with it. */
export type ProblemFacts = Readonly<Record<string, string | number | boolean | null>>;

/**
 * What a person can be told and can do something about. `reason` is a sentence for them; `field` names the
 * input it is about. Anything thrown that is not a Problem is a fault and is never shown.
 */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly kind: ProblemKind;
  readonly reason: string;
  readonly field?: string;
  readonly facts?: ProblemFacts;

  constructor(kind: ProblemKind, reason: string, field?: string, facts?: ProblemFacts) {
    super(reason);
    this.kind = kind;
    this.reason = reason;
    if (field !== undefined) this.field = field;
    if (facts !== undefined) this.facts = facts;
  }
}

/** `what` is a noun without an article: notFound("person"). Also the answer for what the actor may not see. */
export function notFound(what: string): Problem {
  return new Problem(
    "not-found",
    `No such ${what} here. It may have been removed or merged; search for it again.`,
  );
}

export function notAllowed(reason: string): Problem {
  return new Problem("not-allowed", reason);
}

export function invalid(reason: string, field?: string): Problem {
  return new Problem("invalid", reason, field);
}

export function conflict(reason: string, facts?: ProblemFacts): Problem {
  return new Problem("conflict", reason, undefined, facts);
}
