import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Credit } from "#lib/storage/journal.ts";
import { teamAndStayOf } from "./credit-store.ts";
import { mayChangeFor } from "./member.ts";

/** Whom a fact of that day counts for: the member, and the team they were in then. Throws Problem not-found. */
export async function creditOf(tx: Tx, memberId: string, day: Day): Promise<Credit> {
  const found = await teamAndStayOf(tx, memberId, day);
  if (!found) throw notFound("member");
  return { memberId, teamId: found.teamThen };
}

/** The same, after asking whether the actor may write facts for that member. Throws Problem not-allowed. */
export async function creditFor(tx: Tx, actor: Actor, memberId: string, day: Day): Promise<Credit> {
  const found = await teamAndStayOf(tx, memberId, day);
  if (!found) throw notFound("member");
  if (!mayChangeFor(actor, { memberId, teamId: found.teamNow })) {
    throw notAllowed("this belongs to a colleague: they, their manager or a leader can change it");
  }
  return { memberId, teamId: found.teamThen };
}
