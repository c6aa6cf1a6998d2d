import { cleanText } from "#lib/kernel/text.ts";
import type { Moment } from "./ask.ts";

/** The moments at which nothing is asked yet: discovery plants a seed, a proposal promises the quarterly review. */
export const SEED_MOMENTS = ["discovery", "proposal"] as const satisfies readonly Moment[];
export type SeedMoment = (typeof SEED_MOMENTS)[number];

export function isSeedMoment(moment: Moment): moment is SeedMoment {
  return (SEED_MOMENTS as readonly Moment[]).includes(moment);
}

const LONGEST_WORDS = 2_000;

/** Throws Problem invalid. */
export function cleanWords(words: string | null | undefined): string | null {
  return cleanText(words, LONGEST_WORDS, "words");
}
