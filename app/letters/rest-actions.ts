import type { Actor } from "#lib/kernel/actor.ts";
import { conflict, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { addressKey } from "#people/address-key-server.ts";
import { getPerson } from "#people/person-actions.ts";
import type { RestingRow } from "./letter-tables.ts";
import { findResting, liftRestingRow, restingAt } from "./rest-store.ts";

/** A person's addresses to which nothing goes. Throws Problem not-found. */
export async function restingOf(tx: Tx, anyId: string): Promise<(RestingRow & { address: string })[]> {
  const { emails } = await getPerson(tx, anyId);
  const byKey = new Map(emails.map((address) => [addressKey(tx.workspaceId, address), address]));
  const resting = await restingAt(tx, [...byKey.keys()]);
  return resting.map((each) => ({ ...each, address: byKey.get(each.key) as string }));
}

/** Somebody knows that the address works. Everybody may say so. Throws Problem not-found, conflict. */
export async function liftResting(tx: Tx, actor: Actor, id: string): Promise<void> {
  const resting = await found(tx, id);
  if (resting.liftedAt !== null) throw conflict("it does not rest any more");
  await liftRestingRow(tx, id, { at: actor.now, by: actor.member.id });
  await writeJournal(tx, actor, [
    {
      verb: "address.works-again",
      subject: { kind: "letter", id },
      day: actor.today,
      detail: { why: resting.why },
    },
  ]);
}

/** Throws Problem not-found, conflict. */
export async function restAgain(tx: Tx, actor: Actor, id: string): Promise<void> {
  const resting = await found(tx, id);
  if (resting.liftedAt === null) throw conflict("it rests");
  const now = await restingAt(tx, [resting.key]);
  if (now.length > 0) throw conflict("it rests again already");
  await liftRestingRow(tx, id, null);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "address.rests-again");
}

async function found(tx: Tx, id: string): Promise<RestingRow> {
  const resting = await findResting(tx, id);
  if (!resting) throw notFound("address");
  return resting;
}
