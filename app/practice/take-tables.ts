import type { Heard } from "#lib/audio/heard.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { TakeEnd } from "./take.ts";

export interface TakeTables {
  practice_take: {
    workspace_id: string;
    id: string;
    member_id: string;
    session_id: string | null;
    scenario_name: string;
    type: string;
    seconds: number;
    bytes: number;
    received: number;
    heard: Heard | null;
    wrapped_key: Buffer | null;
    until_day: Day;
    shared_at: Date;
    received_at: Date;
    ended_at: Date | null;
    ended: TakeEnd | null;
  };
  practice_take_viewer: { workspace_id: string; take_id: string; member_id: string; chosen_at: Date };
}
