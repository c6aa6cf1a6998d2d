import type { Moment } from "./ask.ts";

/** The parts of a talk, in the order in which they are said. */
export const PARTS = [
  "value",
  "seed",
  "review",
  "treatment",
  "permission",
  "ideal-client",
  "reason",
  "prompts",
  "request",
  "how",
  "say",
  "report",
  "grace",
] as const;
export type Part = (typeof PARTS)[number];

/** What a rep wrote over the words of a talk, part by part. */
export type TalkWords = Readonly<Partial<Record<Part, string>>>;

const ASKING = [
  "value",
  "permission",
  "ideal-client",
  "reason",
  "prompts",
  "request",
  "how",
  "say",
  "report",
  "grace",
] as const satisfies readonly Part[];

/** What is said at each moment. METHOD.md, "moment": discovery plants a seed, a proposal promises the review, both ask for nothing. */
export const PARTS_AT: Record<Moment, readonly Part[]> = {
  discovery: ["seed", "treatment", "grace"],
  proposal: ["review", "treatment", "grace"],
  delivered: ["value", "treatment", ...ASKING.slice(1)],
  "account-review": ASKING,
  "lost-deal": ASKING,
  anytime: ASKING,
};

/** Whether an introduction is asked for at that moment. */
export function asksAt(moment: Moment): boolean {
  return PARTS_AT[moment].includes("request");
}

/** Where words for a part are looked for: of the moment itself first, then those that fit anytime. */
export function momentsFor(moment: Moment, part: Part): Moment[] {
  return moment !== "anytime" && PARTS_AT.anytime.includes(part) ? [moment, "anytime"] : [moment];
}
