import { addDays, type Day } from "#lib/kernel/days.ts";
import type { Page } from "#lib/kernel/page.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { whoseOf, type Wanted, type Whose } from "#scorecard/scorecard-actions.ts";
import { arrivals } from "./cohort-reader.ts";
import { cameFacts, funnelFacts, type FunnelFact } from "./funnel-fact-reader.ts";
import { PAST_WEEKS, pastFrom, pastNow } from "./past-actions.ts";
import { aheadOf, type Asked, type Past } from "./past.ts";
import type { Plan, Projection } from "./projection.ts";
import type { Step } from "./step.ts";
import type { Looker } from "./results-actions.ts";
import { heldByHorizon, MOST_BACK, type HeldOverWeeks, type SaidRange } from "./said-range.ts";
import { isSaying, rangesSaid } from "./said-range-reader.ts";
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

/** The tries of the past that a projection is made from: those that came, or those that did not; `since`: only those tried from then on. */
export async function pastFactsAsked(
  tx: Tx,
  actor: Looker,
  { of, came, since, ...wanted }: Wanted & { of: Step; came: boolean; since?: Day | undefined },
  cursor: string | undefined,
  limit: number,
): Promise<Page<FunnelFact>> {
  const whose = await whoseOf(tx, actor, wanted);
  const days = { from: pastFrom(actor.today), to: actor.today, until: actor.today };
  return funnelFacts(tx, whose, { ...days, of, by: "introduction", came, since }, cursor, limit);
}

/** How often what came lay in what was said before, of the company or of a team. */
export async function heldAsked(
  tx: Tx,
  actor: Looker,
  wanted: Wanted,
): Promise<{ whose: Whose; atWork: boolean; horizons: HeldOverWeeks[] }> {
  const { whose, said } = await saidTo(tx, actor, wanted);
  const atWork = await isSaying(tx);
  const first = saidFrom(actor);
  const oldest = said[0]?.saidOn;
  if (oldest === undefined)
    return { whose, atWork, horizons: heldByHorizon([], [], { first, today: actor.today }) };
  const arrived = await arrivals(tx, whose, { begun: begunBy(oldest), from: oldest, until: actor.today });
  return { whose, atWork, horizons: heldByHorizon(said, arrived, { first: oldest, today: actor.today }) };
}

/** What came of a step in so many weeks from a day on that something was said of. */
export async function heldFactsAsked(
  tx: Tx,
  actor: Looker,
  { step, saidOn, weeks, ...wanted }: Wanted & { step: Step; saidOn: Day; weeks: number },
  cursor: string | undefined,
  limit: number,
): Promise<Page<FunnelFact>> {
  const { whose, said } = await saidTo(tx, actor, wanted);
  const days = {
    begun: begunBy(said[0]?.saidOn ?? saidOn),
    from: saidOn,
    until: addDays(saidOn, 7 * weeks - 1),
  };
  return cameFacts(tx, whose, { ...days, step }, cursor, limit);
}

/** Of a member nothing is kept, so theirs is the company's. */
async function saidTo(tx: Tx, actor: Looker, wanted: Wanted): Promise<{ whose: Whose; said: SaidRange[] }> {
  const asked = await whoseOf(tx, actor, wanted);
  const whose = asked.kind === "member" ? await whoseOf(tx, actor, {}) : asked;
  return { whose, said: await rangesSaid(tx, whose.id, saidFrom(actor)) };
}

function saidFrom({ today, workspace }: Looker): Day {
  return addDays(weekOf(today, workspace.calendar.firstDay), -7 * MOST_BACK);
}

/** Introductions count from then on, as they did for what was said first. */
function begunBy(oldest: Day): Day {
  return addDays(oldest, -7 * PAST_WEEKS);
}
