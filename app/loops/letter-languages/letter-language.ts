import type { Day } from "#lib/kernel/days.ts";
import type { Notice } from "#people/contact-law.ts";

export const LETTER_LANGUAGES = ["en", "de"] as const;
export type LetterLanguageCode = (typeof LETTER_LANGUAGES)[number];

/** Who speaks of whom in a first answer. */
export interface LetterNames {
  sourceName: string;
  contactName: string;
  repName: string;
  /** Whose company it is. */
  workspaceName: string;
  /** Where it can be reached by post, or the gap that stands for it. */
  postalAddress: string;
}

/** The words of a first answer. Names and the reason stand in them as they were typed. */
export interface LetterLanguage {
  code: LetterLanguageCode;
  subject: (names: LetterNames) => string;
  /** To the source, who reads it in bcc. */
  thanks: (names: LetterNames) => string;
  /** Part of the thanks: true only where they do get it in bcc. */
  movedToBcc: string;
  /** `why` has no full stop. */
  thought: (names: LetterNames, why: string | null) => string;
  /** Two times, the later one second. */
  times: (first: Time, second: Time) => string;
  notice: Record<Notice, (names: LetterNames) => string>;
}

export interface Time {
  day: Day;
  /** "10:00" */
  at: string;
  today: Day;
}
