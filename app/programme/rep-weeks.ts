import { addDays, dayIn, type Day } from "#lib/kernel/days.ts";
import { fourthDay, weekOf, type Weekday } from "#lib/kernel/weeks.ts";
import type { WorkCalendar } from "#lib/kernel/workdays.ts";

/** A rep with the times they were in teams, the first first. */
export interface RepThere {
  id: string;
  name: string;
  /** The day on which they came. */
  since: Day;
  leftAt: Date | null;
  stays: readonly { teamId: string | null; fromDay: Day; untilDay: Day | null }[];
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
  const days = over.map((week) => daysOf(week, firstDay));
  return reps.flatMap((rep) => {
    const calendar = calendars.get(rep.id);
    if (calendar === undefined) return [];
    const joined = rep.since;
    const left = rep.leftAt === null ? null : dayIn(rep.leftAt, timeZone);
    const since = weekOf(joined, firstDay) === joined ? joined : addDays(weekOf(joined, firstDay), 7);
    return over.flatMap((week, at): RepWeek[] => {
      if (week < since || (left !== null && addDays(week, 6) >= left)) return [];
      if (teamId !== null && teamOn(rep.stays, fourthDay(week)) !== teamId) return [];
      const workdays = (days[at] ?? []).filter(
        ({ day, weekday }) => calendar.workdays.includes(weekday) && !calendar.off(day),
      ).length;
      return workdays === 0 ? [] : [{ memberId: rep.id, at, workdays }];
    });
  });
}

/** The team somebody was in on that day; before their first stay, the first one's. */
export function teamOn(stays: RepThere["stays"], day: Day): string | null {
  const stay = stays.findLast(({ fromDay }) => fromDay <= day) ?? stays[0];
  return stay?.teamId ?? null;
}

function daysOf(week: Day, firstDay: Weekday): { day: Day; weekday: Weekday }[] {
  return [0, 1, 2, 3, 4, 5, 6].map((ahead) => ({
    day: addDays(week, ahead),
    weekday: (((firstDay - 1 + ahead) % 7) + 1) as Weekday,
  }));
}
