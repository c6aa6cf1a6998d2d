import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";

/** A client whose review is due, and who holds them. */
export interface ClientToReview {
  accountId: string;
  memberId: string;
}

/**
 * The client of each member who waits longest for a review: neither one nor a delivery came since that day, and they have been
 * a client since before it. One each, so that they come one by one.
 */
export async function clientsToReview(tx: Tx, since: Day): Promise<ClientToReview[]> {
  const { rows } = await sql<ClientToReview>`
    with last as (
      select at.kept_id as account_id, max(d.due_on) as due_on
        from moment_due d
        join account at on at.workspace_id = d.workspace_id and at.id = d.account_id
       where d.workspace_id = ${tx.workspaceId} and d.moment in ('account-review', 'delivered') and d.taken_back_at is null
       group by at.kept_id
    )
    select distinct on (a.holder_id) a.id as "accountId", a.holder_id as "memberId"
      from account a
      join member m on m.workspace_id = a.workspace_id and m.id = a.holder_id and m.left_at is null
      left join last on last.account_id = a.id
     where a.workspace_id = ${tx.workspaceId} and a.kind = 'client' and a.merged_into is null and a.removed_at is null
       and coalesce(last.due_on, a.client_since, a.created_at::date) <= ${since}
     order by a.holder_id, coalesce(last.due_on, a.client_since, a.created_at::date), a.id`.execute(
    tx.tables(),
  );
  return rows;
}
