import { addDays } from "#lib/kernel/days.ts";
import { FIRST_FACT_DAY } from "#lib/kernel/fact-day.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { rateOf, type Rate } from "#lib/kernel/rates.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Whose } from "#scorecard/scorecard-actions.ts";
import { groupOfScore, SCORE_GROUPS, type ScoreGroup } from "#reviews/nps.ts";
import { cardsSince, saidAndDid } from "./saying-reader.ts";

export const SAYS = ["would", "perhaps", "would-not"] as const;

export interface Saying {
  /** By what they said of recommending us. */
  groups: { said: (typeof SAYS)[number]; did: number; of: number; rate: Rate }[];
  /** Cards whose half year is not over. */
  young: number;
}

/**
 * Of clients who said how likely they are to recommend us, how many introduced somebody within half a year. What they say is put beside what
 * they do and into nothing else: no projection knows of it.
 */
export async function sayingAndDoing(
  tx: Tx,
  actor: Actor,
  whose: Pick<Whose, "kind" | "id">,
): Promise<Saying> {
  const ripe = addDays(actor.today, -WITHIN_DAYS);
  const [scores, young] = await Promise.all([
    saidAndDid(tx, whose, { from: FIRST_FACT_DAY, to: ripe, within: WITHIN_DAYS }),
    cardsSince(tx, whose, ripe),
  ]);
  const groups = SCORE_GROUPS.toReversed().map((group) => {
    const own = scores.filter(({ score }) => groupOfScore(score) === group);
    const sum = (what: "did" | "of") => own.reduce((total, each) => total + each[what], 0);
    return { said: SAID[group], did: sum("did"), of: sum("of"), rate: rateOf(sum("did"), sum("of")) };
  });
  return { groups, young };
}

const SAID: Record<ScoreGroup, (typeof SAYS)[number]> = {
  promoter: "would",
  passive: "perhaps",
  detractor: "would-not",
};
/** Half a year. */
const WITHIN_DAYS = 182;
