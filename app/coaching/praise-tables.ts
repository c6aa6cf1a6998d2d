import type { Day } from "#lib/kernel/days.ts";
import type { BoardKind } from "./board.ts";

export interface PraiseTables {
  praise: Dated & { to_id: string; fact_id: string; words: string | null; seen_at: Date | null };
  board_off: Dated & { board: BoardKind };
  best_practice: Dated & {
    wording_id: string;
    team_id: string | null;
    why: string | null;
    decision: "accepted" | "refused" | null;
    decided_on: Day | null;
    decided_by: string | null;
    decided_why: string | null;
    from_team_id: string | null;
    from_member_id: string | null;
  };
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
