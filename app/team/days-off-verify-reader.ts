import { sql } from "kysely";
import type { Check } from "#lib/storage/verify.ts";

/** What people said of days off, against the lines that say so. Single days of a list have no line before somebody removes them. */
export const daysOffChecks: readonly Check[] = [
  {
    name: "days off and absences against the journal",
    mistakes: async (tx) => {
      const { rows } = await sql<{ kind: string; id: string; stands: boolean }>`
        with kept as (
          select 'absence' as kind, 'absence.said' as verb, id, taken_back_at is null as stands
            from absence where workspace_id = ${tx.workspaceId}
          union all
          select 'list of holidays', 'holidays.brought', id, taken_back_at is null
            from holiday_list where workspace_id = ${tx.workspaceId}
          union all
          select 'holiday', 'holiday.added', id, taken_back_at is null
            from holiday where workspace_id = ${tx.workspaceId} and list_id is null
        )
        select k.kind, k.id, k.stands
          from kept k
         where k.stands is distinct from exists (
                 select from journal j
                  where j.workspace_id = ${tx.workspaceId} and j.subject_id = k.id and j.verb = k.verb and j.undoes is null
                    and not exists (select from journal u where u.workspace_id = j.workspace_id and u.undoes = j.id))
         limit 100`.execute(tx.tables());
      return rows.map(({ kind, id, stands }) =>
        stands
          ? `the ${kind} ${id} stands, and no line says so`
          : `the ${kind} ${id} was taken back, and a line says it stands`,
      );
    },
  },
];
