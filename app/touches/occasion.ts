import { addDays, isDay, type Day } from "#lib/kernel/days.ts";
import { FIRST_FACT_DAY } from "#lib/kernel/fact-day.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import { callName } from "#people/call-name.ts";
import type { Writing } from "#people/consent.ts";

/** What is offered to people whom one chooses one by one. */
export const OCCASION_KINDS = ["event", "article"] as const;
export type OccasionKind = (typeof OCCASION_KINDS)[number];

/** In which language its letters are written. */
export const OCCASION_LANGUAGES = ["en", "de"] as const;
export type OccasionLanguage = (typeof OCCASION_LANGUAGES)[number];

export const OFFER_ANSWERS = ["coming", "not"] as const;
export type OfferAnswer = (typeof OFFER_ANSWERS)[number];

export interface OccasionFacts {
  kind: OccasionKind;
  title: string;
  /** Of an event. */
  day: Day | null;
  time: string | null;
  place: string | null;
  link: string | null;
  /** What it is, or why it matters to them. */
  words: string | null;
  language: OccasionLanguage;
}

const LONGEST = { title: 200, place: 200, link: 2000, words: 4000, offer: 6000, reaction: 500 } as const;
const LATEST = "2100-12-31";

/** Trims. Throws Problem invalid naming the field. */
export function cleanOccasion(said: OccasionFacts): OccasionFacts {
  const title = cleanText(said.title, LONGEST.title, "title");
  if (title === null)
    throw invalid(
      said.kind === "event" ? "what is the event called?" : "what is the article called?",
      "title",
    );
  const link = cleanText(said.link, LONGEST.link, "link");
  if (link !== null && !/^https?:\/\/\S+$/i.test(link))
    throw invalid("a whole address, beginning with https://", "link");
  const words = cleanText(said.words, LONGEST.words, "words");
  if (said.kind === "article") return { ...said, title, link, words, day: null, time: null, place: null };
  if (said.day === null || !isDay(said.day) || said.day < FIRST_FACT_DAY || said.day > LATEST)
    throw invalid("on which day is it?", "day");
  const time = cleanText(said.time, 5, "time");
  if (time !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
    throw invalid("write the time as HH:MM, for example 18:30", "time");
  return { ...said, title, link, words, time, place: cleanText(said.place, LONGEST.place, "place") };
}

/** Null where nothing is left: then it is made from the occasion again. Throws Problem invalid. */
export function cleanOfferWords(words: string | null): string | null {
  return cleanText(words, LONGEST.offer, "words");
}

/** Throws Problem invalid. */
export function cleanReaction(words: string): string {
  const clean = cleanText(words, LONGEST.reaction, "words");
  if (clean === null) throw invalid("what did they say?", "words");
  return clean;
}

/** The letter to one of them, for the rep's own mail program: to be read and changed before it goes. */
export function letterOf(
  occasion: OccasionFacts,
  { fullName, fromName }: { fullName: string; fromName: string },
): { subject: string; body: string } {
  const say = WORDS[occasion.language];
  const when =
    occasion.day === null
      ? null
      : [dayWords(occasion.day, occasion.language), occasion.time, occasion.place].filter(Boolean).join(", ");
  const about = [occasion.title, when, occasion.link].filter(Boolean).join("\n");
  const parts = [
    say.hello(fullName),
    occasion.words ?? say[occasion.kind],
    about,
    say[`${occasion.kind}Ask`],
    `${say.bye}\n${fromName}`,
  ];
  return { subject: occasion.title, body: parts.join("\n\n") };
}

/** The day that somebody was told, where the event is on another one now; null: they know. */
export function movedFrom({ day, toldDay }: { day: Day | null; toldDay: Day | null }): Day | null {
  return day === null || toldDay === null || toldDay === day ? null : toldDay;
}

/** The letter to somebody who was invited to another day. */
export function movedLetterOf(
  occasion: OccasionFacts,
  { fullName, fromName, from }: { fullName: string; fromName: string; from: Day },
): { subject: string; body: string } {
  const { title, day, time, place, language } = occasion;
  const say = WORDS[language];
  const on = [day === null ? null : dayWords(day, language), time, place].filter(Boolean).join(", ");
  const moved = say.moved(title, dayWords(from, language), on);
  const parts = [say.hello(fullName), moved, say.movedAsk, `${say.bye}\n${fromName}`];
  return { subject: say.movedSubject(title), body: parts.join("\n\n") };
}

const WORDS = {
  en: {
    hello: (name: string) => `Hello ${callName(name)},`,
    event: "I would be glad to see you there:",
    article: "I read this and thought of you:",
    eventAsk: "Shall I keep a place for you?",
    articleAsk: "What do you make of it?",
    movedSubject: (title: string) => `Another day: ${title}`,
    moved: (title: string, from: string, to: string) =>
      `${title} is not on ${from} any more, as I wrote to you. It is on ${to}.`,
    movedAsk: "Does that suit you?",
    bye: "Best regards",
  },
  de: {
    hello: (name: string) => `Guten Tag ${name},`,
    event: "ich würde mich freuen, Sie dort zu sehen:",
    article: "das habe ich gelesen und an Sie gedacht:",
    eventAsk: "Darf ich einen Platz für Sie freihalten?",
    articleAsk: "Wie sehen Sie das?",
    movedSubject: (title: string) => `Ein anderer Tag: ${title}`,
    moved: (title: string, from: string, to: string) =>
      `„${title}“ ist nicht mehr am ${from}, wie ich Ihnen schrieb, sondern am ${to}.`,
    movedAsk: "Passt Ihnen das?",
    bye: "Mit freundlichen Grüßen",
  },
} as const;

function dayWords(day: Day, language: OccasionLanguage): string {
  const locale = language === "de" ? "de-DE" : "en-GB";
  const format = new Intl.DateTimeFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** Whether somebody can have come to an event, or stayed away: from its hour on, or its day where none is said; "HH:MM". */
export function hasBegun(
  { day, time }: Pick<OccasionFacts, "day" | "time">,
  now: { today: Day; time: string },
): boolean {
  if (day === null || day > now.today) return false;
  return day < now.today || time === null || time <= now.time;
}

/** Why an event cannot be moved to that day; null: it can. `lastSent` is when the last of its invitations went. */
export function whyNotMoved(
  day: Day,
  { noted, lastSent }: { noted: number; lastSent: Day | null },
): string | null {
  if (noted > 0) return "it is noted who came or stayed away on its day: take that back first";
  if (lastSent !== null && day < lastSent) return "it was only later that somebody was invited";
  return null;
}

/** So many invitations and articles in so many days are many. */
export const OFTEN = 3;
export const OFTEN_DAYS = 90;

/** The first day that still counts. */
export function oftenSince(today: Day): Day {
  return addDays(today, 1 - OFTEN_DAYS);
}

/**
 * Why nothing is sent to somebody, in a sentence; null: it may be. A no of theirs and an unhappy client stop it; where the law wants
 * consent first it is only said (cautionOf), for a word to one client is not a newsletter.
 */
export function whyNotOffered(
  name: string,
  { writing, unhappy }: { writing: Pick<Writing, "state" | "stop">; unhappy: boolean },
): string | null {
  const { stop, state } = writing;
  if (stop?.reach === "everything") return `${name} does not want to hear from us.`;
  if (stop?.reach === "e-mail") return `${name} does not want our e-mails; call instead.`;
  if (state === "withdrawn") return `${name} no longer agrees to be written to.`;
  if (unhappy)
    return `${name} or their company is unhappy with us: settle that before inviting anybody there.`;
  return null;
}

/** What to think of before it goes. */
export function cautionsOf(
  name: string,
  {
    sentLately,
    writing,
    law,
    wordedFor,
  }: {
    /** Within OFTEN_DAYS, of all reps together. */
    sentLately: number;
    writing: Pick<Writing, "state">;
    law: { consentFirst: boolean; name: string };
    /** The words were changed by hand when the event was on this day. */
    wordedFor: Day | null;
  },
): string[] {
  return [
    ...(wordedFor === null
      ? []
      : [
          `You changed this letter when it was on ${dayWords(wordedFor, "en")}: see that it names the new day.`,
        ]),
    ...(sentLately >= OFTEN ? [`${name} had ${sentLately} of these from us within ${OFTEN_DAYS} days.`] : []),
    ...(law.consentFirst && writing.state === "unsaid"
      ? [
          `Nobody has asked ${name} whether we may write; in ${law.name} they should have agreed. A call is safe.`,
        ]
      : []),
  ];
}
