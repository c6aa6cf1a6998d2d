import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { workCalendarsOf } from "#team/work-calendar-actions.ts";
import type { Told } from "./promise.ts";
import { toldOf, type ToldAtOnce, type WeekTold } from "./told-at-once.ts";
import { checkIn, myWeek, takeBackCheckIn, tellPromise } from "./week-actions.ts";
import { weekToTell } from "./week-plan.ts";
import { weeksOf, type WeekNow } from "./week-reader-actions.ts";

/** Tells of a week in one breath, as a mail does. What was told before stays. Throws Problem not-found, conflict. */
export async function tellWeek(
  tx: Tx,
  actor: Actor,
  day: Day,
  { said, learned }: WeekTold,
): Promise<ToldAtOnce> {
  const { week, promises, plan } = await myWeek(tx, actor, day);
  const told = promises.flatMap((line): (Told & { id: string })[] => {
    const one = toldOf(line, said);
    return one === null ? [] : [{ id: line.id, ...one }];
  });
  await checkIn(tx, actor, week, { learned: learned ?? plan?.checkIn?.learned ?? null, promises: told });
  return { week, promiseIds: told.map(({ id }) => id), first: plan?.checkIn == null };
}

/** Which week one tells of without naming it: the one that waits, as the invitation has it; where none does, this one. */
export async function weekMeant(tx: Tx, actor: Actor): Promise<Day> {
  const { id } = actor.member;
  const { firstDay } = actor.workspace.calendar;
  const week = weekOf(actor.today, firstDay);
  const span = { from: addDays(week, -7), to: week };
  const weeks = await weeksOf(tx, actor, [id], span);
  const calendar = (await workCalendarsOf(tx, [id], { ...span, to: addDays(week, 6) })).get(id);
  const planned = weeks.filter(({ plan }) => plan !== null);
  const told = planned.filter(({ plan }) => plan?.checkIn != null);
  const known = { planned: new Set(planned.map(weekIn)), told: new Set(told.map(weekIn)) };
  return (calendar && weekToTell(actor.today, calendar, firstDay, known)) ?? week;
}

/** The undo of it. Throws Problem not-found, not-allowed. */
export async function untellWeek(
  tx: Tx,
  actor: Actor,
  { week, promiseIds, first }: ToldAtOnce,
): Promise<void> {
  for (const id of promiseIds) await tellPromise(tx, actor, id, null);
  if (first) await takeBackCheckIn(tx, actor, week);
}

function weekIn({ week }: WeekNow): Day {
  return week;
}
