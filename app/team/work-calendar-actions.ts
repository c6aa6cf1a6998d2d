import type { Day } from "#lib/kernel/days.ts";
import type { WorkCalendar } from "#lib/kernel/workdays.ts";
import type { Tx } from "#lib/storage/database.ts";
import { standInOn } from "./absence.ts";
import { absencesOn, type WorkRow, workRows } from "./work-calendar-store.ts";

/**
 * When these members work, by their ids: their own workdays or the workspace's, without holidays and absences. With a span only
 * days within it are right. Ids that are no member's are missing.
 */
export async function workCalendarsOf(
  tx: Tx,
  memberIds: readonly string[],
  span?: { from: Day; to: Day },
): Promise<Map<string, WorkCalendar>> {
  if (memberIds.length === 0) return new Map();
  const rows = await workRows(tx, [...new Set(memberIds)], span);
  const everybodys = new Set(rows.flatMap((row) => row.everybodys ?? []));
  return new Map(rows.map((row) => [row.memberId, calendarOf(row, everybodys)]));
}

/** Who takes over what is due to the member on that day; null when the member is there or nobody does. */
export async function standInFor(tx: Tx, memberId: string, day: Day): Promise<string | null> {
  return standInOn(await absencesOn(tx, day), memberId, day);
}

function calendarOf({ timeZone, workdays, own, away }: WorkRow, everybodys: ReadonlySet<Day>): WorkCalendar {
  return {
    timeZone,
    workdays,
    off: (day) =>
      everybodys.has(day) ||
      own.includes(day) ||
      away.some(({ fromDay, toDay }) => fromDay <= day && day <= toDay),
  };
}
