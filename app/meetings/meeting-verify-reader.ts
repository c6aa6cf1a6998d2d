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
];
