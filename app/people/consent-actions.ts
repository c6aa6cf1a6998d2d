import type { Actor } from "#lib/kernel/actor.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notFound } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries } from "#lib/storage/journal.ts";
import { addressKey } from "./address-key-server.ts";
import {
  endDoNotWrite,
  findConsent,
  findDoNotWrite,
  insertConsent,
  insertDoNotWrite,
  listConsents,
  listDoNotWrites,
  takeBackConsentRow,
  withdrawConsentRow,
  type ConsentRow,
} from "./consent-store.ts";
import {
  writingOn,
  type Consent,
  type ConsentCovers,
  type ConsentHow,
  type DoNotWrite,
  type StopReach,
  type Writing,
} from "./consent.ts";
import { getHeldPerson, getPerson, samePersonIds } from "./person-actions.ts";
import { findPerson, type PersonRow } from "./person-store.ts";
import { standsOn } from "./protection.ts";
import { heldFact, holdersOf, refuseToEnd, tell, writtenToday } from "./said-actions.ts";

const LONGEST_WORDS = 2000;

/**
 * Whether they may be written to as it stands today, by whatever id of theirs. A stop of somebody else with one of their
 * addresses has that one's `personId`. Throws Problem not-found.
 */
export async function consentOf(tx: Tx, actor: Actor, anyId: string): Promise<Writing> {
  const person = await getPerson(tx, anyId);
  const ids = await samePersonIds(tx, person.id);
  const [consents, stops] = await Promise.all([
    listConsents(tx, ids),
    listDoNotWrites(tx, { personIds: ids, keys: keysOf(tx, person) }),
  ]);
  const known = stops.map((stop) => (isOf(ids, stop) ? { ...stop, personId: person.id } : stop));
  return writingOn({ consents, stops: known }, actor.today);
}

/**
 * They agreed to be written to. Everybody may note it; the same said again on one day is noted once. It does not lift a
 * "do not write". Throws Problem not-found, invalid.
 */
export async function recordConsent(
  tx: Tx,
  actor: Actor,
  anyId: string,
  said: { how: ConsentHow; covers?: ConsentCovers; words?: string | null; day?: Day | null },
): Promise<Consent> {
  const person = await getHeldPerson(tx, anyId);
  const day = factDay(said.day, actor.today);
  const words = cleanText(said.words, LONGEST_WORDS, "words");
  const { how, covers = "introduction" } = said;
  const before = await listConsents(tx, await samePersonIds(tx, person.id));
  const same = before.find(
    (each) =>
      each.withdrawnOn === null &&
      each.day === day &&
      each.how === how &&
      each.covers === covers &&
      each.words === words &&
      each.by.id === actor.member.id,
  );
  if (same) return same;
  const id = newId(actor.now);
  await insertConsent(tx, {
    id,
    personId: person.id,
    how,
    covers,
    words,
    day,
    byId: actor.member.id,
    at: actor.now,
  });
  await tellConsent(tx, actor, person, { id, how, covers, day });
  return seenConsent(tx, id);
}

/** From `day` on they do not agree any more; everybody may note it. Throws Problem not-found, invalid, conflict. */
export async function withdrawConsent(
  tx: Tx,
  actor: Actor,
  id: string,
  said: { day?: Day | null },
): Promise<Consent> {
  const { person, said: consent } = await standing(tx, id);
  if (consent.withdrawnOn !== null) throw conflict("this was withdrawn already");
  const day = factDay(said.day, actor.today);
  if (day < consent.day)
    throw invalid(
      `they agreed on ${dayText(consent.day, actor.today)}; it was withdrawn later, or take it back as a mistake`,
      "day",
    );
  await withdrawConsentRow(tx, id, { on: day, by: actor.member.id });
  await tell(tx, actor, person, { verb: "consent.withdrawn", kind: "consent", id, day });
  return seenConsent(tx, id);
}

/** It was a mistake that it was withdrawn. Throws Problem not-found, conflict. */
export async function keepConsent(tx: Tx, actor: Actor, id: string): Promise<Consent> {
  const { said } = await standing(tx, id);
  if (said.withdrawnOn === null) throw conflict("this was not withdrawn: it stands");
  await withdrawConsentRow(tx, id, null);
  await writeCounterEntries(tx, actor, { subjectIds: [id], verbs: ["consent.withdrawn"] }, "consent.kept");
  return seenConsent(tx, id);
}

/** They never agreed: it was noted by mistake. Throws Problem not-found, not-allowed. */
export async function takeBackConsent(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { person, said } = await standing(tx, id);
  refuseToEnd(actor, said, await holdersOf(tx, person));
  await takeBackConsentRow(tx, id, { at: actor.now, by: actor.member.id });
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "consent.taken-back");
}

/** Throws Problem not-found, conflict. */
export async function restoreConsent(tx: Tx, actor: Actor, id: string): Promise<Consent> {
  const { person, said } = await heldFact(tx, () => findConsent(tx, id), "consent");
  if (!said.takenBack) throw conflict("this was not taken back: it stands");
  await takeBackConsentRow(tx, id, null);
  await withdrawConsentRow(tx, id, null);
  await tellConsent(tx, actor, person, said);
  return seenConsent(tx, id);
}

/**
 * They do not want our letters, or to be contacted at all. Everybody may note it. It holds for their record, for whichever it is
 * merged into, and for whoever has one of the addresses they have today. Throws Problem not-found, invalid.
 */
export async function sayDoNotWrite(
  tx: Tx,
  actor: Actor,
  anyId: string,
  said: { reach: StopReach; words?: string | null; day?: Day | null },
): Promise<DoNotWrite> {
  const person = await getHeldPerson(tx, anyId);
  const day = factDay(said.day, actor.today);
  const words = cleanText(said.words, LONGEST_WORDS, "words");
  const personIds = await samePersonIds(tx, person.id);
  const keys = keysOf(tx, person);
  const same = (await listDoNotWrites(tx, { personIds, keys })).find(
    (each) => each.reach === said.reach && each.by.id === actor.member.id && standsOn(each, actor.today),
  );
  if (same) return same;
  const id = newId(actor.now);
  const { reach } = said;
  await insertDoNotWrite(tx, {
    id,
    personId: person.id,
    reach,
    words,
    day,
    keys,
    byId: actor.member.id,
    at: actor.now,
  });
  await tell(tx, actor, person, {
    verb: "do-not-write.said",
    kind: "do-not-write",
    id,
    day,
    detail: { reach },
  });
  return seenDoNotWrite(tx, id);
}

/** They want to hear from us again, or it was noted by mistake today. Throws Problem not-found, not-allowed, conflict. */
export async function liftDoNotWrite(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { person, said } = await heldStop(tx, id);
  if (said.takenBack || said.liftedOn !== null) throw conflict("this was taken back already");
  refuseToEnd(actor, said, person === null ? [] : await holdersOf(tx, person));
  if (writtenToday(actor, said)) {
    await endDoNotWrite(tx, id, { takenBackAt: actor.now, by: actor.member.id });
    await writeCounterEntries(tx, actor, { subjectIds: [id] }, "do-not-write.taken-back");
    return;
  }
  await endDoNotWrite(tx, id, { liftedOn: actor.today, by: actor.member.id });
  await tell(tx, actor, person ?? { id: said.personId, accountId: null }, {
    verb: "do-not-write.lifted",
    kind: "do-not-write",
    id,
    day: actor.today,
    detail: { reach: said.reach },
  });
}

/** What was lifted holds again, as if it had never been. Everybody may. Throws Problem not-found, conflict. */
export async function restoreDoNotWrite(tx: Tx, actor: Actor, id: string): Promise<DoNotWrite> {
  const { person, said } = await heldStop(tx, id);
  if (!said.takenBack && said.liftedOn === null) throw conflict("this was not taken back: it stands");
  await endDoNotWrite(tx, id, null);
  if (said.takenBack)
    await tell(tx, actor, person ?? { id: said.personId, accountId: null }, {
      verb: "do-not-write.said",
      kind: "do-not-write",
      id,
      day: said.day,
      detail: { reach: said.reach },
    });
  else
    await writeCounterEntries(
      tx,
      actor,
      { subjectIds: [id], verbs: ["do-not-write.lifted"] },
      "do-not-write.restored",
    );
  return seenDoNotWrite(tx, id);
}

function isOf(ids: readonly string[], { personId }: DoNotWrite): boolean {
  return personId !== null && ids.includes(personId);
}

async function tellConsent(
  tx: Tx,
  actor: Actor,
  person: PersonRow,
  { id, how, covers, day }: Pick<Consent, "id" | "how" | "covers" | "day">,
): Promise<void> {
  await tell(tx, actor, person, {
    verb: "consent.given",
    kind: "consent",
    id,
    day,
    detail: { how, covers },
  });
}

/** With its person held; not one that was taken back. */
async function standing(tx: Tx, id: string): Promise<{ person: PersonRow; said: ConsentRow }> {
  const found = await heldFact(tx, () => findConsent(tx, id), "consent");
  if (found.said.takenBack) throw notFound("consent");
  return found;
}

async function heldStop(tx: Tx, id: string) {
  const before = await findDoNotWrite(tx, id);
  if (!before) throw notFound("word of theirs");
  // It holds without their record, which may be off the lists.
  const known = before.personId === null ? null : await findPerson(tx, before.personId);
  const person = known && (await getHeldPerson(tx, known.id));
  // Somebody may have changed it while we waited for the person.
  return { person, said: (await findDoNotWrite(tx, id)) ?? before };
}

async function seenConsent(tx: Tx, id: string): Promise<Consent> {
  const found = await findConsent(tx, id);
  if (!found) throw notFound("consent");
  const { at: _at, takenBack: _takenBack, ...consent } = found;
  return consent;
}

async function seenDoNotWrite(tx: Tx, id: string): Promise<DoNotWrite> {
  const found = await findDoNotWrite(tx, id);
  if (!found) throw notFound("word of theirs");
  const { at: _at, takenBack: _takenBack, ...stop } = found;
  return stop;
}

function keysOf(tx: Tx, { emails }: Pick<PersonRow, "emails">): string[] {
  return emails.map((email) => addressKey(tx.workspaceId, email));
}
