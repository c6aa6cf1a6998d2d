import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notFound } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries } from "#lib/storage/journal.ts";
import { getHeldPerson } from "./person-actions.ts";
import { heldFact, holdersOf, refuseToEnd, tell } from "./said-actions.ts";
import { standingOf } from "./standing-actions.ts";
import { insertMet, takeBackMetRow } from "./standing-store.ts";
import { NOTHING_STANDS, type BuyingRole, type MetHow, type Standing } from "./standing.ts";
import {
  findMet,
  findRightWord,
  insertRightWord,
  insertRole,
  takeBackRightRow,
  takeBackRoleRow,
  type WordRow,
} from "./word-store.ts";

const LONGEST_WORDS = 2000;

/**
 * The right to ask was earned, in the client's own words, or it was not. Throws Problem not-found, and invalid for one that
 * was earned without words: value counts once the client said so.
 */
export async function sayRight(
  tx: Tx,
  actor: Actor,
  anyId: string,
  said: { earned: boolean; words?: string | null; day?: Day | null },
): Promise<Standing & { saidId: string }> {
  const person = await getHeldPerson(tx, anyId);
  const words = cleanText(said.words, LONGEST_WORDS, "words");
  if (said.earned && words === null)
    throw invalid("write what they said, in their own words: value counts once the client said so", "words");
  const id = newId(actor.now);
  const day = factDay(said.day, actor.today);
  const { earned } = said;
  await insertRightWord(tx, {
    id,
    personId: person.id,
    earned,
    words,
    day,
    byId: actor.member.id,
    at: actor.now,
  });
  await tell(tx, actor, person, {
    verb: earned ? "right.earned" : "right.not-earned",
    kind: "right-word",
    id,
    day,
    detail: { words },
  });
  return { ...(await standingNow(tx, person.id)), saidId: id };
}

/** Throws Problem not-found, not-allowed, conflict. */
export async function takeBackRight(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { said } = await mine(tx, actor, () => findRightWord(tx, id), "right word");
  await takeBackRightRow(tx, said.id, { at: actor.now, by: actor.member.id });
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "right.taken-back");
}

/** Throws Problem not-found, conflict. */
export async function restoreRight(tx: Tx, actor: Actor, id: string): Promise<Standing> {
  const { person, said } = await gone(tx, () => findRightWord(tx, id), "right word");
  await takeBackRightRow(tx, id, null);
  await tell(tx, actor, person, {
    verb: said.earned ? "right.earned" : "right.not-earned",
    kind: "right-word",
    id,
    day: said.day,
    detail: { words: said.words },
  });
  return standingNow(tx, person.id);
}

/** Their part in the buying process; null: none any more. Said again changes nothing. Throws Problem not-found, invalid. */
export async function sayRole(
  tx: Tx,
  actor: Actor,
  anyId: string,
  said: { role: BuyingRole | null; since?: Day | null },
): Promise<Standing> {
  const person = await getHeldPerson(tx, anyId);
  const before = await standingNow(tx, person.id);
  const since = factDay(said.since, actor.today, "since");
  const same = (before.role?.role ?? null) === said.role && (!said.since || before.role?.since === since);
  if (same) return before;
  const id = newId(actor.now);
  const { role } = said;
  await insertRole(tx, { id, personId: person.id, role, since, byId: actor.member.id, at: actor.now });
  await tell(tx, actor, person, { verb: "role.said", kind: "role", id, day: since, detail: { role } });
  return standingNow(tx, person.id);
}

/** What was said last of their part is taken back; what was said before it stands again. Throws Problem not-found, not-allowed, conflict. */
export async function takeBackRole(tx: Tx, actor: Actor, anyId: string): Promise<Standing> {
  const person = await getHeldPerson(tx, anyId);
  const { role } = await standingNow(tx, person.id);
  if (role === null) throw conflict("nothing was said about their part in buying");
  refuseToEnd(actor, role, await holdersOf(tx, person));
  await takeBackRoleRow(tx, role.id, { at: actor.now, by: actor.member.id });
  await writeCounterEntries(tx, actor, { subjectIds: [role.id] }, "role.taken-back");
  return standingNow(tx, person.id);
}

/** We have met them. Throws Problem not-found, invalid. */
export async function sayMet(
  tx: Tx,
  actor: Actor,
  anyId: string,
  said: { how: Exclude<MetHow, "meeting">; day?: Day | null },
): Promise<Standing & { saidId: string }> {
  const person = await getHeldPerson(tx, anyId);
  const id = newId(actor.now);
  const day = factDay(said.day, actor.today);
  const { how } = said;
  await insertMet(tx, {
    id,
    personId: person.id,
    day,
    how,
    becauseId: null,
    byId: actor.member.id,
    at: actor.now,
  });
  await tell(tx, actor, person, { verb: "person.met", kind: "encounter", id, day, detail: { how } });
  return { ...(await standingNow(tx, person.id)), saidId: id };
}

/** Throws Problem not-found, not-allowed, and conflict for what a meeting says: that is taken back there. */
export async function takeBackMet(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { said } = await mine(tx, actor, () => findMet(tx, id), "encounter");
  if (said.becauseId !== null) throw conflict("a meeting says that they were met: change it there");
  await takeBackMetRow(tx, id, { at: actor.now, by: actor.member.id });
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "person.met-taken-back");
}

/** Throws Problem not-found, conflict. */
export async function restoreMet(tx: Tx, actor: Actor, id: string): Promise<Standing> {
  const { person, said } = await gone(tx, () => findMet(tx, id), "encounter");
  if (said.becauseId !== null) throw conflict("a meeting says whether they were met: change it there");
  await takeBackMetRow(tx, id, null);
  await tell(tx, actor, person, {
    verb: "person.met",
    kind: "encounter",
    id,
    day: said.day,
    detail: { how: said.how },
  });
  return standingNow(tx, person.id);
}

async function standingNow(tx: Tx, personId: string): Promise<Standing> {
  return (await standingOf(tx, [personId])).get(personId) ?? NOTHING_STANDS;
}

/** The fact, with its person held, that stands and that the actor may take back. */
async function mine<Row extends WordRow>(
  tx: Tx,
  actor: Actor,
  find: () => Promise<Row | null>,
  noun: string,
) {
  const { person, said } = await heldFact(tx, find, noun);
  if (said.takenBack) throw notFound(noun);
  refuseToEnd(actor, said, await holdersOf(tx, person));
  return { person, said };
}

async function gone<Row extends WordRow>(tx: Tx, find: () => Promise<Row | null>, noun: string) {
  const found = await heldFact(tx, find, noun);
  if (!found.said.takenBack) throw conflict("this was not taken back: it stands");
  return found;
}
