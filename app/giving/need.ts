import { addDays, type Day } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";

/** A short line on a person or a company. */
export const WHATS = ["need", "offer"] as const;
export type What = (typeof WHATS)[number];

/** Settled: it was met. Withdrawn: it holds no longer. */
export const ENDED_HOW = ["settled", "withdrawn"] as const;
export type EndedHow = (typeof ENDED_HOW)[number];

export const LONGEST_LINE = 200;
/** So long an open line is matched when nobody said until when: what was needed a year ago is not needed now. */
export const FRESH_DAYS = 365;

export interface Lasting {
  day: Day;
  untilDay: Day | null;
  endedOn: Day | null;
}

/** Whether it still holds on that day: neither ended, nor over, nor so old that it has to be asked about. */
export function isOpen({ day, untilDay, endedOn }: Lasting, today: Day): boolean {
  if (endedOn !== null || day > today) return false;
  return (untilDay ?? addDays(day, FRESH_DAYS)) >= today;
}

/** As it is kept: one line, trimmed. Throws Problem invalid. */
export function cleanLine(text: string): string {
  const line = cleanText(text.replaceAll(/\s+/g, " "), LONGEST_LINE, "line");
  if (line === null) throw invalid("say in a few words what it is", "line");
  return line;
}

/** Throws Problem invalid for an end before the beginning. */
export function checkUntil(untilDay: Day | null, day: Day): void {
  if (untilDay !== null && untilDay < day) throw invalid("it ends before it begins", "untilDay");
}
