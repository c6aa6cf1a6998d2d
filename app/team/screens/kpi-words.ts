import type { GoalView } from "../goal-view.ts";
import type { Measure } from "../measure.ts";

/** As they stand in tables and sentences: METHOD's words. */
export const KPI_WORDS: Record<Measure, string> = {
  "people-asked": "people asked",
  "referrals-received": "referrals received",
  "meetings-scheduled": "meetings scheduled",
  "meetings-held": "meetings held",
  "deals-closed": "deals closed",
  touches: "people touched",
  "referrals-given": "referrals given",
};

export const EVERY_WORDS = { week: "a week", month: "a month", quarter: "a quarter" } as const;

/** Where a goal that holds was set. */
export const FROM_WORDS: Record<NonNullable<GoalView["holds"]>["from"], string> = {
  member: "set for them",
  team: "set for the team",
  company: "set for every rep",
  default: "the method's own",
};
