import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { writtenToday } from "#people/said-actions.ts";
import { cleanReason, mayReword, type ReasonFacts } from "./business-reason.ts";
import {
  endReason,
  findReason,
  holdReason,
  insertReason,
  updateReason,
  type ReasonRow,
} from "./reason-store.ts";

/** Why somebody should take the meeting, for all to use. Everybody may write one. Throws Problem invalid. */
export async function writeReason(tx: Tx, actor: Actor, said: Partial<ReasonFacts>): Promise<ReasonRow> {
  const facts = cleanReason(said);
  const id = newId(actor.now);
  await insertReason(tx, { ...facts, id, day: actor.today, byId: actor.member.id, at: actor.now });
  await tell(tx, actor, { id, ...facts }, "reason.written");
  return getReason(tx, id);
}

/** Retired ones too. Throws Problem not-found. */
export async function getReason(tx: Tx, id: string): Promise<ReasonRow> {
  const reason = await findReason(tx, id);
  if (!reason) throw notFound("reason");
  return reason;
}

/** What is not said stays. Throws Problem not-found, not-allowed, invalid. */
export async function changeReason(
  tx: Tx,
  actor: Actor,
  id: string,
  said: Partial<ReasonFacts>,
): Promise<ReasonRow> {
  const before = await heldOwn(tx, actor, id);
  const after = cleanReason({ ...before, ...said });
  const fields = (Object.keys(after) as (keyof ReasonFacts)[]).filter(
    (field) => before[field] !== after[field],
  );
  if (fields.length === 0) return before;
  await updateReason(tx, id, after);
  await tell(tx, actor, { id, ...after }, "reason.changed", { fields });
  return getReason(tx, id);
}

/** It is proposed no more; what used it keeps it. Throws Problem not-found, not-allowed, conflict. */
export async function retireReason(tx: Tx, actor: Actor, id: string): Promise<ReasonRow> {
  const reason = await heldOwn(tx, actor, id);
  if (reason.retiredOn !== null) throw conflict("this reason is retired already");
  await endReason(tx, id, { retiredOn: actor.today, by: actor.member.id });
  await tell(tx, actor, reason, "reason.retired");
  return getReason(tx, id);
}

/** Throws Problem not-found, not-allowed, conflict. */
export async function bringBackReason(tx: Tx, actor: Actor, id: string): Promise<ReasonRow> {
  const reason = await heldOwn(tx, actor, id);
  if (reason.retiredOn === null) throw conflict("this reason is not retired: it stands");
  await endReason(tx, id, null);
  await writeCounterEntries(
    tx,
    actor,
    { subjectIds: [id], verbs: ["reason.retired"] },
    "reason.brought-back",
  );
  return getReason(tx, id);
}

/** Only on the day it was written, when it was a slip. Throws Problem not-found, not-allowed, conflict. */
export async function takeBackReason(tx: Tx, actor: Actor, id: string): Promise<void> {
  const reason = await heldOwn(tx, actor, id);
  if (!writtenToday(actor, reason)) throw conflict("this reason may have been used: retire it instead");
  await endReason(tx, id, { takenBackAt: actor.now, by: actor.member.id });
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "reason.taken-back");
}

async function heldOwn(tx: Tx, actor: Actor, id: string): Promise<ReasonRow> {
  const reason = await holdReason(tx, id);
  if (!reason) throw notFound("reason");
  if (!mayReword(actor, reason)) {
    const { name } = reason.by;
    throw notAllowed(`${name} wrote this reason: ${name}, their manager or a leader can change it`);
  }
  return reason;
}

async function tell(
  tx: Tx,
  actor: Actor,
  reason: ReasonFacts & { id: string },
  verb: string,
  more: Record<string, unknown> = {},
): Promise<void> {
  await writeJournal(tx, actor, [
    {
      verb,
      subject: { kind: "reason", id: reason.id },
      day: actor.today,
      concerns: [actor.member.id],
      detail: { sentence: reason.sentence, ...more },
    },
  ]);
}
