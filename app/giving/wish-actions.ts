import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { getHeldPerson, getPerson } from "#people/person-actions.ts";
import { insertWish, whoWantsToBeAsked } from "./wish-store.ts";

export interface IntroductionWish {
  personId: string;
  /** They want to be asked before they are introduced to anybody. */
  askFirst: boolean;
}

/** Throws Problem not-found. */
export async function introductionWishOf(tx: Tx, anyId: string): Promise<IntroductionWish> {
  const { id } = await getPerson(tx, anyId);
  return { personId: id, askFirst: (await whoWantsToBeAsked(tx, [id])).has(id) };
}

/** Everybody may note it; the last word stands. Throws Problem not-found. */
export async function sayAskFirst(
  tx: Tx,
  actor: Actor,
  anyId: string,
  askFirst: boolean,
): Promise<IntroductionWish> {
  const person = await getHeldPerson(tx, anyId);
  const now = await introductionWishOf(tx, person.id);
  if (now.askFirst === askFirst) return now;
  const id = newId(actor.now);
  const day = actor.today;
  await insertWish(tx, { id, personId: person.id, askFirst, day, byId: actor.member.id, at: actor.now });
  await writeJournal(tx, actor, [
    {
      verb: "introduction-wish.said",
      subject: { kind: "introduction-wish", id },
      day,
      concerns: [person.id],
      detail: { personId: person.id, askFirst },
    },
  ]);
  return { personId: person.id, askFirst };
}
