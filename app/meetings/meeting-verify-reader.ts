import { sql } from "kysely";
import { mistakesInCounting, type Check } from "#lib/storage/verify.ts";

export const meetingChecks: readonly Check[] = [
  {
    name: "meetings against the journal",
    mistakes: (tx) =>
      mistakesInCounting(
        tx,
        "meeting",
        ["meetings-scheduled", "meetings-held"],
        sql`
          select id as subject_id, 'meetings-scheduled' as measure, scheduled_on as day, member_id, 0::bigint as minor,
                 null::text as currency
            from meeting where workspace_id = ${tx.workspaceId} and taken_back_at is null
          union all
          select id, 'meetings-held', outcome_day, member_id, 0, null
            from meeting where workspace_id = ${tx.workspaceId} and taken_back_at is null and outcome = 'held'`,
      ),
  },
  {
    name: "meetings held against who was met",
    mistakes: async (tx) => {
      const { rows } = await sql<{ id: string }>`
        select coalesce(held.id, met.because_id) as id
          from (select id, person_id, outcome_day, member_id from meeting
                 where workspace_id = ${tx.workspaceId} and outcome = 'held' and taken_back_at is null) held
          full join (select because_id, person_id, day, by_id from person_met
                      where workspace_id = ${tx.workspaceId} and how = 'meeting' and taken_back_at is null) met
            on met.because_id = held.id
         where (held.person_id, held.outcome_day, held.member_id) is distinct from (met.person_id, met.day, met.by_id)
         limit 100`.execute(tx.tables());
      return rows.map(({ id }) => `the meeting ${id} and who was met because of it do not agree`);
    },
  },
];
