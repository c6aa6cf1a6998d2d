import type { Day } from "#lib/kernel/days.ts";
import type { Level } from "#referrals/referral.ts";
import type { Kind, Side, ThankedHow, Word } from "./given.ts";
import type { EndedHow, What } from "./need.ts";
import type { WhyApart } from "./apart.ts";

export interface GivingTables {
  given_referral: Dated & {
    member_id: string;
    to_id: string;
    to_account_id: string | null;
    whom_id: string | null;
    whom_account_id: string | null;
    whom_name: string | null;
    whom_does: string | null;
    kind: Kind;
    why: string | null;
    level: Level;
    counts_from: Day | null;
  };
  given_word: Dated & {
    given_id: string;
    about: Word["about"];
    side: Side | null;
    how: ThankedHow | null;
    words: string | null;
  };
  need_or_offer: Dated & {
    what: What;
    person_id: string | null;
    account_id: string | null;
    line: string;
    until_day: Day | null;
    ended_on: Day | null;
    ended_by: string | null;
    ended_how: EndedHow | null;
  };
  kept_apart: Dated & {
    one_id: string;
    other_id: string;
    why: WhyApart;
    words: string | null;
    until_day: Day | null;
  };
  introduction_wish: Dated & { person_id: string; ask_first: boolean };
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
