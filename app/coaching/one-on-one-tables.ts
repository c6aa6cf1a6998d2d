import type { Counted } from "#commitments/promise.ts";
import type { Generated } from "kysely";
import type { Day } from "#lib/kernel/days.ts";

export interface OneOnOneTables {
  one_on_one: Dated & {
    member_id: string;
    coach_id: string;
    prepared_with: string;
    planned_on: Day | null;
    member_words: string | null;
    coach_words: string | null;
    expects: number | null;
    topics: string | null;
    measure: Counted | null;
    count: number | null;
    skill: string | null;
    scenario: string | null;
    commitment: string | null;
    held_on: Day | null;
    held_at: Date | null;
    promise_ids: Generated<string[]>;
    promised_mid_week: Day | null;
    told: "kept" | "missed" | null;
    told_on: Day | null;
    told_by: string | null;
  };
  one_on_one_person: { workspace_id: string; one_on_one_id: string; person_id: string; place: number };
  one_on_one_note: { workspace_id: string; member_id: string; about_id: string; words: string; at: Date };
  coaching_rhythm: Dated & { member_id: string; coach_id: string; every_weeks: number };
}

interface Dated {
  workspace_id: string;
  id: string;
  day: Day;
  by_id: string;
  at: Date;
  taken_back_at: Date | null;
  taken_back_by: string | null;
}
