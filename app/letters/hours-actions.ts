import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, dayIn } from "#lib/kernel/days.ts";
import { notAllowed } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { mayLead } from "#team/member.ts";
import { workspaceCalendar } from "#team/work-calendar-actions.ts";
import { findHours, saveHours } from "./hours-store.ts";
import { checkHours, DEFAULT_HOURS, mayLeaveFrom, type SendingHours } from "./quiet.ts";
import { wakeWaiting } from "./sending-actions.ts";

export async function sendingHours(tx: Tx): Promise<SendingHours> {
  return (await findHours(tx)) ?? DEFAULT_HOURS;
}

/** What is not said stays. Throws Problem not-allowed, and invalid naming the field. */
export async function changeHours(
  tx: Tx,
  actor: Actor,
  said: { [K in keyof SendingHours]?: SendingHours[K] | undefined },
): Promise<SendingHours> {
  if (!mayLead(actor)) throw notAllowed("a leader sets when letters leave");
  const before = await sendingHours(tx);
  const {
    fromTime = before.fromTime,
    untilTime = before.untilTime,
    daysOff = before.daysOff,
    perMinute = before.perMinute,
  } = said;
  const after = { fromTime, untilTime, daysOff, perMinute };
  checkHours(after);
  await saveHours(tx, after, actor);
  await writeJournal(tx, actor, [
    {
      verb: "workspace.sending-hours-set",
      subject: { kind: "workspace", id: tx.workspaceId },
      day: actor.today,
      detail: { before: { ...before }, after },
    },
  ]);
  await wakeWaiting(tx, actor);
  return after;
}

/** From when on letters may leave; `now` itself outside quiet hours, null when no day of a year is a workday. */
export async function leaveFrom(tx: Tx, now: Date, hours: SendingHours): Promise<Date | null> {
  // By a day more on each side, whatever the zone.
  const today = dayIn(now, "UTC");
  const calendar = await workspaceCalendar(tx, { from: addDays(today, -1), to: addDays(today, 367) });
  return mayLeaveFrom(now, hours, calendar);
}
