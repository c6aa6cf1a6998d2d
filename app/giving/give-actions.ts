import type { Actor } from "#lib/kernel/actor.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal, type Happening } from "#lib/storage/journal.ts";
import { holdPeople } from "#people/hold-actions.ts";
import { getPerson, holdPerson, samePersonIds } from "#people/person-actions.ts";
import { counts, type Level } from "#referrals/referral.ts";
import { creditFor } from "#team/credit-actions.ts";
import { mayChange, saidOf, whyNotYet, type Kind } from "./given.ts";
import {
  findGiven,
  findGivenBetween,
  holdGivenRow,
  insertGiven,
  takeBackGivenRow,
  updateGivenLevel,
  wordsOf,
  type GivenRow,
  type HeldGiven,
  type NewGiven,
} from "./given-store.ts";

export interface WantedGiven {
  /** Who gets the introduction. */
  toId: string;
  /** Whom they are introduced to: one of our people, or somebody outside. */
  whomId?: string | null;
  whom?: { name: string; does?: string | null } | null;
  kind: Kind;
  why?: string | null;
  level: Level;
  day?: Day;
  /** Who introduces; none: the actor. */
  memberId?: string;
}

const LONGEST = { why: 500, name: 200, does: 120 } as const;
/** Lines that count: one that was an introduction from the start, or a name that became one. */
const COUNTING = ["given.made", "given.introduced"] as const;

/**
 * Writes down that we introduced two people to each other. From level 1 on it counts on its day. Throws Problem not-found,
 * not-allowed, invalid naming the field, and conflict when the same introduction stands already and waits.
 */
export async function giveReferral(tx: Tx, actor: Actor, wanted: WantedGiven): Promise<GivenRow> {
  const day = factDay(wanted.day, actor.today);
  const memberId = wanted.memberId ?? actor.member.id;
  const outside = outsiderIn(wanted);
  const whomId = wanted.whomId ?? null;
  if (whomId === wanted.toId) throw invalid("nobody meets themselves; choose somebody else", "whomId");
  await holdPeople(tx, [wanted.toId, ...(whomId ? [whomId] : [])]);
  const to = await holdPerson(tx, wanted.toId);
  const whom = whomId === null ? null : await holdPerson(tx, whomId);
  if (whom?.id === to.id) throw invalid("nobody meets themselves; choose somebody else", "whomId");
  const credit = await creditFor(tx, actor, memberId, day);
  await refuseTwice(tx, { memberId, toId: to.id, whomId: whom?.id ?? null, whomName: outside.name }, actor);
  const given: NewGiven = {
    id: newId(actor.now),
    memberId,
    toId: to.id,
    toAccountId: to.accountId,
    whomId: whom?.id ?? null,
    whomAccountId: whom?.accountId ?? null,
    whomName: outside.name,
    whomDoes: outside.does,
    kind: wanted.kind,
    why: cleanText(wanted.why, LONGEST.why, "why"),
    level: wanted.level,
    day,
    countsFrom: counts(wanted.level) ? day : null,
    byId: actor.member.id,
    at: actor.now,
  };
  await insertGiven(tx, given);
  const counted = { measure: "referrals-given", credit };
  await writeJournal(tx, actor, [
    given.countsFrom
      ? { ...about(given), verb: "given.made", day, counts: counted }
      : { ...about(given), verb: "given.named", day },
  ]);
  return getGiven(tx, given.id);
}

/** Throws Problem not-found, also for one that was taken back. */
export async function getGiven(tx: Tx, id: string): Promise<GivenRow> {
  const given = await findGiven(tx, id);
  if (!given) throw notFound("introduction");
  return given;
}

/**
 * Says anew what we did for it. A name, or an introduction for which both were asked first, counts from the day it is made;
 * one that turns out to be a name only is taken from the week it counted in. Throws Problem invalid for a day before it began,
 * conflict while one of the two has not agreed.
 */
export async function changeGivenLevel(
  tx: Tx,
  actor: Actor,
  id: string,
  level: Level,
  said?: Day,
): Promise<GivenRow> {
  const given = await holdOwnGiven(tx, actor, id);
  const day = factDay(said, actor.today);
  if (day < given.day)
    throw invalid(`it began on ${dayText(given.day, actor.today)}; this came later`, "day");
  if (level === given.level) return getGiven(tx, id);
  const against = whyNotYet(level, saidOf(await wordsOf(tx, id)).consent);
  if (against !== null) throw conflict(against);
  const detail = { ...about(given).detail, from: given.level, level };
  if (counts(level) && counts(given.level)) {
    await updateGivenLevel(tx, id, level, given.countsFrom);
    await writeJournal(tx, actor, [{ ...about(given), verb: "given.level-changed", day, detail }]);
  } else if (counts(level)) {
    const credit = await creditFor(tx, actor, given.memberId, day);
    await updateGivenLevel(tx, id, level, day);
    const counted = { measure: "referrals-given", credit };
    await writeJournal(tx, actor, [
      { ...about(given), verb: "given.introduced", day, counts: counted, detail },
    ]);
  } else {
    await updateGivenLevel(tx, id, level, null);
    await uncount(tx, actor, given);
  }
  return getGiven(tx, id);
}

/** Takes it all back, with what was said of it since; the week it counted in is as it was before. */
export async function takeBackGiven(tx: Tx, actor: Actor, id: string): Promise<void> {
  await holdOwnGiven(tx, actor, id);
  await takeBackGivenRow(tx, id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "given.taken-back");
}

/** A standing one that the actor may change, held with both people first. Throws Problem not-found, not-allowed. */
export async function holdOwnGiven(tx: Tx, actor: Actor, id: string): Promise<HeldGiven> {
  const before = await findGiven(tx, id);
  if (!before) throw notFound("introduction");
  await holdPeople(tx, [before.toId, ...(before.whomId ? [before.whomId] : [])]);
  const given = await holdGivenRow(tx, id);
  if (!given) throw notFound("introduction");
  if (!mayChange(actor, { memberId: given.memberId, teamId: given.memberTeamId })) {
    throw notAllowed("this introduction is a colleague's: they, their manager or a leader can change it");
  }
  return given;
}

/** What every line about it says, and on whose timelines it appears. Who is outside is not named in the journal. */
export function about(
  given: Pick<
    HeldGiven,
    "id" | "memberId" | "toId" | "toAccountId" | "whomId" | "whomAccountId" | "whomDoes" | "kind" | "level"
  >,
): Pick<Happening, "subject" | "concerns" | "detail"> {
  const { id, memberId, toId, toAccountId, whomId, whomAccountId, whomDoes, kind, level } = given;
  return {
    subject: { kind: "given-referral", id },
    concerns: [toId, whomId, toAccountId, whomAccountId, memberId],
    detail: { toId, whomId, does: whomDoes, kind, level },
  };
}

function outsiderIn({ whomId, whom }: WantedGiven): { name: string | null; does: string | null } {
  const name = cleanText(whom?.name, LONGEST.name, "whom");
  if (Boolean(whomId) === (name !== null))
    throw invalid("say whom you introduced: one of our people, or a name", "whomId");
  return { name, does: name === null ? null : cleanText(whom?.does, LONGEST.does, "does") };
}

async function refuseTwice(
  tx: Tx,
  who: { memberId: string; toId: string; whomId: string | null; whomName: string | null },
  actor: Actor,
): Promise<void> {
  const toIds = await samePersonIds(tx, who.toId);
  const whomIds = who.whomId === null ? [] : await samePersonIds(tx, who.whomId);
  const { memberId, whomName } = who;
  const there = await findGivenBetween(tx, { memberId, toIds, whomIds, whomName });
  if (!there || saidOf(await wordsOf(tx, there.id)).outcome !== "waits") return;
  const name = whomName ?? (await getPerson(tx, who.whomId ?? who.toId)).fullName;
  throw conflict(
    `this introduction to ${name} is there since ${dayText(there.day, actor.today)}; say there what came of it`,
  );
}

/** What was an introduction from the start was a name then; what had become one is a name again. */
async function uncount(tx: Tx, actor: Actor, given: HeldGiven): Promise<void> {
  const [made, becoming] = COUNTING;
  const which = { subjectIds: [given.id] };
  const fromStart = await writeCounterEntries(tx, actor, { ...which, verbs: [made] }, "given.lowered");
  await writeCounterEntries(tx, actor, { ...which, verbs: [becoming] }, "given.lowered");
  if (fromStart.lineIds.length === 0) return;
  await writeJournal(tx, actor, [{ ...about({ ...given, level: 0 }), verb: "given.named", day: given.day }]);
}
