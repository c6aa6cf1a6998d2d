import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { periodOf, type Period } from "#lib/kernel/fiscal.ts";
import { wilson } from "#lib/kernel/rates.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import { daysOfWeeks, workdaysAmong } from "#lib/kernel/workdays.ts";
import type { Tx } from "#lib/storage/database.ts";
import { sumsOf } from "#lib/storage/sums.ts";
import { goalsOfEach } from "#team/goal-actions.ts";
import { workspaceCalendar } from "#team/work-calendar-actions.ts";
import { repsIn } from "./board-actions.ts";
import { withOwnGoal } from "./board-reader.ts";
import { boardsOff } from "./board-store.ts";
import { DAYS_OF_A_WEEK, type Board, type Done } from "./board.ts";
import { doneIn, workdaysThere } from "./done-actions.ts";
import { besideOwnPast, RECENT_WEEKS, WEEKS_BEFORE, type Than } from "./own-past.ts";
import { calendarsThere } from "./there-actions.ts";
import { tierOf, type TierStanding } from "./tier.ts";

const COMPARED = ["asks", "introductions"] as const satisfies readonly Board[];

export interface Improved {
  memberId: string;
  name: string;
  board: (typeof COMPARED)[number];
  recent: Omit<Done, "memberId">;
  before: Omit<Done, "memberId">;
  than: Than;
  /** How many times their own past at least; null where that was nothing. */
  atLeast: number | null;
}

export interface ImprovedSeen {
  recent: { start: Day; end: Day };
  before: { start: Day; end: Day };
  /** Null: switched off. Who did more than chance tells, each against their own past, the surest first; nobody else is named. */
  items: Improved[] | null;
  /** The actor's own, whatever it is. */
  mine: Improved[];
}

/** Each rep's last four whole weeks beside the quarter before them, by the days on which they were there. Throws Problem not-found. */
export async function mostImproved(
  tx: Tx,
  actor: Actor,
  { teamId }: { teamId: string | null },
): Promise<ImprovedSeen> {
  const thisWeek = weekOf(actor.today, actor.workspace.calendar.firstDay);
  const start = addDays(thisWeek, -7 * RECENT_WEEKS);
  const recent = { start, end: addDays(thisWeek, -1) };
  const before = { start: addDays(start, -7 * WEEKS_BEFORE), end: addDays(start, -1) };
  if ((await boardsOff(tx)).some(({ board }) => board === "most-improved"))
    return { recent, before, items: null, mine: [] };
  const reps = await repsIn(tx, actor, teamId);
  const all: Improved[] = [];
  const there = await workdaysThere(tx, reps, [before, recent], actor.today);
  for (const board of COMPARED) {
    const [past, now] = await doneIn(tx, actor, board, reps, [before, recent], there);
    for (const [at, { id, name }] of reps.entries()) {
      const [own, then] = [now?.[at], past?.[at]];
      if (own && then) all.push({ memberId: id, name, board, ...beside(bare(own), bare(then)) });
    }
  }
  return {
    recent,
    before,
    items: all
      .filter(({ than }) => than === "more")
      .toSorted((a, b) => (b.atLeast ?? Infinity) - (a.atLeast ?? Infinity) || (a.name < b.name ? -1 : 1)),
    mine: all.filter(({ memberId }) => memberId === actor.member.id),
  };
}

function bare({ count, of, workdays }: Done): Improved["recent"] {
  return { count, of, workdays };
}

function inWeeks({ count, workdays }: Improved["recent"]) {
  return { count, weeks: workdays / DAYS_OF_A_WEEK };
}

function beside(recent: Improved["recent"], before: Improved["recent"]) {
  const { than } = besideOwnPast(inWeeks(recent), inWeeks(before));
  const { low } = wilson(recent.count, recent.count + before.count);
  const times = before.count === 0 ? null : ((low / (1 - low)) * before.workdays) / recent.workdays;
  return { recent, before, than, atLeast: times };
}

export interface TierSeen extends TierStanding {
  memberId: string;
  name: string;
  count: number;
}

export interface TiersSeen {
  period: Period;
  /** Null: switched off. Those who have one, the highest first; nobody else is named. */
  items: TierSeen[] | null;
  mine: TierSeen | null;
}

/** How far reps came towards their own goal of introductions in a quarter, made smaller by days off and part-time. Throws Problem not-found. */
export async function tiersOf(
  tx: Tx,
  actor: Actor,
  { teamId, day }: { teamId: string | null; day: Day },
): Promise<TiersSeen> {
  const { calendar } = actor.workspace;
  const period = periodOf(day, "quarter", calendar);
  if ((await boardsOff(tx)).some(({ board }) => board === "tiers"))
    return { period, items: null, mine: null };
  const reps = await repsIn(tx, actor, teamId);
  const memberIds = reps.map(({ id }) => id);
  const sums = await sumsOf(tx, {
    scopeIds: memberIds,
    measures: ["referrals-received"],
    stretches: [period],
  });
  const counts = new Map(sums.map(({ scopeId, count }) => [scopeId, count]));
  const goals = await goalsOfEach(tx, { memberIds }, period, calendar);
  const own = await withOwnGoal(tx, memberIds);
  const span = { from: period.start, to: period.end };
  const calendars = await calendarsThere(tx, memberIds, span);
  const everybodys = await workspaceCalendar(tx, span);
  const days = daysOfWeeks(period.start, period.end);
  const whole = workdaysAmong(days, everybodys);
  const all = reps.map(({ id, name, since }): TierSeen => {
    const theirs = calendars.get(id);
    const here = since > period.start ? days.filter(({ day: each }) => each >= since) : days;
    const there = theirs === undefined ? 0 : workdaysAmong(here, theirs);
    // A goal of one's own is set for one's own week; everybody's for a whole one.
    const full =
      own.has(id) && theirs !== undefined
        ? workdaysAmong(days, { ...everybodys, workdays: theirs.workdays, before: theirs.before ?? [] })
        : whole;
    const share = Math.min(1, there / Math.max(1, full));
    const count = counts.get(id) ?? 0;
    return {
      memberId: id,
      name,
      count,
      ...tierOf(count, goals.get(id)?.["referrals-received"] ?? null, share),
    };
  });
  const order = ["beyond", "goal", "half-way"];
  return {
    period,
    items: all
      .filter(({ tier }) => tier !== null)
      .toSorted((a, b) => order.indexOf(a.tier ?? "") - order.indexOf(b.tier ?? "")),
    mine: all.find(({ memberId }) => memberId === actor.member.id) ?? null,
  };
}
