import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { PeriodKind } from "#lib/kernel/fiscal.ts";
import type { SpiffMeasure } from "./spiff.ts";

/** What is rewarded, one and many. */
export const MEASURE_WORDS: Record<SpiffMeasure, readonly [one: string, many: string]> = {
  "people-asked": ["person asked", "people asked"],
  "practice-sessions": ["practice session", "practice sessions"],
  "loops-closed": ["word of thanks or report to a source", "words of thanks and reports to sources"],
  "referrals-given": ["introduction given", "introductions given"],
  touches: ["person who heard from us", "people who heard from us"],
  "referrals-received": ["introduction received", "introductions received"],
  "meetings-scheduled": ["meeting scheduled", "meetings scheduled"],
  "meetings-held": ["meeting held", "meetings held"],
  "deals-closed": ["deal closed through a referral", "deals closed through referrals"],
};

export const PERIOD_WORDS: Record<PeriodKind, string> = { week: "week", month: "month", quarter: "quarter" };

/** "from level 3", "of level 1 or 2"; "" for all. */
export function levelText(levels: readonly number[] | null): string {
  if (levels === null || levels.length === 0) return "";
  const [lowest] = levels;
  const isRest = levels.length === 6 - (lowest ?? 0);
  if (isRest && levels.length > 1) return `from level ${lowest}`;
  const most = levels.at(-1);
  return levels.length === 1 ? `of level ${most}` : `of level ${levels.slice(0, -1).join(", ")} or ${most}`;
}

/** "2 to 29 November" in the simplest true way: "from 2 November to 29 November". */
export function stretchText(from: Day, until: Day | null, today: Day): string {
  if (until === null) return `from ${dayText(from, today)} on`;
  return from === until
    ? `on ${dayText(from, today)}`
    : `from ${dayText(from, today)} to ${dayText(until, today)}`;
}
