import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import { queueJob } from "#lib/jobs/queue.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { writtenIn } from "#loops/first-response.ts";
import { mayChangeFor } from "#team/member.ts";
import { homeCountryOf, postalAddressOf } from "#team/workspace-actions.ts";
import { rhythmsHere } from "#touches/rhythm-setting-actions.ts";
import { GROUPS } from "#touches/rhythm.ts";
import type { NewsletterRow } from "./letter-tables.ts";
import {
  checkWritten,
  faultBefore,
  mayWriteToAll,
  newsletterStateOf,
  type Whose,
  type Written,
} from "./newsletter.ts";
import {
  findNewsletter,
  insertNewsletter,
  insertTest,
  lockNewsletter,
  takeBackNewsletterRow,
  testsOf,
  updateWritten,
  type TestRow,
} from "./newsletter-store.ts";

export const SEND_TEST = "letters.test";

/** A new draft, to whom the workspace's rhythms say, in the language of its country. Everybody may write one. Throws Problem not-allowed, invalid. */
export async function beginNewsletter(
  tx: Tx,
  actor: Actor,
  said: { [K in keyof Written]?: Written[K] | undefined },
): Promise<NewsletterRow> {
  const rhythms = await rhythmsHere(tx);
  const {
    subject = "",
    text = "",
    language = writtenIn(await homeCountryOf(tx)),
    groups = GROUPS.filter((group) => rhythms[group].getsLetters),
    subscribers = true,
    whose = mayWriteToAll(actor) ? "all" : "own",
  } = said;
  refuseAll(actor, whose);
  const written = checkWritten({ subject, text, language, groups, subscribers, whose });
  const id = newId(actor.now);
  await insertNewsletter(tx, { ...written, id, memberId: actor.member.id }, actor);
  await writeJournal(tx, actor, [
    {
      verb: "newsletter.begun",
      subject: { kind: "newsletter", id },
      day: actor.today,
      concerns: [actor.member.id],
    },
  ]);
  return getNewsletter(tx, id);
}

/** Throws Problem not-found, also for one that was thrown away. */
export async function getNewsletter(tx: Tx, id: string): Promise<NewsletterRow> {
  const letter = await findNewsletter(tx, id);
  if (!letter || letter.takenBack) throw notFound("letter");
  return letter;
}

/**
 * A draft as it was typed; what is not said stays. `version` is the one it was typed over: where somebody else has changed it since,
 * a conflict that says who, and nothing is lost. Throws Problem not-found, not-allowed, invalid, conflict.
 */
export async function changeNewsletter(
  tx: Tx,
  actor: Actor,
  id: string,
  { version, ...said }: { version: number } & { [K in keyof Written]?: Written[K] | undefined },
): Promise<NewsletterRow> {
  await lockNewsletter(tx, id);
  const before = await getNewsletter(tx, id);
  refuseOthers(actor, before);
  if (before.sentAt !== null) throw conflict("it was sent: what has left is not changed");
  const wanted = checkWritten({
    subject: said.subject ?? before.subject,
    text: said.text ?? before.text,
    language: said.language ?? before.language,
    groups: said.groups ?? before.groups,
    subscribers: said.subscribers ?? before.subscribers,
    whose: said.whose ?? before.whose,
  });
  if (isSame(wanted, before)) return before;
  if (version !== before.version)
    throw conflict(`${before.changedByName} changed it meanwhile`, {
      version: before.version,
      changedBy: before.changedByName,
    });
  if (wanted.whose !== before.whose) refuseAll(actor, wanted.whose);
  await updateWritten(tx, id, wanted, actor);
  return getNewsletter(tx, id);
}

/** Throws away a draft. Throws Problem not-found, not-allowed, conflict. */
export async function throwAway(tx: Tx, actor: Actor, id: string): Promise<void> {
  await lockNewsletter(tx, id);
  const letter = await getNewsletter(tx, id);
  refuseOthers(actor, letter);
  if (letter.sentAt !== null) throw conflict("it was sent: nobody can take it back");
  await takeBackNewsletterRow(tx, id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "newsletter.thrown-away");
}

/** Throws Problem not-found, not-allowed, conflict. */
export async function bringBack(tx: Tx, actor: Actor, id: string): Promise<NewsletterRow> {
  await lockNewsletter(tx, id);
  const letter = await findNewsletter(tx, id);
  if (!letter) throw notFound("letter");
  refuseOthers(actor, letter);
  if (!letter.takenBack) throw conflict("it was not thrown away: it stands");
  await takeBackNewsletterRow(tx, id, null);
  await writeJournal(tx, actor, [
    {
      verb: "newsletter.begun",
      subject: { kind: "newsletter", id },
      day: actor.today,
      concerns: [letter.memberId],
    },
  ]);
  return getNewsletter(tx, id);
}

/** A copy of the draft as it stands to whoever asks for it. Throws Problem not-found, not-allowed, invalid, conflict. */
export async function sendTest(
  tx: Tx,
  actor: Actor,
  id: string,
  { version }: { version: number },
): Promise<TestRow> {
  await lockNewsletter(tx, id);
  const letter = await getNewsletter(tx, id);
  refuseOthers(actor, letter);
  if (newsletterStateOf(letter) !== "draft") throw conflict("it was sent already");
  if (letter.version !== version)
    throw conflict(`${letter.changedByName} changed it meanwhile: look at it again`, {
      version: letter.version,
    });
  const fault = faultBefore({ ...letter, postalAddress: await postalAddressOf(tx) });
  if (fault) throw invalid(fault.reason, fault.field);
  const testId = newId(actor.now);
  await insertTest(tx, { id: testId, newsletterId: id, version }, actor);
  await queueJob(tx, { kind: SEND_TEST, payload: { testId }, askedBy: actor.member.id, now: actor.now });
  const [test] = await testsOf(tx, id);
  return test as TestRow;
}

/** Whoever wrote it, their manager, or a leader. */
export function refuseOthers(
  actor: Actor,
  letter: Pick<NewsletterRow, "memberId" | "memberTeamId" | "memberName">,
): void {
  if (mayChangeFor(actor, { memberId: letter.memberId, teamId: letter.memberTeamId })) return;
  throw notAllowed(`this is ${letter.memberName}'s letter: they, their manager or a leader can change it`);
}

function refuseAll(actor: Actor, whose: Whose): void {
  if (whose === "all" && !mayWriteToAll(actor))
    throw notAllowed("a manager or a leader writes to everybody's people; you write to those you hold");
}

function isSame(one: Written, other: Written): boolean {
  return (
    one.subject === other.subject &&
    one.text === other.text &&
    one.language === other.language &&
    one.subscribers === other.subscribers &&
    one.whose === other.whose &&
    one.groups.join() === other.groups.join()
  );
}
