import type { GeneratedAlways } from "kysely";
import type { Day } from "#lib/kernel/days.ts";

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
    came_from: "typed" | "import" | "api" | "referral" | "demo";
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
}
