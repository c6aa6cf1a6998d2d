import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { daysOfWeeks, workdaysAmong } from "#lib/kernel/workdays.ts";
import type { Tx } from "#lib/storage/database.ts";
import { sumsOf } from "#lib/storage/sums.ts";
import { weeksOf } from "#commitments/week-reader-actions.ts";
import { loopsClosed, type Colleague } from "./board-reader.ts";
import { MEASURE_OF, type Board, type Done } from "./board.ts";
import { calendarsThere } from "./there-actions.ts";

/** How many days of a stretch, by its index. */
export type There = (memberId: string, stretch: number) => number;

/** For each stretch what each rep did, and on how many workdays they were there so far. */
export async function doneIn(
  tx: Tx,
  actor: Actor,
  board: Board,
  reps: readonly Pick<Colleague, "id">[],
  stretches: readonly { start: Day; end: Day }[],
  workdays: There,
): Promise<Done[][]> {
  const memberIds = reps.map(({ id }) => id);
  const counts = await countsOf(tx, actor, board, memberIds, stretches);
  return stretches.map((_, at) =>
    reps.map(({ id }) => ({
      memberId: id,
      workdays: workdays(id, at),
      ...(counts.get(`${id} ${at}`) ?? { count: 0, of: board === "promises-kept" ? 0 : null }),
    })),
  );
}

type Counts = Map<string, { count: number; of: number | null }>;

async function countsOf(
  tx: Tx,
  actor: Actor,
  board: Board,
  memberIds: readonly string[],
  stretches: readonly { start: Day; end: Day }[],
): Promise<Counts> {
  if (board === "promises-kept") return promisesKept(tx, actor, memberIds, stretches);
  const rows =
    board === "loops-closed"
      ? await loopsClosed(tx, memberIds, stretches)
      : (await sumsOf(tx, { scopeIds: memberIds, measures: [MEASURE_OF[board]], stretches })).map((sum) => ({
          memberId: sum.scopeId,
          stretch: sum.stretch,
          count: sum.count,
        }));
  const counts: Counts = new Map();
  for (const { memberId, stretch, count } of rows) {
    const key = `${memberId} ${stretch}`;
    counts.set(key, { count: count + (counts.get(key)?.count ?? 0), of: null });
  }
  return counts;
}

async function promisesKept(
  tx: Tx,
  actor: Actor,
  memberIds: readonly string[],
  stretches: readonly { start: Day; end: Day }[],
): Promise<Counts> {
  const counts: Counts = new Map();
  const from = stretches[0]?.start ?? actor.today;
  const to = [stretches.at(-1)?.end ?? actor.today, actor.today].toSorted()[0] ?? actor.today;
  for (const { memberId, week, tally } of await weeksOf(tx, actor, memberIds, { from, to })) {
    const at = stretches.findIndex(({ start, end }) => start <= week && week <= end);
    const key = `${memberId} ${at}`;
    const before = counts.get(key) ?? { count: 0, of: 0 };
    counts.set(key, {
      count: before.count + tally.kept,
      of: (before.of ?? 0) + tally.kept + tally.missed,
    });
  }
  return counts;
}

/** On how many days of a stretch each rep was there, up to today and since they came. */
export async function workdaysThere(
  tx: Tx,
  reps: readonly Colleague[],
  stretches: readonly { start: Day; end: Day }[],
  today: Day,
): Promise<There> {
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last) return () => 0;
  const calendars = await calendarsThere(
    tx,
    reps.map(({ id }) => id),
    { from: first.start, to: last.end < today ? last.end : today },
  );
  const since = new Map(reps.map((rep) => [rep.id, rep.since]));
  const days = stretches.map(({ start, end }) => daysOfWeeks(start, end < today ? end : today));
  return (memberId, at) => {
    const calendar = calendars.get(memberId);
    const joined = since.get(memberId);
    if (calendar === undefined || joined === undefined) return 0;
    const all = days[at] ?? [];
    const here = joined <= (all[0]?.day ?? joined) ? all : all.filter(({ day }) => day >= joined);
    return workdaysAmong(here, calendar);
  };
}
