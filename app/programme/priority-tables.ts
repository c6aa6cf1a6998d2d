import type { Day } from "#lib/kernel/days.ts";
import type { Area } from "./alignment.ts";
import type { BarrierMeasure } from "./barrier.ts";

export interface PriorityTables {
  priority_statement: Said & { words: string };
  alignment: Said & {
    area: Area;
    owner_id: string | null;
    due_on: Day | null;
    evidence: string | null;
    link: string | null;
    aligned_on: Day | null;
  };
  roll_out: Said & { start_on: Day };
  barrier_threshold: Said & { measure: BarrierMeasure; mark: number; why: string };
}

interface Said {
  workspace_id: string;
  id: string;
  day: Day;
  by_id: string;
  at: Date;
  taken_back_at: Date | null;
  taken_back_by: string | null;
}
