import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import { invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { holdPeople } from "#people/hold-actions.ts";
import { getHeldPerson, getPerson, samePersonIds } from "#people/person-actions.ts";
import { creditFor } from "#team/credit-actions.ts";
import { mayChangeFor } from "#team/member.ts";
import {
  findReference,
  insertReference,
  listReferences,
  takeBackReferenceRow,
  type ReferenceRow,
} from "./reference-store.ts";

const LONGEST = { forWhom: 200, note: 2000 } as const;

/**
 * A client vouched for us in a sale. It is no introduction and in no scorecard, but the source rests after it as after an ask.
 * It happened, so no rule refuses it. Throws Problem not-found, not-allowed, invalid.
 */
export async function noteReference(
  tx: Tx,
  actor: Actor,
  sourceId: string,
  said: { forWhom: string; note?: string | null; day?: Day; memberId?: string },
): Promise<ReferenceRow> {
  const source = await getHeldPerson(tx, sourceId);
  const day = factDay(said.day, actor.today);
  const memberId = said.memberId ?? actor.member.id;
  await creditFor(tx, actor, memberId, day);
  const forWhom = cleanText(said.forWhom, LONGEST.forWhom, "forWhom");
  if (forWhom === null) throw invalid("say for whom they vouched: the deal or the company", "forWhom");
  const note = cleanText(said.note, LONGEST.note, "note");
  const id = newId(actor.now);
  await insertReference(tx, actor, { id, sourceId: source.id, memberId, day, forWhom, note });
  await writeJournal(tx, actor, [
    {
      verb: "reference.given",
      subject: { kind: "reference", id },
      day,
      concerns: [source.id, source.accountId, memberId],
      detail: { sourceId: source.id, memberId, forWhom },
    },
  ]);
  return needReference(tx, id);
}

/** Throws Problem not-found, not-allowed. */
export async function takeBackReference(tx: Tx, actor: Actor, id: string): Promise<void> {
  await holdPeople(tx, [(await needReference(tx, id)).sourceId]);
  const given = await needReference(tx, id);
  if (!mayChangeFor(actor, { memberId: given.memberId, teamId: given.memberTeamId }))
    throw notAllowed("this reference is a colleague's: they, their manager or a leader can take it back");
  await takeBackReferenceRow(tx, actor, id);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "reference.taken-back");
}

/** Of one source, the latest first. Throws Problem not-found. */
export async function referencesOf(tx: Tx, sourceId: string): Promise<ReferenceRow[]> {
  const { id } = await getPerson(tx, sourceId);
  return listReferences(tx, await samePersonIds(tx, id));
}

async function needReference(tx: Tx, id: string): Promise<ReferenceRow> {
  const given = await findReference(tx, id);
  if (!given) throw notFound("reference");
  return given;
}
