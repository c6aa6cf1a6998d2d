import { addDays, daysBetween, isDay, type Day } from "#lib/kernel/days.ts";
import { FIRST_FACT_DAY } from "#lib/kernel/fact-day.ts";
import { conflict, invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";

/** What every review goes through, in this order; a review has points of its own besides. */
export const POINTS = ["commitments", "delivered", "measures", "issues", "next-quarter", "referral"] as const;
export type Point = (typeof POINTS)[number];

export const POINT_WORDS: Record<Point, string> = {
  commitments: "What we promised each other",
  delivered: "What we delivered",
  measures: "What you measure us by",
  issues: "What is open",
  "next-quarter": "The next quarter",
  referral: "Whom else this may help",
};

export const REVIEW_STATES = ["planned", "unsaid", "held"] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** planned: its day is to come. unsaid: its day has come, and nobody said whether it was held. */
export function reviewState({ day, heldOn }: { day: Day; heldOn: Day | null }, today: Day): ReviewState {
  if (heldOn !== null) return "held";
  return day <= today ? "unsaid" : "planned";
}

/** So many days after it was due it is late. */
export const LATE_DAYS = 14;
/** So many days before it is due it is time to plan it. */
export const SOON_DAYS = 21;

export const ROUND_STAGES = ["planned", "late", "due", "soon", "later"] as const;
export type RoundStage = (typeof ROUND_STAGES)[number];

/** Where an account stands in its round of reviews: one that is planned is no longer due. */
export function roundStage(due: Day, isPlanned: boolean, today: Day): RoundStage {
  if (isPlanned) return "planned";
  const away = daysBetween(today, due);
  if (away < -LATE_DAYS) return "late";
  if (away <= 0) return "due";
  return away <= SOON_DAYS ? "soon" : "later";
}

const LONGEST = { note: 10_000, point: 120, commitment: 500, name: 80, unit: 20 } as const;
/** A promise for later than that is none. */
const LATEST_DAYS = 730;
const LATEST = "2100-12-31";

/** The day for which it is planned may be past: it is written down then. Throws Problem invalid. */
export function checkReviewDay(day: Day): void {
  if (!isDay(day) || day < FIRST_FACT_DAY || day > LATEST)
    throw invalid(`the day must lie between ${FIRST_FACT_DAY} and ${LATEST}`, "day");
}

/** "" where nothing is left. Throws Problem invalid. */
export function cleanNote(words: string): string {
  return cleanText(words, LONGEST.note, "words") ?? "";
}

/** Throws Problem invalid. */
export function cleanPoint(name: string): string {
  const clean = cleanText(name, LONGEST.point, "name");
  if (clean === null) throw invalid("say what the point is about", "name");
  return clean;
}

/** Throws Problem invalid naming the field. */
export function cleanCommitment(
  said: { words: string; dueOn: Day },
  day: Day,
): { words: string; dueOn: Day } {
  const words = cleanText(said.words, LONGEST.commitment, "words");
  if (words === null) throw invalid("say what is to be done", "words");
  if (said.dueOn < day || said.dueOn > addDays(day, LATEST_DAYS))
    throw invalid("until a day after the review, within two years", "dueOn");
  return { words, dueOn: said.dueOn };
}

export const BETTER = ["more", "less"] as const;
export type Better = (typeof BETTER)[number];

export interface MeasureSaid {
  name: string;
  unit: string | null;
  target: number | null;
  better: Better;
}

/** Throws Problem invalid naming the field. */
export function cleanMeasure(said: MeasureSaid): MeasureSaid {
  const name = cleanText(said.name, LONGEST.name, "name");
  if (name === null) throw invalid("say what they measure, in their words", "name");
  if (said.target !== null) checkValue(said.target, "target");
  return { ...said, name, unit: cleanText(said.unit, LONGEST.unit, "unit") };
}

const LARGEST = 1e12;

/** Throws Problem invalid. */
export function checkValue(value: number, field: string): void {
  if (!Number.isFinite(value) || Math.abs(value) > LARGEST) throw invalid("a number, as they gave it", field);
}

/** Whether the last value is where they want it; null while that cannot be said. */
export function isReached(target: number | null, better: Better, last: number | null): boolean | null {
  if (target === null || last === null) return null;
  return better === "more" ? last >= target : last <= target;
}

/** A note as it is kept. Version 0: nothing was noted there yet. */
export interface NoteNow {
  version: number;
  words: string;
  byName: string | null;
}

/**
 * Whether somebody who had that version before them may write: nobody may have written since. Throws Problem conflict with what
 * stands there now, so that nothing is lost.
 */
export function checkVersion(now: NoteNow, version: number): void {
  if (version === now.version) return;
  throw conflict(
    `${now.byName ?? "Somebody"} wrote here meanwhile. Nothing was lost: put the two together and save again.`,
    { version: now.version, words: now.words, byName: now.byName },
  );
}

/** Both texts, theirs first; where one holds the other, the longer. */
export function joinNotes(theirs: string, mine: string): string {
  if (theirs.includes(mine)) return theirs;
  if (mine.includes(theirs)) return mine;
  return `${theirs}\n\n${mine}`;
}
