import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Credit } from "#lib/storage/journal.ts";
import { teamAndStayOf, teamsThen } from "./credit-store.ts";
import { mayChangeFor } from "./member.ts";

/** Whom a fact of that day counts for: the member, and the team they were in then. Throws Problem not-found. */
export async function creditOf(tx: Tx, memberId: string, day: Day): Promise<Credit> {
  const found = await teamAndStayOf(tx, memberId, day);
  if (!found) throw notFound("member");
  return { memberId, teamId: found.teamThen };
}

/** The same for many facts, in their order, in one query: for imports. Throws Problem not-found for a member who is not there. */
export async function creditsOf(tx: Tx, facts: readonly { memberId: string; day: Day }[]): Promise<Credit[]> {
  const teams = await teamsThen(tx, facts);
  return facts.map(({ memberId }, at) => {
    const teamId = teams[at];
    if (teamId === undefined) throw notFound("member");
    return { memberId, teamId };
  });
}

/** The same as creditOf, after asking whether the actor may write facts for that member. Throws Problem not-allowed. */
export async function creditFor(tx: Tx, actor: Actor, memberId: string, day: Day): Promise<Credit> {
  const found = await teamAndStayOf(tx, memberId, day);
  if (!found) throw notFound("member");
  if (!mayChangeFor(actor, { memberId, teamId: found.teamNow })) {
    throw notAllowed("this belongs to a colleague: they, their manager or a leader can change it");
  }
  return { memberId, teamId: found.teamThen };
}
