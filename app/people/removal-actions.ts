import { sameAccountIds } from "#accounts/account-actions.ts";
import { holdAccount } from "#accounts/account-merge-actions.ts";
import { removeAccountRow } from "#accounts/account-removal-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { conflict, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { standingFacts, timelineOf, type StandingFact } from "#lib/storage/timeline.ts";
import { getPerson, holdPerson, samePersonIds } from "./person-actions.ts";
import {
  findPersonState,
  lockPeople,
  somebodyAt,
  updatePeopleRemoved,
  type PersonRow,
} from "./person-store.ts";

// What these two rooms write about themselves; all else are facts of higher rooms, which must be taken back there first.
// Whether somebody may be written to keeps nobody on the lists, it holds without; nor does a letter, or a report card that they
// answered, which nobody of us can take back.
const OWN_KINDS = [
  "person",
  "account",
  "position",
  "merge",
  "import",
  "acquaintance",
  "consent",
  "do-not-write",
  "letter",
  "report-card",
  "report-pause",
];

/** Takes somebody off the lists. Refused with the reason while facts about them stand. Throws Problem not-found, conflict. */
export async function removePerson(tx: Tx, actor: Actor, anyId: string): Promise<void> {
  const { id, fullName } = await getPerson(tx, anyId);
  await holdPerson(tx, id);
  refuseFor(actor, fullName, await standingFacts(tx, await samePersonIds(tx, id), OWN_KINDS));
  await updatePeopleRemoved(tx, [id], { at: actor.now, by: actor.member.id });
  await writeJournal(tx, actor, [
    { verb: "person.removed", subject: { kind: "person", id }, day: actor.today },
  ]);
}

/** Throws Problem not-found, conflict for somebody who is there. */
export async function restorePerson(tx: Tx, actor: Actor, id: string): Promise<PersonRow> {
  await lockPeople(tx, [id]);
  const state = await findPersonState(tx, id);
  if (!state || state.mergedInto) throw notFound("removed person");
  if (state.erasedAt) throw conflict("their data was erased: there is nobody to put back");
  if (!state.removedAt) throw conflict("this person was not removed");
  await updatePeopleRemoved(tx, [id], null);
  await writeCounterEntries(tx, actor, { subjectIds: [id], verbs: ["person.removed"] }, "person.restored");
  return getPerson(tx, id);
}

/** The same for an account, which must have no people left. */
export async function removeAccount(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { name } = await holdAccount(tx, id);
  const ids = await sameAccountIds(tx, id);
  const somebody = await somebodyAt(tx, ids);
  if (somebody)
    throw conflict(`${somebody.name} works at ${name}; give the people there another account first`);
  refuseFor(actor, name, await standingFacts(tx, ids, OWN_KINDS));
  await removeAccountRow(tx, actor, id);
}

/**
 * Takes many off the lists at once, as the undo of an import does: those about whom more stands than imports brought stay
 * (others merged into them, too), and are named with the fact that holds them.
 */
export async function removeUntouched(
  tx: Tx,
  author: Actor,
  ids: readonly string[],
): Promise<{ removed: string[]; held: StandingFact[] }> {
  // Whoever is writing a fact about one of them at this moment holds them: wait, and see the fact.
  await lockPeople(tx, ids);
  const held = await standingFacts(tx, ids, ["import"]);
  const stay = new Set(held.map((fact) => fact.id));
  const removed = ids.filter((id) => !stay.has(id));
  await updatePeopleRemoved(tx, removed, { at: author.now, by: author.member.id });
  return { removed, held };
}

/**
 * For the rooms above: somebody who was only written down along with a fact that has just been taken back goes off the
 * lists again. Whoever was changed, merged, or met with another fact since stays. Answers whether they went.
 */
export async function removeIfUntouched(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  await lockPeople(tx, [id]);
  const state = await findPersonState(tx, id);
  if (!state || state.mergedInto || state.removedAt) return false;
  const { items } = await timelineOf(tx, [id], undefined, 100);
  const standing = items.filter(({ undone, undoes }) => !undone && undoes === null);
  const touched = standing.some(
    ({ subjectKind, verb }) => OWN_KINDS.includes(subjectKind) && verb !== "person.added",
  );
  if (touched || (await standingFacts(tx, [id], OWN_KINDS)).length > 0) return false;
  await updatePeopleRemoved(tx, [id], { at: actor.now, by: actor.member.id });
  await writeJournal(tx, actor, [
    { verb: "person.removed", subject: { kind: "person", id }, day: actor.today },
  ]);
  return true;
}

function refuseFor(actor: Actor, name: string, facts: readonly StandingFact[]): void {
  const [fact] = facts;
  if (!fact) return;
  throw conflict(
    `${name} stays: there is ${withArticle(fact.subjectKind)} of ${dayText(fact.day, actor.today)}. Take that back first, or merge ${name} into another.`,
  );
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}
