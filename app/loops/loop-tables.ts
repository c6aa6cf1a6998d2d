import type { Day } from "#lib/kernel/days.ts";
import type { DutyHow, SaidKind } from "./duty.ts";

export interface LoopTables {
  duty_done: {
    workspace_id: string;
    id: string;
    referral_id: string;
    kind: SaidKind;
    source_id: string;
    how: DutyHow | null;
    let_go_why: string | null;
    words: string | null;
    day: Day;
    at: Date;
    due_at: Date;
    by_id: string;
    gift_id: string | null;
    taken_back_at: Date | null;
    taken_back_by: string | null;
  };
  duty_passed: {
    workspace_id: string;
    id: string;
    referral_id: string;
    to_id: string;
    words: string | null;
    day: Day;
    at: Date;
    by_id: string;
    taken_back_at: Date | null;
    taken_back_by: string | null;
  };
  gift: {
    workspace_id: string;
    id: string;
    person_id: string;
    account_id: string | null;
    member_id: string;
    referral_id: string | null;
    duty_kinds: SaidKind[];
    what: string;
    minor: number;
    currency: string;
    words: string | null;
    day: Day;
    asked_at: Date | null;
    approved_at: Date | null;
    approved_by: string | null;
    refused_at: Date | null;
    refused_by: string | null;
    refused_why: string | null;
    given_on: Day | null;
    by_id: string;
    at: Date;
    taken_back_at: Date | null;
    taken_back_by: string | null;
  };
  gift_ban: {
    workspace_id: string;
    id: string;
    person_id: string | null;
    account_id: string | null;
    words: string | null;
    day: Day;
    by_id: string;
    at: Date;
    lifted_on: Day | null;
    lifted_by: string | null;
    taken_back_at: Date | null;
    taken_back_by: string | null;
  };
}
