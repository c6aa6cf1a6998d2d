import type { Day } from "#lib/kernel/days.ts";
import type { Minutes } from "./sales-meeting.ts";

export interface SalesMeetingTables {
  sales_meeting: {
    workspace_id: string;
    id: string;
    team_id: string;
    mid_week: Day;
    best_ask_id: string | null;
    skill: string | null;
    scenario: string | null;
    minutes: Minutes | null;
    held_on: Day | null;
    held_by: string | null;
    day: Day;
    by_id: string;
    at: Date;
  };
}
