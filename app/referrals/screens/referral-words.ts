import { dayIn, daysBetween, timeOfDayIn } from "#lib/kernel/days.ts";
import type { Tone } from "#lib/web/pill.tsx";
import { whenText } from "#lib/kernel/day-words.ts";
import type { Level, ReferralState } from "../referral.ts";

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
