import { sql } from "kysely";
import type { Tx } from "#lib/storage/database.ts";

// For tests that count again what screens say: rows as they were written, and days, by none of the code that the screens use.

/** Every row of a table of the workspace. */
export async function rowsOf<T>(tx: Tx, table: string): Promise<T[]> {
  const { rows } =
    await sql<T>`select * from ${sql.table(table)} where workspace_id = ${tx.workspaceId}`.execute(
      tx.tables(),
    );
  return rows;
}

export interface Standing {
  id: string;
  taken_back_at: Date | null;
}

export interface LineRow {
  id: string;
  verb: string;
  subject_id: string;
  day: string;
  measure: string | null;
  member_id: string | null;
  once_key: string | null;
  undoes: string | null;
}

/** Lines of the journal that take nothing back and were not taken back, by day and then by id. */
export async function standingLines(tx: Tx): Promise<LineRow[]> {
  const journal = await rowsOf<LineRow>(tx, "journal");
  const undone = new Set(journal.map(({ undoes }) => undoes));
  return journal
    .filter(({ id, undoes }) => undoes === null && !undone.has(id))
    .toSorted((a, b) => (isBefore([a.day, a.id], [b.day, b.id]) ? -1 : 1));
}

const DAY_MS = 86_400_000;

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

export function mondayOf(day: string): string {
  return plusDays(day, 1 - weekdayOf(day));
}

export function isBefore(a: readonly string[], b: readonly string[]): boolean {
  return a.join(" ") < b.join(" ");
}

function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** Who works on which days. */
export interface WhoIsThere {
  isThere: (memberId: string, day: string) => boolean;
  /** Whoever is away that day: by their own workdays, or by everybody's. */
  worksOn: (memberId: string | null, day: string) => boolean;
  isHoliday: (day: string) => boolean;
  /** Fewer than half of their workdays were left of the week from that Monday on. */
  wasAway: (memberId: string, monday: string) => boolean;
}

export async function whoIsThere(tx: Tx): Promise<WhoIsThere> {
  const [workspace] = await rowsOf<{ workdays: number[] }>(tx, "workspace");
  const everybodys = workspace?.workdays ?? [];
  const members = await rowsOf<{ id: string; workdays: number[] | null }>(tx, "member");
  const own = new Map(members.map(({ id, workdays }) => [id, workdays ?? everybodys]));
  const lists = await rowsOf<Standing>(tx, "holiday_list");
  const gone = new Set(lists.filter((list) => list.taken_back_at !== null).map(({ id }) => id));
  const holidays = (
    await rowsOf<Standing & { day: string; member_id: string | null; list_id: string | null }>(tx, "holiday")
  ).filter((each) => each.taken_back_at === null && !gone.has(each.list_id ?? ""));
  const absences = (
    await rowsOf<Standing & { member_id: string; from_day: string; to_day: string }>(tx, "absence")
  ).filter((each) => each.taken_back_at === null);
  const isHoliday = (day: string) => holidays.some((each) => each.day === day && each.member_id === null);
  const isOff = (id: string, day: string) =>
    isHoliday(day) ||
    holidays.some((each) => each.day === day && each.member_id === id) ||
    absences.some((each) => each.member_id === id && each.from_day <= day && day <= each.to_day);
  const worksOn = (id: string | null, day: string) =>
    (id === null ? everybodys : (own.get(id) ?? [])).includes(weekdayOf(day));
  return {
    worksOn,
    isHoliday,
    isThere: (id, day) => worksOn(id, day) && !isOff(id, day),
    wasAway: (id, monday) => {
      const days = [0, 1, 2, 3, 4, 5, 6].map((at) => plusDays(monday, at)).filter((day) => worksOn(id, day));
      return 2 * days.filter((day) => !isOff(id, day)).length < days.length;
    },
  };
}
