import { addDays, type Day } from "#lib/kernel/days.ts";
import { periodOf } from "#lib/kernel/fiscal.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Whose } from "#scorecard/scorecard-actions.ts";
import { goalsOfEach } from "#team/goal-actions.ts";
import { triesOfMembers, weeksOfMembers } from "./cohort-reader.ts";
import { membersHere } from "./past-reader.ts";
import { OLDEST, pastOf, type Past } from "./past.ts";
import { PACE_WEEKS } from "./turns.ts";
import type { Looker } from "./results-actions.ts";

/** What is older tells of other people and other times. */
export const PAST_WEEKS = 104;

/** The first day that is looked at, of what is known until then. */
export function pastFrom(until: Day): Day {
  return addDays(until, 1 - 7 * PAST_WEEKS);
}

/** The two years up to and with a day, as they were known then, without goals. */
export async function pastUntil(tx: Tx, whose: Pick<Whose, "kind" | "id">, until: Day): Promise<Past> {
  return pastOf({ ...(await triedUntil(tx, whose, until)), goals: new Map() });
}

/** The same until today, with the goals that hold. */
export async function pastNow(tx: Tx, actor: Looker, whose: Pick<Whose, "kind" | "id">): Promise<Past> {
  const { calendar } = actor.workspace;
  const found = await triedUntil(tx, whose, actor.today);
  const memberIds = found.here.map(({ id }) => id);
  const set = await goalsOfEach(tx, { memberIds }, periodOf(actor.today, "week", calendar), calendar);
  const goals = new Map(
    [...set].map(([id, own]) => [
      id,
      { asks: own["people-asked"], introductions: own["referrals-received"] },
    ]),
  );
  return pastOf({ ...found, goals });
}

/** The same until today as far as it tells what is in hand: how often anybody asks is left out. */
export async function pastWithoutPace(
  tx: Tx,
  { today }: Looker,
  whose: Pick<Whose, "kind" | "id">,
): Promise<Past> {
  const past = pastOf({ ...(await triesUntil(tx, whose, today)), weeks: [], goals: new Map() });
  return { ...past, reps: past.reps.map((rep) => ({ ...rep, pace: [], inflow: [] })) };
}

async function triedUntil(tx: Tx, whose: Pick<Whose, "kind" | "id">, until: Day) {
  const [tries, weeks] = await Promise.all([
    triesUntil(tx, whose, until),
    weeksOfMembers(tx, whose, { from: addDays(until, 1 - 7 * PACE_WEEKS), until }),
  ]);
  return { ...tries, weeks };
}

async function triesUntil(tx: Tx, whose: Pick<Whose, "kind" | "id">, until: Day) {
  const [tried, here] = await Promise.all([
    triesOfMembers(tx, whose, { from: pastFrom(until), until }, OLDEST),
    membersHere(tx, whose, until),
  ]);
  return { tried, here };
}
