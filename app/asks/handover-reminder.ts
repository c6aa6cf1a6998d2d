import { addDays, type Day } from "#lib/kernel/days.ts";
import type { CoverageState } from "./coverage.ts";

// A quarter of a year.
export const REMIND_DAYS = 91;

export interface Reminder {
  /** Since when nobody there was asked: the last ask, or the handover. */
  since: Day;
  /** The day from which on the relationship holder is reminded. */
  from: Day;
  due: boolean;
}

/**
 * Whoever built the relationship goes on asking there after the account was handed over: a reminder for every quarter in
 * which nobody there was asked, by whomever. None while the account is in their own hands. Said "not now", it comes back a
 * quarter after that day.
 */
export function reminderOf(
  handover: { day: Day; toMemberId: string | null },
  holderId: string | null,
  lastAskThere: Day | null,
  today: Day,
  putOffOn: Day | null = null,
): Reminder | null {
  if (holderId === null || handover.toMemberId === holderId) return null;
  const since = later(handover.day, lastAskThere);
  const from = addDays(later(since, putOffOn), REMIND_DAYS);
  return { since, from, due: from <= today };
}

/** What is known of somebody who may be asked there. */
export interface MayBeAskedThere {
  left: boolean;
  state: CoverageState;
  /** What stands against asking them today. */
  refusal: unknown;
  right: { earned: boolean } | null;
  met: { day: Day } | null;
  ask: unknown;
}

/**
 * Whom to talk to there: who said that we delivered, before all others; of equals who was never asked, then who was met, the
 * latest first, then as they came. Nobody who may not be asked today, nor who said that we have not delivered.
 */
export function whomToAsk<P extends MayBeAskedThere>(people: readonly P[]): P | null {
  const may = people.filter(
    ({ left, state, refusal, right }) =>
      !left && state !== "cannot" && refusal === null && right?.earned !== false,
  );
  const [first = null] = may.toSorted(
    (a, b) =>
      Number(b.right !== null) - Number(a.right !== null) ||
      Number(a.ask !== null) - Number(b.ask !== null) ||
      (b.met?.day ?? "").localeCompare(a.met?.day ?? ""),
  );
  return first;
}

function later(day: Day, other: Day | null): Day {
  return other !== null && other > day ? other : day;
}
