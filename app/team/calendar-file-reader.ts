import { readCalendar } from "#lib/calendar/read-calendar.ts";
import { checkDays, daysOfEvents, type CalendarDays, type Span } from "./calendar-file.ts";

// A calendar of days off has some dozens of events; repeated ones count each time.
const MOST_EVENTS = 20_000;

/** The days of a calendar file. Throws Problem invalid, in words, for a file that is no calendar or holds no days. */
export async function readCalendarFile(
  bytes: Uint8Array,
  span: Span,
  patienceMs?: number,
): Promise<CalendarDays> {
  // Whole days are the same in every zone.
  const found = await readCalendar(bytes, { ...span, zone: "UTC", most: MOST_EVENTS }, patienceMs);
  const days = daysOfEvents(found, span);
  checkDays(days, span);
  return days;
}
