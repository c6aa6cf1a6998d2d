import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries } from "#lib/storage/journal.ts";
import type { AcquaintanceKind } from "./acquaintance.ts";
import {
  insertAcquaintance,
  listAcquaintances,
  takeBackAcquaintanceRow,
  type AcquaintanceRow,
} from "./acquaintance-store.ts";
import { getHeldPerson, getPerson, samePersonIds } from "./person-actions.ts";
import { tell } from "./said-actions.ts";

/** The actor knows somebody as that. Said again changes nothing. Throws Problem not-found. */
export async function sayAcquainted(
  tx: Tx,
  actor: Actor,
  anyId: string,
  kind: AcquaintanceKind,
): Promise<{ said: AcquaintanceRow; isNew: boolean }> {
  const person = await getHeldPerson(tx, anyId);
  const known = await listAcquaintances(tx, await samePersonIds(tx, person.id));
  const before = known.find((each) => each.memberId === actor.member.id && each.kind === kind);
  if (before) return { said: before, isNew: false };
  const said = { personId: person.id, memberId: actor.member.id, kind, day: actor.today };
  const id = newId(actor.now);
  await insertAcquaintance(tx, { id, ...said, at: actor.now });
  await tell(tx, actor, person, {
    verb: "acquaintance.said",
    kind: "acquaintance",
    id,
    day: actor.today,
    detail: { kind },
  });
  return { said: { id, ...said, memberName: actor.member.name }, isNew: true };
}

/** Who knows them, and as what. Throws Problem not-found. */
export async function acquaintancesOf(tx: Tx, anyId: string): Promise<AcquaintanceRow[]> {
  const { id } = await getPerson(tx, anyId);
  return listAcquaintances(tx, await samePersonIds(tx, id));
}

/** Only whoever said that they know somebody takes it back. Throws Problem not-found. */
export async function takeBackAcquaintance(tx: Tx, actor: Actor, id: string): Promise<void> {
  if (!(await takeBackAcquaintanceRow(tx, id, { at: actor.now, by: actor.member.id })))
    throw notFound("acquaintance of yours");
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "acquaintance.taken-back");
}
