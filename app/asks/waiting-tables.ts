import type { Day } from "#lib/kernel/days.ts";
import type { Moment } from "./ask.ts";
import type { BroughtBy } from "./moment.ts";
import type { SeedMoment } from "./seed.ts";
import type { TalkWords } from "./talk-part.ts";
import type { WhyLetGo, WhyNotAsked } from "./why-not.ts";

/** What waits for an ask: plans, seeds, and moments that came. */
export interface WaitingTables {
  /** As much of an ask as says which plan it carried out. */
  ask: { workspace_id: string; id: string; plan_id: string | null };
  ask_plan: Written & {
    member_id: string;
    person_id: string;
    mid_week: Day;
    moment: Moment;
    why_now: string | null;
    wanted: string | null;
    expects: number | null;
    topics: string | null;
    talk: TalkWords;
    ideal_client_id: string | null;
    reason_id: string | null;
    target_id: string | null;
    moved_on: Day | null;
    moved_by: string | null;
    let_go_on: Day | null;
    let_go_by: string | null;
    why_not: WhyNotAsked | null;
    by_id: string;
  };
  seed: Written & {
    member_id: string;
    person_id: string;
    account_id: string | null;
    moment: SeedMoment;
    words: string | null;
    ask_id: string | null;
    by_id: string;
  };
  moment_setting: Written & {
    moment: Moment;
    goal: string;
    counts: string;
    pause_days: number;
    brought_by: BroughtBy | null;
    stages: string[];
    by_id: string;
  };
  moment_due: Written & {
    moment: Moment;
    account_id: string;
    person_id: string | null;
    member_id: string;
    because_id: string | null;
    words: string | null;
    due_on: Day;
    by_id: string | null;
    ask_id: string | null;
    seed_id: string | null;
    used_on: Day | null;
    let_go_on: Day | null;
    let_go_by: string | null;
    why_not: WhyLetGo | null;
  };
}

/** What waits at an account that others look after. */
export interface ReminderTables {
  reminder_put_off: Written & { handover_id: string; member_id: string; by_id: string };
}

interface Written {
  workspace_id: string;
  id: string;
  day: Day;
  at: Date;
  taken_back_at: Date | null;
  taken_back_by: string | null;
}
