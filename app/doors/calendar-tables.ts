import type { Day } from "#lib/kernel/days.ts";

export interface CalendarTables {
  calendar_feed: {
    workspace_id: string;
    id: string;
    member_id: string;
    made_at: Date;
    content_hash: string | null;
    changed_at: Date | null;
    withdrawn_at: Date | null;
  };
  read_calendar: {
    workspace_id: string;
    id: string;
    member_id: string;
    kind: "link" | "file";
    url: string | null;
    name: string | null;
    given_at: Date;
    tried_at: Date | null;
    read_at: Date | null;
    events: number | null;
    failures: number;
    trouble: string | null;
    next_at: Date | null;
    stopped_at: Date | null;
    on_trial: boolean;
  };
  noticed_event: {
    workspace_id: string;
    id: string;
    member_id: string;
    calendar_id: string;
    event_key: string;
    person_id: string;
    day: Day;
    time: string | null;
    became: Became;
    meeting_id: string | null;
    touch_id: string | null;
    off_at: Date | null;
    refused_at: Date | null;
    at: Date;
  };
}

/** A meeting that was arranged, a contact that was had, or something that was noted already. */
export type Became = "meeting" | "touch" | "known";
