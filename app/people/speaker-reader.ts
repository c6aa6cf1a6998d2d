import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import { actorOf } from "#team/door-actions.ts";

/** Something that a member sent to somebody outside. */
export interface SentBy {
  memberId: string;
  memberLeft: boolean;
  personId: string | null;
}

/**
 * In whose name something is written down that somebody outside said: the member's who sent them the link; once they have left,
 * whoever holds the relationship, or a leader.
 */
export async function speakerFor(tx: Tx, sent: SentBy, now: Date): Promise<Actor> {
  return actorOf(tx, sent.memberLeft ? await successorOf(tx, sent.personId) : sent.memberId, now);
}

async function successorOf(tx: Tx, personId: string | null): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select m.id
      from member m
      left join person s on s.workspace_id = m.workspace_id and s.id = ${personId}
      left join account a on a.workspace_id = s.workspace_id and a.id = s.account_id
     where m.workspace_id = ${tx.workspaceId} and m.left_at is null and (m.role = 'leader' or m.id in (s.holder_id, a.holder_id))
     order by m.id = s.holder_id desc nulls last, m.id = a.holder_id desc nulls last, m.id
     limit 1`.execute(tx.tables());
  const [found] = rows;
  if (!found) throw new Error("a workspace without a leader");
  return found.id;
}
