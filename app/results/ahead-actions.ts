import { addDays, type Day } from "#lib/kernel/days.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { whoseOf, type Wanted, type Whose } from "#scorecard/scorecard-actions.ts";
import { arrivals } from "./cohort-reader.ts";
import { PAST_WEEKS, pastNow } from "./past-actions.ts";
import { aheadOf, type Asked, type Past } from "./past.ts";
import type { Plan, Projection } from "./projection.ts";
import type { Looker } from "./results-actions.ts";
import { heldByHorizon, MOST_BACK, type HeldOverWeeks } from "./said-range.ts";
import { rangesSaid } from "./said-range-reader.ts";
import { planAside, projectAside } from "./simulate-server.ts";

export interface PastAsked {
  whose: Whose;
  /** What is known until then; weeks ahead begin on the day after it. */
  until: Day;
  past: Past;
}

/** All that a projection needs, so that the screen can reckon by itself. */
export async function pastAsked(tx: Tx, actor: Looker, wanted: Wanted): Promise<PastAsked> {
  const whose = await whoseOf(tx, actor, wanted);
  return { whose, until: actor.today, past: await pastNow(tx, actor, whose) };
}

export async function aheadAsked(
  tx: Tx,
  actor: Looker,
  wanted: Wanted,
  asked: Asked,
): Promise<{ whose: Whose; until: Day; projection: Projection }> {
  const { past, ...about } = await pastAsked(tx, actor, wanted);
  return { ...about, projection: await projectAside(aheadOf(past, asked)) };
}

/** From clients wanted to asks a week and rep. */
export async function planAsked(
  tx: Tx,
  actor: Looker,
  wanted: Wanted,
  { clients, weeks }: { clients: number; weeks: number },
): Promise<{ whose: Whose; until: Day; plan: Plan }> {
  const { past, ...about } = await pastAsked(tx, actor, wanted);
  return { ...about, plan: await planAside(clients, aheadOf(past, { weeks })) };
}

/** How often what came lay in what was said before, of the company or of a team; of a member nothing is kept, so theirs is the company's. */
export async function heldAsked(
  tx: Tx,
  actor: Looker,
  wanted: Wanted,
): Promise<{ whose: Whose; horizons: HeldOverWeeks[] }> {
  const asked = await whoseOf(tx, actor, wanted);
  const whose = asked.kind === "member" ? await whoseOf(tx, actor, {}) : asked;
  const first = addDays(weekOf(actor.today, actor.workspace.calendar.firstDay), -7 * MOST_BACK);
  const said = await rangesSaid(tx, whose.id, first);
  const oldest = said[0]?.saidOn;
  if (oldest === undefined) return { whose, horizons: heldByHorizon([], [], { first, today: actor.today }) };
  const begun = addDays(oldest, -7 * PAST_WEEKS);
  const arrived = await arrivals(tx, whose, { begun, from: oldest, until: actor.today });
  return { whose, horizons: heldByHorizon(said, arrived, { first: oldest, today: actor.today }) };
}
