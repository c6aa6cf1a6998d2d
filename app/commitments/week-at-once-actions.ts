import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Told } from "./promise.ts";
import { toldOf, type ToldAtOnce, type WeekTold } from "./told-at-once.ts";
import { checkIn, myWeek, takeBackCheckIn, tellPromise } from "./week-actions.ts";

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

/** Which week one tells of without naming it: the one before, while it was not told of; else this one. */
export async function weekToTell(tx: Tx, actor: Actor): Promise<Day> {
  const before = await myWeek(tx, actor, addDays(actor.today, -7));
  return before.plan !== null && before.plan.checkIn === null ? before.week : addDays(before.week, 7);
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
