import { addDays, type Day } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import { weekOf, type Weekday } from "#lib/kernel/weeks.ts";
import { isWorkday, type WorkCalendar } from "#lib/kernel/workdays.ts";
import { mayChangeFor, type Rights, type Whose } from "#team/member.ts";

/** So often a coach and somebody they lead meet, unless they say otherwise. */
export const DEFAULT_WEEKS = 2;
export const MOST_WEEKS = 13;
/** Whom one means to ask until the next time; more is a list, and no promise. */
export const MOST_PEOPLE = 10;
export const MOST_EXPECTED = 99;
export const LONGEST_WORDS = 2_000;
/** As a promise of a week. */
export const LONGEST_COMMITMENT = 300;
/** Looked ahead for a day on which both are there; further on the day is only said. */
const LOOK_AHEAD = 180;

/** A member's coaching is for them and for whoever leads them. */
export function seesCoaching(viewer: Rights, whose: Whose): boolean {
  return mayChangeFor(viewer, whose);
}

/** Whoever leads somebody holds the 1:1 and notes that it was held; nobody coaches themselves. */
export function mayCoach(viewer: Rights, whose: Whose): boolean {
  return viewer.member.id !== whose.memberId && mayChangeFor(viewer, whose);
}

/** What the two bring along is read by them, and by leaders; whoever coaches later does not read what was written for another. */
export function seesWords(viewer: Rights, pair: { memberId: string; preparedWith: string }): boolean {
  const { id, role } = viewer.member;
  return id === pair.memberId || id === pair.preparedWith || role === "leader";
}

/** first: they never met. ahead: after this week. late: it was due before this week, or the agreed day went by. */
export const STANDINGS = ["first", "ahead", "this-week", "late"] as const;
export type Standing = (typeof STANDINGS)[number];

export interface Due {
  standing: Standing;
  /** Null: they never met, and agreed on no day. */
  on: Day | null;
  /** They agreed on that day; otherwise the rhythm says so. */
  agreed: boolean;
}

/**
 * When somebody's next 1:1 is due: on the day they agreed on, otherwise so many weeks after the last, on the first day from then on
 * on which both work. While one of them is away it waits until both are back.
 */
export function dueOf(
  known: { lastOn: Day | null; plannedOn: Day | null; everyWeeks: number },
  both: readonly WorkCalendar[],
  today: Day,
  firstDay: Weekday,
): Due {
  const { lastOn, plannedOn, everyWeeks } = known;
  const standing = (on: Day): Standing => {
    const week = weekOf(today, firstDay);
    if (on < week) return "late";
    return on > addDays(week, 6) ? "ahead" : "this-week";
  };
  if (plannedOn !== null) {
    const passed = plannedOn < today ? "late" : standing(plannedOn);
    return { standing: passed, on: plannedOn, agreed: true };
  }
  if (lastOn === null) return { standing: "first", on: null, agreed: false };
  const first = firstTogether(addDays(lastOn, 7 * everyWeeks), both);
  const on = first < today ? waitingUntil(first, both, today) : first;
  return { standing: standing(on), on, agreed: false };
}

/** Whether it should be held now. */
export function isDue({ standing }: Due): boolean {
  return standing !== "ahead";
}

/** Throws Problem invalid. */
export function checkRhythm(everyWeeks: number): void {
  if (Number.isSafeInteger(everyWeeks) && everyWeeks >= 1 && everyWeeks <= MOST_WEEKS) return;
  throw invalid(`every week, or up to every ${MOST_WEEKS} weeks`, "everyWeeks");
}

export function cleanWords(words: string | null, field: string): string | null {
  return cleanText(words, LONGEST_WORDS, field);
}

export function cleanCommitment(words: string | null): string | null {
  return cleanText(words, LONGEST_COMMITMENT, "commitment");
}

function firstTogether(from: Day, both: readonly WorkCalendar[]): Day {
  for (let ahead = 0; ahead < LOOK_AHEAD; ahead += 1) {
    const day = addDays(from, ahead);
    if (both.every((calendar) => isWorkday(day, calendar))) return day;
  }
  return from;
}

/** It was due and not held: while one of the two is away it is due once both are back. */
function waitingUntil(first: Day, both: readonly WorkCalendar[], today: Day): Day {
  const away = both.some((calendar) => calendar.off(today));
  return away ? firstTogether(today, both) : first;
}
