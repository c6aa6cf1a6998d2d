import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import { actorOf } from "#team/door-actions.ts";

/**
 * In whose name something is written down that somebody outside said: the member's who wrote to them; once they have left, or where
 * nobody did, whoever holds the relationship, or a leader.
 */
export async function speakerFor(
  tx: Tx,
  { memberId, personId }: { memberId: string | null; personId: string | null },
  now: Date,
): Promise<Actor> {
  const { rows } = await sql<{ id: string }>`
    select m.id
      from member m
      left join person s on s.workspace_id = m.workspace_id and s.id = ${personId}::uuid
      left join account a on a.workspace_id = s.workspace_id and a.id = s.account_id
     where m.workspace_id = ${tx.workspaceId} and m.left_at is null
       and (m.role = 'leader' or m.id in (${memberId}::uuid, s.holder_id, a.holder_id))
     order by m.id = ${memberId}::uuid desc nulls last, m.id = s.holder_id desc nulls last, m.id = a.holder_id desc nulls last, m.id
     limit 1`.execute(tx.tables());
  const [found] = rows;
  if (!found) throw new Error("a workspace without a leader");
  return actorOf(tx, found.id, now);
}
