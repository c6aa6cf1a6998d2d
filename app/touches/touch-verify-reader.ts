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
];
