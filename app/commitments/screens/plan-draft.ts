import type { Day } from "#lib/kernel/days.ts";
import type { WhyProposed } from "../week-plan.ts";
import type { LineView } from "../week-view.ts";
import type { WantedPlan } from "./use-week.ts";

export type DraftLine = LineView & { why?: WhyProposed };

/** A plan that somebody began to write and has not saved, kept on this device. */
export interface PlanDraft {
  lines: DraftLine[];
  topics: string;
  /** In the field for own words, not added yet. */
  words: string;
  /** The plan as it stood when they began. */
  startedFrom: WantedPlan;
}

const PLAN = "askwell-plan";

export function planDraftKey(memberId: string, week: Day): string {
  return [PLAN, memberId, week].join(" ");
}

// Where nothing can be kept, a plan begins anew each time.
export function readPlanDraft(key: string): PlanDraft | null {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? null : (JSON.parse(kept) as PlanDraft);
  } catch {
    return null;
  }
}

/** Null forgets it. */
export function keepPlanDraft(key: string, draft: PlanDraft | null): void {
  try {
    if (draft === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Full or forbidden: see above.
  }
}
