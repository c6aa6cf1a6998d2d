import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { FIRST_FACT_DAY } from "#lib/kernel/fact-day.ts";
import type { Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import { whoseOf, type Wanted, type Whose } from "#scorecard/scorecard-actions.ts";
import type { Looker } from "./results-actions.ts";
import { cardsSince, saidAndDid, saidFacts, type Ripe, type SaidFact } from "./saying-reader.ts";
import { sayingOf, scoresOf, WITHIN_DAYS, type Saying, type Says } from "./saying.ts";

/**
 * Of clients who said how likely they are to recommend us, how many introduced somebody within half a year. What they say is put beside what
 * they do and into nothing else: no projection knows of it.
 */
export async function sayingAndDoing(
  tx: Tx,
  looker: Looker,
  wanted: Wanted,
): Promise<Saying & { whose: Whose }> {
  const whose = await whoseOf(tx, looker, wanted);
  const ripe = ripeOn(looker.today);
  const [scores, young] = await Promise.all([saidAndDid(tx, whose, ripe), cardsSince(tx, whose, ripe.to)]);
  return { whose, ...sayingOf(scores, young) };
}

/** The clients behind one of its numbers: all who said so, or those of them who did introduce somebody. */
export async function sayingFacts(
  tx: Tx,
  actor: Actor,
  { said, did, ...wanted }: Wanted & { said: Says; did: boolean },
  cursor: string | undefined,
  limit: number,
): Promise<Page<SaidFact>> {
  const whose = await whoseOf(tx, actor, wanted);
  return saidFacts(tx, whose, { ...ripeOn(actor.today), scores: scoresOf(said), did }, cursor, limit);
}

function ripeOn(today: Day): Ripe {
  return { from: FIRST_FACT_DAY, to: addDays(today, -WITHIN_DAYS), within: WITHIN_DAYS };
}
