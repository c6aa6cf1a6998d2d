import { useEffect, useState } from "react";
import { systemClock } from "#lib/kernel/clock.ts";

/** Whole seconds since then (milliseconds of this device's clock), or since this was first drawn. */
export function useSeconds(since: number | undefined): number {
  const [first] = useState(nowMs);
  const [now, setNow] = useState(nowMs);
  useEffect(() => {
    const timer = setInterval(() => setNow(nowMs()), 250);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.floor((now - (since ?? first)) / 1_000));
}

export function nowMs(): number {
  return systemClock.now().getTime();
}
