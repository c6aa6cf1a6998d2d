import { dayIn, daysBetween, timeOfDayIn } from "#lib/kernel/days.ts";
import type { Tone } from "#lib/web/pill.tsx";
import { whenText } from "#lib/kernel/day-words.ts";
import type { Level, ReferralState, ReferralWords } from "../referral.ts";

/** What the source did, to follow their name: "Anna …". `who` is how the new contact is called. */
export function levelSentence(level: Level, who: string): string {
  const sentences: Record<Level, string> = {
    0: "only gave us the name",
    1: `told ${who} to expect us`,
    2: `told ${who} to expect us and passed on our material`,
    3: `vouched for us to ${who}`,
    4: "vouched for us and arranged the meeting",
    5: "introduced us in person",
  };
  return sentences[level];
}

export const LEVEL_WORDS: Record<Level, string> = {
  0: "name only",
  1: "expects us",
  2: "has our material",
  3: "vouched for",
  4: "meeting arranged",
  5: "in person",
};

/** What only the source can tell. */
export type AskedOf = Exclude<keyof ReferralWords, "note">;

export const WORDS_TITLES: Record<AskedOf, string> = {
  howKnown: "How they know each other",
  reason: "Why they should take the meeting",
  promised: "What was promised",
};

/** What to ask the source while it is not written down; both are called by their first names. */
export function askFor(field: AskedOf, source: string, contact: string): string {
  const asks: Record<AskedOf, string> = {
    howKnown: `Ask ${source} how they know ${contact}.`,
    reason: `Ask ${source} why ${contact} should take the meeting.`,
    promised: `Ask ${source} what ${contact} was told to expect.`,
  };
  return asks[field];
}

export function wordsHint(field: AskedOf, source: string, contact: string): string {
  const hints: Record<AskedOf, string> = {
    howKnown: "One line: sailed together, worked at the same company, neighbours.",
    reason: `One sentence that ${contact} would nod at.`,
    promised: `By you or by ${source}: to ${source}, or to ${contact}.`,
  };
  return hints[field];
}

export const STATE_TONES: Record<ReferralState, Tone> = {
  named: "quiet",
  introduced: "due",
  responded: "plain",
  "meeting-scheduled": "plain",
  met: "good",
  won: "good",
  lost: "quiet",
};

/** "answer by 18:00 today", "answer by 18:00 on Monday"; once that is over "was due yesterday 18:00". */
export function answerByText(answerBy: string, now: Date, timeZone: string): string {
  const due = new Date(answerBy);
  const [day, today] = [dayIn(due, timeZone), dayIn(now, timeZone)];
  const time = timeOfDayIn(due, timeZone);
  if (isLate(answerBy, now)) return `was due ${whenText(day, today)} ${time}`;
  const near = daysBetween(today, day) < 2;
  return `answer by ${time} ${near ? whenText(day, today) : `on ${weekday(due, timeZone)}`}`;
}

export function isLate(answerBy: string, now: Date): boolean {
  return new Date(answerBy) < now;
}

function weekday(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone }).format(at);
}
