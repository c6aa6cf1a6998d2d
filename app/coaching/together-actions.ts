import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import type { Period } from "#lib/kernel/fiscal.ts";
import { fourthDay, nextWeek } from "#lib/kernel/weeks.ts";
import { daysOfWeeks, workdaysAmong } from "#lib/kernel/workdays.ts";
import type { Tx } from "#lib/storage/database.ts";
import { repsBetween, type RepThen } from "./board-reader.ts";
import { DAYS_OF_A_WEEK, type Board } from "./board.ts";
import { doneIn } from "./done-actions.ts";
import { calendarsThere } from "./there-actions.ts";

/** What all of them did together. */
export interface Together {
  period: Period;
  count: number;
  of: number | null;
  workdays: number;
  perWeek: number | null;
}

/** A stretch of a period in which the same people were reps there. */
interface Segment {
  period: number;
  start: Day;
  end: Day;
  ids: readonly string[];
}

/**
 * What reps did together in periods that follow each other: whoever was a rep there in a week, though they left, moved on or lead a
 * team today. The past stays as it was.
 */
export async function togetherIn(
  tx: Tx,
  actor: Actor,
  board: Board,
  { teamId, periods }: { teamId: string | null; periods: readonly Period[] },
): Promise<Together[]> {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return [];
  const span = { from: first.start, to: last.end < actor.today ? last.end : actor.today };
  const reps = await repsBetween(tx, actor.workspace.timeZone, teamId, span);
  const calendars = await calendarsThere(
    tx,
    reps.map(({ id }) => id),
    span,
  );
  const segments = segmentsOf(periods, (week) =>
    reps.filter((rep) => isRepIn(rep, fourthDay(week), teamId)).map(({ id }) => id),
  );
  const days = segments.map(({ start, end }) => daysOfWeeks(start, end < span.to ? end : span.to));
  const there = new Map(reps.map((rep) => [rep.id, rep]));
  const done = await doneIn(tx, actor, board, reps, segments, (memberId, at) => {
    const [rep, calendar] = [there.get(memberId), calendars.get(memberId)];
    if (rep === undefined || calendar === undefined) return 0;
    const here = (days[at] ?? []).filter(
      ({ day }) => day >= rep.since && (rep.leftOn === null || day < rep.leftOn),
    );
    return workdaysAmong(here, calendar);
  });
  return periods.map((period, number) => {
    const own = segments.flatMap((segment, at) =>
      segment.period === number
        ? (done[at] ?? []).filter(({ memberId }) => segment.ids.includes(memberId))
        : [],
    );
    const sum = (of: (each: (typeof own)[number]) => number) =>
      own.reduce((total, each) => total + of(each), 0);
    const [count, workdays] = [sum((each) => each.count), sum((each) => each.workdays)];
    return {
      period,
      count,
      of: board === "promises-kept" ? sum(({ of }) => of ?? 0) : null,
      workdays,
      perWeek: workdays === 0 ? null : (count * DAYS_OF_A_WEEK) / workdays,
    };
  });
}

function segmentsOf(periods: readonly Period[], idsIn: (week: Day) => readonly string[]): Segment[] {
  return periods.flatMap(({ start, end }, period) => {
    const segments: Segment[] = [];
    for (let week = start; week <= end; week = nextWeek(week)) {
      const ids = idsIn(week);
      const before = segments.at(-1);
      if (before !== undefined && before.ids.join() === ids.join()) before.end = addDays(week, 6);
      else segments.push({ period, start: week, end: addDays(week, 6), ids });
    }
    return segments;
  });
}

/** As the day found them; before their first stay as in it, after their last as in that. */
function isRepIn({ stays }: RepThen, day: Day, teamId: string | null): boolean {
  const stay = stays.findLast(({ fromDay }) => fromDay <= day) ?? stays[0];
  return stay?.role === "rep" && (teamId === null || stay.teamId === teamId);
}
