import { dayIn } from "#lib/kernel/days.ts";
import type { Day } from "#lib/kernel/days.ts";

/** Today in the workspace's time zone by the reader's clock: a first proposal for a day field. The server has the last word. */
export function todayIn(timeZone: string): Day {
  return dayIn(new Date(), timeZone);
}
