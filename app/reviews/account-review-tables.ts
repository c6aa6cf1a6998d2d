import type { Day } from "#lib/kernel/days.ts";
import type { Better } from "./account-review.ts";

export interface AccountReviewTables {
  account_review: Written & {
    account_id: string;
    member_id: string;
    day: Day;
    meeting_id: string | null;
    made_meeting: boolean;
    slot_person_id: string | null;
    held_on: Day | null;
    held_by: string | null;
    held_at: Date | null;
    told_meeting: boolean;
    made_on: Day;
  };
  account_review_person: {
    workspace_id: string;
    review_id: string;
    person_id: string;
    came: boolean | null;
    touch_id: string | null;
  };
  account_review_point: Written & { review_id: string; name: string };
  account_review_note: {
    workspace_id: string;
    review_id: string;
    point: string;
    words: string;
    version: number;
    by_id: string;
    at: Date;
  };
  review_commitment: Written & {
    review_id: string;
    account_id: string;
    member_id: string | null;
    person_id: string | null;
    words: string;
    due_on: Day;
    day: Day;
    done_on: Day | null;
    done_by: string | null;
  };
  account_measure: Written & {
    account_id: string;
    name: string;
    unit: string | null;
    target: number | null;
    better: Better;
    day: Day;
    ended_on: Day | null;
  };
  account_measure_value: Written & { measure_id: string; value: number; day: Day };
}

interface Written {
  workspace_id: string;
  id: string;
  by_id: string;
  /** When it was written down. */
  at: Date;
  taken_back_at: Date | null;
  taken_back_by: string | null;
}
