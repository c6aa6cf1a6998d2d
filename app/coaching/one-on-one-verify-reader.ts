import { sql } from "kysely";
import type { Check } from "#lib/storage/verify.ts";

/** A 1:1 that was held stands in the journal once, and what it became in a week is a promise of that member. */
export const oneOnOneChecks: readonly Check[] = [
  {
    name: "1:1s against the journal, and against the promises that came of them",
    mistakes: async (tx) => {
      const w = tx.workspaceId;
      const { rows } = await sql<{ what: string }>`
        with standing as (
          select j.subject_id as id, j.day, count(*)::int as lines
            from journal j
           where j.workspace_id = ${w} and j.verb = 'one-on-one.held' and j.undoes is null
             and not exists (select from journal u where u.workspace_id = ${w} and u.undoes = j.id)
           group by 1, 2
        )
        select 'the 1:1 ' || o.id || ' was held and stands ' || coalesce(s.lines, 0) || ' times in the journal' as what
          from one_on_one o left join standing s on s.id = o.id and s.day = o.held_on
         where o.workspace_id = ${w} and o.held_on is not null and o.taken_back_at is null and s.lines is distinct from 1
        union all
        select 'the journal tells of the 1:1 ' || s.id || ', which does not stand'
          from standing s
         where not exists (
           select from one_on_one o
            where o.workspace_id = ${w} and o.id = s.id and o.held_on = s.day and o.taken_back_at is null)
        union all
        select 'the 1:1 ' || o.id || ' names a promise of somebody else'
          from one_on_one o cross join unnest(o.promise_ids) as promise_id
          join week_promise l on l.workspace_id = o.workspace_id and l.id = promise_id
          join week_plan p on p.workspace_id = l.workspace_id and p.id = l.plan_id
         where o.workspace_id = ${w} and p.member_id <> o.member_id
         limit 100`.execute(tx.tables());
      return rows.map(({ what }) => what);
    },
  },
];
