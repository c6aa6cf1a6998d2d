import { getAccount, sameAccountIds } from "#accounts/account-actions.ts";
import { holdAccount } from "#accounts/account-merge-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import { notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { checkValue, cleanMeasure, type MeasureSaid } from "./account-review.ts";
import {
  insertMeasure,
  insertValue,
  measureOfValue,
  measuresOf,
  takeBackMeasureRow,
  takeBackValueRow,
  updateMeasure,
  type MeasureRow,
} from "./account-review-measure-store.ts";

/** By what an account measures us, in the order in which it was named; what ended too. Throws Problem not-found. */
export async function measuresAt(tx: Tx, anyId: string): Promise<MeasureRow[]> {
  const { id } = await getAccount(tx, anyId);
  return measuresOf(tx, { accountIds: await sameAccountIds(tx, id) }, null);
}

/** Everybody may. Throws Problem not-found, invalid. */
export async function nameMeasure(
  tx: Tx,
  actor: Actor,
  anyId: string,
  said: MeasureSaid,
): Promise<MeasureRow> {
  const clean = cleanMeasure(said);
  const { id: accountId } = await holdAccount(tx, (await getAccount(tx, anyId)).id);
  const id = newId(actor.now);
  await insertMeasure(tx, { ...clean, id, accountId, day: actor.today }, actor);
  await tell(tx, actor, { verb: "measure.named", id, accountId, detail: { name: clean.name } });
  return getMeasure(tx, id);
}

/** What is not named stays. `ended`: they look at it no longer, or again. Throws Problem not-found, invalid. */
export async function changeMeasure(
  tx: Tx,
  actor: Actor,
  id: string,
  said: { [K in keyof MeasureSaid]?: MeasureSaid[K] | undefined } & { ended?: boolean | undefined },
): Promise<MeasureRow> {
  const before = await getMeasure(tx, id);
  const { name, unit, target, better, endedOn } = before;
  const clean = cleanMeasure({
    name: said.name ?? name,
    unit: said.unit === undefined ? unit : said.unit,
    target: said.target === undefined ? target : said.target,
    better: said.better ?? better,
  });
  const ended = said.ended === undefined ? endedOn : said.ended ? (endedOn ?? actor.today) : null;
  await updateMeasure(tx, id, { ...clean, ended_on: ended });
  const detail = { before: { name, unit, target, better, endedOn }, after: { ...clean, endedOn: ended } };
  await tell(tx, actor, { verb: "measure.changed", id, accountId: null, detail });
  return getMeasure(tx, id);
}

/** With all its values. Throws Problem not-found. */
export async function takeBackMeasure(tx: Tx, actor: Actor, id: string): Promise<void> {
  await getMeasure(tx, id);
  await takeBackMeasureRow(tx, id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "measure.taken-back");
}

/** How it stood on a day. Throws Problem not-found, invalid. */
export async function readMeasure(
  tx: Tx,
  actor: Actor,
  measureId: string,
  said: { value: number; day?: Day | undefined },
): Promise<MeasureRow> {
  checkValue(said.value, "value");
  const day = factDay(said.day, actor.today);
  const { name, accountId } = await getMeasure(tx, measureId);
  const id = newId(actor.now);
  await insertValue(tx, { id, measureId, value: said.value, day }, actor);
  await writeJournal(tx, actor, [
    {
      verb: "measure.read",
      subject: { kind: "measure-value", id },
      day,
      concerns: [accountId],
      detail: { accountId, measureId, name, value: said.value },
    },
  ]);
  return getMeasure(tx, measureId);
}

/** Throws Problem not-found. */
export async function takeBackValue(tx: Tx, actor: Actor, id: string): Promise<void> {
  if ((await measureOfValue(tx, id)) === null) throw notFound("value");
  await takeBackValueRow(tx, id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "measure.value-taken-back");
}

async function getMeasure(tx: Tx, id: string): Promise<MeasureRow> {
  const [measure] = await measuresOf(tx, { id }, null);
  if (!measure) throw notFound("measure");
  return measure;
}

async function tell(
  tx: Tx,
  actor: Actor,
  {
    verb,
    id,
    accountId,
    detail,
  }: { verb: string; id: string; accountId: string | null; detail: Record<string, unknown> },
): Promise<void> {
  const subject = { kind: "account-measure", id };
  await writeJournal(tx, actor, [{ verb, subject, day: actor.today, concerns: [accountId], detail }]);
}
