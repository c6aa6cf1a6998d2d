import type { Day } from "#lib/kernel/days.ts";
import type { Statement } from "./poll.ts";

export interface PollTables {
  poll: {
    workspace_id: string;
    id: string;
    /** Written as JSON text. */
    statements: readonly Statement[];
    opened_on: Day;
    last_day: Day;
    by_id: string;
    at: Date;
    taken_back_at: Date | null;
    taken_back_by: string | null;
  };
  poll_urn: {
    workspace_id: string;
    poll_id: string;
    answers: number;
    rank_sums: readonly number[];
    rank_squares: readonly number[];
    agreed: readonly number[];
    chance: readonly number[];
  };
  poll_voter: { workspace_id: string; poll_id: string; member_id: string };
}
