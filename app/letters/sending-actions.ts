import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notFound } from "#lib/kernel/problem.ts";
import { queueJob } from "#lib/jobs/queue.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { postalAddressOf } from "#team/workspace-actions.ts";
import { findCopy, insertCopies, markCopyAccepted, sendCopyAgain } from "./copy-store.ts";
import type { CopyRow, NewsletterRow } from "./letter-tables.ts";
import { getNewsletter, refuseOthers } from "./newsletter-actions.ts";
import { copyStateOf, faultBefore, newsletterStateOf, type NewsletterState } from "./newsletter.ts";
import {
  lockNewsletter,
  markDone,
  markNewsletterSent,
  markPaused,
  markStopped,
  sendingNow,
  setTurn,
  testsOf,
} from "./newsletter-store.ts";
import { noteCopies } from "./copy-actions.ts";
import { whoGetsIt } from "./recipient-actions.ts";

export const SEND_BATCH = "letters.send";

/**
 * Somebody presses send: who gets it stands from now on, and it leaves as fast as it may, outside quiet hours. `version` is the one
 * that they saw. Throws Problem not-found, not-allowed, conflict, and invalid saying what is to be done before.
 */
export async function sendNewsletter(
  tx: Tx,
  actor: Actor,
  id: string,
  { version }: { version: number },
): Promise<NewsletterRow> {
  await lockNewsletter(tx, id);
  const letter = await getNewsletter(tx, id);
  refuseOthers(actor, letter);
  if (letter.sentAt !== null) throw conflict("it was sent already");
  if (letter.version !== version)
    throw conflict(`${letter.changedByName} changed it meanwhile: look at it again`, {
      version: letter.version,
    });
  const tests = await testsOf(tx, id);
  const tested = tests.some(
    (test) => test.version === version && test.memberId === actor.member.id && test.acceptedAt !== null,
  );
  const all = await whoGetsIt(tx, letter, actor.today);
  const recipients = all.flatMap(({ known, verdict }) =>
    verdict.gets && known.to !== null
      ? [{ id: newId(actor.now), personId: known.id, key: known.to.key, because: verdict.because }]
      : [],
  );
  const postalAddress = await postalAddressOf(tx);
  const fault = faultBefore({ ...letter, postalAddress, tested, recipients: recipients.length }, true);
  if (fault) throw invalid(fault.reason, fault.field);
  await insertCopies(tx, id, recipients);
  await markNewsletterSent(tx, id, actor);
  await queueBatch(tx, actor, id);
  await writeJournal(tx, actor, [
    {
      verb: "newsletter.sent-off",
      subject: { kind: "newsletter", id },
      day: actor.today,
      concerns: [letter.memberId],
      detail: {
        subject: letter.subject,
        recipients: recipients.length,
        others: all.length - recipients.length,
      },
    },
  ]);
  return getNewsletter(tx, id);
}

/** No more leave until somebody lets it go on. Throws Problem not-found, not-allowed, conflict. */
export async function pauseSending(tx: Tx, actor: Actor, id: string): Promise<NewsletterRow> {
  await under(tx, actor, id, ["sending"]);
  await markPaused(tx, id, { at: actor.now, by: actor.member.id, trouble: null });
  return getNewsletter(tx, id);
}

/** It goes on where it was, after a pause or after it was stopped. Throws Problem not-found, not-allowed, conflict. */
export async function goOnSending(tx: Tx, actor: Actor, id: string): Promise<NewsletterRow> {
  await under(tx, actor, id, ["paused", "stopped"]);
  await markStopped(tx, id, null);
  await queueBatch(tx, actor, id);
  return getNewsletter(tx, id);
}

/** Whoever has not got it does not get it. Throws Problem not-found, not-allowed, conflict. */
export async function stopSending(tx: Tx, actor: Actor, id: string): Promise<NewsletterRow> {
  await under(tx, actor, id, ["sending", "paused"]);
  await markStopped(tx, id, actor);
  return getNewsletter(tx, id);
}

/** Somebody knows that a copy in doubt has arrived. Throws Problem not-found, not-allowed, conflict. */
export async function sayCopyArrived(tx: Tx, actor: Actor, copyId: string): Promise<CopyRow> {
  const copy = await inDoubt(tx, actor, copyId);
  await markCopyAccepted(tx, copyId, copy.handedAt ?? actor.now);
  await noteCopies(tx, actor, await getNewsletter(tx, copy.newsletterId));
  return getCopy(tx, copyId);
}

/** A copy in doubt is sent once more; it carries the same Message-ID. Throws Problem not-found, not-allowed, conflict. */
export async function sendAgain(tx: Tx, actor: Actor, copyId: string): Promise<CopyRow> {
  const { newsletterId } = await inDoubt(tx, actor, copyId);
  await sendCopyAgain(tx, copyId);
  const letter = await getNewsletter(tx, newsletterId);
  if (letter.doneAt !== null) await markDone(tx, newsletterId, null);
  if (letter.doneAt !== null || newsletterStateOf(letter) === "sending")
    await queueBatch(tx, actor, newsletterId);
  return getCopy(tx, copyId);
}

/** Throws Problem not-found. */
export async function getCopy(tx: Tx, id: string): Promise<CopyRow> {
  const copy = await findCopy(tx, id);
  if (!copy) throw notFound("letter");
  return copy;
}

async function inDoubt(tx: Tx, actor: Actor, copyId: string): Promise<CopyRow> {
  const { newsletterId } = await getCopy(tx, copyId);
  await lockNewsletter(tx, newsletterId);
  refuseOthers(actor, await getNewsletter(tx, newsletterId));
  const copy = await getCopy(tx, copyId);
  if (copyStateOf(copy) !== "doubtful") throw conflict("nothing about this letter is in doubt");
  return copy;
}

async function under(
  tx: Tx,
  actor: Actor,
  id: string,
  states: readonly NewsletterState[],
): Promise<NewsletterRow> {
  await lockNewsletter(tx, id);
  const letter = await getNewsletter(tx, id);
  refuseOthers(actor, letter);
  const state = newsletterStateOf(letter);
  if (!states.includes(state)) throw conflict(NOT_NOW[state]);
  return letter;
}

const NOT_NOW: Record<NewsletterState, string> = {
  draft: "it was not sent yet",
  sending: "it is on its way",
  paused: "it is paused",
  stopped: "it was stopped",
  done: "it has gone to everybody",
};

/** Letters may leave at other times from now on: whatever waits looks again when its turn is. */
export async function wakeWaiting(tx: Tx, actor: Actor): Promise<void> {
  for (const id of await sendingNow(tx)) await queueBatch(tx, actor, id);
}

/** Jobs that were queued before send nothing any more. */
async function queueBatch(tx: Tx, actor: Actor, newsletterId: string): Promise<void> {
  const turn = newId(actor.now);
  await setTurn(tx, newsletterId, turn);
  await queueJob(tx, {
    kind: SEND_BATCH,
    payload: { newsletterId, turn },
    askedBy: actor.member.id,
    now: actor.now,
  });
}
