import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries } from "#lib/storage/journal.ts";
import { endDoNotWrite, findDoNotWrite, insertDoNotWrite, listDoNotWrites } from "./consent-store.ts";
import type { StopReach } from "./consent.ts";
import { samePersonIds } from "./person-actions.ts";
import { findPerson, type PersonRow } from "./person-store.ts";
import { standsOn } from "./protection.ts";
import { tell, writtenToday } from "./said-actions.ts";

/** Whose word it is: of somebody whose record may be gone, and the address at which they said it. */
export interface AtAddress {
  personId: string | null;
  /** See addressKey. */
  key: string;
}

/** Whether the owner of the address wants no letters to many, or none at all, as it stands; null: nothing of the kind was said. */
export async function lettersStopAt(tx: Tx, actor: Actor, at: AtAddress): Promise<StopReach | null> {
  return (await standingAt(tx, actor, at))[0]?.reach ?? null;
}

/**
 * The owner of the address wants no letters to many: they said so themselves, at a link that went there, and it is written down in
 * the actor's name. It holds for their record, for the address, and for whoever has it later. Said again it changes nothing.
 */
export async function stopLettersAt(tx: Tx, actor: Actor, at: AtAddress, words: string): Promise<void> {
  if ((await standingAt(tx, actor, at)).length > 0) return;
  const person = await personAt(tx, at);
  const id = newId(actor.now);
  const reach = "newsletter";
  await insertDoNotWrite(tx, {
    id,
    personId: person?.id ?? null,
    reach,
    words,
    day: actor.today,
    keys: [at.key],
    byId: actor.member.id,
    at: actor.now,
  });
  await tell(tx, actor, person ?? { id: null, accountId: null }, {
    verb: "do-not-write.said",
    kind: "do-not-write",
    id,
    day: actor.today,
    detail: { reach, themselves: true },
  });
}

/** They want letters again, and said so themselves at their address: their no to letters ends; one to all contact does not. */
export async function wantLettersAt(tx: Tx, actor: Actor, at: AtAddress): Promise<void> {
  const person = await personAt(tx, at);
  for (const { id, reach } of await standingAt(tx, actor, at)) {
    if (reach === "everything") continue;
    const stop = await findDoNotWrite(tx, id);
    if (stop !== null && writtenToday(actor, stop)) {
      await endDoNotWrite(tx, id, { takenBackAt: actor.now, by: actor.member.id });
      await writeCounterEntries(tx, actor, { subjectIds: [id] }, "do-not-write.taken-back");
      continue;
    }
    await endDoNotWrite(tx, id, { liftedOn: actor.today, by: actor.member.id });
    await tell(tx, actor, person ?? { id: null, accountId: null }, {
      verb: "do-not-write.lifted",
      kind: "do-not-write",
      id,
      day: actor.today,
      detail: { reach, themselves: true },
    });
  }
}

async function standingAt(tx: Tx, actor: Actor, { personId, key }: AtAddress) {
  const personIds = personId === null ? [] : await samePersonIds(tx, personId);
  const all = await listDoNotWrites(tx, { personIds, keys: [key] });
  return all.filter((each) => standsOn(each, actor.today));
}

async function personAt(tx: Tx, { personId }: AtAddress): Promise<PersonRow | null> {
  return personId === null ? null : findPerson(tx, personId);
}
