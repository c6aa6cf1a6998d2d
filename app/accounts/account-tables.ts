import type { GeneratedAlways } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { AccountKind } from "./account.ts";

export interface AccountTables {
  account: {
    workspace_id: string;
    id: string;
    name: string;
    name_key: string;
    kind: AccountKind;
    named_since: Day | null;
    named_by: string | null;
    client_since: Day | null;
    industry: string | null;
    employees: number | null;
    website: string | null;
    domain: string | null;
    phone: string | null;
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
  handover: {
    workspace_id: string;
    id: string;
    account_id: string;
    day: Day;
    to_member_id: string | null;
    to_name: string | null;
    note: string | null;
    because_id: string | null;
    by_id: string;
    at: Date;
    taken_back_at: Date | null;
    taken_back_by: string | null;
  };
}
