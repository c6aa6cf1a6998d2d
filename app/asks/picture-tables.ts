import type { Day } from "#lib/kernel/days.ts";

/** Whom we want to meet, and why they should meet us. */
export interface PictureTables {
  ideal_client: Written & {
    team_id: string | null;
    member_id: string | null;
    name: string;
    level: string | null;
    company: string | null;
    industry: string | null;
    situation: string | null;
    says: string | null;
    not_who: string | null;
  } & Retired;
  business_reason: Written & {
    sentence: string;
    industry: string | null;
    problem: string | null;
    search_text: string;
  } & Retired;
  target: Written & {
    person_id: string | null;
    account_id: string | null;
    why: string | null;
    dropped_on: Day | null;
    dropped_by: string | null;
  };
}

interface Written {
  workspace_id: string;
  id: string;
  day: Day;
  by_id: string;
  at: Date;
}

interface Retired {
  retired_on: Day | null;
  retired_by: string | null;
  taken_back_at: Date | null;
  taken_back_by: string | null;
}
