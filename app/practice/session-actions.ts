import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Page } from "#lib/kernel/page.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { creditOf } from "#team/credit-actions.ts";
import { getMember } from "#team/member-actions.ts";
import { getScenario } from "./library-actions.ts";
import type { PracticeLanguage } from "./library/practice-languages.ts";
import { PRACTICE_MEASURE } from "./practice-week-actions.ts";
import type { Kept } from "./rubric.ts";
import {
  cleanKept,
  LONGEST_GUEST,
  LONGEST_NOTE,
  MOST_SCORERS,
  visibleScores,
  WANTED_DAYS,
  type Way,
} from "./session.ts";
import {
  deleteUnscored,
  eraseWords,
  findSession,
  holdSession,
  insertScores,
  insertSession,
  listSessions,
  scoresOf,
  sessionsToScore,
  takeBackSessionRow,
  updateScore,
  type ScoreRow,
  type SessionRow,
} from "./session-store.ts";

const DAY_MS = 86_400_000;

export interface SaidScore {
  kept: Kept;
  note?: string | null | undefined;
}

export interface WantedSession extends SaidScore {
  /** That it is to have; made anew where none is said. */
  id?: string | undefined;
  /** Its key. */
  scenario: string;
  language: PracticeLanguage;
  way: Way;
  day?: Day | undefined;
  seconds: number;
  /** Members who are asked to score it, too. */
  askIds?: readonly string[] | undefined;
}

/** A session with the scores that the actor may see, and whom else it waits for. */
export interface SeenSession {
  session: SessionRow;
  scores: ScoreRow[];
  /** Who is asked and has not scored, by name. */
  waitsFor: { id: string; name: string }[];
}

/** One rehearsal of the actor's, scored by them: it counts. Throws Problem not-found, and invalid naming the field. */
export async function holdSessionOf(tx: Tx, actor: Actor, wanted: WantedSession): Promise<SeenSession> {
  const { scenario, rubric } = await getScenario(tx, wanted.scenario, wanted.language);
  const day = factDay(wanted.day, actor.today);
  const kept = cleanKept(rubric.points, wanted.kept);
  const note = cleanText(wanted.note, LONGEST_NOTE, "note");
  const memberId = actor.member.id;
  const credit = await creditOf(tx, memberId, day);
  const id = wanted.id ?? newId(actor.now);
  const session = {
    id,
    memberId,
    scenario: scenario.key,
    scenarioName: scenario.name,
    skill: rubric.key,
    points: [...rubric.points],
    language: scenario.language,
    way: wanted.way,
    day,
    seconds: wanted.seconds,
  };
  if (!(await insertSession(tx, session, actor.now)))
    throw conflict("a rehearsal with this id has been counted before");
  await insertScores(tx, [{ sessionId: id, scorerId: memberId, guest: null, kept, note }], actor);
  await askThem(tx, actor, id, wanted.askIds ?? []);
  await writeJournal(tx, actor, [
    {
      verb: "practice.held",
      subject: { kind: "practice-session", id },
      day,
      concerns: [memberId],
      detail: { skill: rubric.key, discipline: rubric.discipline, way: wanted.way },
      counts: { measure: PRACTICE_MEASURE, credit },
    },
  ]);
  return seeSession(tx, actor, id);
}

/** For the rep and those who are asked to score it; to everybody else it is not there. Throws Problem not-found. */
export async function seeSession(tx: Tx, actor: Actor, id: string): Promise<SeenSession> {
  const session = await findSession(tx, id);
  if (!session) throw notFound("practice session");
  return seen(actor, session, await scoresOf(tx, [id]));
}

/** The actor's own, the latest first. */
export async function mySessions(
  tx: Tx,
  actor: Actor,
  cursor: string | undefined,
  limit: number,
): Promise<Page<SeenSession>> {
  const { items, nextCursor } = await listSessions(tx, actor.member.id, cursor, limit);
  return { items: await seeAll(tx, actor, items), nextCursor };
}

/** Colleagues' rehearsals that wait for the actor's yes and no; two weeks long. */
export async function sessionsForMe(tx: Tx, actor: Actor): Promise<SeenSession[]> {
  const since = new Date(actor.now.getTime() - WANTED_DAYS * DAY_MS);
  return seeAll(tx, actor, await sessionsToScore(tx, actor.member.id, since));
}

/** It was not held: it counts no more, and nobody scores it. Throws Problem not-found, not-allowed. */
export async function takeBackSession(tx: Tx, actor: Actor, id: string): Promise<void> {
  const session = await hold(tx, actor, id);
  if (session.memberId !== actor.member.id)
    throw notAllowed(`this is ${session.memberName}'s rehearsal: only they take it back`);
  const scores = await scoresOf(tx, [id]);
  await takeBackSessionRow(tx, id, actor);
  const subjectIds = [id, ...scores.map((score) => score.id)];
  await writeCounterEntries(tx, actor, { subjectIds }, "practice.taken-back");
}

/** Asks colleagues to score it. Who was asked before is asked once. Throws Problem not-found, not-allowed, invalid. */
export async function askToScore(
  tx: Tx,
  actor: Actor,
  id: string,
  memberIds: readonly string[],
): Promise<SeenSession> {
  await holdOwn(tx, actor, id);
  await askThem(tx, actor, id, memberIds);
  return seeSession(tx, actor, id);
}

/** They need not score it after all; what they have scored stays. Throws Problem not-found, not-allowed. */
export async function askNoMore(tx: Tx, actor: Actor, id: string, memberId: string): Promise<SeenSession> {
  await holdOwn(tx, actor, id);
  await deleteUnscored(tx, { sessionId: id, scorerId: memberId });
  return seeSession(tx, actor, id);
}

/**
 * What somebody in the room said, on the rep's device that was handed over: a colleague, or somebody who is no member. Throws
 * Problem not-found, not-allowed, invalid naming the field, conflict.
 */
export async function scoreOnMyDevice(
  tx: Tx,
  actor: Actor,
  id: string,
  said: SaidScore & { scorerId?: string | null | undefined; guest?: string | null | undefined },
): Promise<SeenSession> {
  const session = await holdOwn(tx, actor, id);
  const scores = await scoresOf(tx, [id]);
  const kept = cleanKept(session.points, said.kept);
  const note = cleanText(said.note, LONGEST_NOTE, "note");
  const scorerId = said.scorerId ?? null;
  if (scorerId === actor.member.id) throw conflict("you have scored it; hand the device over");
  const there = scorerId === null ? undefined : scores.find((each) => each.scorerId === scorerId);
  if (there?.kept) throw conflict(`${there.scorerName ?? "they"} scored it on their own device`);
  if (there) await updateScore(tx, there.id, { kept, note }, actor);
  else {
    refuseMany(scores.length + 1);
    if (scorerId !== null) await getMember(tx, actor, scorerId);
    const guest = scorerId === null ? cleanText(said.guest, LONGEST_GUEST, "guest") : null;
    await insertScores(tx, [{ sessionId: id, scorerId, guest, kept, note }], actor);
  }
  await tellScored(tx, actor, session, scorerId);
  return seeSession(tx, actor, id);
}

/** The actor's yes and no of a colleague's rehearsal. Throws Problem not-found, invalid naming the field, conflict. */
export async function scoreTheirs(tx: Tx, actor: Actor, id: string, said: SaidScore): Promise<SeenSession> {
  const session = await hold(tx, actor, id);
  const own = (await scoresOf(tx, [id])).find(({ scorerId }) => scorerId === actor.member.id);
  if (session.memberId === actor.member.id)
    throw conflict("you have scored your own rehearsal; take it back and hold it again");
  if (!own) throw notFound("practice session");
  if (own.kept) throw conflict("you have scored it; take that back first");
  const kept = cleanKept(session.points, said.kept);
  await updateScore(tx, own.id, { kept, note: cleanText(said.note, LONGEST_NOTE, "note") }, actor);
  await tellScored(tx, actor, session, actor.member.id);
  return seeSession(tx, actor, id);
}

/** They are asked as before. Throws Problem not-found, conflict. */
export async function takeBackMyScore(tx: Tx, actor: Actor, id: string): Promise<SeenSession> {
  const session = await hold(tx, actor, id);
  if (session.memberId === actor.member.id) throw conflict("take the session back instead");
  const own = (await scoresOf(tx, [id])).find(({ scorerId }) => scorerId === actor.member.id);
  if (!own?.kept) throw notFound("score");
  await updateScore(tx, own.id, null, actor);
  await writeCounterEntries(
    tx,
    actor,
    { subjectIds: [own.id], verbs: ["practice.scored"] },
    "practice.score-taken-back",
  );
  return seeSession(tx, actor, id);
}

/** Somebody leaves: the words about their rehearsals go, and nobody is asked any more. That they rehearsed stays counted. */
export async function forgetPracticeOf(tx: Tx, _actor: Actor, memberId: string): Promise<void> {
  await deleteUnscored(tx, { ofOrFor: memberId });
  await eraseWords(tx, memberId);
}

async function hold(tx: Tx, actor: Actor, id: string): Promise<SessionRow> {
  const session = await holdSession(tx, id);
  if (!session) throw notFound("practice session");
  return seen(actor, session, await scoresOf(tx, [id])).session;
}

async function holdOwn(tx: Tx, actor: Actor, id: string): Promise<SessionRow> {
  const session = await hold(tx, actor, id);
  if (session.memberId !== actor.member.id)
    throw notAllowed(`this is ${session.memberName}'s rehearsal: they say who scores it`);
  return session;
}

async function askThem(tx: Tx, actor: Actor, id: string, memberIds: readonly string[]): Promise<void> {
  const ids = [...new Set(memberIds)];
  if (ids.includes(actor.member.id))
    throw invalid("you have scored it yourself; ask somebody else", "askIds");
  const known = new Set((await scoresOf(tx, [id])).map(({ scorerId }) => scorerId));
  const fresh = ids.filter((each) => !known.has(each));
  refuseMany(known.size + fresh.length);
  for (const each of fresh)
    if ((await getMember(tx, actor, each)).state !== "here")
      throw invalid("somebody who works here can score it", "askIds");
  const asked = fresh.map((scorerId) => ({ sessionId: id, scorerId, guest: null, kept: null, note: null }));
  await insertScores(tx, asked, actor);
}

async function tellScored(tx: Tx, actor: Actor, session: SessionRow, scorerId: string | null): Promise<void> {
  const score = (await scoresOf(tx, [session.id])).findLast((each) => each.scorerId === scorerId);
  if (!score) return;
  await writeJournal(tx, actor, [
    {
      verb: "practice.scored",
      subject: { kind: "practice-score", id: score.id },
      day: actor.today,
      concerns: [session.memberId, scorerId],
      detail: { sessionId: session.id, skill: session.skill },
    },
  ]);
}

async function seeAll(tx: Tx, actor: Actor, sessions: readonly SessionRow[]): Promise<SeenSession[]> {
  const scores = Map.groupBy(
    await scoresOf(
      tx,
      sessions.map(({ id }) => id),
    ),
    ({ sessionId }) => sessionId,
  );
  return sessions.map((session) => seen(actor, session, scores.get(session.id) ?? []));
}

function seen(actor: Actor, session: SessionRow, scores: readonly ScoreRow[]): SeenSession {
  if (!scores.some(({ scorerId }) => scorerId === actor.member.id)) throw notFound("practice session");
  const waitsFor = scores.flatMap(({ scorerId, scorerName, kept }) =>
    scorerId !== null && kept === null ? [{ id: scorerId, name: scorerName ?? "" }] : [],
  );
  return { session, scores: visibleScores(scores, actor.member.id), waitsFor };
}

function refuseMany(scorers: number): void {
  if (scorers > MOST_SCORERS) throw conflict(`${MOST_SCORERS} scores of one rehearsal are enough`);
}
