import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import { whoseOf, type Whose } from "#scorecard/scorecard-actions.ts";
import type { AskedResults } from "./results-view.ts";
import { stretchAsked, type Stretch } from "./stretch.ts";

/** Whoever looks, a member or the night: all see the same numbers. */
export type Looker = Pick<Actor, "workspace" | "now" | "today">;

/** Whose results of which weeks. Everybody in the workspace may read everybody's numbers, as on the scorecard. Throws Problem. */
export async function scopeOf(
  tx: Tx,
  actor: Looker,
  { from, to, member, team }: AskedResults,
): Promise<{ whose: Whose; stretch: Stretch }> {
  return {
    whose: await whoseOf(tx, actor, { memberId: member, teamId: team }),
    stretch: stretchAsked({ from, to }, actor.today, actor.workspace.calendar),
  };
}
