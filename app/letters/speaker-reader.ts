import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import { actorOf } from "#team/door-actions.ts";

/** In whose name something is written down that came from outside: the writer's; once they have left, a leader's. */
export async function speakerFor(tx: Tx, memberId: string | null, now: Date): Promise<Actor> {
  const { rows } = await sql<{ id: string }>`
    select m.id from member m
     where m.workspace_id = ${tx.workspaceId} and m.left_at is null
       and (m.role = 'leader' or m.id = ${memberId}::uuid)
     order by m.id = ${memberId}::uuid desc nulls last, m.id limit 1`.execute(tx.tables());
  const [found] = rows;
  if (!found) throw new Error("a workspace without a leader");
  return actorOf(tx, found.id, now);
}
