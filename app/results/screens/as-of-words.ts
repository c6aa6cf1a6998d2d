import { dayText } from "#lib/kernel/day-words.ts";
import { dayIn, timeOfDayIn, type Day } from "#lib/kernel/days.ts";

/** By the workspace's own clock. */
export function asOfText(at: Date, today: Day, timeZone: string): string {
  const day = dayIn(at, timeZone);
  const when = day === today ? "today" : `on ${dayText(day, today)}`;
  return `As it stood ${when} at ${timeOfDayIn(at, timeZone)}. Lists behind the numbers are as of now.`;
}
