import type { Actor } from "#lib/kernel/actor.ts";
import { notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { mayLead } from "#team/member.ts";
import { cleanMark, MEASURE_RULES, type BarrierMeasure, type Mark } from "./barrier.ts";
import { insertThreshold, takeBack, thresholdsSaid, type ThresholdRow } from "./priority-store.ts";

/** From which mark on a measure says that a barrier stands, and who set it; null: it is the house's. */
export interface MarkNow extends Mark {
  set: ThresholdRow | null;
}

/** Of every measure. */
export async function marksNow(tx: Tx): Promise<(measure: BarrierMeasure) => MarkNow> {
  const said = await thresholdsSaid(tx);
  return (measure) => markFrom(measure, said.find((row) => row.measure === measure) ?? null);
}

/** Of one measure, with all that was ever set and stands, the last first. */
export async function marksOf(
  tx: Tx,
  measure: BarrierMeasure,
): Promise<{ now: MarkNow; history: ThresholdRow[] }> {
  const history = await thresholdsSaid(tx, measure);
  return { now: markFrom(measure, history[0] ?? null), history };
}

/** The same said again changes nothing. Throws Problem not-allowed, and invalid naming the field. */
export async function setMark(
  tx: Tx,
  actor: Actor,
  measure: BarrierMeasure,
  said: { mark: number; why: string },
): Promise<MarkNow> {
  if (!mayLead(actor)) throw notAllowed("a leader sets from which mark on a barrier stands");
  const clean = cleanMark(measure, said);
  const { now: before } = await marksOf(tx, measure);
  if (before.set !== null && before.mark === clean.mark && before.why === clean.why) return before;
  const id = await insertThreshold(tx, { measure, ...clean }, actor);
  await writeJournal(tx, actor, [
    {
      verb: "barrier.mark-set",
      subject: { kind: "barrier-mark", id },
      day: actor.today,
      detail: { measure, before: before.mark, mark: clean.mark },
    },
  ]);
  return (await marksOf(tx, measure)).now;
}

/** The mark that held before holds again. Throws Problem not-allowed, not-found. */
export async function takeBackMark(tx: Tx, actor: Actor, id: string): Promise<void> {
  if (!mayLead(actor)) throw notAllowed("a leader sets from which mark on a barrier stands");
  if (!(await takeBack.threshold(tx, id, actor))) throw notFound("mark");
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "barrier.mark-taken-back");
}

function markFrom(measure: BarrierMeasure, set: ThresholdRow | null): MarkNow {
  const { mark, why, source } = MEASURE_RULES[measure];
  return set === null
    ? { mark, why, source, set }
    : { mark: set.mark, why: set.why, source: set.byName, set };
}
