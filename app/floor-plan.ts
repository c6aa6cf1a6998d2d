export interface Room {
  name: string;
  /** Rooms it may look into: their rules, actions, table types and screens, never their stores or routes. */
  sees: readonly string[];
  /** Tables that only this room writes. */
  tables: readonly string[];
}

/** The rooms, lowest first: a room sees only rooms that stand before it. */
export const floorPlan: readonly Room[] = [
  {
    name: "team",
    sees: [],
    tables: [
      "workspace",
      "clock_setting",
      "team",
      "member",
      "team_stay",
      "goal",
      "screen_time",
      "holiday_list",
      "holiday",
      "absence",
      "invitation",
      "sign_in_user",
      "sign_in_session",
      "sign_in_account",
      "sign_in_verification",
      "sign_in_passkey",
      "sign_in_seat",
      "sign_in_secret",
    ],
  },
  { name: "accounts", sees: ["team"], tables: ["account", "handover"] },
  {
    name: "people",
    sees: ["team", "accounts"],
    tables: [
      "person",
      "person_key",
      "position",
      "person_origin",
      "merge",
      "told_apart",
      "private_note",
      "person_met",
      "right_word",
      "buying_role",
      "do_not_ask",
      "source_preference",
      "no_go",
      "serious_issue",
      "acquaintance",
      "contact_consent",
      "do_not_write",
      "do_not_write_address",
    ],
  },
  {
    name: "asks",
    sees: ["team", "accounts", "people"],
    tables: [
      "ask",
      "ask_conversation",
      "ask_permit",
      "reference",
      "ideal_client",
      "business_reason",
      "target",
      "wording",
      "wording_use",
      "ask_plan",
      "seed",
      "moment_setting",
      "moment_due",
      "reminder_put_off",
    ],
  },
  { name: "referrals", sees: ["team", "accounts", "people", "asks"], tables: ["referral", "referral_step"] },
  { name: "meetings", sees: ["team", "accounts", "people", "asks", "referrals"], tables: ["meeting"] },
  { name: "deals", sees: ["team", "accounts", "people", "asks", "referrals", "meetings"], tables: ["deal"] },
  {
    name: "loops",
    sees: ["team", "accounts", "people", "asks", "referrals", "meetings", "deals"],
    tables: ["duty_done", "duty_passed", "answer_letter", "gift_rule", "gift_ban", "gift"],
  },
  {
    name: "giving",
    sees: ["team", "accounts", "people", "asks", "referrals", "meetings", "deals"],
    tables: ["given_referral", "given_word", "need_or_offer", "kept_apart", "introduction_wish"],
  },
  {
    name: "sharing",
    sees: ["team", "accounts", "people", "asks", "referrals", "meetings", "deals", "loops"],
    tables: ["shared_page", "shared_telling", "shared_answer"],
  },
  {
    name: "touches",
    sees: ["team", "accounts", "people", "asks", "referrals", "meetings", "deals", "loops", "giving"],
    tables: ["touch", "touch_kind", "rhythm", "account_tier", "own_rhythm", "touch_pause"],
  },
  {
    name: "scorecard",
    sees: [
      "team",
      "accounts",
      "people",
      "asks",
      "referrals",
      "meetings",
      "deals",
      "loops",
      "giving",
      "touches",
    ],
    tables: [],
  },
  {
    name: "imports",
    sees: ["team", "accounts", "people", "asks", "referrals", "meetings", "deals"],
    tables: ["import", "import_file", "import_row", "import_memory", "external_id"],
  },
  { name: "doors", sees: ["team"], tables: ["api_key"] },
  {
    name: "today",
    sees: [
      "team",
      "accounts",
      "people",
      "asks",
      "referrals",
      "meetings",
      "deals",
      "loops",
      "giving",
      "sharing",
      "touches",
      "scorecard",
      "imports",
    ],
    tables: ["suggestion"],
  },
];

/** Tables of the building: written by lib/ alone. */
export const buildingTables: readonly string[] = [
  "journal",
  "journal_concern",
  "tally",
  "idempotency_key",
  "job",
  "job_ticket",
  "rate_window",
  "schema_migration",
];

/** The packages that a pure rule file may import: none but these. */
export const purePackages: readonly string[] = ["libphonenumber-js/min", "@orama/stemmers", "d3-hierarchy"];

/** The packages that a browser file (screens/, lib/web/, web.tsx) may import besides. */
export const browserPackages: readonly string[] = [
  "react",
  "react-dom",
  "@mantine/",
  "@tanstack/react-",
  "@fontsource-variable/",
  "d3-scale",
  "d3-shape",
  "better-auth/react",
  "idb",
  "better-auth/client",
  "@better-auth/passkey",
];
