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

async function triedUntil(tx: Tx, whose: Pick<Whose, "kind" | "id">, until: Day) {
  const from = pastFrom(until);
  const [tried, weeks, here] = await Promise.all([
    triesOfMembers(tx, whose, { from, until }, OLDEST),
    weeksOfMembers(tx, whose, { from: addDays(until, 1 - 7 * PACE_WEEKS), until }),
    membersHere(tx, whose, until),
  ]);
  return { tried, weeks, here };
}
