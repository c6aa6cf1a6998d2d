import { conflict, Problem } from "#lib/kernel/problem.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import { findActor } from "./actor-store.ts";

/** The member as actor. Throws Problem not-signed-in when they have left. */
export async function actorOf(tx: Tx, memberId: string, now: Date): Promise<Actor> {
  const actor = await findActor(tx, memberId, now);
  if (!actor)
    throw new Problem("not-signed-in", "you are no longer a member of this workspace; sign in again");
  return actor;
}

/** The member as actor, or null once they have left. */
export async function actorIfHere(tx: Tx, memberId: string, now: Date): Promise<Actor | null> {
  return (await findActor(tx, memberId, now)) ?? null;
}

/** Who wrote something that leaves now, as actor. Throws Problem conflict when they have left. */
export async function writerHere(
  tx: Tx,
  { memberId, memberName }: { memberId: string; memberName: string },
  now: Date,
): Promise<Actor> {
  const actor = await actorIfHere(tx, memberId, now);
  if (actor === null) throw conflict(`${memberName} has left the workspace`);
  return actor;
}
