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
  held: number;
  state: WeekState;
}

/** Absence and holidays are neither kept nor missed: a week asks for one session a working day at most, and of a week away for none. */
export function practiceWeek(week: {
  rule: number;
  held: number;
  workdays: number;
  isOver: boolean;
}): PracticeWeek {
  const { held, isOver } = week;
  const required = Math.min(week.rule, week.workdays);
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
