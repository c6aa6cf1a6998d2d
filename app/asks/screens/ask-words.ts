import { CHANNEL_WORDS, type Channel } from "#people/channel.ts";
import type { Day } from "#lib/kernel/days.ts";
import { capital } from "#lib/web/words.ts";
import { agoText, answerText, type Answered } from "../answer-words.ts";
import type { Moment } from "../ask.ts";

/** Where a rule stands against an ask that took place nevertheless. */
export const HAPPENED_ALREADY = "It has happened already";
export const KEPT_NEVERTHELESS = "It is written down nevertheless, and shows as against the rule.";

export const MOMENT_WORDS: Record<Moment, string> = {
  discovery: "in discovery",
  proposal: "with the proposal",
  delivered: "after delivery",
  "account-review": "at an account review",
  "lost-deal": "after a lost deal",
  anytime: "anytime",
};

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
    label: capital(label),
  }));
}
