import type { Day } from "#lib/kernel/days.ts";
import type { Level } from "#referrals/referral.ts";
import type { PageAnswer, PageKind } from "./shared-page.ts";

export interface SharingTables {
  shared_page: {
    workspace_id: string;
    id: string;
    kind: PageKind;
    parent_id: string | null;
    source_id: string;
    member_id: string;
    ask_id: string | null;
    referral_id: string | null;
    language: string;
    asked: string | null;
    whom: string | null;
    reason: string | null;
    subject: string;
    blurb: string;
    ask_first: boolean;
    until_day: Day;
    at: Date;
    by_id: string;
    withdrawn_at: Date | null;
    withdrawn_by: string | null;
  };
  shared_telling: {
    workspace_id: string;
    page_id: string;
    referral_id: string;
    told: string | null;
    at: Date;
    by_id: string;
  };
  shared_answer: {
    workspace_id: string;
    id: string;
    page_id: string;
    answer: PageAnswer;
    until_day: Day | null;
    words: string | null;
    name: string | null;
    referral_id: string | null;
    raised_id: string | null;
    raised_from: Level | null;
    conversation_id: string | null;
    stop_id: string | null;
    no_go_id: string | null;
    trouble: string | null;
    as_id: string;
    day: Day;
    at: Date;
    taken_back_at: Date | null;
    seen_at: Date | null;
    seen_by: string | null;
  };
}
