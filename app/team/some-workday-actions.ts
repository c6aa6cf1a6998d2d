import type { Actor } from "#lib/kernel/actor.ts";
import { addDays } from "#lib/kernel/days.ts";
import { workdayOnOrAfter } from "#lib/kernel/workdays.ts";
import type { Tx } from "#lib/storage/database.ts";
import { listAbsences } from "./absence-store.ts";
import { yearsFrom } from "./holiday.ts";
import { workCalendarsOf } from "./work-calendar-actions.ts";

// Absences of longer ago reach no coming one.
const LOOK_BACK_DAYS = 366;
const MOST_LOOKED_AT = 1000;

/**
 * Clocks look for a workday within a year: what would leave a member without one is refused where it is written. Null: whoever is
 * away, and everybody else by the one who acts. Throws Problem conflict.
 */
export async function needSomeWorkday(tx: Tx, actor: Actor, memberId: string | null): Promise<void> {
  const from = addDays(actor.today, -LOOK_BACK_DAYS);
  const filter = { from, ...(memberId !== null && { memberId }) };
  const { items } = await listAbsences(tx, filter, undefined, MOST_LOOKED_AT);
  const whose = memberId ?? actor.member.id;
  const calendars = await workCalendarsOf(tx, [whose, ...items.map((each) => each.memberId)]);
  const { first, last } = yearsFrom(actor.today);
  const firsts = Array.from({ length: last - first + 1 }, (_, at) => ({
    memberId: whose,
    fromDay: `${first + at}-01-01`,
  }));
  for (const each of [...items, ...firsts]) {
    const calendar = calendars.get(each.memberId);
    if (calendar) workdayOnOrAfter(each.fromDay, calendar);
  }
}
