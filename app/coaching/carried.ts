import type { PromiseState } from "#commitments/promise.ts";
import { OUTCOME_WORDS } from "#asks/answer-words.ts";
import type { Outcome } from "#asks/ask.ts";
import { WHY_NOT_WORDS, type WhyNotAsked } from "#asks/why-not.ts";
import type { Day } from "#lib/kernel/days.ts";

/** What came of whom they meant to ask. */
export const CAME_OF = ["asked", "planned", "let-go", "not-yet"] as const;
export type CameOf = (typeof CAME_OF)[number];

export interface Meant {
  askedOn: Day | null;
  outcome: Outcome | null;
  plannedWeek: Day | null;
  letGo: boolean;
  whyNot: WhyNotAsked | null;
}

export function cameOf({ askedOn, plannedWeek, letGo }: Meant): CameOf {
  if (askedOn !== null) return "asked";
  if (letGo) return "let-go";
  return plannedWeek === null ? "not-yet" : "planned";
}

/** "asked, named someone", "let go: lost nerve", "planned", "not asked yet" */
export function cameText(meant: Meant): string {
  const came = cameOf(meant);
  if (came === "asked") return meant.outcome === null ? "asked" : `asked: ${outcomeText(meant.outcome)}`;
  if (came === "let-go") return meant.whyNot === null ? "not asked" : `not asked: ${whyText(meant.whyNot)}`;
  return came === "planned" ? "planned, not asked yet" : "not asked yet";
}

/** What became of a commitment: read from the week it was promised for, or said. untold: nobody said. */
export const COMMITMENT_STATES = ["kept", "missed", "open", "neither", "untold"] as const;
export type CommitmentState = (typeof COMMITMENT_STATES)[number];

/** `line`: the state of the promise that it became; null: it became none, undefined: that was taken out of the week. */
export function commitmentState(
  line: PromiseState | null | undefined,
  told: "kept" | "missed" | null,
): CommitmentState {
  if (line === null) return told ?? "untold";
  if (line === undefined) return "neither";
  return line === "away" || line === "gone" ? "neither" : line;
}

/** A rep's reason, in the middle of a sentence. */
export function whyText(why: WhyNotAsked): string {
  const words = WHY_NOT_WORDS[why];
  return words.slice(0, 1).toLowerCase() + words.slice(1);
}

function outcomeText(outcome: Outcome): string {
  return outcome === "sent-to-colleague" ? "sent on to a colleague" : OUTCOME_WORDS[outcome];
}
