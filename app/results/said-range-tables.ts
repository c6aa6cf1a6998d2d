import type { Day } from "#lib/kernel/days.ts";
import type { Step } from "./step.ts";
import type { HowSaid } from "./said-range.ts";

export interface SaidRangeTables {
  said_range: {
    workspace_id: string;
    /** A team, or the workspace itself. */
    scope_id: string;
    said_on: Day;
    weeks: number;
    step: Step;
    low: number;
    middle: number;
    high: number;
    how: HowSaid;
    at: Date;
  };
}
