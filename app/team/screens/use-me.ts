import { useMemo } from "react";
import { useDayIn, useMinute } from "#lib/web/clock.ts";
import { useRead } from "#lib/web/queries.ts";
import type { Me } from "../me-view.ts";

/** Who is signed in, and where; undefined until it is known. `today` is the day it is now, however old the answer is. */
export function useMe(): Me | undefined {
  const { data, aheadMs } = useServerClock();
  const today = useDayIn(data?.workspace.timeZone ?? "UTC", aheadMs);
  return useMemo(() => data && { ...data, today }, [data, today]);
}

/** Now, to the minute, by the server's clock. */
export function useNow(): Date {
  return useMinute(useServerClock().aheadMs);
}

/** `aheadMs`: how far the server is ahead of this device. */
export function useServerClock(): { data: Me | undefined; aheadMs: number } {
  const { data, readAt } = useRead<Me>("/me");
  return { data, aheadMs: data === undefined ? 0 : Date.parse(data.now) - readAt };
}
