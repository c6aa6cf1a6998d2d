import { sql } from "kysely";
import { mistakesInCounting, type Check } from "#lib/storage/verify.ts";

/** Asks and introductions as their rooms keep them, against what the scorecard counts. */
export const sourceChecks: readonly Check[] = [
  {
    name: "asks against the journal",
    mistakes: (tx) =>
      mistakesInCounting(
        tx,
        "ask",
        ["people-asked"],
        sql`
          select a.id as subject_id, 'people-asked' as measure, c.day, a.member_id, 0::bigint as minor, null::text as currency
            from ask a
            join ask_conversation c on c.workspace_id = a.workspace_id and c.ask_id = a.id
           where a.workspace_id = ${tx.workspaceId} and a.taken_back_at is null and c.asked and c.taken_back_at is null`,
      ),
  },
  {
    name: "introductions against the journal",
    mistakes: (tx) =>
      mistakesInCounting(
        tx,
        "referral",
        ["referrals-received"],
        sql`
          select id as subject_id, 'referrals-received' as measure, counts_from as day, member_id, 0::bigint as minor,
                 null::text as currency
            from referral where workspace_id = ${tx.workspaceId} and taken_back_at is null and counts_from is not null`,
      ),
  },
];
