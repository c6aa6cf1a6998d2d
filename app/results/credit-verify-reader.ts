import { sql } from "kysely";
import type { Check } from "#lib/storage/verify.ts";

export const creditChecks: readonly Check[] = [
  {
    name: "credits against the deals that they credit",
    mistakes: async (tx) => {
      const { rows } = await sql<{ dealId: string; wanted: number; credited: number; begun: number }>`
        with by_line as (
          select line_id, deal_id, sum(count) as standing, sum(minor) as credited, sum(begun_minor) as begun,
                 min(currency) as least, max(currency) as most
            from credit where workspace_id = ${tx.workspaceId} group by line_id, deal_id
        )
        select c.deal_id as "dealId", (case when c.standing > 0 then j.minor else 0 end)::bigint as wanted,
               c.credited::bigint as credited, c.begun::bigint as begun
          from by_line c
          join journal j on j.workspace_id = ${tx.workspaceId} and j.id = c.line_id
         where (c.credited, c.begun) <> (case when c.standing > 0 then j.minor else 0 end, case when c.standing > 0 then j.minor else 0 end)
            or c.least is distinct from j.currency or c.most is distinct from j.currency or j.subject_id <> c.deal_id
         limit 100`.execute(tx.tables());
      return rows.map(
        ({ dealId, wanted, credited, begun }) =>
          `the credits of the deal ${dealId} come to ${credited}, and ${begun} is said to have begun, where it is ${wanted}`,
      );
    },
  },
  {
    name: "credits against the deals that are won",
    mistakes: async (tx) => {
      // What was written in the last night's day may wait for the next one; until then it is worked out on the way.
      const { rows } = await sql<{ dealId: string; missing: boolean }>`
        with settled as (
          select through_at - interval '1 day' as at from credit_booked where workspace_id = ${tx.workspaceId}
        ), lines as (
          select j.id, j.subject_id, u.id is null as stands
            from settled, journal j
            left join journal u on u.workspace_id = ${tx.workspaceId} and u.undoes = j.id
           where j.workspace_id = ${tx.workspaceId} and j.measure = 'deals-closed' and j.undoes is null
             and j.at < settled.at and (u.id is null or u.at < settled.at)
        )
        select l.subject_id as "dealId", l.stands as missing
          from lines l
          left join deal d on d.workspace_id = ${tx.workspaceId} and d.id = l.subject_id
          left join referral r on r.workspace_id = ${tx.workspaceId} and r.id = d.referral_id
          left join person s on s.workspace_id = ${tx.workspaceId} and s.id = r.source_id
          left join person c on c.workspace_id = ${tx.workspaceId} and c.id = r.contact_id
          left join lateral (
            select sum(count) > 0 as credited from credit where workspace_id = ${tx.workspaceId} and line_id = l.id
          ) as its on true
         where case when l.stands then s.kept_id <> c.kept_id and its.credited is not true else its.credited end
         limit 100`.execute(tx.tables());
      return rows.map(({ dealId, missing }) =>
        missing
          ? `the deal ${dealId} was won through a known introduction, and nobody is credited`
          : `somebody is credited for the deal ${dealId}, which was taken back or corrected since`,
      );
    },
  },
];
