import { sql } from "kysely";
import { cameOf } from "#referrals/came-reader.ts";
import { mistakesInCounting, type Check } from "#lib/storage/verify.ts";

export const dealChecks: readonly Check[] = [
  {
    name: "deals against the journal",
    mistakes: (tx) =>
      mistakesInCounting(
        tx,
        "deal",
        ["deals-won", "deals-closed"],
        sql`
          select id as subject_id, measure, closed_on as day, member_id, coalesce(amount_minor, 0) as minor, currency
            from deal cross join unnest(array['deals-won', 'deals-closed']) as measure
           where workspace_id = ${tx.workspaceId} and taken_back_at is null and outcome = 'won'
             and (measure = 'deals-won' or origin = 'referral')`,
      ),
  },
  {
    name: "what meetings and deals did to introductions",
    mistakes: async (tx) => {
      const { rows } = await sql<{ referralId: string; becauseId: string; state: string; missing: boolean }>`
        with wanted as (
          select referral_id, id as because_id, step.state
            from meeting
           cross join lateral (values ('meeting-scheduled', outcome is distinct from 'cancelled'), ('met', outcome = 'held')) as step (state, holds)
           where workspace_id = ${tx.workspaceId} and taken_back_at is null and referral_id is not null and step.holds
          union all
          select referral_id, id, outcome from deal
           where workspace_id = ${tx.workspaceId} and taken_back_at is null and referral_id is not null and outcome <> 'open'
        ), standing as (
          -- The first version left a cancelled meeting's step standing.
          select referral_id, because_id, state from referral_step s
           where workspace_id = ${tx.workspaceId} and taken_back_at is null and because_id is not null
             and not exists (
               select from meeting m
                where m.workspace_id = s.workspace_id and m.id = s.because_id and m.outcome = 'cancelled' and s.state = 'meeting-scheduled')
        )
        select coalesce(w.referral_id, s.referral_id) as "referralId", coalesce(w.because_id, s.because_id) as "becauseId",
               coalesce(w.state, s.state) as state, s.referral_id is null as missing
          from wanted w
          full join standing s on s.referral_id = w.referral_id and s.because_id = w.because_id and s.state = w.state
         where w.referral_id is null or s.referral_id is null
         limit 100`.execute(tx.tables());
      return rows.map(
        (row) =>
          `introduction ${row.referralId}: the step to "${row.state}" because of ${row.becauseId} is ${row.missing ? "missing" : "there without its reason"}`,
      );
    },
  },
  {
    name: "whether what came of introductions was asked for",
    mistakes: async (tx) => {
      const { rows } = await sql<{ what: string; id: string; referralId: string }>`
        select of.what, of.id, of.referral_id as "referralId"
          from (select 'deal' as what, id, referral_id, came from deal
                 where workspace_id = ${tx.workspaceId} and taken_back_at is null and referral_id is not null
                 union all
                select 'meeting', id, referral_id, came from meeting
                 where workspace_id = ${tx.workspaceId} and taken_back_at is null and referral_id is not null) as of
         where of.came is distinct from ${cameOf(tx, sql`of.referral_id`)}
         limit 100`.execute(tx.tables());
      return rows.map(
        ({ what, id, referralId }) =>
          `the ${what} ${id} does not say of its introduction ${referralId} whether it was asked for`,
      );
    },
  },
  {
    name: "moments against the deals that brought them",
    mistakes: async (tx) => {
      // Where a moment was set anew, a stage may have brought it, which says nothing of how the deal ended.
      const { rows } = await sql<{ id: string; moment: string; dealId: string }>`
        select d.id, d.moment, d.because_id as "dealId"
          from moment_due d
          left join deal on deal.workspace_id = d.workspace_id and deal.id = d.because_id and deal.taken_back_at is null
          left join account mine on mine.workspace_id = d.workspace_id and mine.id = d.account_id
          left join account its on its.workspace_id = d.workspace_id and its.id = deal.account_id
         where d.workspace_id = ${tx.workspaceId} and d.because_id is not null and d.taken_back_at is null
           and (deal.id is null or mine.kept_id <> its.kept_id
                or d.moment in ('delivered', 'lost-deal')
                   and (deal.outcome, deal.closed_on) is distinct from (case d.moment when 'delivered' then 'won' else 'lost' end, d.day)
                   and not exists (
                     select from moment_setting s where s.workspace_id = d.workspace_id and s.moment = d.moment))
         limit 100`.execute(tx.tables());
      return rows.map(
        ({ id, moment, dealId }) =>
          `the moment ${id} ("${moment}") stands without what brought it, the deal ${dealId}`,
      );
    },
  },
];
