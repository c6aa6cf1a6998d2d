import { sql } from "kysely";
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
];
