import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { ContactKind } from "./touch.ts";
import { insertTouch, takeBackTouchRow } from "./touch-store.ts";

/**
 * For the rooms above: we have heard from somebody, in a way that is told there. It moves the clock as any contact does, and counts
 * for nobody: they did it, not one of us. Whoever calls it writes the line in the journal. Answers the touch's id.
 */
export async function noteHeard(
  tx: Tx,
  actor: Actor,
  heard: { personId: string; accountId: string | null; kind: ContactKind },
): Promise<string> {
  const id = newId(actor.now);
  const { member, today: day } = actor;
  await insertTouch(
    tx,
    { ...heard, id, memberId: member.id, words: null, day, counts: false, meetingId: null },
    actor,
  );
  return id;
}

/** It was taken back where it is told. */
export async function takeBackHeard(tx: Tx, actor: Actor, touchId: string): Promise<void> {
  await takeBackTouchRow(tx, touchId, actor);
}
