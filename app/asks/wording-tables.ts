import type { Day } from "#lib/kernel/days.ts";
import type { Moment } from "./ask.ts";
import type { Part } from "./talk-part.ts";

export interface WordingTables {
  wording: {
    workspace_id: string;
    id: string;
    moment: Moment;
    part: Part;
    language: string;
    text: string;
    team_id: string | null;
    member_id: string | null;
    by_id: string;
    day: Day;
    at: Date;
    retired_on: Day | null;
    retired_by: string | null;
    taken_back_at: Date | null;
    taken_back_by: string | null;
  };
  wording_use: {
    workspace_id: string;
    conversation_id: string;
    id: string;
    wording_id: string | null;
    seed: string | null;
  };
}
