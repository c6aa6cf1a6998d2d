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
}
