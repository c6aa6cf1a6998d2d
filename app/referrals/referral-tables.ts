import type { Day } from "#lib/kernel/days.ts";
import type { Level, ReferralState, StepState } from "./referral.ts";

export interface ReferralTables {
  referral: {
    workspace_id: string;
    id: string;
    member_id: string;
    source_id: string;
    contact_id: string;
    contact_added: boolean;
    account_id: string | null;
    ask_id: string | null;
    answer_id: string | null;
    answer_added: boolean;
    level: Level;
    day: Day;
    counts_from: Day | null;
    arrived_at: Date | null;
    state: ReferralState;
    state_day: Day;
    reason: string | null;
    note: string | null;
    how_known: string | null;
    promised: string | null;
    responded_at: Date | null;
    responded_by: string | null;
    taken_back_at: Date | null;
    taken_back_by: string | null;
    created_at: Date;
  };
  referral_step: {
    workspace_id: string;
    id: string;
    referral_id: string;
    state: StepState;
    day: Day;
    because_id: string | null;
    at: Date;
    by_id: string | null;
    taken_back_at: Date | null;
    taken_back_by: string | null;
  };
}
