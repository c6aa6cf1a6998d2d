import type { Day } from "#lib/kernel/days.ts";
import type { MonthOfYear, Pattern, PeriodKind } from "#lib/kernel/fiscal.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";
import type { EntryKind } from "./spiff-pay.ts";
import type { SpiffMeasure, SpiffRole } from "./spiff.ts";

export interface SpiffTables {
  spiff: Dated & { measure: SpiffMeasure; period: PeriodKind; currency: string };
  spiff_version: Dated & {
    spiff_id: string;
    number: number;
    name: string;
    levels: number[] | null;
    holds_from: Day;
    from_day: Day;
    until_day: Day | null;
    each_minor: number | null;
    step_at: number[] | null;
    step_minor: number[] | null;
    rep_cap: number | null;
    all_cap: number | null;
    roles: SpiffRole[];
    team_ids: string[];
  };
  spiff_payout: {
    workspace_id: string;
    id: string;
    start_day: Day;
    end_day: Day;
    first_day: Weekday;
    pattern: Pattern;
    start_month: MonthOfYear;
    by_id: string;
    at: Date;
    hash: string;
    taken_back_at: Date | null;
    taken_back_by: string | null;
  };
  spiff_statement: {
    workspace_id: string;
    id: string;
    payout_id: string;
    member_id: string;
    role: "rep" | "manager" | "leader";
  };
  spiff_line: {
    workspace_id: string;
    statement_id: string;
    place: number;
    kind: EntryKind;
    corrects_id: string | null;
    version_id: string | null;
    from_day: Day | null;
    until_day: Day | null;
    line_id: string | null;
    fact_day: Day | null;
    level: number | null;
    step: number | null;
    count: number;
    minor: number;
    currency: string;
  };
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
