import { useEffect, useRef } from "react";
import { useServerClock } from "./use-me.ts";

// The page comes first.
const AFTER_MS = 2_000;

/** Counts, beside whatever page is open, how long one is active on it; draws nothing and says nothing. */
export function ScreenTime() {
  const { data, aheadMs } = useServerClock();
  const ahead = useRef(aheadMs);
  const memberId = data?.member.id;
  useEffect(() => {
    ahead.current = aheadMs;
  }, [aheadMs]);
  useEffect(() => {
    if (memberId === undefined) return undefined;
    let left = false;
    let stop = () => {};
    const begin = async () => {
      const { countScreenTime } = await import("./count-screen-time.ts");
      if (!left) stop = countScreenTime(memberId, () => ahead.current);
    };
    const timer = setTimeout(() => void begin().catch(() => undefined), AFTER_MS);
    return () => {
      left = true;
      clearTimeout(timer);
      stop();
    };
  }, [memberId]);
  return null;
}
