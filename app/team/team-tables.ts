import type { Role } from "#lib/kernel/actor.ts";
import type { Generated } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";

export interface TeamTables {
  workspace: {
    workspace_id: string;
    slug: string;
    name: string;
    time_zone: string;
    currency: string;
    first_day_of_week: number;
    calendar: string;
    fiscal_start_month: number;
    default_country: string | null;
    rest_days: Generated<number>;
    story: string | null;
    workdays: Generated<Weekday[]>;
    postal_address: string | null;
    created_at: Date;
  };
  team: {
    workspace_id: string;
    id: string;
    name: string;
    manager_id: string | null;
    created_at: Date;
    closed_at: Date | null;
    closed_by: string | null;
  };
  member: {
    workspace_id: string;
    id: string;
    user_id: string | null;
    name: string;
    email: string;
    role: Role;
    team_id: string | null;
    joined_at: Date;
    left_at: Date | null;
    left_by: string | null;
    workdays: Generated<Weekday[] | null>;
  };
  holiday_list: {
    workspace_id: string;
    id: string;
    kind: "country" | "file";
    name: string;
    country: string | null;
    region: string | null;
    until_year: number | null;
    member_id: string | null;
    by_id: string;
    at: Date;
    taken_back_at: Date | null;
    taken_back_by: string | null;
  };
  holiday: {
    workspace_id: string;
    id: string;
    day: Day;
    name: string;
    member_id: string | null;
    list_id: string | null;
    by_id: string | null;
    at: Date;
    taken_back_at: Date | null;
    taken_back_by: string | null;
  };
  absence: {
    workspace_id: string;
    id: string;
    member_id: string;
    from_day: Day;
    to_day: Day;
    stand_in_id: string | null;
    words: string | null;
    by_id: string;
    at: Date;
    taken_back_at: Date | null;
    taken_back_by: string | null;
  };
  team_stay: {
    workspace_id: string;
    member_id: string;
    from_day: Day;
    until_day: Day | null;
    team_id: string | null;
    role: Generated<Role>;
  };
  workdays_before: {
    workspace_id: string;
    scope_id: string;
    until_day: Day;
    workdays: Weekday[] | null;
  };
  goal: {
    workspace_id: string;
    scope_id: string;
    measure: string;
    every: "week" | "month" | "quarter";
    from_day: Day;
    amount: number | null;
    set_by: string | null;
    set_at: Date;
  };
  screen_time: {
    workspace_id: string;
    member_id: string;
    mid_week: Day;
    seconds: number;
  };
  invitation: {
    workspace_id: string;
    id: string;
    member_id: string;
    token_hash: string;
    mail_hash: string | null;
    expires_at: Date;
    invited_by: string;
    invited_at: Date;
    accepted_at: Date | null;
    withdrawn_at: Date | null;
  };
}
