import { sql } from "kysely";
import type { Check } from "#lib/storage/verify.ts";

/** Letters as this room keeps them, against the journal and against themselves. */
export const letterChecks: readonly Check[] = [
  {
    name: "letters against the journal",
    mistakes: async (tx) => {
      const { rows } = await sql<{ id: string; verb: string; isMissing: boolean }>`
        with fact as (
          select id, 'newsletter.sent' as verb from newsletter_copy
           where workspace_id = ${tx.workspaceId} and noted_at is not null and person_id is not null
          union all
          select id, 'newsletter.replied' from newsletter_reply where workspace_id = ${tx.workspaceId}
        ), line as (
          select subject_id as id, verb from journal
           where workspace_id = ${tx.workspaceId} and verb = any('{newsletter.sent,newsletter.replied}'::text[])
        )
        select coalesce(fact.id, line.id) as id, coalesce(fact.verb, line.verb) as verb, line.id is null as "isMissing"
          from fact full join line on line.id = fact.id and line.verb = fact.verb
         where fact.id is null and not exists (
                 select from newsletter_copy c
                  where c.workspace_id = ${tx.workspaceId} and c.id = line.id and c.person_id is null and c.noted_at is not null)
            or line.id is null
         limit 100`.execute(tx.tables());
      return rows.map(({ id, verb, isMissing }) =>
        isMissing
          ? `the letter ${id} has no line "${verb}" in the journal`
          : `the journal says "${verb}" of ${id}, and there is no such letter`,
      );
    },
  },
  {
    name: "letters that are done against those who still wait",
    mistakes: async (tx) => {
      const { rows } = await sql<{ id: string; waiting: number }>`
        select n.id, count(*)::int as waiting
          from newsletter n
          join newsletter_copy c on c.workspace_id = n.workspace_id and c.newsletter_id = n.id
         where n.workspace_id = ${tx.workspaceId} and n.done_at is not null
           and c.handed_at is null and c.refused_at is null and c.left_out_at is null
         group by n.id limit 100`.execute(tx.tables());
      return rows.map(({ id, waiting }) => `the letter ${id} is done, and ${waiting} have not got it`);
    },
  },
];
