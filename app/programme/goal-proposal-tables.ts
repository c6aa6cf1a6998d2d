import type { Day } from "#lib/kernel/days.ts";
import type { Goal } from "#team/goal.ts";

/** Of one member: the amount a month that was accepted, and what was set for them before. */
export interface AcceptedGoal {
  memberId: string;
  amount: number;
  before: Goal | null;
}

export interface GoalProposalTables {
  goal_aim: {
    workspace_id: string;
    id: string;
    team_id: string | null;
    amount: number | null;
    day: Day;
    by_id: string;
    at: Date;
  };
  goal_acceptance: {
    workspace_id: string;
    id: string;
    from_day: Day;
    /** Written as JSON text. */
    goals: readonly AcceptedGoal[];
    by_id: string;
    at: Date;
    taken_back_at: Date | null;
    taken_back_by: string | null;
  };
}
