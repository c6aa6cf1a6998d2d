import type { Day } from "#lib/kernel/days.ts";
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
}
