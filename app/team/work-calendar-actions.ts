import { addDays, type Day } from "#lib/kernel/days.ts";
import type { WorkCalendar } from "#lib/kernel/workdays.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { standInOn } from "./absence.ts";
import { absencesBetween } from "./stand-in-reader.ts";
import { calendarOn } from "./whose-calendar.ts";
import {
  absencesOn,
  everybodysWorkRow,
  type WorkdaysBefore,
  type WorkRow,
  workRows,
} from "./work-calendar-store.ts";

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
  const before = rows.flatMap((row) => row.everybodysBefore ?? []);
  return new Map(rows.map((row) => [row.memberId, calendarOf(row, everybodys, before)]));
}

/** When the workspace works, whoever is away; only days within the span are right. */
export async function workspaceCalendar(tx: Tx, span: { from: Day; to: Day }): Promise<WorkCalendar> {
  const { timeZone, workdays, before, everybodys } = await everybodysWorkRow(tx, span);
  const off = new Set(everybodys);
  return { timeZone, workdays, before: whenever({ workdays, before }), off: (day) => off.has(day) };
}

/** Whose working days count for what members owe, and who takes over. */
export interface OwedCalendars {
  on: (memberId: string, day: Day) => WorkCalendar;
  standIn: (memberId: string, day: Day) => { id: string; name: string } | null;
}

/** No clock runs further ahead of what starts it than this. */
const SPAN_DAYS = 400;

/** For clocks that these members' work starts on `days`; see calendarOn for the rule. */
export async function owedCalendarsOf(
  tx: Tx,
  memberIds: readonly string[],
  days: readonly Day[],
  today: Day,
): Promise<OwedCalendars> {
  const sorted = [...days, today].toSorted();
  const [from, to] = [sorted[0] ?? today, addDays(sorted.at(-1) ?? today, SPAN_DAYS)];
  const absences = await absencesBetween(tx, from, to);
  const standIns = absences.flatMap(({ standInId }) => standInId ?? []);
  const calendars = await workCalendarsOf(tx, [...memberIds, ...standIns], { from, to });
  const names = new Map(absences.map(({ standInId, standInName }) => [standInId, standInName]));
  return {
    on: (memberId, day) => calendarOn(calendars, absences, memberId, day),
    standIn: (memberId, day) => {
      const id = standInOn(absences, memberId, day);
      return id === null ? null : { id, name: names.get(id) ?? "" };
    },
  };
}

/** Who takes over what is due to the member on that day; null when the member is there or nobody does. */
export async function standInFor(tx: Tx, memberId: string, day: Day): Promise<string | null> {
  return standInOn(await absencesOn(tx, day), memberId, day);
}

function calendarOf(
  row: WorkRow,
  everybodys: ReadonlySet<Day>,
  before: readonly WorkdaysBefore[],
): WorkCalendar {
  const { timeZone, own, away } = row;
  const workspace = { workdays: row.workspaceWorkdays, before };
  return {
    timeZone,
    workdays: row.workdays ?? row.workspaceWorkdays,
    before: whenever(row, workspace),
    off: (day) =>
      everybodys.has(day) ||
      own.includes(day) ||
      away.some(({ fromDay, toDay }) => fromDay <= day && day <= toDay),
  };
}

interface Workdays {
  workdays: readonly Weekday[] | null;
  before: readonly WorkdaysBefore[];
}

/** What held before each change, of whichever side it was: one's own, or else the workspace's of the time. */
function whenever(...scopes: readonly Workdays[]): NonNullable<WorkCalendar["before"]> {
  const changes = new Set(scopes.flatMap(({ before }) => before.map(({ untilDay }) => untilDay)));
  return [...changes].toSorted().map((untilDay) => {
    const held = scopes.map(({ workdays, before }) => {
      const then = before.find((each) => untilDay <= each.untilDay);
      return then === undefined ? workdays : then.workdays;
    });
    return { untilDay, workdays: held.find((each) => each !== null) ?? [] };
  });
}
