import { sql } from "kysely";
import type { Check } from "#lib/storage/verify.ts";
import { MOST_A_WEEK } from "./suggest.ts";

const MOST = 100;

/** What must hold of suggestions besides what the database itself holds them to. */
export const suggestionChecks: readonly Check[] = [
  {
    name: "suggestions and their refusals against the journal",
    mistakes: async (tx) => {
      const { rows } = await sql<{ id: string; refused: boolean; told: boolean; toldRefused: boolean }>`
        with standing as (
          select subject_id, bool_or(verb = 'suggestion.made') as made, bool_or(verb = 'suggestion.refused') as refused
            from journal j
           where j.workspace_id = ${tx.workspaceId} and j.subject_kind = 'suggestion' and j.undoes is null
             and not exists (select from journal u where u.workspace_id = ${tx.workspaceId} and u.undoes = j.id)
           group by subject_id
        )
        select s.id, s.refused_on is not null as refused, coalesce(j.made, false) as told,
               coalesce(j.refused, false) as "toldRefused"
          from suggestion s left join standing j on j.subject_id = s.id
         where s.workspace_id = ${tx.workspaceId}
           and (not coalesce(j.made, false) or (s.refused_on is not null) <> coalesce(j.refused, false))
         order by s.id limit ${MOST}`.execute(tx.tables());
      return rows.flatMap(({ id, refused, told, toldRefused }) => [
        ...(told ? [] : [`the suggestion ${id} is not in the journal`]),
        ...(refused === toldRefused
          ? []
          : [`the suggestion ${id} is ${refused ? "" : "not "}refused, and the journal says otherwise`]),
      ]);
    },
  },
  {
    name: "suggestions against the bounds of a week",
    mistakes: async (tx) => {
      const { rows } = await sql<{ memberId: string; midWeek: string; count: number }>`
        select member_id as "memberId", mid_week::text as "midWeek", count(*)::int as count
          from suggestion where workspace_id = ${tx.workspaceId} and withdrawn_at is null
         group by member_id, mid_week having count(*) > ${MOST_A_WEEK}
         order by mid_week, member_id limit ${MOST}`.execute(tx.tables());
      return rows.map(
        ({ memberId, midWeek, count }) =>
          `the member ${memberId} has ${count} suggestions in the week of ${midWeek}, and ${MOST_A_WEEK} are the most`,
      );
    },
  },
];
