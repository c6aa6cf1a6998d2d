import { sql } from "kysely";
import { mistakesInCounting, type Check } from "#lib/storage/verify.ts";

/** Touches as this room keeps them, against what the scorecard counts. */
export const touchChecks: readonly Check[] = [
  {
    name: "touches against the journal",
    mistakes: (tx) =>
      mistakesInCounting(
        tx,
        "touch",
        ["touches"],
        sql`
          select id as subject_id, 'touches' as measure, day, member_id, 0::bigint as minor, null::text as currency
            from touch
           where workspace_id = ${tx.workspaceId} and taken_back_at is null and counts`,
      ),
  },
  {
    name: "events and articles against the journal",
    mistakes: (tx) =>
      mistakesInCounting(
        tx,
        "occasion-offer",
        ["touches"],
        sql`
          select id as subject_id, 'touches' as measure, sent_on as day, member_id, 0::bigint as minor, null::text as currency
            from occasion_offer
           where workspace_id = ${tx.workspaceId} and taken_back_at is null and sent_on is not null and counts
          union all
          select o.id, 'touches', e.day, o.member_id, 0, null
            from occasion_offer o join occasion e on e.workspace_id = o.workspace_id and e.id = o.occasion_id
           where o.workspace_id = ${tx.workspaceId} and o.taken_back_at is null and o.came`,
      ),
  },
];
