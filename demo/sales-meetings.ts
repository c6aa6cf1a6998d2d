import { holdSalesMeeting } from "#coaching/sales-meeting-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, instantOf, type Day } from "#lib/kernel/days.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";

/** How many weeks back the last meetings were held, each on the Monday after the week: the last one is ahead. */
const HELD = [3, 2];

/** Teams met on Mondays over the week before. */
export async function tellSalesMeetings(tx: Tx, managers: readonly Actor[]): Promise<void> {
  for (const manager of managers)
    for (const teamId of manager.leads)
      for (const ago of HELD) {
        const week = addDays(weekOf(manager.today, manager.workspace.calendar.firstDay), -7 * ago);
        const heldOn = addDays(week, 7);
        await holdSalesMeeting(tx, on(manager, heldOn), { teamId, day: week, heldOn });
      }
}

function on(actor: Actor, day: Day): Actor {
  if (day >= actor.today) return actor;
  return { ...actor, today: day, now: instantOf(day, "09:00", actor.workspace.timeZone) };
}
