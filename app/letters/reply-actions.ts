import type { Actor } from "#lib/kernel/actor.ts";
import { conflict, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { mayChangeFor } from "#team/member.ts";
import { logTouchOnce, takeBackTouch } from "#touches/touch-actions.ts";
import type { ReplyRow } from "./letter-tables.ts";
import { REPLIES_TODAY, type Answer } from "./reply.ts";
import { findReply, listReplies, lockReply, settleReplyRow } from "./reply-store.ts";

/**
 * Somebody answered the reply, which moves the clock from today on, or says that none is needed. Throws Problem not-found,
 * not-allowed, conflict.
 */
export async function settleReply(
  tx: Tx,
  actor: Actor,
  id: string,
  { how }: { how: Answer },
): Promise<ReplyRow> {
  const reply = await heldReply(tx, actor, id);
  if (reply.settledAt !== null) throw conflict("it was answered already");
  const touch =
    how === "none" || reply.personId === null
      ? null
      : await logTouchOnce(tx, actor, {
          personId: reply.personId,
          kind: how,
          words: `On their answer to the letter: ${reply.newsletterSubject}`.slice(0, 500),
        });
  // What was there already is not taken back with this.
  const touchId = touch?.added ? touch.touch.id : null;
  await settleReplyRow(tx, id, { by: actor, touchId });
  return getReply(tx, id);
}

/** It waits for an answer again. Throws Problem not-found, not-allowed, conflict. */
export async function unsettleReply(tx: Tx, actor: Actor, id: string): Promise<ReplyRow> {
  const reply = await heldReply(tx, actor, id);
  if (reply.settledAt === null) throw conflict("it waits for an answer");
  await settleReplyRow(tx, id, null);
  if (reply.touchId !== null) await takeBackTouch(tx, actor, reply.touchId);
  return getReply(tx, id);
}

/** Who answered the actor's letters and waits for a word: the latest, as many as Today shows. */
export async function repliesWaitingFor(tx: Tx, actor: Actor): Promise<ReplyRow[]> {
  return (await listReplies(tx, { waitingFor: actor.member.id }, undefined, REPLIES_TODAY)).items;
}

/** Throws Problem not-found. */
export async function getReply(tx: Tx, id: string): Promise<ReplyRow> {
  const reply = await findReply(tx, id);
  if (!reply) throw notFound("answer");
  return reply;
}

async function heldReply(tx: Tx, actor: Actor, id: string): Promise<ReplyRow> {
  await lockReply(tx, id);
  const reply = await getReply(tx, id);
  const { writerId: memberId, writerTeamId: teamId, writerName } = reply;
  if (!mayChangeFor(actor, { memberId, teamId }))
    throw notAllowed(`this is an answer to ${writerName}: they, their manager or a leader can settle it`);
  return reply;
}
