import type { Day } from "#lib/kernel/days.ts";
import type { Verdict } from "./credit-dispute.ts";
import type { SaidShape } from "./credit-rule.ts";

type ShapeKind = SaidShape["kind"];

export interface CreditTables {
  credit_rule: Said & {
    number: number;
    kind: ShapeKind;
    part: number | null;
    of_parts: number | null;
    reason: string;
  };
  credit_dispute: Said &
    TakenBack & { deal_id: string; reason: string; proposes: string | null; decision_id: string | null };
  credit_decision: Said &
    TakenBack & {
      dispute_id: string;
      verdict: Verdict;
      kind: ShapeKind | null;
      part: number | null;
      of_parts: number | null;
      reason: string;
      led_by: string | null;
      upholds_id: string | null;
    };
  credit: {
    workspace_id: string;
    id: string;
    deal_id: string;
    line_id: string;
    round: number;
    place: number;
    source_id: string;
    count: 1 | -1;
    minor: number;
    begun_minor: number;
    currency: string | null;
    member_id: string;
    team_id: string | null;
    day: Day;
    rule_number: number | null;
    decision_id: string | null;
    undoes: string | null;
    why: CreditWhy;
    by_id: string | null;
    at: Date;
  };
  credit_booked: { workspace_id: string; through_at: Date };
}

/** won: by the rule, when it was won. taken-back: what it credited does not stand any more. */
export type CreditWhy = "won" | "taken-back" | "decided" | "decision-taken-back";

interface Said {
  workspace_id: string;
  id: string;
  day: Day;
  by_id: string;
  at: Date;
}

interface TakenBack {
  taken_back_at: Date | null;
  taken_back_by: string | null;
}
