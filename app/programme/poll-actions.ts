import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { mayLead } from "#team/member.ts";
import {
  checkAnswers,
  checkLastDay,
  checkRest,
  cleanStatements,
  emptyUrn,
  mayAnswer,
  nextOpens,
  pollState,
  putIn,
  resultsOf,
  STATEMENTS,
  USUAL_DAYS,
  type Answers,
  type PollResults,
  type PollState,
  type Statement,
} from "./poll.ts";
import {
  countAsked,
  holdPolls,
  holdUrn,
  insertPoll,
  insertVoter,
  pollsFor,
  saveUrn,
  takeBackPollRow,
  updateLastDay,
  type PollRow,
} from "./poll-store.ts";

export interface Poll extends Omit<PollRow, "urn"> {
  state: PollState;
  /** How many have answered; null: it has ended with too few. */
  answers: number | null;
  /** Null until it has ended, and for good where fewer than five answered. */
  results: PollResults | null;
}

export interface Polls {
  polls: Poll[];
  /** How many would be asked now. */
  asked: number;
  /** The first day of the next one; null: at once, unless one is open. */
  nextOpens: Day | null;
}

/** All polls, the newest first, as everybody in the workspace may see them: there is nothing more to see for anybody. */
export async function pollsOf(tx: Tx, actor: Actor): Promise<Polls> {
  const rows = await pollsFor(tx, actor.member.id);
  return {
    polls: rows.map((row, at) => shown(row, rows[at + 1] ?? null, actor.today)),
    asked: await countAsked(tx),
    nextOpens: nextOpens(rows, actor.today),
  };
}

/** A leader opens it for everybody but leaders. Throws Problem not-allowed, invalid, conflict. */
export async function openPoll(
  tx: Tx,
  actor: Actor,
  wanted: { lastDay?: Day | undefined; statements?: readonly Statement[] | undefined },
): Promise<Poll> {
  refuseFollowers(actor);
  const lastDay = wanted.lastDay ?? addDays(actor.today, USUAL_DAYS);
  checkLastDay(lastDay, actor.today);
  const statements = cleanStatements(wanted.statements ?? STATEMENTS);
  await holdPolls(tx);
  checkRest(await pollsFor(tx, actor.member.id), actor.today);
  const id = newId(actor.now);
  await insertPoll(tx, { id, statements, lastDay, urn: emptyUrn(statements.length, byChance) }, actor);
  await writeJournal(tx, actor, [
    {
      verb: "poll.opened",
      subject: { kind: "poll", id },
      day: actor.today,
      detail: { lastDay },
    },
  ]);
  return find(tx, actor, id);
}

/** Another last day, from today on, while it is open; its results come the day after. Throws Problem not-found, not-allowed, invalid, conflict. */
export async function setLastDay(tx: Tx, actor: Actor, id: string, lastDay: Day): Promise<Poll> {
  refuseFollowers(actor);
  await holdPolls(tx);
  const poll = await find(tx, actor, id);
  refuseEnded(poll);
  checkLastDay(lastDay, actor.today);
  if (lastDay === poll.lastDay) return poll;
  await updateLastDay(tx, id, lastDay);
  await writeJournal(tx, actor, [
    {
      verb: "poll.last-day-set",
      subject: { kind: "poll", id },
      day: actor.today,
      detail: { lastDay },
    },
  ]);
  return find(tx, actor, id);
}

/** As if it had never been opened. Throws Problem not-found, not-allowed, and conflict once somebody has answered. */
export async function takeBackPoll(tx: Tx, actor: Actor, id: string): Promise<void> {
  refuseFollowers(actor);
  await holdPolls(tx);
  await find(tx, actor, id);
  const urn = await holdUrn(tx, id);
  if (urn !== null && urn.answers > 0)
    throw conflict("somebody has answered: let it end, or set another last day");
  await takeBackPollRow(tx, id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [id], verbs: ["poll.opened"] }, "poll.taken-back");
}

/**
 * Adds what somebody says to the sums. The journal gets no line of it: what is written of it anywhere is that they have answered.
 * Throws Problem not-found, not-allowed, invalid, conflict.
 */
export async function answerPoll(tx: Tx, actor: Actor, id: string, answers: Answers): Promise<void> {
  const poll = await find(tx, actor, id);
  if (!mayAnswer(actor))
    throw notAllowed(
      "whoever leads reads the results and does not answer: their own answer is known to them",
    );
  refuseEnded(poll);
  checkAnswers(answers, poll.statements.length);
  const urn = await holdUrn(tx, id);
  if (urn === null) throw notFound("poll");
  if (!(await insertVoter(tx, id, actor.member.id)))
    throw conflict("you have answered: nobody can find your answer to change it");
  await saveUrn(tx, id, putIn(urn, answers));
}

function shown({ urn, ...poll }: PollRow, before: PollRow | null, today: Day): Poll {
  const state = pollState(poll, today);
  const results = state === "open" ? null : resultsOf(urn, poll.statements, before);
  const answers = state === "open" || results !== null ? urn.answers : null;
  return { ...poll, state, answers, results };
}

async function find(tx: Tx, actor: Actor, id: string): Promise<Poll> {
  const rows = await pollsFor(tx, actor.member.id);
  const at = rows.findIndex((row) => row.id === id);
  const row = rows[at];
  if (row === undefined) throw notFound("poll");
  return shown(row, rows[at + 1] ?? null, actor.today);
}

function refuseFollowers(actor: Actor): void {
  if (!mayLead(actor)) throw notAllowed("a leader opens and ends polls");
}

function refuseEnded({ state }: Poll): void {
  if (state === "ended") throw conflict("this poll has ended");
}

const byChance = (): number => {
  const [word] = crypto.getRandomValues(new Uint32Array(1));
  return (word ?? 0) / 2 ** 32;
};
