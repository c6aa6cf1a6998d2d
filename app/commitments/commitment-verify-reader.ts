import { sql } from "kysely";
import type { Check } from "#lib/storage/verify.ts";

/** Nobody has two partnerships in one quarter, and what was told belongs to a plan that stands. */
export const commitmentChecks: readonly Check[] = [
  {
    name: "promises against their plans, and partners against each other",
    mistakes: async (tx) => {
      const w = tx.workspaceId;
      const { rows } = await sql<{ what: string }>`
        select 'the promise ' || l.id || ' stands in a plan that was taken back' as what
          from week_promise l join week_plan p on p.workspace_id = l.workspace_id and p.id = l.plan_id
         where l.workspace_id = ${w} and l.taken_back_at is null and p.taken_back_at is not null
        union all
        select 'the check-in ' || c.id || ' tells of a plan that was taken back'
          from check_in c join week_plan p on p.workspace_id = c.workspace_id and p.id = c.plan_id
         where c.workspace_id = ${w} and c.taken_back_at is null and p.taken_back_at is not null
        union all
        select 'the promise ' || l.id || ' came with a plan to ask of another member, or of somebody else'
          from week_promise l
          join week_plan p on p.workspace_id = l.workspace_id and p.id = l.plan_id
          join ask_plan k on k.workspace_id = l.workspace_id and k.id = l.ask_plan_id
          join person a on a.workspace_id = l.workspace_id and a.id = l.person_id
          join person b on b.workspace_id = l.workspace_id and b.id = k.person_id
         where l.workspace_id = ${w} and (k.member_id <> p.member_id or a.kept_id <> b.kept_id)
        union all
        select 'the partnership ' || s.id || ' is not of two or three'
          from partnership s
         where s.workspace_id = ${w}
           and (select count(*) from partner p where p.workspace_id = ${w} and p.partnership_id = s.id) not in (2, 3)
        union all
        select 'the member ' || p.member_id || ' has two partnerships in the quarter from ' || s.from_day
          from partnership s join partner p on p.workspace_id = s.workspace_id and p.partnership_id = s.id
         where s.workspace_id = ${w} and s.taken_back_at is null and s.ended_on is null
         group by p.member_id, s.from_day having count(*) > 1
         limit 100`.execute(tx.tables());
      return rows.map(({ what }) => what);
    },
  },
];
