import type { Channel } from "#people/channel.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { BudgetRule, Moment, Outcome } from "./ask.ts";

export interface AskTables {
  ask: {
    workspace_id: string;
    id: string;
    member_id: string;
    source_id: string;
    account_id: string | null;
    day: Day;
    last_day: Day;
    channel: Channel;
    moment: Moment;
    for_whom: string | null;
    target_person_id: string | null;
    target_account_id: string | null;
    outcome: Outcome | null;
    until_day: Day | null;
    colleague_id: string | null;
    settled_on: Day | null;
    against: BudgetRule | null;
    permit_id: string | null;
    taken_back_at: Date | null;
    taken_back_by: string | null;
    created_at: Date;
  };
  ask_conversation: {
    workspace_id: string;
    id: string;
    ask_id: string;
    day: Day;
    asked: boolean;
    channel: Channel | null;
    moment: Moment | null;
    for_whom: string | null;
    target_person_id: string | null;
    target_account_id: string | null;
    note: string | null;
    outcome: Outcome | null;
    until_day: Day | null;
    colleague_id: string | null;
    colleague_added: boolean;
    settled_on: Day | null;
    against: BudgetRule | null;
    permit_id: string | null;
    said_at: Date;
    by_id: string;
    taken_back_at: Date | null;
    taken_back_by: string | null;
  };
  ask_permit: {
    workspace_id: string;
    id: string;
    member_id: string;
    source_id: string;
    reason: string;
    day: Day;
    until_day: Day;
    by_id: string;
    at: Date;
    taken_back_at: Date | null;
    taken_back_by: string | null;
  };
  reference: {
    workspace_id: string;
    id: string;
    source_id: string;
    member_id: string;
    day: Day;
    for_whom: string;
    note: string | null;
    by_id: string;
    at: Date;
    taken_back_at: Date | null;
    taken_back_by: string | null;
  };
}
