import type { Day } from "#lib/kernel/days.ts";
import type { Came } from "#referrals/origin.ts";
import type { DealOrigin, DealOutcome } from "./deal.ts";

export interface DealTables {
  deal: {
    workspace_id: string;
    id: string;
    name: string;
    account_id: string;
    person_id: string | null;
    member_id: string;
    referral_id: string | null;
    /** Of the introduction, so that deals are grouped by it without looking it up. */
    came: Came | null;
    origin: DealOrigin;
    origin_text: string | null;
    amount_minor: number | null;
    currency: string | null;
    stage: string | null;
    opened_on: Day;
    expected_on: Day | null;
    outcome: DealOutcome;
    closed_on: Day | null;
    lost_reason: string | null;
    note: string | null;
    taken_back_at: Date | null;
    taken_back_by: string | null;
    created_at: Date;
  };
}
