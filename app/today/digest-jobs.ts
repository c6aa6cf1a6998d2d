import { queueJob } from "#lib/jobs/queue.ts";
import type { JobKind } from "#lib/jobs/worker.ts";
import { dayIn } from "#lib/kernel/days.ts";
import { conflict } from "#lib/kernel/problem.ts";
import type { MessageIds } from "#lib/mail/message-ids.ts";
import { leaveOnce } from "#lib/mail/leave-once.ts";
import type { Mailer } from "#lib/mail/send.ts";
import type { Database, Tx } from "#lib/storage/database.ts";
import { callName } from "#people/call-name.ts";
import { actorOf } from "#team/door-actions.ts";
import { MAKE_DIGEST, makeDueDigest, SEND_DIGEST, type DueDigest } from "./digest-actions.ts";
import { READ_REPLY, readReply, type Reply } from "./digest-reply-actions.ts";
import { writeDigest } from "./digest-letter.ts";
import type { DigestLinks } from "./digest-link-server.ts";
import {
  findMail,
  linesOf,
  markAccepted,
  markDoubted,
  markFailed,
  markHanded,
  unmarkHanded,
  type DigestMailRow,
} from "./digest-store.ts";
import { mailStateOf } from "./digest.ts";

export interface DigestPost {
  database: Database;
  mailer: Mailer;
  links: DigestLinks;
  messageIds: MessageIds;
  url: string;
  /** Where answers are read; null: nowhere. */
  answersTo: string | null;
}

/**
 * The mails of the day. Each leaves at most once, as first answers do: marked outside the job's transaction before its first byte
 * goes out, and again as soon as the server has it. What is broken off in between is never sent again by itself.
 */
export function digestJobs(post: DigestPost): readonly JobKind[] {
  const { database, mailer } = post;
  const make: JobKind<DueDigest> = {
    kind: MAKE_DIGEST,
    run: ({ tx, payload, now }) => makeDueDigest(tx, payload, now),
  };
  const send: JobKind<{ mailId: string }> = {
    kind: SEND_DIGEST,
    async run({ tx, payload, now }) {
      const aside = <T>(mark: Parameters<typeof database.aside<T>>[1]) =>
        database.aside(tx.workspaceId, mark);
      const mail = await findMail(tx, payload.mailId);
      if (mail === null) return;
      const state = mailStateOf(mail);
      if (state === "leaving") return markDoubted(tx, mail.id, now);
      if (state !== "waiting") return;
      if (!mail.isHere) throw conflict(`${mail.memberName} has left the workspace`);
      const marks = {
        handed: () => aside((other) => markHanded(other, mail.id, now)),
        notHanded: () => aside((other) => unmarkHanded(other, mail.id)),
        accepted: () => aside((other) => markAccepted(other, mail.id, now)),
      };
      const written = await letterOf(tx, post, mail, now);
      const left = await leaveOnce(mailer, written, marks, "it has left already");
      if (left === "doubtful") await markDoubted(tx, mail.id, now);
    },
    onFailed: (tx, { payload, failure, now }) => markFailed(tx, payload.mailId, { at: now, failure }),
  };
  const read: JobKind<Reply> = {
    kind: READ_REPLY,
    run: ({ tx, payload, now }) => readReply(tx, payload, now),
    // Its lines then stand in the answer as not written down.
    async onFailed(tx, { payload, now }) {
      if (!payload.isAnswered) return;
      await queueJob(tx, { kind: SEND_DIGEST, payload: { mailId: payload.mailId }, askedBy: null, now });
    },
  };
  return [make, send, read];
}

async function letterOf(
  tx: Tx,
  { links, messageIds, url, answersTo }: DigestPost,
  mail: DigestMailRow,
  now: Date,
) {
  const { timeZone } = (await actorOf(tx, mail.memberId, now)).workspace;
  const lines = await linesOf(tx, mail.id);
  const written = writeDigest({
    kind: mail.kind,
    called: callName(mail.memberName),
    today: mail.day,
    openUntil: dayIn(mail.openUntil, timeZone),
    lines: lines.map(({ id, about, shown, effect, doneAt }) => ({
      id,
      about,
      shown,
      undoable: doneAt !== null && effect !== null,
    })),
    answered: answersTo !== null,
    url: url.replace(/\/$/, ""),
    linkOf: (lineId, act) => links.linkTo(tx.workspaceId, lineId, act),
  });
  return {
    ...written,
    to: { name: mail.memberName, address: mail.memberEmail },
    id: messageIds.idOf("day", tx.workspaceId, mail.id),
    ...(answersTo !== null && { replyTo: { name: "Askwell", address: answersTo } }),
    ...(mail.answersId !== null && { inReplyTo: mail.answersId }),
    // RFC 3834: no machine answers it.
    headers: {
      "Auto-Submitted": mail.kind === "answer" ? "auto-replied" : "auto-generated",
      "X-Auto-Response-Suppress": "All",
    },
  };
}
