import { daysBetween, type Day } from "#lib/kernel/days.ts";
import { ENOUGH_EVENTS, type Interval } from "#lib/kernel/rates.ts";
import {
  differenceOfTimes,
  logRank,
  survivalOf,
  timeUntil,
  type Lives,
  type LogRank,
  type TimeUntil,
} from "#lib/kernel/survival.ts";

/** A deal in days: until it was won or lost, or for how long it has been open. Both ends count as closed: a fast no is fast as well. */
export function lifeOf(deal: { openedOn: Day; endedOn: Day | null }, today: Day): Lives {
  const { openedOn, endedOn } = deal;
  return { time: Math.max(0, daysBetween(openedOn, endedOn ?? today)), ended: endedOn !== null, many: 1 };
}

/** In days. `n` deals, of which `closed`; those that are open still count for as long as they have been. */
export type TimeToClose =
  | { kind: "too-early"; n: number; closed: number }
  | ({ kind: "median"; n: number; closed: number } & TimeUntil);

export function timeToClose(lives: readonly Lives[]): TimeToClose {
  const curve = survivalOf(lives);
  const { n, ended: closed } = curve;
  return closed < ENOUGH_EVENTS
    ? { kind: "too-early", n, closed }
    : { kind: "median", n, closed, ...timeUntil(curve) };
}

export interface FasterOrNot {
  first: TimeToClose;
  second: TimeToClose;
  /** By how many days the first close later, below 0 earlier; null where it is too early or a median is not reached yet. */
  later: (Interval & { value: number }) | null;
  /** Over all days, not only at the median; null while it is too early. */
  logRank: LogRank | null;
}

export function compareTimes(first: readonly Lives[], second: readonly Lives[]): FasterOrNot {
  const [one, other] = [timeToClose(first), timeToClose(second)];
  if (one.kind === "too-early" || other.kind === "too-early") {
    return { first: one, second: other, later: null, logRank: null };
  }
  return {
    first: one,
    second: other,
    later: differenceOfTimes(one, other),
    logRank: logRank([[first, second]]),
  };
}
