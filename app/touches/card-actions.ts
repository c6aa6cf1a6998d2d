import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import { getPerson, samePersonIds } from "#people/person-actions.ts";
import { addressOf, promptsOf } from "./card.ts";
import { cardFactsOf } from "./card-reader.ts";
import { contactsOf } from "./contact-reader.ts";
import { postalAddressOf, type PostalAddress } from "./postal-address-actions.ts";
import { touchKinds } from "./kind-actions.ts";

export interface Card {
  personId: string;
  fullName: string;
  address: string;
  /** Whose address it is; null: only the town is known. */
  addressOf: PostalAddress["of"];
  prompts: string[];
}

/** What to write to somebody about, and what stands on the envelope. Throws Problem not-found. */
export async function cardFor(tx: Tx, actor: Actor, anyId: string): Promise<Card> {
  const person = await getPerson(tx, anyId);
  const facts = await cardFactsOf(tx, await samePersonIds(tx, person.id), actor.today);
  const kinds = await touchKinds(tx);
  const last = (await contactsOf(tx, person.id, 20)).find(({ words }) => words !== null);
  const spoke = last && {
    ...last,
    kindName: kinds.find(({ id }) => id === last.kind)?.name ?? last.kind,
  };
  const postal = await postalAddressOf(tx, person.id);
  return {
    personId: person.id,
    fullName: person.fullName,
    address: addressOf(person, postal),
    addressOf: postal.of,
    prompts: promptsOf({ ...facts, last: spoke ?? null }, actor.today),
  };
}
