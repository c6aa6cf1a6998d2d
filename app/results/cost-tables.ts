import type { Day } from "#lib/kernel/days.ts";
import type { Origin } from "#referrals/origin.ts";

export interface CostTables {
  origin_cost: {
    workspace_id: string;
    id: string;
    origin: Origin;
    mid_month: Day;
    member_id: string | null;
    minutes: number | null;
    minor: number | null;
    currency: string | null;
    note: string | null;
    day: Day;
    by_id: string;
    at: Date;
    taken_back_at: Date | null;
    taken_back_by: string | null;
  };
}
