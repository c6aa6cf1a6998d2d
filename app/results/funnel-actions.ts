import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Whose } from "#scorecard/scorecard-actions.ts";
import { triesOfCohorts } from "./cohort-reader.ts";
import { cohortStarts, funnelOf, type Funnel, type FunnelOf } from "./funnel.ts";
import { funnelFacts, type FunnelFact } from "./funnel-fact-reader.ts";
import { scopeOf, type Looker } from "./results-actions.ts";
import type { AskedResults } from "./results-view.ts";
import { stretchBefore, type Stretch } from "./stretch.ts";

/** What came of the asks of these weeks until today, beside the asks of as many weeks before. */
export async function funnelAsked(
  tx: Tx,
  actor: Looker,
  asked: AskedResults,
): Promise<Funnel & { whose: Whose }> {
  const { whose, stretch } = await scopeOf(tx, actor, asked);
  const { calendar } = actor.workspace;
  const before = stretchBefore(stretch);
  const { starts } = cohortStarts(stretch, before, calendar);
  const cohorts = { starts, to: lastDay(stretch, actor), until: actor.today };
  const { tries, levels } = await triesOfCohorts(tx, whose, cohorts);
  return { whose, ...funnelOf(tries, levels, { stretch, before, calendar }) };
}

/** The facts behind one of its numbers. */
export async function funnelFactsAsked(
  tx: Tx,
  actor: Actor,
  { of, came, ...asked }: AskedResults & { of: FunnelOf; came: boolean },
  cursor: string | undefined,
  limit: number,
): Promise<Page<FunnelFact>> {
  const { whose, stretch } = await scopeOf(tx, actor, asked);
  const known = { from: stretch.from, to: lastDay(stretch, actor), until: actor.today };
  return funnelFacts(tx, whose, { ...known, of, by: "ask", came }, cursor, limit);
}

function lastDay({ to }: Stretch, { today }: Looker): Day {
  return to < today ? to : today;
}
