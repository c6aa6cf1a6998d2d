import { wasAway } from "#commitments/week-plan.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, dayIn, type Day } from "#lib/kernel/days.ts";
import { periodOf } from "#lib/kernel/fiscal.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import type { WorkCalendar } from "#lib/kernel/workdays.ts";
import type { Tx } from "#lib/storage/database.ts";
import { sumsOf } from "#lib/storage/sums.ts";
import { goalsOfEach } from "#team/goal-actions.ts";
import { KPIS, type Kpi } from "#team/measure.ts";
import { besideOwnPast, RECENT_WEEKS, WEEKS_BEFORE, type OwnPast } from "./own-past.ts";

/** One KPI of a member: this week, the last whole weeks against their goal, and those beside the weeks before them. */
export interface KpiBeside extends OwnPast {
  kpi: Kpi;
  thisWeek: number;
  goalThisWeek: number | null;
  recent: number;
  /** Of those weeks, in how many they worked. */
  recentWeeks: number;
  goalRecent: number | null;
  /** From the oldest whole week to the last: for small bars. */
  weekly: number[];
}

/** The weeks that are looked at: this one, the last whole ones, and those before. */
export interface LookedAt {
  thisWeek: Day;
  recent: Day[];
  before: Day[];
}

export function weeksLookedAt({ today, workspace }: Actor): LookedAt {
  const thisWeek = weekOf(today, workspace.calendar.firstDay);
  const ago = (weeks: number) => addDays(thisWeek, -7 * weeks);
  return {
    thisWeek,
    recent: Array.from({ length: RECENT_WEEKS }, (_, at) => ago(RECENT_WEEKS - at)),
    before: Array.from({ length: WEEKS_BEFORE }, (_, at) => ago(RECENT_WEEKS + WEEKS_BEFORE - at)),
  };
}

/**
 * The five KPIs of each of these members. A week in which somebody was not here yet, or away for most of it, is in no average; what
 * was counted in it all the same stays. Queries do not grow with them.
 */
export async function kpisBeside(
  tx: Tx,
  actor: Actor,
  members: readonly { id: string; joinedAt: Date }[],
  calendars: ReadonlyMap<string, WorkCalendar>,
): Promise<Map<string, KpiBeside[]>> {
  const { calendar, timeZone } = actor.workspace;
  const { thisWeek, recent, before } = weeksLookedAt(actor);
  const weeks = [...before, ...recent, thisWeek];
  const memberIds = members.map(({ id }) => id);
  const stretches = weeks.map((week) => ({ start: week, end: addDays(week, 6) }));
  const sums = await sumsOf(tx, { scopeIds: memberIds, measures: KPIS, stretches });
  const counts = new Map<string, number>();
  for (const { scopeId, measure, stretch, count } of sums) {
    const key = `${scopeId} ${measure} ${stretch}`;
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  const goals: Awaited<ReturnType<typeof goalsOfEach>>[] = [];
  for (const week of [...recent, thisWeek])
    goals.push(await goalsOfEach(tx, { memberIds }, periodOf(week, "week", calendar), calendar));
  const firsts = firstCounts(memberIds, weeks, counts);
  return new Map(
    members.map(({ id, joinedAt }) => {
      const joined = weekOf(dayIn(joinedAt, timeZone), calendar.firstDay);
      const came = firsts.get(id) ?? joined;
      const since = came < joined ? came : joined;
      const own = calendars.get(id);
      const worked = (week: Day) => week >= since && own !== undefined && !wasAway(week, own);
      const goalIn = (at: number, kpi: Kpi) => goals[at]?.get(id)?.[kpi] ?? null;
      const lines = KPIS.map((kpi): KpiBeside => {
        const countIn = (week: Day) => counts.get(`${id} ${kpi} ${weeks.indexOf(week)}`) ?? 0;
        const countOf = (some: readonly Day[]) => {
          const there = some.filter((week) => worked(week) || countIn(week) !== 0);
          return { count: sum(there.map(countIn)), weeks: there.length };
        };
        const now = countOf(recent);
        // Of weeks away nobody asks a goal; without a week there is none.
        const goalsRecent = recent.flatMap((week, at) => (worked(week) ? [goalIn(at, kpi)] : []));
        const hasGoal = goalsRecent.length > 0 && !goalsRecent.includes(null);
        return {
          kpi,
          thisWeek: countIn(thisWeek),
          goalThisWeek: goalIn(recent.length, kpi),
          recent: now.count,
          recentWeeks: now.weeks,
          goalRecent: hasGoal ? oneDecimal(sum(goalsRecent as number[])) : null,
          weekly: [...before, ...recent].map(countIn),
          ...besideOwnPast(now, countOf(before)),
        };
      });
      return [id, lines];
    }),
  );
}

/** The first of these weeks in which somebody counted anything: they were here then, whenever they were written down. */
function firstCounts(
  memberIds: readonly string[],
  weeks: readonly Day[],
  counts: ReadonlyMap<string, number>,
): Map<string, Day> {
  const firsts = new Map<string, Day>();
  for (const id of memberIds) {
    const at = weeks.findIndex((_, stretch) => KPIS.some((kpi) => counts.has(`${id} ${kpi} ${stretch}`)));
    const week = weeks[at];
    if (week !== undefined) firsts.set(id, week);
  }
  return firsts;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function oneDecimal(count: number): number {
  return Math.round(10 * count) / 10;
}
