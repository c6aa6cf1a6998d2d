import { sql } from "kysely";
import type { Check } from "#lib/storage/verify.ts";

/** Praise is for whoever did what its line tells, and words that were accepted are whose library they were accepted for. */
export const praiseChecks: readonly Check[] = [
  {
    name: "praise against its facts, and accepted words against their libraries",
    mistakes: async (tx) => {
      const w = tx.workspaceId;
      const { rows } = await sql<{ what: string }>`
        select 'the praise ' || p.id || ' is for somebody else than did it' as what
          from praise p join journal j on j.workspace_id = p.workspace_id and j.id = p.fact_id
         where p.workspace_id = ${w} and p.taken_back_at is null and p.to_id is distinct from coalesce(j.member_id, j.by_id)
        union all
        select 'the wording ' || x.id || ' was accepted for another library than the one it is in'
          from (select distinct on (p.wording_id) p.wording_id as id, p.team_id
                  from best_practice p
                 where p.workspace_id = ${w} and p.taken_back_at is null and p.decision = 'accepted'
                 order by p.wording_id, p.id desc) as x
          join wording v on v.workspace_id = ${w} and v.id = x.id
         where v.taken_back_at is null and (v.member_id is not null or v.team_id is distinct from x.team_id)
         limit 100`.execute(tx.tables());
      return rows.map(({ what }) => what);
    },
  },
];
