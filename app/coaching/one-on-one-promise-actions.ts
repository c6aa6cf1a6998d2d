import { keyOf, type Promised } from "#commitments/promise.ts";
import { myWeek, planWeek, takeBackWeek } from "#commitments/week-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { conflict, notAllowed, notFound } from "#lib/kernel/problem.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { holdCoaching, updateOneOnOne, type OneOnOneRow } from "./one-on-one-store.ts";
import { mustFind, seenHeld } from "./one-on-one-actions.ts";

/**
 * The member takes what they committed to into their week, and whom they will ask when they want that. Answers whether it stood there
 * already: then it is tied to that line. Throws Problem not-found, not-allowed, invalid, conflict.
 */
export async function promiseInWeek(
  tx: Tx,
  actor: Actor,
  id: string,
  { week: wanted, people }: { week: Day; people: readonly string[] },
): Promise<{ stood: boolean }> {
  const { row } = await ownHeld(tx, actor, id);
  if (row.promiseIds.length > 0) throw conflict("this stands in a week of yours already");
  const own: Promised[] = row.commitment === null ? [] : [{ kind: "own", words: row.commitment }];
  const lines = [...own, ...people.map((personId): Promised => ({ kind: "ask", personId }))];
  const week = weekOf(wanted, actor.workspace.calendar.firstDay);
  const before = await myWeek(tx, actor, week);
  const known = new Set(before.promises.map(({ promised }) => keyOf(promised)));
  const fresh = lines.filter((line) => !known.has(keyOf(line)));
  const after =
    fresh.length === 0
      ? before
      : await planWeek(tx, actor, {
          day: week,
          topics: before.plan?.topics ?? row.topics,
          promises: [...before.promises.map(({ promised }) => promised), ...fresh],
        });
  const keys = new Set([...own, ...fresh].map(keyOf));
  const ids = after.promises.flatMap((line) => (keys.has(keyOf(line.promised)) ? [line.id] : []));
  if (ids.length === 0) throw conflict("all of this stands in that week already");
  await updateOneOnOne(tx, id, { promised: { ids, week } }, actor);
  return { stood: own.some((line) => known.has(keyOf(line))) };
}

/**
 * It is no promise of that week any more, as long as its lines can be dropped. `ownStays`: the line of what they committed to stood
 * there before, and stays. Throws as promiseInWeek.
 */
export async function unpromiseInWeek(
  tx: Tx,
  actor: Actor,
  id: string,
  { ownStays = false }: { ownStays?: boolean } = {},
): Promise<void> {
  const { row } = await ownHeld(tx, actor, id);
  if (row.promisedMidWeek === null) throw notFound("promise");
  const week = await myWeek(tx, actor, row.promisedMidWeek);
  const left = week.promises.filter(
    (line) => !row.promiseIds.includes(line.id) || (ownStays && line.promised.kind === "own"),
  );
  if (left.length === 0 && week.plan !== null) await takeBackWeek(tx, actor, week.week);
  else if (left.length < week.promises.length)
    await planWeek(tx, actor, {
      day: week.week,
      topics: week.plan?.topics ?? null,
      promises: left.map(({ promised }) => promised),
    });
  await updateOneOnOne(tx, id, { promised: null }, actor);
}

/** What became of a commitment that is no promise of a week; null: nothing was said. Throws Problem not-found, conflict. */
export async function tellCommitment(
  tx: Tx,
  actor: Actor,
  id: string,
  told: "kept" | "missed" | null,
): Promise<void> {
  const { row } = await seenHeld(tx, actor, id);
  if (row.commitment === null) throw notFound("commitment");
  if (row.promisedMidWeek !== null && told !== null)
    throw conflict("this is a promise of their week: it is told there");
  if (row.told === told) return;
  await updateOneOnOne(tx, id, { told }, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [id], verbs: ["one-on-one.told"] }, "one-on-one.untold");
  if (told !== null)
    await writeJournal(tx, actor, [
      {
        verb: "one-on-one.told",
        subject: { kind: "one-on-one", id },
        day: actor.today,
        detail: { memberId: row.memberId, how: told },
      },
    ]);
}

async function ownHeld(tx: Tx, actor: Actor, id: string): Promise<{ row: OneOnOneRow }> {
  const { row } = await seenHeld(tx, actor, id);
  if (row.memberId !== actor.member.id)
    throw notAllowed("a promise is made by whoever keeps it: only they take it into their week");
  await holdCoaching(tx, row.memberId);
  return { row: await mustFind(tx, id) };
}
