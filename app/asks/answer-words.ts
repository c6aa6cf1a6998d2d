import { dayText, whenText } from "#lib/kernel/day-words.ts";
import { daysBetween, type Day } from "#lib/kernel/days.ts";
import type { Outcome } from "./ask.ts";

export const OUTCOME_WORDS: Record<Outcome, string> = {
  "named-someone": "named someone",
  "will-think": "will think",
  "not-now": "not now",
  no: "no",
  "sent-to-colleague": "sent me to a colleague",
};

export interface Answered {
  outcome: Outcome | null;
  untilDay: Day | null;
  colleagueName?: string | null;
}

/** "not now, until 12 January", "sent me to Jan Jansen"; "no answer yet". */
export function answerText({ outcome, untilDay, colleagueName }: Answered, today: Day): string {
  if (outcome === null) return "no answer yet";
  if (untilDay !== null) return `${OUTCOME_WORDS[outcome]}, until ${dayText(untilDay, today)}`;
  if (outcome === "sent-to-colleague" && colleagueName) return `sent me to ${colleagueName}`;
  return OUTCOME_WORDS[outcome];
}

/** "12 days ago", "on 1 October": for the middle of a sentence. */
export function agoText(day: Day, today: Day): string {
  return Math.abs(daysBetween(day, today)) > 31 ? `on ${dayText(day, today)}` : whenText(day, today);
}
