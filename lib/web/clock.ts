import { useCallback, useMemo, useSyncExternalStore } from "react";
import { systemClock } from "#lib/kernel/clock.ts";
import { dayIn, type Day } from "#lib/kernel/days.ts";

const MINUTE_MS = 60_000;
// A timer may come a moment early.
const SURELY_MS = 20;

/**
 * The day it is now in a time zone: another one at midnight, and when somebody comes back to a tab that slept.
 * `aheadMs` is how far the server's clock is ahead of this device's, which may be set to anything.
 */
export function useDayIn(timeZone: string, aheadMs: number): Day {
  return useClock(aheadMs, () => dayIn(new Date(nowMs(aheadMs)), timeZone));
}

/** Now, to the minute. */
export function useMinute(aheadMs: number): Date {
  const minute = useClock(aheadMs, () => Math.floor(nowMs(aheadMs) / MINUTE_MS));
  return useMemo(() => new Date(minute * MINUTE_MS), [minute]);
}

export function nowMs(aheadMs: number): number {
  return systemClock.now().getTime() + aheadMs;
}

/** Calls `changed` as each minute begins and on the return to the tab, until what it answers is called. */
export function watchClock(aheadMs: number, changed: () => void, tab: EventTarget): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    const left = MINUTE_MS - (nowMs(aheadMs) % MINUTE_MS) + SURELY_MS;
    timer = setTimeout(() => {
      changed();
      wait();
    }, left);
  };
  const back = () => {
    clearTimeout(timer);
    changed();
    wait();
  };
  wait();
  tab.addEventListener("visibilitychange", back);
  return () => {
    clearTimeout(timer);
    tab.removeEventListener("visibilitychange", back);
  };
}

function useClock<T extends string | number>(aheadMs: number, read: () => T): T {
  const watch = useCallback((changed: () => void) => watchClock(aheadMs, changed, document), [aheadMs]);
  return useSyncExternalStore(watch, read);
}
