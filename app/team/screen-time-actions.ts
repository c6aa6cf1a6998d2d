import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { notAllowed } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { sumsOf } from "#lib/storage/sums.ts";
import { mayLead } from "./member.ts";
import { byWeek, checkSpent, LEAST_MEMBERS, type Spent, weeksWithin } from "./screen-time.ts";
import { addScreenTime, medianScreenTime, screenTimeOf } from "./screen-time-store.ts";

// Two months: what a small table shows.
const USUAL_WEEKS = 8;

/**
 * Adds one's own time to the weeks in which it was spent. Whoever calls it sees to it that a batch is added once. Nothing is
 * written to the journal: it is no fact of the trade, and everybody reads that.
 */
export async function spendTime(
  tx: Tx,
  actor: Actor,
  { memberId, spent }: { memberId: string; spent: readonly Spent[] },
): Promise<void> {
  if (memberId !== actor.member.id)
    throw notAllowed("this is somebody else's time; it is added when they are signed in here again");
  checkSpent(spent, actor.now);
  const { timeZone, calendar } = actor.workspace;
  await addScreenTime(tx, memberId, byWeek(spent, timeZone, calendar.firstDay));
}

/** One's own weeks and whom one asked in them, the newest first. */
export async function myScreenTime(
  tx: Tx,
  actor: Actor,
  { from, to }: Stretch,
): Promise<{ week: Day; seconds: number; peopleAsked: number }[]> {
  const weeks = weeksAsked(actor, from, to);
  const mine = actor.member.id;
  const asked = {
    scopeIds: [mine],
    measures: ["people-asked"],
    stretches: weeks.map((week) => ({ start: week, end: addDays(week, 6) })),
  };
  const [spent, sums] = [await screenTimeOf(tx, mine, weeks), await sumsOf(tx, asked)];
  const askedIn = new Map(sums.map(({ stretch, count }) => [weeks[stretch], count]));
  return weeks
    .map((week) => ({ week, seconds: spent.get(week) ?? 0, peopleAsked: askedIn.get(week) ?? 0 }))
    .toReversed();
}

/**
 * The median of all members with time, in minutes, for leaders; the newest week first. Only of weeks that have ended: the
 * changes of a running one would tell whose time was just added. Under five members nothing is said.
 */
export async function teamScreenTime(
  tx: Tx,
  actor: Actor,
  { from, to }: Stretch,
): Promise<{ week: Day; minutes: number | null; members: number | null }[]> {
  if (!mayLead(actor)) throw notAllowed("only leaders are told how much time Askwell takes here");
  const weeks = weeksAsked(actor, from, to).filter((week) => addDays(week, 6) < actor.today);
  const medians = await medianScreenTime(tx, weeks, LEAST_MEMBERS);
  return weeks
    .map((week) => {
      const median = medians.get(week);
      return median
        ? { week, minutes: Math.round(median.seconds / 60), members: median.members }
        : { week, minutes: null, members: null };
    })
    .toReversed();
}

interface Stretch {
  from?: Day | undefined;
  to?: Day | undefined;
}

function weeksAsked(actor: Actor, from: Day | undefined, to: Day = actor.today): Day[] {
  return weeksWithin(from ?? addDays(to, -7 * USUAL_WEEKS), to, actor.workspace.calendar.firstDay);
}
