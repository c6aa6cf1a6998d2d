import { sql } from "kysely";
import type { Check } from "#lib/storage/verify.ts";

/** Report cards against the journal, against what was said on them, and against what follows from it. */
export const reportChecks: readonly Check[] = [
  {
    name: "report cards against the journal",
    mistakes: async (tx) => {
      const w = tx.workspaceId;
      const { rows } = await sql<{ id: string; verb: string; stands: boolean }>`
        with standing as (
          select j.subject_id as id, j.verb from journal j
           where j.workspace_id = ${w} and j.subject_kind = 'report-card' and j.undoes is null
             and j.verb in ('report-card.sent', 'report-card.withdrawn', 'report-card.handed-in', 'report-card.looked-at',
                            'report-card.talk-refused')
             and not exists (select from journal u where u.workspace_id = ${w} and u.undoes = j.id)
        ), kept as (
          select id, 'report-card.sent' as verb from report_card where workspace_id = ${w}
          union all
          select id, 'report-card.withdrawn' from report_card where workspace_id = ${w} and withdrawn_at is not null
          union all
          select id, 'report-card.handed-in' from report_card where workspace_id = ${w} and handed_in_at is not null
        )
        select id, verb, true as stands from (select * from standing where verb not in ('report-card.looked-at', 'report-card.talk-refused')
                                              except all select * from kept) as more
        union all
        select id, verb, false from (select * from kept except all select * from standing) as less
         order by id, verb limit 100`.execute(tx.tables());
      return rows.map(({ id, verb, stands }) =>
        stands
          ? `the report card ${id} has "${verb}" in the journal, and not in its own record`
          : `the report card ${id} has "${verb}" in its own record, and not in the journal`,
      );
    },
  },
  {
    name: "report cards against what was said on them",
    mistakes: async (tx) => {
      const { rows } = await sql<{ id: string; score: number; said: number | null }>`
        select c.id, c.score, a.score as said
          from report_card c
          join report_template t on t.workspace_id = c.workspace_id and t.id = c.template_id
          cross join lateral (select q ->> 'id' as id from jsonb_array_elements(t.questions) q where q ->> 'kind' = 'score') q
          left join report_answer a on a.workspace_id = c.workspace_id and a.card_id = c.id and a.question_id = q.id
         where c.workspace_id = ${tx.workspaceId} and c.handed_in_at is not null and c.person_id is not null
           and a.score is distinct from c.score
         order by c.id limit 100`.execute(tx.tables());
      return rows.map(
        ({ id, score, said }) =>
          `the report card ${id} is counted with ${score}, and ${said ?? "nothing"} was said on it`,
      );
    },
  },
  {
    name: "report cards against what follows from them",
    mistakes: async (tx) => {
      const { rows } = await sql<{ id: string; score: number | null; issueId: string | null }>`
        select c.id, c.score, c.issue_id as "issueId"
          from report_card c
         where c.workspace_id = ${tx.workspaceId}
           and ((c.handed_in_at is not null and c.score <= 6 and c.person_id is not null and c.issue_id is null)
             or (c.issue_id is not null and (c.score is null or c.score > 6)))
         order by c.id limit 100`.execute(tx.tables());
      return rows.map(({ id, score, issueId }) =>
        issueId === null
          ? `the report card ${id} has ${score} of 10 and raised no issue`
          : `the report card ${id} has ${score ?? "no number"} and an issue`,
      );
    },
  },
];
