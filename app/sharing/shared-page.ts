import { addDays, type Day } from "#lib/kernel/days.ts";
import type { Level } from "#referrals/referral.ts";

export const PAGE_KINDS = ["source", "contact"] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** What a source says on their page. */
export const SOURCE_ANSWERS = ["introduced", "not-now", "not-them", "never"] as const;
export type SourceAnswer = (typeof SOURCE_ANSWERS)[number];
/** What somebody says whom a source asked first. */
export const CONTACT_ANSWERS = ["agreed", "declined"] as const;
export type ContactAnswer = (typeof CONTACT_ANSWERS)[number];
export type PageAnswer = SourceAnswer | ContactAnswer;

/** What the source did, in the words of the page, and the level it makes. */
export const EFFORTS = ["expects", "lines", "vouched", "meeting"] as const;
export type Effort = (typeof EFFORTS)[number];
export const LEVEL_OF: Record<Effort, Level> = { expects: 1, lines: 2, vouched: 3, meeting: 4 };

/** A page opens for so many days; telling what became of it opens it for as many more. */
export const OPEN_DAYS = 60;
/** Whoever was asked first has so long to answer, and no longer than the source's own page. */
export const CONTACT_DAYS = 30;

export type PageState = "open" | "expired" | "withdrawn";

export interface PageTerms {
  untilDay: Day;
  withdrawnAt: Date | null;
}

export function pageStateOf({ untilDay, withdrawnAt }: PageTerms, today: Day): PageState {
  if (withdrawnAt !== null) return "withdrawn";
  return today > untilDay ? "expired" : "open";
}

/** The last day of a page for a contact that is made today under a source's. */
export function contactUntil(sourceUntil: Day, today: Day): Day {
  const own = addDays(today, CONTACT_DAYS);
  return own < sourceUntil ? own : sourceUntil;
}

/** Until when a page opens on which something was told today. */
export function untilAfterTelling(untilDay: Day, today: Day): Day {
  const later = addDays(today, OPEN_DAYS);
  return later > untilDay ? later : untilDay;
}

/** What stands on a page, as far as it decides what can be said next. */
export interface Said {
  answer: PageAnswer;
  takenBackAt: Date | null;
}

/** What a source may still say. Nothing is asked: only that we leave them alone. After that word nothing. */
export function sourceMaySay(
  page: { asked: string | null; whom: string | null },
  said: readonly Said[],
): SourceAnswer[] {
  const standing = new Set(said.filter((each) => each.takenBackAt === null).map(({ answer }) => answer));
  if (standing.has("never")) return [];
  if (page.asked === null) return ["never"];
  const may = (answer: SourceAnswer) =>
    answer === "not-now"
      ? !standing.has("not-now") && !standing.has("introduced")
      : answer === "not-them"
        ? page.whom !== null && !standing.has("not-them")
        : true;
  return SOURCE_ANSWERS.filter(may);
}

/** One answer; somebody who agreed may not decline on the same page, for names are joined. */
export function contactMaySay(said: readonly Said[]): ContactAnswer[] {
  return said.some(({ takenBackAt }) => takenBackAt === null) ? [] : [...CONTACT_ANSWERS];
}
