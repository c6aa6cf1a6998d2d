import type { Day } from "#lib/kernel/days.ts";
import type { Came, Origin } from "#referrals/origin.ts";
import type { MeetingOutcome } from "./meeting.ts";

export interface MeetingTables {
  meeting: {
    workspace_id: string;
    id: string;
    member_id: string;
    person_id: string;
    account_id: string | null;
    referral_id: string | null;
    /** Of the introduction, so that meetings are grouped by it without looking it up. */
    came: Came | null;
    origin: Origin | null;
    scheduled_on: Day;
    day: Day;
    time: string | null;
    about: string | null;
    outcome: MeetingOutcome | null;
    outcome_day: Day | null;
    note: string | null;
    taken_back_at: Date | null;
    taken_back_by: string | null;
    created_at: Date;
  };
}
