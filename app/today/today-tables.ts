import type { Day } from "#lib/kernel/days.ts";
import type { About, Effect, Shown } from "./digest-line.ts";
import type { DigestKind } from "./digest.ts";
import type { SuggestReason } from "./suggest-words.ts";
import type { Place, WhyRefused } from "./suggest.ts";

export interface TodayTables {
  suggestion: {
    workspace_id: string;
    id: string;
    member_id: string;
    person_id: string;
    mid_week: Day;
    place: Place;
    nth: number;
    score: number;
    reasons: SuggestReason[];
    say: string;
    day: Day;
    at: Date;
    by_id: string;
    refused_on: Day | null;
    refused_by: string | null;
    refused_why: WhyRefused | null;
    refused_words: string | null;
    withdrawn_at: Date | null;
  };
  digest_setting: {
    workspace_id: string;
    member_id: string;
    wanted: boolean;
    at_time: string;
    when_done: boolean;
    changed_at: Date;
  };
  digest_mail: {
    workspace_id: string;
    id: string;
    member_id: string;
    kind: DigestKind;
    day: Day;
    made_at: Date;
    open_until: Date;
    answers_key: string | null;
    answers_id: string | null;
    handed_at: Date | null;
    accepted_at: Date | null;
    doubted_at: Date | null;
    failed_at: Date | null;
    failure: string | null;
  };
  digest_line: {
    workspace_id: string;
    id: string;
    mail_id: string;
    place: number;
    about: About;
    shown: Shown;
    done_at: Date | null;
    did: string | null;
    effect: Effect | null;
    undone_at: Date | null;
  };
}
