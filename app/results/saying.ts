import { rateOf, type Rate } from "#lib/kernel/rates.ts";
import { groupOfScore, SCORE_GROUPS, type ScoreGroup } from "#reviews/nps.ts";

/** 9 or 10 of 10 for recommending us · 7 or 8 · 0 to 6. */
export const SAYS = ["would", "perhaps", "would-not"] as const;
export type Says = (typeof SAYS)[number];

export const SAID_WORDS: Record<Says, string> = {
  would: "Said they would recommend us (9 or 10)",
  perhaps: "Perhaps (7 or 8)",
  "would-not": "Rather not (0 to 6)",
};

export interface Saying {
  /** By what they said of recommending us: so many of them introduced somebody. */
  groups: { said: Says; did: number; of: number; rate: Rate }[];
  /** Cards whose half year is not over. */
  young: number;
}

/** Half a year. */
export const WITHIN_DAYS = 182;

/** Of clients who gave a score, those who introduced somebody: what they say, beside what they do. */
export function sayingOf(
  scores: readonly { score: number; of: number; did: number }[],
  young: number,
): Saying {
  const groups = SCORE_GROUPS.toReversed().map((group) => {
    const own = scores.filter(({ score }) => groupOfScore(score) === group);
    const sum = (what: "did" | "of") => own.reduce((total, each) => total + each[what], 0);
    const [did, of] = [sum("did"), sum("of")];
    return { said: SAID[group], did, of, rate: rateOf(did, of) };
  });
  return { groups, young };
}

/** Of 0 to 10, the scores that say so. */
export function scoresOf(said: Says): number[] {
  return Array.from({ length: 11 }, (_, score) => score).filter(
    (score) => SAID[groupOfScore(score)] === said,
  );
}

const SAID: Record<ScoreGroup, Says> = { promoter: "would", passive: "perhaps", detractor: "would-not" };
