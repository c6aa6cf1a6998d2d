import { sql } from "kysely";
import { mistakesInCounting, type Check } from "#lib/storage/verify.ts";

/** Introductions that we made, as this room keeps them, against what the scorecard counts. */
export const givingChecks: readonly Check[] = [
  {
    name: "introductions given against the journal",
    mistakes: (tx) =>
      mistakesInCounting(
        tx,
        "given-referral",
        ["referrals-given"],
        sql`
          select id as subject_id, 'referrals-given' as measure, counts_from as day, member_id, 0::bigint as minor,
                 null::text as currency
            from given_referral
           where workspace_id = ${tx.workspaceId} and taken_back_at is null and counts_from is not null`,
      ),
  },
];
