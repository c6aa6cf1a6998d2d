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
