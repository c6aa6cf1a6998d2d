import type { Actor } from "#lib/kernel/actor.ts";
import { addDays } from "#lib/kernel/days.ts";
import { FIRST_FACT_DAY } from "#lib/kernel/fact-day.ts";
import type { Tx } from "#lib/storage/database.ts";
import { whoseOf, type Wanted, type Whose } from "#scorecard/scorecard-actions.ts";
import { cardsSince, saidAndDid } from "./saying-reader.ts";
import { sayingOf, WITHIN_DAYS, type Saying } from "./saying.ts";

/**
 * Of clients who said how likely they are to recommend us, how many introduced somebody within half a year. What they say is put beside what
 * they do and into nothing else: no projection knows of it.
 */
export async function sayingAndDoing(
  tx: Tx,
  actor: Actor,
  wanted: Wanted,
): Promise<Saying & { whose: Whose }> {
  const whose = await whoseOf(tx, actor, wanted);
  const ripe = addDays(actor.today, -WITHIN_DAYS);
  const [scores, young] = await Promise.all([
    saidAndDid(tx, whose, { from: FIRST_FACT_DAY, to: ripe, within: WITHIN_DAYS }),
    cardsSince(tx, whose, ripe),
  ]);
  return { whose, ...sayingOf(scores, young) };
}
