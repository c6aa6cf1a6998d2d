import type { Day } from "#lib/kernel/days.ts";
import { daysOfWeeks, isWorkday, type WorkCalendar } from "#lib/kernel/workdays.ts";
import type { Tx } from "#lib/storage/database.ts";
import { workCalendarsOf } from "#team/work-calendar-actions.ts";
import { daysCounted } from "./board-reader.ts";

const NEVER = () => false;

/**
 * When these members were there: as they work, and on each day off on which something was counted for them all the same. What was done
 * is divided by the days it took, whoever notes an absence afterwards. Only days within the span are right.
 */
export async function calendarsThere(
  tx: Tx,
  memberIds: readonly string[],
  span: { from: Day; to: Day },
): Promise<Map<string, WorkCalendar>> {
  const calendars = await workCalendarsOf(tx, memberIds, span);
  const days = daysOfWeeks(span.from, span.to);
  const off = [...calendars].flatMap(([memberId, calendar]) =>
    days
      .filter(({ day }) => calendar.off(day) && isWorkday(day, { ...calendar, off: NEVER }))
      .map(({ day }) => ({ memberId, day })),
  );
  const counted = new Set((await daysCounted(tx, off)).map(({ memberId, day }) => `${memberId} ${day}`));
  if (counted.size === 0) return calendars;
  return new Map(
    [...calendars].map(([memberId, calendar]) => [
      memberId,
      { ...calendar, off: (day) => calendar.off(day) && !counted.has(`${memberId} ${day}`) },
    ]),
  );
}
