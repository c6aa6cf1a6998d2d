import { MOST_PROMISED } from "#commitments/promise.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, isDay, type Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { getPerson } from "#people/person-actions.ts";
import { practiceLibrary } from "#practice/library-actions.ts";
import type { Night } from "#team/nightly-jobs.ts";
import { changedAhead, saidAnew, type SaidAhead } from "./ahead.ts";
import {
  checkRhythm,
  cleanCommitment,
  cleanWords,
  mayCoach,
  MOST_EXPECTED,
  MOST_PEOPLE,
  seesCoaching,
} from "./one-on-one.ts";
import { coachedMembers, type CoachedMember } from "./one-on-one-reader.ts";
import {
  deleteNotesOfLeavers,
  findHeld,
  findNotHeld,
  findNote,
  heldOneOnOnes,
  holdCoaching,
  insertOneOnOne,
  insertRhythm,
  isHeldOn,
  meantIds,
  nextOneOnOne,
  replacePeople,
  updateOneOnOne,
  writeNote,
  type Agreed,
  type OneOnOneRow,
} from "./one-on-one-store.ts";

const DAY_MS = 86_400_000;
/** Further ahead nobody agrees on a day, and of what was longer ago nobody can tell any more what came of it. */
const HALF_A_YEAR_DAYS = 180;

/** Somebody whose coaching the actor may see. Throws Problem not-found. */
export async function seenMember(tx: Tx, actor: Actor, memberId: string): Promise<CoachedMember> {
  const [member] = await coachedMembers(tx, { memberIds: [memberId] });
  if (!member || !seesCoaching(actor, { memberId, teamId: member.teamId })) throw notFound("member");
  return member;
}

/** Either of the two prepares the next 1:1. Throws Problem not-found, invalid naming the field, conflict. */
export async function prepareOneOnOne(
  tx: Tx,
  actor: Actor,
  memberId: string,
  said: SaidAhead,
): Promise<OneOnOneRow> {
  const member = await seenMember(tx, actor, memberId);
  await holdCoaching(tx, memberId);
  const before = await openNext(tx, actor, member);
  await applyAhead(tx, actor, { member, next: before }, said);
  const after = await nextOneOnOne(tx, { memberId, coachId: before.preparedWith });
  if (after === null) throw new Error("the next 1:1 is gone");
  if (after.plannedOn !== before.plannedOn)
    await writeJournal(tx, actor, [
      {
        verb: "one-on-one.planned",
        subject: { kind: "one-on-one", id: after.id },
        day: actor.today,
        detail: { memberId, plannedOn: after.plannedOn },
      },
    ]);
  return after;
}

export interface SaidHeld extends SaidAhead {
  day?: Day | undefined;
  /** One that was taken back: it was held after all. */
  again?: string | undefined;
}

/**
 * Whoever leads the member met them, and this is what they agreed on; what is not named is as it was prepared. One of a day before the
 * last leaves what is prepared for the next alone. Throws Problem not-found, not-allowed, invalid naming the field, conflict.
 */
export async function holdOneOnOne(
  tx: Tx,
  actor: Actor,
  memberId: string,
  { day: saidDay, again, ...said }: SaidHeld,
): Promise<OneOnOneRow> {
  const member = await seenMember(tx, actor, memberId);
  refuseUnlessCoach(actor, member);
  const day = factDay(saidDay, actor.today);
  if (day < addDays(actor.today, -HALF_A_YEAR_DAYS))
    throw invalid("that is more than half a year ago: nobody can tell any more what came of it", "day");
  await holdCoaching(tx, memberId);
  if (await isHeldOn(tx, memberId, day)) throw conflict("a 1:1 of that day is written down already");
  const id =
    again === undefined
      ? await heldNow(tx, actor, { member, day }, said)
      : await heldAgain(tx, actor, { memberId, id: again, day });
  const held = await mustFind(tx, id);
  await writeJournal(tx, actor, [
    {
      verb: "one-on-one.held",
      subject: { kind: "one-on-one", id: held.id },
      day,
      detail: { memberId, coachId: held.coachId, skill: held.skill, number: held.number },
    },
  ]);
  return held;
}

async function heldNow(
  tx: Tx,
  actor: Actor,
  { member, day }: { member: CoachedMember; day: Day },
  said: SaidAhead,
): Promise<string> {
  const [last] = await heldOneOnOnes(tx, member.id, 1);
  if (last?.heldOn == null || day > last.heldOn) {
    const next = await openNext(tx, actor, member);
    await applyAhead(tx, actor, { member, next }, said);
    await updateOneOnOne(tx, next.id, { held: { on: day, coachId: actor.member.id } }, actor);
    return next.id;
  }
  const id = newId(actor.now);
  await insertOneOnOne(tx, { id, memberId: member.id, coachId: actor.member.id, heldOn: day }, actor);
  await applyAhead(tx, actor, { member, next: await mustFind(tx, id) }, saidAnew(said));
  return id;
}

/** As it stood: a preparation again, or taken back because the next was begun. */
async function heldAgain(
  tx: Tx,
  actor: Actor,
  { memberId, id, day }: { memberId: string; id: string; day: Day },
): Promise<string> {
  const row = await findNotHeld(tx, id);
  if (row?.memberId !== memberId) throw notFound("1:1");
  if (row.heldOn === null)
    await updateOneOnOne(tx, id, { held: { on: day, coachId: actor.member.id } }, actor);
  else if (row.heldOn === day) await updateOneOnOne(tx, id, { takenBack: false }, actor);
  else throw invalid("say the day on which it was held", "day");
  return id;
}

/**
 * They did not meet: what was written of the last is a preparation again, unless the next one was begun. What became of it in a week
 * stays beside it. Throws as holdOneOnOne.
 */
export async function takeBackOneOnOne(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { row, member } = await seenHeld(tx, actor, id);
  refuseUnlessCoach(actor, member);
  await holdCoaching(tx, row.memberId);
  const [last] = await heldOneOnOnes(tx, row.memberId, 1);
  const next = await nextOneOnOne(tx, { memberId: row.memberId, coachId: row.preparedWith });
  const isNext = last?.id === id && next === null;
  await updateOneOnOne(tx, id, isNext ? { held: null } : { takenBack: true }, actor);
  await writeCounterEntries(
    tx,
    actor,
    { subjectIds: [id], verbs: ["one-on-one.held"] },
    "one-on-one.not-held",
  );
}

/** How often the two meet, from now on. Throws Problem not-found, not-allowed, invalid, conflict. */
export async function setRhythm(tx: Tx, actor: Actor, memberId: string, everyWeeks: number): Promise<void> {
  const member = await seenMember(tx, actor, memberId);
  refuseUnlessCoach(actor, member);
  checkRhythm(everyWeeks);
  const { coachId } = member;
  if (coachId === null) throw conflict("nobody coaches a leader here");
  await holdCoaching(tx, memberId);
  if (member.everyWeeks === everyWeeks) return;
  const id = newId(actor.now);
  await insertRhythm(tx, { id, memberId, coachId, everyWeeks }, actor);
  await writeJournal(tx, actor, [
    {
      verb: "coaching.rhythm-set",
      subject: { kind: "coaching-rhythm", id },
      day: actor.today,
      detail: { memberId, coachId, before: member.everyWeeks, everyWeeks },
    },
  ]);
}

/** For the actor's eyes alone; nothing is written of it in the journal. Throws Problem not-found, invalid, conflict. */
export async function notePrivately(
  tx: Tx,
  actor: Actor,
  memberId: string,
  { words, startedFrom }: { words: string | null; startedFrom?: string | null | undefined },
): Promise<void> {
  await seenMember(tx, actor, memberId);
  const [mine, before] = [cleanWords(words, "words"), cleanWords(startedFrom ?? null, "startedFrom")];
  if (startedFrom !== undefined) {
    await holdCoaching(tx, memberId);
    const now = cleanWords(await findNote(tx, actor.member.id, memberId), "words");
    if (now !== before && now !== mine)
      throw conflict(
        "in another place you wrote something else here: load the page anew, then write it again",
      );
  }
  await writeNote(tx, memberId, mine, actor);
}

/** So long after somebody left, private notes of theirs and about them wait, unread, in case they are brought back. */
const NOTES_WAIT_DAYS = 7;

/** Each night: private notes of whoever left, and about them, go. */
export async function forgetNotesOfLeavers(tx: Tx, { now }: Pick<Night, "now">): Promise<void> {
  await deleteNotesOfLeavers(tx, new Date(now.getTime() - NOTES_WAIT_DAYS * DAY_MS));
}

/** One that was held, of somebody whose coaching the actor may see. */
export async function seenHeld(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ row: OneOnOneRow; member: CoachedMember }> {
  const row = await findHeld(tx, id);
  if (row === null) throw notFound("1:1");
  const [member] = await coachedMembers(tx, { memberIds: [row.memberId] });
  if (!member || !seesCoaching(actor, { memberId: row.memberId, teamId: member.teamId }))
    throw notFound("1:1");
  return { row, member };
}

function refuseUnlessCoach(actor: Actor, { id, teamId }: CoachedMember): void {
  if (mayCoach(actor, { memberId: id, teamId })) return;
  throw notAllowed("whoever leads somebody writes down that they met, and how often they do");
}

/** With whom the member prepares; null: nobody coaches them, and they look themselves. */
export function pairOf(
  actor: Actor,
  { id, coachId }: CoachedMember,
): { memberId: string; coachId: string } | null {
  const other = coachId ?? (actor.member.id === id ? null : actor.member.id);
  return other === null ? null : { memberId: id, coachId: other };
}

async function openNext(tx: Tx, actor: Actor, member: CoachedMember): Promise<OneOnOneRow> {
  const pair = pairOf(actor, member);
  if (pair === null) throw conflict("nobody coaches a leader here");
  const known = await nextOneOnOne(tx, pair);
  if (known !== null) return known;
  await insertOneOnOne(tx, { id: newId(actor.now), ...pair }, actor);
  const next = await nextOneOnOne(tx, pair);
  if (next === null) throw new Error("the next 1:1 is gone");
  return next;
}

async function applyAhead(
  tx: Tx,
  actor: Actor,
  { member, next }: { member: CoachedMember; next: OneOnOneRow },
  all: SaidAhead,
): Promise<void> {
  const isMember = actor.member.id === member.id;
  const said = changedAhead(
    {
      ...next,
      words: isMember ? next.memberWords : next.coachWords,
      personIds: all.startedFrom?.personIds === undefined ? [] : await meantIds(tx, next.id),
    },
    all,
  );
  const { words, plannedOn, personIds } = said;
  if (words !== undefined) {
    const clean = cleanWords(words, "words");
    if (!isMember && actor.member.id !== next.preparedWith)
      throw notAllowed("what a coach brings along is written by the coach");
    await updateOneOnOne(tx, next.id, isMember ? { memberWords: clean } : { coachWords: clean }, actor);
  }
  // The day that was agreed on may have gone by since: what is prepared is saved all the same.
  if (plannedOn !== undefined && plannedOn !== next.plannedOn) {
    if (plannedOn !== null) checkPlanned(plannedOn, actor.today);
    await updateOneOnOne(tx, next.id, { plannedOn }, actor);
  }
  if (personIds !== undefined) await replacePeople(tx, next.id, await checkedPeople(tx, personIds));
  const agreed = await checkedAgreed(tx, next, said);
  await updateOneOnOne(tx, next.id, { agreed }, actor);
  // What stands in a week is another commitment.
  if (next.promiseIds.length > 0 && agreed.commitment !== next.commitment)
    await updateOneOnOne(tx, next.id, { promised: null }, actor);
}

function checkPlanned(day: Day, today: Day): void {
  if (!isDay(day)) throw invalid("write the day as YYYY-MM-DD", "plannedOn");
  if (day < today) throw invalid("this day has gone by: choose today or a later one", "plannedOn");
  if (day > addDays(today, HALF_A_YEAR_DAYS))
    throw invalid("that is more than half a year ahead", "plannedOn");
}

async function checkedPeople(tx: Tx, personIds: readonly string[]): Promise<string[]> {
  if (personIds.length > MOST_PEOPLE)
    throw invalid(`name ${MOST_PEOPLE} people at most: a long list is asked by nobody`, "personIds");
  const ids: string[] = [];
  for (const id of personIds) ids.push((await getPerson(tx, id)).id);
  return [...new Set(ids)];
}

async function checkedAgreed(tx: Tx, next: OneOnOneRow, said: SaidAhead): Promise<Agreed> {
  const { expects = next.expects, number = next.number } = said;
  if (expects !== null && !(Number.isSafeInteger(expects) && expects >= 0 && expects <= MOST_EXPECTED))
    throw invalid(`a whole number up to ${MOST_EXPECTED}`, "expects");
  if (
    number !== null &&
    !(Number.isSafeInteger(number.count) && number.count >= 1 && number.count <= MOST_PROMISED)
  )
    throw invalid(`a whole number from 1 to ${MOST_PROMISED}`, "number");
  return {
    expects,
    number,
    topics: said.topics === undefined ? next.topics : cleanWords(said.topics, "topics"),
    commitment: said.commitment === undefined ? next.commitment : cleanCommitment(said.commitment),
    ...(await checkedSkill(tx, next, said)),
  };
}

/** A scenario brings its skill; another skill alone takes the scenario of the one before away. */
async function checkedSkill(
  tx: Tx,
  next: OneOnOneRow,
  said: SaidAhead,
): Promise<Pick<Agreed, "skill" | "scenario">> {
  if (said.skill === undefined && said.scenario === undefined)
    return { skill: next.skill, scenario: next.scenario };
  const { rubrics, scenarios } = await practiceLibrary(tx, "en");
  if (said.scenario != null) {
    const scenario = scenarios.find(({ key }) => key === said.scenario);
    if (!scenario) throw notFound("scenario");
    return { skill: scenario.rubric, scenario: scenario.key };
  }
  const skill = said.skill === undefined ? next.skill : said.skill;
  if (skill !== null && rubrics.every(({ key }) => key !== skill)) throw notFound("skill");
  const keeps = said.scenario === undefined && skill === next.skill;
  return { skill, scenario: keeps ? next.scenario : null };
}

export async function mustFind(tx: Tx, id: string): Promise<OneOnOneRow> {
  const held = await findHeld(tx, id);
  if (held === null) throw new Error("a 1:1 that was held is gone");
  return held;
}
