import type { Moment } from "#asks/ask.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { PracticeLanguage } from "./library/practice-languages.ts";
import type { Discipline, Kept, RubricPoint } from "./rubric.ts";
import type { Mood } from "./scenario.ts";
import type { Way } from "./session.ts";

export interface PracticeTables {
  practice_rubric: Written & {
    key: string;
    language: PracticeLanguage;
    discipline: Discipline;
    name: string;
    points: RubricPoint[];
  };
  practice_scenario: Written & {
    key: string;
    language: PracticeLanguage;
    rubric: string;
    name: string;
    who: string;
    situation: string;
    mood: Mood;
    objections: string[];
    opening: string;
    moment: Moment | null;
  };
  practice_retired: Written & { what: "rubric" | "scenario"; key: string; day: Day };
  practice_session: {
    workspace_id: string;
    id: string;
    member_id: string;
    scenario: string;
    scenario_name: string;
    skill: string;
    points: RubricPoint[];
    language: PracticeLanguage;
    way: Way;
    day: Day;
    seconds: number;
    at: Date;
    taken_back_at: Date | null;
    taken_back_by: string | null;
  };
  practice_score: {
    workspace_id: string;
    id: string;
    session_id: string;
    scorer_id: string | null;
    guest: string | null;
    asked_at: Date;
    scored_at: Date | null;
    kept: Kept | null;
    note: string | null;
    by_id: string;
  };
  practice_rule: Written & { sessions: number; from_day: Day };
  practice_put_off: { workspace_id: string; member_id: string; day: Day; at: Date };
}

interface Written {
  workspace_id: string;
  id: string;
  by_id: string;
  at: Date;
  taken_back_at: Date | null;
  taken_back_by: string | null;
}
