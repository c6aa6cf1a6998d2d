import type { Day } from "#lib/kernel/days.ts";
import type { OccasionFacts, OfferAnswer } from "./occasion.ts";
import type { Group, Tier, WhyPaused } from "./rhythm.ts";

export interface TouchTables {
  touch: Dated & {
    person_id: string;
    account_id: string | null;
    member_id: string;
    kind: string;
    words: string | null;
    counts: boolean;
    meeting_id: string | null;
  };
  touch_kind: {
    workspace_id: string;
    kind: string;
    name: string | null;
    weight: number;
    ended_on: Day | null;
    at: Date;
    by_id: string;
  };
  rhythm: {
    workspace_id: string;
    group_of: Group;
    days: number | null;
    review_days: number | null;
    card_days: number | null;
    gets_letters: boolean;
    at: Date;
    by_id: string;
  };
  account_tier: Dated & { account_id: string; tier: Tier | null };
  own_rhythm: Dated & { person_id: string; days: number | null; words: string | null };
  touch_pause: Dated & { person_id: string; until_day: Day; why: WhyPaused; words: string | null };
  postal_address: Dated & { person_id: string | null; account_id: string | null; lines: string | null };
  occasion: Written & OccasionFacts & { member_id: string };
  occasion_offer: Written & {
    occasion_id: string;
    person_id: string;
    member_id: string;
    words: string | null;
    told_day: Day | null;
    chosen_on: Day;
    sent_on: Day | null;
    sent_at: Date | null;
    counts: boolean;
    answer: OfferAnswer | null;
    answered_on: Day | null;
    came: boolean | null;
    reaction: string | null;
    reacted_on: Day | null;
  };
}

interface Written {
  workspace_id: string;
  id: string;
  by_id: string;
  at: Date;
  taken_back_at: Date | null;
  taken_back_by: string | null;
}

interface Dated {
  workspace_id: string;
  id: string;
  day: Day;
  by_id: string;
  /** When it was written down. */
  at: Date;
  taken_back_at: Date | null;
  taken_back_by: string | null;
}
