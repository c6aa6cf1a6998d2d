import type { Role } from "#lib/kernel/actor.ts";
import { addDays, dayIn, type Day } from "#lib/kernel/days.ts";
import { fourthDay, weekOf, type Weekday } from "#lib/kernel/weeks.ts";
import { daysOfWeeks, workdaysAmong, type WorkCalendar } from "#lib/kernel/workdays.ts";

/** A rep with the times they were in teams, the first first. */
export interface RepThere {
  id: string;
  name: string;
  /** The day on which they came. */
  since: Day;
  leftAt: Date | null;
  stays: readonly { teamId: string | null; role: Role; fromDay: Day; untilDay: Day | null }[];
}

export interface RepWeek {
  memberId: string;
  /** Which of the weeks asked for. */
  at: number;
  /** How many days of it they worked. */
  workdays: number;
}

/**
 * The weeks that are over in which each rep was here, in that team where one is asked for, and worked at least a day: what a share
 * of weeks is made of. The week in which somebody came is not among them. `weeks`: first days, one after the other.
 */
export function repWeeksOf(
  reps: readonly RepThere[],
  weeks: readonly Day[],
  {
    teamId,
    today,
    timeZone,
    firstDay,
    calendars,
  }: {
    teamId: string | null;
    today: Day;
    timeZone: string;
    firstDay: Weekday;
    calendars: ReadonlyMap<string, WorkCalendar>;
  },
): RepWeek[] {
  const over = weeks.filter((week) => addDays(week, 6) < today);
  const days = over.map((week) => daysOfWeeks(week, addDays(week, 6)));
  return reps.flatMap((rep) => {
    const calendar = calendars.get(rep.id);
    if (calendar === undefined) return [];
    const joined = rep.since;
    const left = rep.leftAt === null ? null : dayIn(rep.leftAt, timeZone);
    const since = weekOf(joined, firstDay) === joined ? joined : addDays(weekOf(joined, firstDay), 7);
    return over.flatMap((week, at): RepWeek[] => {
      if (week < since || (left !== null && addDays(week, 6) >= left)) return [];
      const stay = stayOn(rep.stays, fourthDay(week));
      if (stay?.role !== "rep" || (teamId !== null && stay.teamId !== teamId)) return [];
      const workdays = workdaysAmong(days[at] ?? [], calendar);
      return workdays === 0 ? [] : [{ memberId: rep.id, at, workdays }];
    });
  });
}

/** The team somebody was in on that day; before their first stay, the first one's. */
export function teamOn(stays: RepThere["stays"], day: Day): string | null {
  return stayOn(stays, day)?.teamId ?? null;
}

function stayOn(stays: RepThere["stays"], day: Day): RepThere["stays"][number] | undefined {
  return stays.findLast(({ fromDay }) => fromDay <= day) ?? stays[0];
}
