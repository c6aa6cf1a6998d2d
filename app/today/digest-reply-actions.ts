import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { Problem } from "#lib/kernel/problem.ts";
import { queueJob } from "#lib/jobs/queue.ts";
import type { IncomingMail } from "#lib/mail/incoming.ts";
import { asSentence } from "#lib/kernel/text.ts";
import { mailKey } from "#lib/mail/mail-key.ts";
import type { Tx } from "#lib/storage/database.ts";
import { actorIfHere, actorOf } from "#team/door-actions.ts";
import { getMember } from "#team/member-actions.ts";
import { dayIn, type Day } from "#lib/kernel/days.ts";
import { SEND_DIGEST } from "./digest-actions.ts";
import { short, type DigestLine } from "./digest-compose.ts";
import type { Chosen, Effect, Shown } from "./digest-line.ts";
import { numberIn, replyLines } from "./digest-reply.ts";
import {
  findMail,
  holdLine,
  insertLines,
  insertMail,
  lastMailOf,
  linesOf,
  mailsSince,
  markDone,
  rewriteLine,
} from "./digest-store.ts";
import {
  isTold,
  readTold,
  refusedTold,
  writeDown,
  type Told,
  type WrittenDown,
} from "./digest-told-actions.ts";
import { MOST_ANSWERS, MOST_READ_A_DAY, OPEN_DAYS } from "./digest.ts";

export const READ_REPLY = "read-digest-reply";
/** `answers`: the mail that it answers, where there is one. */
/** `isAnswered`: by a mail that says what was written down. */
export type Reply = { mailId: string; answers: string | null; isAnswered: boolean };

const DAY_MS = 86_400_000;
const LONGEST_SHOWN = 160;

/**
 * Takes down what a member wrote in answer to a mail of theirs, and queues its reading. Nothing where it is not theirs, not provably
 * so, says nothing, was told before, or comes as one too many. Whoever is refused hears nothing: the address may be forged.
 */
export async function takeReply(tx: Tx, mail: IncomingMail, answers: string, now: Date): Promise<void> {
  const answered = await findMail(tx, answers);
  if (answered === null || !answered.isHere) return;
  const { memberId, memberEmail } = answered;
  if (isTheirs(mail, memberEmail)) await takeLines(tx, mail, { memberId, answers, now });
}

/**
 * The same of what a member wrote to their own address and to nobody else, where at least one line of it tells something. Answers
 * whether it was that.
 */
export async function takeWritten(tx: Tx, mail: IncomingMail, memberId: string, now: Date): Promise<boolean> {
  const member = await hereWith(tx, memberId, now);
  if (member === null || !isTheirs(mail, member.email)) return false;
  const tells = replyLines(mail.text).some((text) => isTold(text, member.actor.today));
  if (tells) await takeLines(tx, mail, { memberId, answers: null, now });
  return tells;
}

function isTheirs(mail: IncomingMail, memberEmail: string): boolean {
  return mail.isProven === true && mail.from?.address === memberEmail.toLowerCase();
}

async function hereWith(
  tx: Tx,
  memberId: string,
  now: Date,
): Promise<{ actor: Actor; email: string } | null> {
  const actor = await actorIfHere(tx, memberId, now);
  return actor && { actor, email: (await getMember(tx, actor, memberId)).email };
}

async function takeLines(
  tx: Tx,
  mail: IncomingMail,
  { memberId, answers, now }: { memberId: string; answers: string | null; now: Date },
): Promise<void> {
  const told = replyLines(mail.text);
  if (told.length === 0) return;
  const since = new Date(now.getTime() - DAY_MS);
  const before = await mailsSince(tx, { memberId, kind: "answer", since });
  if (before >= MOST_READ_A_DAY) return;
  const { timeZone } = (await actorOf(tx, memberId, now)).workspace;
  const id = newId(now);
  const isNew = await insertMail(
    tx,
    {
      id,
      memberId,
      kind: "answer",
      day: dayIn(now, timeZone),
      openUntil: new Date(now.getTime() + OPEN_DAYS * DAY_MS),
      answersKey: mailKey(mail),
      answersId: mail.messageId,
    },
    now,
  );
  if (!isNew) return;
  await insertLines(
    tx,
    id,
    told.map((text, place) => ({
      id: newId(now),
      place,
      about: { kind: "told", text },
      shown: openLine(text, ""),
    })),
  );
  await queueJob(tx, {
    kind: READ_REPLY,
    payload: { mailId: id, answers, isAnswered: before < MOST_ANSWERS },
    askedBy: memberId,
    now,
  });
}

/** Writes each line down that is sure, makes a question of each other, and queues the one mail that says so. */
export async function readReply(tx: Tx, { mailId, answers, isAnswered }: Reply, now: Date): Promise<void> {
  const mail = await findMail(tx, mailId);
  if (mail === null) return;
  const actor = await actorOf(tx, mail.memberId, now);
  const before = answers === null ? [] : await linesOf(tx, answers);
  const last = await lastMailOf(tx, mail.memberId);
  const spokenOf = [...before, ...(last === null ? [] : await linesOf(tx, last.id))];
  const near = spokenOf.flatMap(({ about }) =>
    "personId" in about && about.personId ? [about.personId] : [],
  );
  let choices = 0;
  for (const line of await linesOf(tx, mailId)) {
    if (line.about.kind !== "told") continue;
    const { text } = line.about;
    const done = await asAWhole(
      tx,
      () => readLine(tx, actor, text, { near, before, choices, now }),
      ({ reason }) => openWith(text, `This could not be written down: ${asSentence(reason)}`),
    );
    choices += done.choices;
    await rewriteLine(tx, line.id, done.line);
    if (done.effect !== null)
      await markDone(tx, line.id, { did: done.line.shown.heading, effect: done.effect }, now);
  }
  if (isAnswered) await queueJob(tx, { kind: SEND_DIGEST, payload: { mailId }, askedBy: mail.memberId, now });
}

interface ReadLine {
  line: DigestLine;
  effect: Effect | null;
  /** How many choices it offers. */
  choices: number;
}

interface Reading {
  near: readonly string[];
  /** The lines of the mail that was answered. */
  before: Awaited<ReturnType<typeof linesOf>>;
  /** How many choices stand before. */
  choices: number;
  now: Date;
}

async function readLine(tx: Tx, actor: Actor, text: string, reading: Reading): Promise<ReadLine> {
  const number = numberIn(text);
  if (number !== null) return answerQuestion(tx, actor, { text, number }, reading);
  const told = await readTold(tx, actor, text, {
    near: reading.near,
    choices: {},
    week: weekAsked(reading.before),
  });
  if (told.kind === "trouble") return openWith(text, told.trouble);
  if (told.kind === "question") return question(text, told, reading.choices);
  return written(tx, actor, told, { text, says: text, choices: reading.choices });
}

/** Or, where a room refuses it, what it says: of a rule with the way to keep what took place. */
async function written(
  tx: Tx,
  actor: Actor,
  told: Extract<Told, { kind: "ask" | "fact" | "week" }>,
  { text, says, choices, done }: Writing,
): Promise<ReadLine> {
  const refused = (problem: Problem) => {
    const open = refusedTold(told, problem);
    return open.kind === "trouble" ? openWith(says, open.trouble) : question(says, open, choices);
  };
  return asAWhole(
    tx,
    async () => {
      const down = await writeDown(tx, actor, told);
      await done?.(down);
      const line = { about: { kind: "told", text } as const, shown: doneLine(down) };
      return { line, effect: down.effect, choices: 0 };
    },
    refused,
  );
}

interface Writing {
  text: string;
  /** What it tells, where that is not the text itself. */
  says: string;
  /** How many choices stand before. */
  choices: number;
  done?: (down: WrittenDown) => Promise<void>;
}

/** "2": the second choice of the mail that was answered. */
async function answerQuestion(
  tx: Tx,
  actor: Actor,
  { text, number }: { text: string; number: number },
  { near, before, choices, now }: Reading,
): Promise<ReadLine> {
  const found = before.find(
    ({ about }) => about.kind === "question" && about.choices.some((each) => each.number === number),
  );
  // As it stands now: another line of the same mail, or a button, may have answered it.
  const asked = found && (await holdLine(tx, found.id));
  if (asked?.about.kind !== "question") return openWith(text, "That mail has no choice of this number.");
  if (asked.doneAt !== null) return openWith(text, `That is answered already: ${asked.did}.`);
  const { chosen = {}, label = "" } = asked.about.choices.find((each) => each.number === number) ?? {};
  const told = await readTold(tx, actor, asked.about.text, { near, choices: chosen });
  if (told.kind === "trouble") return openWith(asked.about.text, told.trouble);
  if (told.kind === "question") return question(asked.about.text, told, choices);
  const done = ({ heading }: WrittenDown) =>
    markDone(tx, asked.id, { did: `${heading} (${label})`, effect: null }, now);
  return written(tx, actor, told, { text, says: asked.about.text, choices, done });
}

/** The week that the mail which was answered asks about. */
function weekAsked(before: Reading["before"]): Day | null {
  return before.flatMap(({ about }) => (about.kind === "week" ? [about.week] : []))[0] ?? null;
}

function question(
  text: string,
  told: { question: string; choices: readonly Omit<Chosen, "number">[] },
  before: number,
): ReadLine {
  const choices = told.choices.map((each, at) => ({ ...each, number: before + at + 1 }));
  return {
    line: { about: { kind: "question", text, choices }, shown: openLine(text, told.question) },
    effect: null,
    choices: choices.length,
  };
}

function openWith(text: string, why: string): ReadLine {
  return { line: { about: { kind: "told", text }, shown: openLine(text, why) }, effect: null, choices: 0 };
}

function openLine(text: string, why: string): Shown {
  const said = short(text, LONGEST_SHOWN);
  return { section: "open", name: said, heading: `“${said}”`, below: null, why, say: null, phone: null };
}

function doneLine({ name, heading, why, next }: WrittenDown): Shown {
  return {
    section: "done",
    name,
    heading: short(heading, LONGEST_SHOWN),
    below: null,
    why: short(why, 2 * LONGEST_SHOWN),
    say: null,
    phone: null,
    ...(next && { next }),
  };
}

/** What a room refuses is undone wholly, and said; the other lines stand. */
async function asAWhole(
  tx: Tx,
  work: () => Promise<ReadLine>,
  refused: (problem: Problem) => ReadLine,
): Promise<ReadLine> {
  await sql`savepoint told`.execute(tx.tables());
  try {
    const done = await work();
    await sql`release savepoint told`.execute(tx.tables());
    return done;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await sql`rollback to savepoint told`.execute(tx.tables());
    return refused(error);
  }
}
