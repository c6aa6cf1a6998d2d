import type { Channel } from "./channel.ts";
import type { GeneratedAlways } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";
import type { AcquaintanceKind } from "./acquaintance.ts";
import type { ConsentCovers, ConsentHow, StopReach } from "./consent.ts";
import type { WhyNot } from "./protection.ts";
import type { BuyingRole, MetHow } from "./standing.ts";

export interface PeopleTables {
  person: {
    workspace_id: string;
    id: string;
    full_name: string;
    given_name: string | null;
    family_name: string | null;
    sort_key: string;
    spoken_key: string;
    title: string | null;
    account_id: string | null;
    emails: string[];
    phones: string[];
    linkedin_url: string | null;
    city: string | null;
    country: string | null;
    note: string | null;
    holder_id: string | null;
    search_text: string;
    merged_into: string | null;
    kept_id: GeneratedAlways<string>;
    created_at: Date;
    created_by: string | null;
    removed_at: Date | null;
    removed_by: string | null;
    erased_at: Date | null;
    erased_by: string | null;
  };
  person_key: { workspace_id: string; key: string; person_id: string };
  position: {
    workspace_id: string;
    id: string;
    person_id: string;
    account_id: string;
    title: string | null;
    from_day: Day | null;
    until_day: Day | null;
  };
  person_origin: {
    workspace_id: string;
    id: string;
    person_id: string;
    came_from: "typed" | "import" | "api" | "referral" | "mail" | "demo";
    detail: string | null;
    basis: string;
    import_id: string | null;
    at: Date;
    by_id: string | null;
  };
  merge: {
    workspace_id: string;
    id: string;
    kind: "person" | "account";
    kept_id: string;
    merged_id: string;
    took: unknown;
    at: Date;
    by_id: string;
    undone_at: Date | null;
    undone_by: string | null;
  };
  told_apart: { workspace_id: string; one_id: string; other_id: string; at: Date; by_id: string };
  private_note: { workspace_id: string; about_id: string; member_id: string; text: string; at: Date };
  person_met: Said &
    TakenBack & {
      day: Day;
      how: MetHow;
      because_id: string | null;
      by_id: string | null;
    };
  right_word: Said & TakenBack & { earned: boolean; words: string | null; day: Day; by_id: string };
  buying_role: Said & TakenBack & { role: BuyingRole | null; since: Day; by_id: string };
  do_not_ask: Said & TakenBack & Lifted & { why: WhyNot; words: string | null; day: Day; by_id: string };
  source_preference: Said &
    TakenBack & {
      channel: Channel | null;
      most_per_quarter: number | null;
      best_weekday: Weekday | null;
      approver_id: string | null;
      note: string | null;
      day: Day;
      by_id: string;
    };
  no_go: Said &
    TakenBack &
    Lifted & {
      off_account_id: string | null;
      off_person_id: string | null;
      topic: string | null;
      words: string | null;
      day: Day;
      by_id: string;
    };
  serious_issue: Omit<Said, "person_id"> &
    TakenBack & {
      person_id: string | null;
      account_id: string | null;
      what: string;
      day: Day;
      by_id: string;
      settled_on: Day | null;
      settled_by: string | null;
    };
  contact_consent: Said &
    TakenBack & {
      how: ConsentHow;
      covers: ConsentCovers;
      words: string | null;
      day: Day;
      by_id: string;
      withdrawn_on: Day | null;
      withdrawn_by: string | null;
    };
  do_not_write: Omit<Said, "person_id"> &
    TakenBack &
    Lifted & {
      person_id: string | null;
      reach: StopReach;
      words: string | null;
      day: Day;
      by_id: string;
    };
  do_not_write_address: { workspace_id: string; key: string; stop_id: string };
  acquaintance: Said & TakenBack & { member_id: string; kind: AcquaintanceKind; day: Day };
}

interface Said {
  workspace_id: string;
  id: string;
  person_id: string;
  /** When it was written down. */
  at: Date;
}

interface TakenBack {
  taken_back_at: Date | null;
  taken_back_by: string | null;
}

interface Lifted {
  lifted_on: Day | null;
  lifted_by: string | null;
}
