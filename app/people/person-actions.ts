import { findOrAddAccount, getAccount, refuseUnknownHolder } from "#accounts/account-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { insertOrigins, listOrigins, type OriginFacts, type OriginRow } from "./origin-store.ts";
import { cleanPerson, withChanges, type PersonFacts } from "./person.ts";
import {
  findDefaultCountry,
  findPerson,
  idsOfSamePerson,
  insertPeople,
  lockPerson,
  namesByPersonId,
  updatePerson,
  type HeldPerson,
  type PersonName,
  type PersonRow,
} from "./person-store.ts";
import { deletePosition, insertPosition, listPositions, updatePosition } from "./position-store.ts";

/** What is said of somebody new: at least a name. `accountName` finds the account of that name, or adds it as a prospect. */
export type NewPerson = Partial<PersonFacts> & { accountName?: string | null };

/**
 * Every member sees and keeps up the workspace's people. `id` is a new UUIDv7 where whoever writes has made one. Throws Problem
 * invalid naming the field that cannot be, and conflict when the id is taken.
 */
export async function addPerson(
  tx: Tx,
  actor: Actor,
  { id = newId(actor.now), ...said }: NewPerson & { id?: string | undefined },
  origin: OriginFacts,
): Promise<PersonRow> {
  if ((await findPerson(tx, id)) !== null) throw conflict("somebody is here under this id already");
  const country = await findDefaultCountry(tx);
  const facts = cleanPerson(said, country);
  if (facts.holderId) await refuseUnknownHolder(tx, facts.holderId);
  const account = await accountOf(tx, actor, said);
  const row = {
    id,
    positionId: newId(actor.now),
    facts: { ...facts, accountId: account?.id ?? null },
    accountName: account?.name ?? null,
  };
  await insertPeople(tx, [row], { at: actor.now, by: actor.member.id, country });
  await insertOrigins(tx, [{ id: newId(actor.now), personId: id, ...origin }], {
    at: actor.now,
    by: actor.member.id,
  });
  await writeJournal(tx, actor, [
    {
      verb: "person.added",
      subject: { kind: "person", id },
      day: actor.today,
      concerns: [account?.id],
      detail: { from: origin.cameFrom },
    },
  ]);
  return getPerson(tx, id);
}

/** What is not said stays. Another account is a change of employer as of today. Follows merges. Throws Problem not-found, invalid. */
export async function changePerson(tx: Tx, actor: Actor, id: string, said: NewPerson): Promise<PersonRow> {
  const before = await getHeldPerson(tx, id);
  const country = await findDefaultCountry(tx);
  const facts = withChanges(before, said, country);
  if (facts.holderId && facts.holderId !== before.holderId) await refuseUnknownHolder(tx, facts.holderId);
  const says = said.accountId !== undefined || said.accountName !== undefined;
  const account = says
    ? await accountOf(tx, actor, said)
    : before.accountId
      ? { id: before.accountId, name: before.accountName }
      : null;
  const after = { ...facts, accountId: account?.id ?? null };
  const changed = changedFields(before, after);
  if (changed.length === 0) return before;
  await updatePerson(
    tx,
    { id: before.id, facts: after, accountName: account?.name ?? null },
    changed.includes("accountId"),
    country,
  );
  await followAccount(tx, actor, before.id, { before, after });
  await writeJournal(tx, actor, [
    {
      verb: "person.changed",
      subject: { kind: "person", id: before.id },
      day: actor.today,
      concerns: changed.includes("accountId") ? [before.accountId, after.accountId] : [],
      detail: { fields: changed },
    },
  ]);
  return getPerson(tx, before.id);
}

/** A merged person's id answers the one they were merged into. Throws Problem not-found. */
export async function getPerson(tx: Tx, id: string): Promise<PersonRow> {
  const person = await findPerson(tx, id);
  if (!person) throw notFound("person");
  return person;
}

/**
 * Locks the person until the commit: whoever writes a fact about them does so first. Throws Problem not-found, and conflict for
 * one who was merged into another.
 */
export async function holdPerson(tx: Tx, id: string): Promise<HeldPerson> {
  const person = await lockPerson(tx, id);
  if (!person) throw notFound("person");
  const { mergedInto, ...held } = person;
  if (mergedInto) {
    const kept = await getPerson(tx, mergedInto);
    throw conflict(`${held.fullName} was merged into ${kept.fullName}; choose ${kept.fullName} instead`);
  }
  return held;
}

/** The person as they stand, locked until the commit, so that no change made meanwhile is overwritten. Follows merges. */
export async function getHeldPerson(tx: Tx, anyId: string): Promise<PersonRow> {
  const { id } = await getPerson(tx, anyId);
  await holdPerson(tx, id);
  return getPerson(tx, id);
}

/** By the ids asked for, whether kept, merged or removed; unknown ids are missing. `id` in the answer is the kept person's. */
export async function namesOfPeople(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<Map<string, PersonName>> {
  const rows = await namesByPersonId(tx, [...new Set(ids.filter((id) => id !== null))]);
  return new Map(rows.map(({ askedId, ...name }) => [askedId, name]));
}

/**
 * The kept person's id and those of everybody merged into them; facts about the person stand under any of these. Empty for an
 * unknown id.
 */
export async function samePersonIds(tx: Tx, id: string): Promise<string[]> {
  return idsOfSamePerson(tx, id);
}

/** Where what we know of somebody came from, merged records included, the first first. Throws Problem not-found. */
export async function originsOf(tx: Tx, anyId: string): Promise<OriginRow[]> {
  const { id } = await getPerson(tx, anyId);
  return listOrigins(tx, await samePersonIds(tx, id));
}

/** The account that is meant by id or by name, or none. Throws Problem not-found, invalid. */
export async function accountOf(
  tx: Tx,
  actor: Actor,
  said: { accountId?: string | null; accountName?: string | null },
): Promise<{ id: string; name: string } | null> {
  if (said.accountId) return getAccount(tx, said.accountId);
  return said.accountName?.trim() ? findOrAddAccount(tx, actor, said.accountName) : null;
}

/**
 * Keeps the history in step with a change made on the person: another title is a correction of the current position, another
 * account the end of it and the beginning of the next, today.
 */
async function followAccount(
  tx: Tx,
  actor: Actor,
  personId: string,
  { before, after }: { before: PersonFacts; after: PersonFacts },
): Promise<void> {
  const current = (await listPositions(tx, [personId])).find((each) => each.untilDay === null);
  if (current && after.accountId === before.accountId) {
    if (current.title !== after.title) await updatePosition(tx, current.id, { title: after.title });
    return;
  }
  if (current) {
    const tookADay = current.fromDay === null || current.fromDay < actor.today;
    if (tookADay) await updatePosition(tx, current.id, { untilDay: actor.today });
    else await deletePosition(tx, current.id);
  }
  if (!after.accountId) return;
  const fromDay = before.accountId === null ? null : actor.today;
  const { accountId, title } = after;
  await insertPosition(tx, { id: newId(actor.now), personId, accountId, title, fromDay, untilDay: null });
}

function changedFields(before: PersonFacts, after: PersonFacts): string[] {
  return (Object.keys(after) as (keyof PersonFacts)[]).filter((field) => !same(before[field], after[field]));
}

function same(one: PersonFacts[keyof PersonFacts], other: PersonFacts[keyof PersonFacts]): boolean {
  return Array.isArray(one) || Array.isArray(other) ? String(one) === String(other) : one === other;
}
