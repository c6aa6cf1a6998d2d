import { addDays, type Day } from "#lib/kernel/days.ts";

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
 * which nobody there was asked, by whomever. None while the account is in their own hands.
 */
export function reminderOf(
  handover: { day: Day; toMemberId: string | null },
  holderId: string | null,
  lastAskThere: Day | null,
  today: Day,
): Reminder | null {
  if (holderId === null || handover.toMemberId === holderId) return null;
  const since = lastAskThere !== null && lastAskThere > handover.day ? lastAskThere : handover.day;
  const from = addDays(since, REMIND_DAYS);
  return { since, from, due: from <= today };
}
