import type { JobKind } from "#lib/jobs/worker.ts";
import { queueJob } from "#lib/jobs/queue.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { Problem } from "#lib/kernel/problem.ts";
import type { MessageIds } from "#lib/mail/message-ids.ts";
import type { Letter, MailDoor, Mailer } from "#lib/mail/send.ts";
import type { Database, Tx } from "#lib/storage/database.ts";
import { actorOf } from "#team/door-actions.ts";
import { postalAddressOf } from "#team/workspace-actions.ts";
import { refusalOf } from "./bounce.ts";
import { noteBounce, noteCopies } from "./copy-actions.ts";
import {
  doubtLeaving,
  markCopyAccepted,
  markCopyDoubted,
  markCopyHanded,
  markCopyRefused,
  markLeftOut,
  moveCopy,
  nextCopies,
  nextTurn,
  putOffCopy,
  unmarkCopyHanded,
  wereAllRefused,
} from "./copy-store.ts";
import { leaveFrom, sendingHours } from "./hours-actions.ts";
import type { LetterLinks } from "./letter-links-server.ts";
import type { CopyRow, NewsletterRow } from "./letter-tables.ts";
import { SEND_TEST } from "./newsletter-actions.ts";
import { newsletterStateOf } from "./newsletter.ts";
import { findNewsletter, findTest, markDone, markPaused, markTest, markTrouble } from "./newsletter-store.ts";
import { batchOf } from "./quiet.ts";
import { readKnown } from "./recipient-reader.ts";
import { judgeStill, type Because } from "./recipient.ts";
import { SEND_BATCH } from "./sending-actions.ts";
import { speakerFor } from "#people/speaker-reader.ts";
import { wholeLetter, type Sender } from "./whole-letter.ts";

export interface LetterPost {
  database: Database;
  mailer: MailDoor;
  links: LetterLinks;
  messageIds: MessageIds;
  /** Where mail to the house comes in, so that answers are seen here and passed on; null: they go to the writer alone. */
  replyAddress: string | null;
}

/** The mail server asked for patience with an address so often: then it is given up. */
const MOST_TRIES = 5;
const PATIENCE_MS = 15 * 60_000;
/** After trouble with the server itself. */
const AFTER_TROUBLE_MS = 2 * 60_000;
/** Other jobs of the workspace wait no longer for it. */
const BATCH_WITHIN_MS = 5_000;
/** So many refused in a row are not the fault of so many addresses. */
const MOST_REFUSED = 20;

/**
 * Letters to many, a batch a job. Each leaves at most once: it is marked, outside the job's transaction, before its first byte goes
 * out, and again as soon as the server has it. What is broken off in between is in doubt, for a person to decide.
 */
export function newsletterJobs(post: LetterPost): readonly JobKind[] {
  const test: JobKind<{ testId: string }> = {
    kind: SEND_TEST,
    async run({ tx, payload, now }) {
      const found = await findTest(tx, payload.testId);
      const letter = found && (await findNewsletter(tx, found.newsletterId));
      if (!found || !letter || letter.version !== found.version) return;
      const { workspace } = await actorOf(tx, found.memberId, now);
      const sender = await senderOf(tx, letter, workspace.name);
      const unsubscribeLink = post.links.pageFor("unsubscribe", tx.workspaceId, found.id);
      const whole = wholeLetter(letter, sender, { because: "agreed", unsubscribeLink });
      await post.mailer.send({
        ...partsOf(letter, whole, sender, post),
        subject: `Test: ${whole.subject}`,
        to: { name: found.memberName, address: found.memberEmail },
        headers: listHeaders(post, tx.workspaceId, found.id),
      });
      await markTest(tx, found.id, { acceptedAt: now });
    },
    onFailed: (tx, { payload, failure, now }) => markTest(tx, payload.testId, { failedAt: now, failure }),
  };
  const batch: JobKind<{ newsletterId: string; turn: string }> = {
    kind: SEND_BATCH,
    async run({ tx, payload, now }) {
      const letter = await findNewsletter(tx, payload.newsletterId);
      if (!letter) return;
      const author = await speakerFor(tx, { memberId: letter.memberId, personId: null }, now);
      // What a try that was broken off left behind.
      await doubtLeaving(tx, letter.id, now);
      await noteCopies(tx, author, letter);
      if (letter.turn !== payload.turn || newsletterStateOf(letter) !== "sending") return;
      const next = await sendBatch(tx, post, letter, author);
      if (next !== null) await queueJob(tx, { kind: SEND_BATCH, payload, askedBy: null, now, dueAt: next });
    },
    onFailed: (tx, { payload, failure, now }) =>
      markPaused(tx, payload.newsletterId, { at: now, by: null, trouble: failure }),
  };
  return [test, batch];
}

/** Answers when the next batch is due; null: there is none, or not by itself. */
async function sendBatch(
  tx: Tx,
  post: LetterPost,
  letter: NewsletterRow,
  author: Actor,
): Promise<Date | null> {
  const { now } = author;
  const hours = await sendingHours(tx);
  const from = await leaveFrom(tx, now, hours);
  if (from === null) {
    await markPaused(tx, letter.id, {
      at: now,
      by: null,
      trouble: "no day of the coming year is a workday; look at the workdays and holidays",
    });
    return null;
  }
  if (from > now) return from;
  const { size } = batchOf(hours.perMinute);
  const sender = await senderOf(tx, letter, author.workspace.name);
  const copies = await still(tx, letter, author, await nextCopies(tx, letter.id, now, size));
  const course = await sendAll(tx, post, { letter, sender, copies, now });
  await noteCopies(tx, author, letter);
  if (course.pause !== null || (course.refused > 0 && (await wereAllRefused(tx, letter.id, MOST_REFUSED)))) {
    const trouble =
      course.pause ?? `the mail server refused ${MOST_REFUSED} addresses in a row (${course.says})`;
    await markPaused(tx, letter.id, { at: now, by: null, trouble });
    return null;
  }
  await markTrouble(tx, letter.id, course.trouble);
  const turn = await nextTurn(tx, letter.id);
  if (turn === null) {
    await markDone(tx, letter.id, now);
    return null;
  }
  const pace = now.getTime() + (course.handed / hours.perMinute) * 60_000;
  const wait = course.trouble === null ? 0 : now.getTime() + AFTER_TROUBLE_MS;
  return new Date(Math.max(pace, wait, turn.at?.getTime() ?? 0));
}

type Leaving = CopyRow & { to: { name: string; address: string } };

/** Those to whom it still may go, with their address as it is now; the others are left out, with the reason. */
async function still(
  tx: Tx,
  letter: NewsletterRow,
  { now, today }: Actor,
  copies: readonly CopyRow[],
): Promise<Leaving[]> {
  const ids = copies.flatMap(({ personId }) => personId ?? []);
  const known = new Map(
    (await readKnown(tx, { today, writerId: letter.memberId }, ids)).map((each) => [each.id, each]),
  );
  const leaving: Leaving[] = [];
  const left: { id: string; why: string }[] = [];
  for (const copy of copies) {
    const them = copy.personId === null ? undefined : known.get(copy.personId);
    const verdict = them && judgeStill(them.candidate);
    if (!them || !verdict?.gets || them.to === null) {
      left.push({ id: copy.id, why: verdict && !verdict.gets ? verdict.why : "gone" });
      continue;
    }
    if (them.to.key !== copy.key && !(await moveCopy(tx, copy, them.to.key))) {
      left.push({ id: copy.id, why: "same-address" });
      continue;
    }
    leaving.push({ ...copy, key: them.to.key, to: { name: them.fullName, address: them.to.address } });
  }
  await markLeftOut(tx, left, now);
  return leaving;
}

interface Course {
  /** Tried, with whatever outcome. */
  handed: number;
  refused: number;
  /** The server's own words about the last one that it refused. */
  says: string;
  /** Why it goes on a little later. */
  trouble: string | null;
  /** Why it goes on only by hand. */
  pause: string | null;
}

interface Batch {
  letter: NewsletterRow;
  sender: Sender;
  copies: readonly Leaving[];
  now: Date;
}

async function sendAll(tx: Tx, post: LetterPost, batch: Batch): Promise<Course> {
  const course: Course = { handed: 0, refused: 0, says: "", trouble: null, pause: null };
  if (batch.copies.length === 0) return course;
  const late = AbortSignal.timeout(BATCH_WITHIN_MS);
  await post.mailer.together(async (mailer) => {
    for (const copy of batch.copies) {
      if (course.trouble !== null || course.pause !== null) return;
      if (late.aborted) return;
      if (!(await sendOne(tx, post, mailer, batch, copy, course))) return;
      course.handed += 1;
    }
  });
  return course;
}

/** False: it was paused or stopped meanwhile, and nothing of it has left. */
async function sendOne(
  tx: Tx,
  post: LetterPost,
  mailer: Mailer,
  { letter, sender, now }: Batch,
  copy: Leaving,
  course: Course,
): Promise<boolean> {
  const aside = <T>(mark: (other: Tx) => Promise<T>) => post.database.aside(tx.workspaceId, mark);
  const whole = wholeLetter(letter, sender, {
    because: copy.because as Because,
    unsubscribeLink: post.links.pageFor("unsubscribe", tx.workspaceId, copy.id),
  });
  const held = new Error("it was held back");
  let handed = false;
  const begins = async () => {
    handed = await aside((other) => markCopyHanded(other, copy.id, now));
    if (!handed) throw held;
  };
  try {
    await mailer.send(
      {
        ...partsOf(letter, whole, sender, post),
        to: copy.to,
        id: post.messageIds.idOf("letter", tx.workspaceId, copy.id),
        headers: listHeaders(post, tx.workspaceId, copy.id),
      },
      { begins },
    );
  } catch (error) {
    if (error === held) return false;
    if (!(error instanceof Problem)) throw error;
    if (error.facts?.["mayHaveLeft"]) {
      await markCopyDoubted(tx, copy.id, now);
      course.trouble = error.reason;
      return true;
    }
    if (handed) await aside((other) => unmarkCopyHanded(other, copy.id));
    await afterRefusal(tx, copy, error, now, course);
    return true;
  }
  await aside((other) => markCopyAccepted(other, copy.id, now));
  return true;
}

/** It has not left. Whether that is because of the address, the letter or the server decides what comes next. */
async function afterRefusal(
  tx: Tx,
  copy: CopyRow,
  { kind, reason, facts }: Problem,
  now: Date,
  course: Course,
): Promise<void> {
  const code = Number(facts?.["code"] ?? 0);
  const says = String(facts?.["says"] ?? reason);
  if (facts?.["ofRecipient"] !== true) {
    if (kind === "invalid") course.pause = reason;
    else course.trouble = reason;
    return;
  }
  if (kind !== "invalid" && copy.tries + 1 < MOST_TRIES) {
    await putOffCopy(tx, copy.id, new Date(now.getTime() + PATIENCE_MS * (copy.tries + 1)));
    return;
  }
  await markCopyRefused(tx, copy.id, now, says);
  if (kind === "invalid") {
    course.refused += 1;
    course.says = says;
  }
  const bounce = kind === "invalid" ? refusalOf(code, says) : null;
  if (bounce !== null) await noteBounce(tx, copy, { bounce, says, at: now });
}

/** RFC 8058; of a test the link changes nothing. */
function listHeaders({ links }: LetterPost, workspaceId: string, id: string): Record<string, string> {
  return {
    "List-Unsubscribe": `<${links.oneClick(workspaceId, id)}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    Precedence: "bulk",
  };
}

/** In the writer's name, from the address that the mail server lets us send from. */
function partsOf(
  letter: NewsletterRow,
  { subject, html, text }: { subject: string; html: string; text: string },
  sender: Sender,
  { replyAddress }: LetterPost,
): Omit<Letter, "to"> {
  return {
    subject,
    html,
    text,
    fromName: `${letter.memberName} (${sender.workspaceName})`,
    replyTo: { name: letter.memberName, address: replyAddress ?? letter.memberEmail },
  };
}

/** Throws Problem conflict where the postal address was taken away since. */
async function senderOf(tx: Tx, letter: NewsletterRow, workspaceName: string): Promise<Sender> {
  const postalAddress = await postalAddressOf(tx);
  if (postalAddress === null)
    throw new Problem(
      "conflict",
      "your postal address has to stand in it: a leader writes it down under Settings → Postal address",
    );
  return { workspaceName, writerName: letter.memberName, postalAddress };
}
