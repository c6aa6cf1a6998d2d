import { addDays, type Day } from "#lib/kernel/days.ts";

/** Why two are not introduced to each other. */
export const WHY_APART = ["know-each-other", "no-fit", "rivals", "not-now", "other"] as const;
export type WhyApart = (typeof WHY_APART)[number];

export const WHY_APART_WORDS: Record<WhyApart, string> = {
  "know-each-other": "They know each other",
  "no-fit": "Does not fit",
  rivals: "They compete",
  "not-now": "Not now",
  other: "Another reason",
};

const NOT_NOW_DAYS = 90;

/** The last day on which they are kept apart; null: for good. */
export function apartUntil(why: WhyApart, day: Day): Day | null {
  return why === "not-now" ? addDays(day, NOT_NOW_DAYS) : null;
}

/** Two people as one key, whoever is named first. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
