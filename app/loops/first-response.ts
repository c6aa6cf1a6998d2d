import type { Day } from "#lib/kernel/days.ts";
import { workdayAfter, type WorkCalendar } from "#lib/kernel/workdays.ts";
import { contactLawOf, type ContactLaw } from "#people/contact-law.ts";
import { POSTAL_GAP, type LetterDraft } from "./answer-letter.ts";
import { german } from "./letter-languages/de.ts";
import { english } from "./letter-languages/en.ts";
import type {
  LetterLanguage,
  LetterLanguageCode,
  LetterNames,
  Time,
} from "./letter-languages/letter-language.ts";

/** What is known when somebody answers an introduction. */
export interface ToAnswer {
  sourceName: string;
  sourceEmail: string | null;
  contactName: string;
  contactEmail: string | null;
  /** ISO 3166, of the contact. */
  country: string | null;
  reason: string | null;
  repName: string;
  /** Whose company it is. */
  workspaceName: string;
  /** Where it can be reached by post; null: nobody wrote it down. */
  postalAddress: string | null;
  today: Day;
  calendar: WorkCalendar;
}

export interface FirstResponse {
  to: string | null;
  /** The source: thanked, and then left in peace. */
  bcc: string | null;
  /** In which of the drafts one writes where they are. */
  language: LetterLanguageCode;
  /** One a language. */
  drafts: LetterDraft[];
  reason: string | null;
  law: ContactLaw;
}

/**
 * The reply to an introduction: thanks the source and moves them out of the conversation, names them, proposes two times, and
 * carries what the law of the contact's country wants. METHOD.md, rules 6 and 18.
 */
export function firstResponse(facts: ToAnswer): FirstResponse {
  const law = contactLawOf(facts.country);
  return {
    to: facts.contactEmail,
    bcc: facts.sourceEmail,
    language: writtenIn(facts.country),
    drafts: [english, german].map((language) => draftIn(language, facts, law)),
    reason: facts.reason,
    law,
  };
}

/** In which language one writes to somebody there; `country` as ISO 3166, null: not known. */
export function writtenIn(country: string | null): LetterLanguageCode {
  return WRITTEN_GERMAN.has(country ?? "") ? "de" : "en";
}

const WRITTEN_GERMAN: ReadonlySet<string> = new Set(["DE", "AT", "CH", "LI"]);

function draftIn(words: LetterLanguage, facts: ToAnswer, law: ContactLaw): LetterDraft {
  const names: LetterNames = { ...facts, postalAddress: facts.postalAddress ?? POSTAL_GAP };
  const thanks = facts.sourceEmail === null ? null : words.thanks(names);
  const notice = law.notice.map((each) => words.notice[each](names));
  const why = facts.reason === null ? null : withoutStop(facts.reason);
  const paragraphs = [
    thanks,
    words.thought(names, why),
    words.times(...timesOf(facts)),
    `${names.repName}\n${names.workspaceName}`,
    notice.join(" "),
  ];
  return {
    language: words.code,
    subject: words.subject(names),
    text: paragraphs.filter((each) => each !== null).join("\n\n"),
    thanks,
    movedToBcc: words.movedToBcc,
    notice,
  };
}

function timesOf({ today, calendar }: ToAnswer): [Time, Time] {
  const first = workdayAfter(today, calendar);
  const second = workdayAfter(first, calendar);
  return [
    { day: first, at: "10:00", today },
    { day: second, at: "15:00", today },
  ];
}

function withoutStop(sentence: string): string {
  return sentence.trim().replace(/[.!]+$/, "");
}
