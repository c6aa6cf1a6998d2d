import { getAccount } from "#accounts/account-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notFound } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries } from "#lib/storage/journal.ts";
import { getHeldPerson, getPerson, samePersonIds } from "./person-actions.ts";
import type { PersonRow } from "./person-store.ts";
import { listDoNotAsks, listNoGos } from "./protection-store.ts";
import { standsOn, type DoNotAsk, type NoGo, type WhyNot } from "./protection.ts";
import { heldFact, holdersOf, refuseToEnd, tell, writtenToday } from "./said-actions.ts";
import {
  endDoNotAsk,
  endNoGo,
  findDoNotAsk,
  findNoGo,
  insertDoNotAsk,
  insertNoGo,
  type SaidRow,
} from "./stop-store.ts";

const LONGEST = { words: 1000, topic: 200 } as const;

/**
 * Somebody is not to be asked. Everybody may say so, and each stands by itself: said again by the same member, the new
 * replaces the old. With `untilDay` they may be asked again from that day on. Throws Problem not-found, invalid.
 */
export async function sayDoNotAsk(
  tx: Tx,
  actor: Actor,
  anyId: string,
  said: { why: WhyNot; words?: string | null; day?: Day | null; untilDay?: Day | null },
): Promise<DoNotAsk> {
  const person = await getHeldPerson(tx, anyId);
  const day = factDay(said.day, actor.today);
  const words = cleanText(said.words, LONGEST.words, "words");
  const mine = (await standingStops(tx, actor, person.id)).filter((each) => each.by.id === actor.member.id);
  const untilDay = said.untilDay ?? null;
  if (untilDay !== null && untilDay <= day)
    throw invalid("the day to ask again comes after the day on which they said so", "untilDay");
  const same = mine.find(
    (each) => each.why === said.why && each.words === words && each.day === day && each.liftedOn === untilDay,
  );
  if (same) return same;
  for (const each of mine) await endStop(tx, actor, person, each.id);
  const id = newId(actor.now);
  await insertDoNotAsk(tx, {
    id,
    personId: person.id,
    why: said.why,
    words,
    day,
    byId: actor.member.id,
    at: actor.now,
  });
  if (untilDay !== null) await endDoNotAsk(tx, id, { liftedOn: untilDay, by: actor.member.id });
  await tell(tx, actor, person, {
    verb: "do-not-ask.said",
    kind: "do-not-ask",
    id,
    day,
    detail: { why: said.why },
  });
  return seenStop(tx, person.id, id);
}

/** They may be asked again: all that stands against it ends. Throws Problem not-found, not-allowed, conflict. */
export async function liftDoNotAsk(tx: Tx, actor: Actor, anyId: string): Promise<DoNotAsk[]> {
  const person = await getHeldPerson(tx, anyId);
  const stops = await standingStops(tx, actor, person.id);
  if (stops.length === 0) throw conflict(`nothing says that ${person.fullName} is not to be asked`);
  const holderIds = await holdersOf(tx, person);
  for (const each of stops) refuseToEnd(actor, each, holderIds);
  for (const each of stops) await endStop(tx, actor, person, each.id);
  return stops;
}

/** One of those that stand against it ends. Throws Problem not-found, not-allowed, conflict. */
export async function liftOneDoNotAsk(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { person, said } = await heldFact(tx, () => findDoNotAsk(tx, id), "do-not-ask");
  if (said.takenBack || (said.liftedOn !== null && said.liftedOn <= actor.today))
    throw conflict("this was taken back already");
  refuseToEnd(actor, said, await holdersOf(tx, person));
  await endStop(tx, actor, person, id);
}

/** What was lifted holds again, as if it had never been. Everybody may. Throws Problem not-found, conflict. */
export async function restoreDoNotAsk(tx: Tx, actor: Actor, id: string): Promise<DoNotAsk> {
  const { person, said } = await heldFact(tx, () => findDoNotAsk(tx, id), "do-not-ask");
  refuseToRestore(said);
  await endDoNotAsk(tx, id, null);
  if (said.takenBack)
    await tell(tx, actor, person, {
      verb: "do-not-ask.said",
      kind: "do-not-ask",
      id,
      day: said.day,
      detail: { why: said.why },
    });
  else
    await writeCounterEntries(
      tx,
      actor,
      { subjectIds: [id], verbs: ["do-not-ask.lifted"] },
      "do-not-ask.restored",
    );
  return seenStop(tx, person.id, id);
}

/** A target or a topic that the source rules out: exactly one of them. Throws Problem not-found, invalid. */
export async function addNoGo(
  tx: Tx,
  actor: Actor,
  anyId: string,
  said: {
    accountId?: string | null;
    personId?: string | null;
    topic?: string | null;
    words?: string | null;
    day?: Day | null;
  },
): Promise<NoGo> {
  const person = await getHeldPerson(tx, anyId);
  const topic = cleanText(said.topic, LONGEST.topic, "topic");
  const off = [said.accountId, said.personId, topic].filter((each) => each !== null && each !== undefined);
  if (off.length !== 1)
    throw invalid("say what is ruled out: one company, one person, or one topic", "topic");
  const offAccountId = said.accountId ? (await getAccount(tx, said.accountId)).id : null;
  const offPersonId = said.personId ? (await getPerson(tx, said.personId)).id : null;
  if (offPersonId === person.id)
    throw invalid("to be left alone themselves, note that they said stop", "personId");
  const id = newId(actor.now);
  const day = factDay(said.day, actor.today);
  const words = cleanText(said.words, LONGEST.words, "words");
  await insertNoGo(tx, {
    id,
    personId: person.id,
    offAccountId,
    offPersonId,
    topic,
    words,
    day,
    byId: actor.member.id,
    at: actor.now,
  });
  await tell(tx, actor, person, {
    verb: "no-go.said",
    kind: "no-go",
    id,
    day,
    detail: { offId: offAccountId ?? offPersonId, topic },
  });
  return seenNoGo(tx, person.id, id);
}

/** What they have ruled out and not let go, the latest first. Throws Problem not-found. */
export async function noGosOf(tx: Tx, actor: Actor, anyId: string): Promise<NoGo[]> {
  const { id } = await getPerson(tx, anyId);
  const all = await listNoGos(tx, await samePersonIds(tx, id));
  return all.filter((each) => standsOn(each, actor.today)).toSorted((a, b) => (a.id < b.id ? 1 : -1));
}

/** Throws Problem not-found, not-allowed, conflict. */
export async function liftNoGo(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { person, said } = await heldFact(tx, () => findNoGo(tx, id), "no-go");
  if (said.takenBack || said.liftedOn !== null) throw conflict("this was taken back already");
  refuseToEnd(actor, said, await holdersOf(tx, person));
  const detail = { offId: said.offAccountId ?? said.offPersonId, topic: said.topic };
  if (writtenToday(actor, said)) {
    await endNoGo(tx, id, { takenBackAt: actor.now, by: actor.member.id });
    await writeCounterEntries(tx, actor, { subjectIds: [id] }, "no-go.taken-back");
    return;
  }
  await endNoGo(tx, id, { liftedOn: actor.today, by: actor.member.id });
  await tell(tx, actor, person, { verb: "no-go.lifted", kind: "no-go", id, day: actor.today, detail });
}

/** Throws Problem not-found, conflict. */
export async function restoreNoGo(tx: Tx, actor: Actor, id: string): Promise<NoGo> {
  const { person, said } = await heldFact(tx, () => findNoGo(tx, id), "no-go");
  refuseToRestore(said);
  await endNoGo(tx, id, null);
  const detail = { offId: said.offAccountId ?? said.offPersonId, topic: said.topic };
  if (said.takenBack)
    await tell(tx, actor, person, { verb: "no-go.said", kind: "no-go", id, day: said.day, detail });
  else await writeCounterEntries(tx, actor, { subjectIds: [id], verbs: ["no-go.lifted"] }, "no-go.restored");
  return seenNoGo(tx, person.id, id);
}

async function endStop(tx: Tx, actor: Actor, person: PersonRow, id: string): Promise<void> {
  const said = await findDoNotAsk(tx, id);
  if (!said) throw notFound("do-not-ask");
  if (writtenToday(actor, said)) {
    await endDoNotAsk(tx, id, { takenBackAt: actor.now, by: actor.member.id });
    await writeCounterEntries(tx, actor, { subjectIds: [id] }, "do-not-ask.taken-back");
    return;
  }
  await endDoNotAsk(tx, id, { liftedOn: actor.today, by: actor.member.id });
  await tell(tx, actor, person, {
    verb: "do-not-ask.lifted",
    kind: "do-not-ask",
    id,
    day: actor.today,
    detail: { why: said.why },
  });
}

function refuseToRestore(said: SaidRow): void {
  if (!said.takenBack && said.liftedOn === null) throw conflict("this was not taken back: it stands");
}

async function standingStops(tx: Tx, actor: Actor, personId: string): Promise<DoNotAsk[]> {
  const all = await listDoNotAsks(tx, await samePersonIds(tx, personId));
  return all.filter((each) => standsOn(each, actor.today));
}

async function seenStop(tx: Tx, personId: string, id: string): Promise<DoNotAsk> {
  const all = await listDoNotAsks(tx, await samePersonIds(tx, personId));
  const seen = all.find((each) => each.id === id);
  if (!seen) throw notFound("do-not-ask");
  return seen;
}

async function seenNoGo(tx: Tx, personId: string, id: string): Promise<NoGo> {
  const seen = (await listNoGos(tx, await samePersonIds(tx, personId))).find((each) => each.id === id);
  if (!seen) throw notFound("no-go");
  return seen;
}
