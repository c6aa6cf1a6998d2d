import type { Day } from "#lib/kernel/days.ts";
import type { Counted, PromiseKind, WhatNext, WhyMissed } from "./promise.ts";

export interface CommitmentTables {
  week_plan: Dated & { member_id: string; mid_week: Day; topics: string | null };
  week_promise: Dated & {
    plan_id: string;
    place: number;
    kind: PromiseKind;
    person_id: string | null;
    measure: Counted | null;
    count: number | null;
    duty_id: string | null;
    referral_id: string | null;
    words: string | null;
    ask_plan_id: string | null;
    told: "kept" | "missed" | null;
    why_missed: WhyMissed | null;
    next: WhatNext | null;
    told_on: Day | null;
    told_by: string | null;
  };
  check_in: Dated & { plan_id: string; learned: string | null };
  partnership: Dated & {
    from_day: Day;
    until_day: Day;
    agreed_at: Date | null;
    ended_on: Day | null;
    ended_by: string | null;
  };
  partner: { workspace_id: string; partnership_id: string; member_id: string };
  partner_nudge: Dated & { member_id: string; mid_week: Day };
}

interface Dated {
  workspace_id: string;
  id: string;
  day: Day;
  by_id: string;
  /** When it was written down. */
  at: Date;
  taken_back_at: Date | null;
  taken_back_by: string | null;
}
