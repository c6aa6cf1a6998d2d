import { addDays, type Day } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";

/** Whoever asks for introductions rehearses three times a week, leaders too, unless a leader says otherwise. */
export const DEFAULT_SESSIONS = 3;
export const MOST_REQUIRED = 7;

/** kept: as many as required. missed: the week is over with fewer. open: it is not over. neither: nothing was required. */
export const WEEK_STATES = ["kept", "missed", "open", "neither"] as const;
export type WeekState = (typeof WEEK_STATES)[number];

export interface PracticeWeek {
  /** What the rule asks for, and no more than one for each of the member's working days. */
  required: number;
  /** On how many days; see daysHeld. */
  held: number;
  state: WeekState;
}

/** Absence and holidays are neither kept nor missed: a week asks for one session a working day at most, and of a week away for none. */
export function requiredIn(rule: number, { workdays, away }: { workdays: number; away: boolean }): number {
  return away ? 0 : Math.min(rule, workdays);
}

/**
 * On how many days of a week somebody rehearsed: twice on a day is once, and so is what was written down only after the week; a day
 * later is in time for what waited on a device.
 */
export function daysHeld(
  sessions: readonly { day: Day; writtenOn: Day }[],
  { start, end }: { start: Day; end: Day },
): number {
  const inTime = sessions.filter(
    ({ day, writtenOn }) => day >= start && day <= end && writtenOn <= addDays(end, 1),
  );
  return new Set(inTime.map(({ day }) => day)).size;
}

export function practiceWeek(week: {
  rule: number;
  held: number;
  workdays: number;
  away: boolean;
  isOver: boolean;
}): PracticeWeek {
  const { held, isOver } = week;
  const required = requiredIn(week.rule, week);
  return { required, held, state: stateOf(required, held, isOver) };
}

/** Throws Problem invalid. */
export function checkRequired(sessions: number): void {
  if (Number.isSafeInteger(sessions) && sessions >= 0 && sessions <= MOST_REQUIRED) return;
  throw invalid(`from 0 to ${MOST_REQUIRED} sessions a week`, "sessions");
}

function stateOf(required: number, held: number, isOver: boolean): WeekState {
  if (required === 0) return "neither";
  if (held >= required) return "kept";
  return isOver ? "missed" : "open";
}
