import { getAccount, sameAccountIds } from "#accounts/account-actions.ts";
import { holdAccount } from "#accounts/account-merge-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { getHeldPerson, getPerson, samePersonIds } from "#people/person-actions.ts";
import { addressSaid, insertAddress, takeBackAddressRow } from "./postal-address-store.ts";

/** The lines below the name: their own, or else those of where they work; null where neither is known. */
export interface PostalAddress {
  lines: string | null;
  of: "person" | "account" | null;
}

const LONGEST = 400;

/** Throws Problem not-found. */
export async function postalAddressOf(tx: Tx, anyPersonId: string): Promise<PostalAddress> {
  const { id, accountId } = await getPerson(tx, anyPersonId);
  const own = await addressSaid(tx, { personIds: await samePersonIds(tx, id) });
  if (own !== null && own.lines !== null) return { lines: own.lines, of: "person" };
  if (accountId === null) return { lines: null, of: null };
  const at = await addressAt(tx, accountId);
  return { lines: at, of: at === null ? null : "account" };
}

/** Of an account. Throws Problem not-found. */
export async function postalAddressAt(tx: Tx, anyId: string): Promise<PostalAddress> {
  const lines = await addressAt(tx, (await getAccount(tx, anyId)).id);
  return { lines, of: lines === null ? null : "account" };
}

/** Of a person or an account; null: none is known any more. Everybody may say so. Throws Problem not-found, invalid, conflict. */
export async function sayPostalAddress(
  tx: Tx,
  actor: Actor,
  of: { kind: "person" | "account"; id: string },
  said: string | null,
): Promise<void> {
  const lines = cleanText(said, LONGEST, "lines");
  const held = await hold(tx, of);
  const before = await addressSaid(tx, held.all);
  if ((before?.lines ?? null) === lines) return;
  const id = newId(actor.now);
  const personId = of.kind === "person" ? held.id : null;
  const accountId = of.kind === "account" ? held.id : null;
  await insertAddress(tx, { id, personId, accountId, lines }, actor);
  await writeJournal(tx, actor, [
    { verb: "postal-address.said", subject: { kind: "postal-address", id }, day: actor.today },
  ]);
}

/** What was said before holds again. Throws Problem not-found, conflict. */
export async function takeBackPostalAddress(
  tx: Tx,
  actor: Actor,
  of: { kind: "person" | "account"; id: string },
): Promise<void> {
  const held = await hold(tx, of);
  const standing = await addressSaid(tx, held.all);
  if (standing === null) throw conflict("no address was said");
  await takeBackAddressRow(tx, standing.id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [standing.id] }, "postal-address.taken-back");
}

async function addressAt(tx: Tx, accountId: string): Promise<string | null> {
  const said = await addressSaid(tx, { accountIds: await sameAccountIds(tx, accountId) });
  return said?.lines ?? null;
}

async function hold(tx: Tx, { kind, id: anyId }: { kind: "person" | "account"; id: string }) {
  if (kind === "person") {
    const { id } = await getHeldPerson(tx, anyId);
    return { id, all: { personIds: await samePersonIds(tx, id) } };
  }
  const { id } = await holdAccount(tx, (await getAccount(tx, anyId)).id);
  return { id, all: { accountIds: await sameAccountIds(tx, id) } };
}
