import { sql } from "kysely";
import type { Check } from "#lib/storage/verify.ts";

/** A review that was held is held once: with the touch of everybody who came, and in its meeting where it has one. */
export const accountReviewChecks: readonly Check[] = [
  {
    name: "account reviews against their touches and meetings",
    mistakes: async (tx) => {
      const w = tx.workspaceId;
      const { rows } = await sql<{ id: string; what: string }>`
        select r.id, 'has no touch at its account on its day' as what
          from account_review r join account a on a.workspace_id = r.workspace_id and a.id = r.account_id
         where r.workspace_id = ${w} and r.taken_back_at is null and r.held_on is not null
           and not exists (select from touch t join account b on b.workspace_id = t.workspace_id and b.id = t.account_id
                            where t.workspace_id = ${w} and b.kept_id = a.kept_id and t.kind = 'account-review'
                              and t.day = r.held_on and t.taken_back_at is null)
        union all
        select r.id, 'is not held, and somebody came'
          from account_review r
         where r.workspace_id = ${w} and r.held_on is null
           and exists (select from account_review_person i
                        where i.workspace_id = ${w} and i.review_id = r.id and (i.came is not null or i.touch_id is not null))
        union all
        select n.review_id, 'has a note at a point that is not there'
          from account_review_note n
         where n.workspace_id = ${w} and n.words <> '' and n.point ~ '^[0-9a-f-]{36}$'
           and not exists (select from account_review_point p
                            where p.workspace_id = ${w} and p.review_id = n.review_id and p.id::text = n.point
                              and p.taken_back_at is null)
         limit 100`.execute(tx.tables());
      return rows.map(({ id, what }) => `the account review ${id} ${what}`);
    },
  },
];
