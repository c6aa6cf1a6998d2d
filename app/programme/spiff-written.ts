import type { Day } from "#lib/kernel/days.ts";

/** A level that was said anew of an introduction: for which day, and when it was written down. */
export interface LevelSaid {
  level: number;
  day: Day;
  at: Date;
}

/**
 * When what a line is paid for was written down, and for which day the level was said: null, where it is the one that was said at
 * first. `until`: when it was signed.
 */
export function writtenOf(
  { at, levels }: { at: Date; levels: readonly LevelSaid[] },
  level: number | null,
  until: Date | null,
): { at: Date; levelFrom: Day | null } {
  const last = levels.findLast((said) => until === null || said.at <= until);
  return level === null || last?.level !== level
    ? { at, levelFrom: null }
    : { at: last.at, levelFrom: last.day };
}
