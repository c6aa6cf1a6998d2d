import { rateOf } from "#lib/kernel/rates.ts";

/** Whole weeks that are looked at, and those before them that they are compared with: a quarter. */
export const RECENT_WEEKS = 4;
export const WEEKS_BEFORE = 13;

/** What was counted, and in how many weeks they worked. */
export interface Counted {
  count: number;
  weeks: number;
}

/** Beside one's own past: more, fewer, alike as far as chance goes, or too little of both to say. */
export const THAN = ["more", "fewer", "alike", "too-early"] as const;
export type Than = (typeof THAN)[number];

export interface OwnPast {
  /** A week, over the weeks before; null: they worked in none. */
  average: number | null;
  /** How many weeks that is of. */
  weeks: number;
  than: Than;
}

/**
 * The last weeks beside the weeks before them. If nothing had changed, the share of all that falls into the last weeks would be that
 * of the weeks: it is more, or fewer, where the 95 % interval of the share leaves that out (Przyborowski and Wilenski, Biometrika 31
 * (1940) 313-323, by Wilson's interval). Under 20 altogether it is too early.
 */
export function besideOwnPast(recent: Counted, before: Counted): OwnPast {
  const average = before.weeks === 0 ? null : before.count / before.weeks;
  return { average, weeks: before.weeks, than: thanOf(recent, before) };
}

function thanOf(recent: Counted, before: Counted): Than {
  if (recent.weeks === 0 || before.weeks === 0) return "too-early";
  const rate = rateOf(recent.count, recent.count + before.count);
  if (rate.kind === "too-early") return "too-early";
  const fair = recent.weeks / (recent.weeks + before.weeks);
  if (rate.low > fair) return "more";
  return rate.high < fair ? "fewer" : "alike";
}
