import { daysBetween, type Day } from "#lib/kernel/days.ts";
import { dayText, whenText } from "#lib/web/words.ts";
import type { Channel, Moment, Outcome } from "../ask.ts";

export const CHANNEL_WORDS: Record<Channel, string> = {
  call: "by phone",
  "in-person": "in person",
  video: "by video",
  "e-mail": "by e-mail",
  message: "by message",
};

export const MOMENT_WORDS: Record<Moment, string> = {
  discovery: "in discovery",
  proposal: "with the proposal",
  delivered: "after delivery",
  "account-review": "at an account review",
  "lost-deal": "after a lost deal",
  anytime: "anytime",
};

export const OUTCOME_WORDS: Record<Outcome, string> = {
  "named-someone": "named someone",
  "will-think": "will think",
  "not-now": "not now",
  no: "no",
  "sent-to-colleague": "sent me to a colleague",
};

interface Answered {
  outcome: Outcome | null;
  untilDay: Day | null;
  colleagueName?: string | null;
}

/** "not now, until 12 January", "sent me to Jan Jansen"; "no answer yet". */
export function answerText({ outcome, untilDay, colleagueName }: Answered, today: Day): string {
  if (outcome === null) return "no answer yet";
  if (untilDay !== null) return `${OUTCOME_WORDS[outcome]}, until ${dayText(untilDay, today)}`;
  if (outcome === "sent-to-colleague" && colleagueName) return `sent me to ${colleagueName}`;
  return OUTCOME_WORDS[outcome];
}

/** "12 days ago", "on 1 October": for the middle of a sentence. */
export function agoText(day: Day, today: Day): string {
  return Math.abs(daysBetween(day, today)) > 31 ? `on ${dayText(day, today)}` : whenText(day, today);
}

/** "by phone", "in person after delivery". */
export function howText(channel: Channel, moment: Moment): string {
  return moment === "anytime" ? CHANNEL_WORDS[channel] : `${CHANNEL_WORDS[channel]} ${MOMENT_WORDS[moment]}`;
}

interface Asked {
  day: Day;
  lastDay: Day;
  channel: Channel;
}

/** "12 days ago by phone"; how is left out where it was more than one conversation. */
export function askedText({ day, lastDay, channel }: Asked, today: Day): string {
  return day === lastDay ? `${agoText(day, today)} ${CHANNEL_WORDS[channel]}` : agoText(day, today);
}

/** "12 days ago by phone: will think", to follow who asked. */
export function askText(ask: Answered & Asked, today: Day): string {
  return `${askedText(ask, today)}: ${answerText(ask, today)}`;
}

export function optionsOf<T extends string>(words: Record<T, string>): { value: T; label: string }[] {
  return (Object.entries(words) as [T, string][]).map(([value, label]) => ({
    value,
    label: capitalised(label),
  }));
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
