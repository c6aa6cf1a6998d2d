import { sql } from "kysely";
import type { Check } from "#lib/storage/verify.ts";

export const salesMeetingChecks: readonly Check[] = [
  {
    name: "sales meetings against the journal",
    mistakes: async (tx) => {
      const w = tx.workspaceId;
      const { rows } = await sql<{ what: string }>`
        with standing as (
          select j.subject_id as id, j.day, count(*)::int as lines
            from journal j
           where j.workspace_id = ${w} and j.verb = 'sales-meeting.held' and j.undoes is null
             and not exists (select from journal u where u.workspace_id = ${w} and u.undoes = j.id)
           group by 1, 2
        )
        select 'the sales meeting ' || m.id || ' was held and stands ' || coalesce(s.lines, 0) || ' times in the journal' as what
          from sales_meeting m left join standing s on s.id = m.id and s.day = m.held_on
         where m.workspace_id = ${w} and m.held_on is not null and s.lines is distinct from 1
        union all
        select 'the journal tells of the sales meeting ' || s.id || ', which was not held then'
          from standing s
         where not exists (select from sales_meeting m where m.workspace_id = ${w} and m.id = s.id and m.held_on = s.day)
         limit 100`.execute(tx.tables());
      return rows.map(({ what }) => what);
    },
  },
];
