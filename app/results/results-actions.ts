import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import { whoseOf, type Whose } from "#scorecard/scorecard-actions.ts";
import type { AskedResults } from "./results-view.ts";
import { stretchAsked, type Stretch } from "./stretch.ts";

/** Whose results of which weeks. Everybody in the workspace may read everybody's numbers, as on the scorecard. Throws Problem. */
export async function scopeOf(
  tx: Tx,
  actor: Actor,
  { from, to, member, team }: AskedResults,
): Promise<{ whose: Whose; stretch: Stretch }> {
  return {
    whose: await whoseOf(tx, actor, { memberId: member, teamId: team }),
    stretch: stretchAsked({ from, to }, actor.today, actor.workspace.calendar),
  };
}
