import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { periodOf } from "#lib/kernel/fiscal.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Whose } from "#scorecard/scorecard-actions.ts";
import { goalsOfEach } from "#team/goal-actions.ts";
import { triesOfMembers, weeksOfMembers } from "./cohort-reader.ts";
import { membersHere } from "./past-reader.ts";
import { PACE_WEEKS, pastOf, type Past } from "./past.ts";

/** What is older tells of other people and other times. */
export const PAST_WEEKS = 104;
/** No lag is read that is longer. */
const OLDEST = 78;

/** The two years up to and with a day, as they were known then. */
export async function pastUntil(
  tx: Tx,
  { workspace: { calendar } }: Pick<Actor, "workspace">,
  whose: Pick<Whose, "kind" | "id">,
  until: Day,
): Promise<Past> {
  const from = addDays(until, 1 - 7 * PAST_WEEKS);
  const [tried, weeks, members] = await Promise.all([
    triesOfMembers(tx, whose, { from, until }, OLDEST),
    weeksOfMembers(tx, whose, { from: addDays(until, 1 - 7 * PACE_WEEKS), until }),
    membersHere(tx, whose, until),
  ]);
  const memberIds = members.map(({ id }) => id);
  const goals = await goalsOfEach(tx, { memberIds }, periodOf(until, "week", calendar), calendar);
  const here = members.map(({ id, weeks: since }) => {
    const own = goals.get(id);
    return {
      id,
      weeks: since,
      goal: {
        asks: own?.["people-asked"] ?? null,
        introductions: own?.["referrals-received"] ?? null,
      },
    };
  });
  return pastOf({ tried, weeks, here });
}
