import type { Channel } from "#people/channel.ts";
import type { Nicknames } from "#people/name-match.ts";
import type { Moment, Outcome } from "../ask.ts";

/** Words as somebody would type them, several to one meaning; a phrase may have many words. */
export type Phrases = readonly string[];

/** A language in which an ask may be typed: data alone, so that a further one is a further file. */
export interface Language {
  code: string;
  /** Words of asking; whoever was asked stands behind them ("asked Anna") or before them ("Anna gefragt"). */
  asking: { before: Phrases; behind: Phrases };
  /** What the name or the picture of whom to meet follows. */
  introduction: Phrases;
  /** What a company follows. */
  at: Phrases;
  /** Beginnings of a picture that is no name: "a", "somebody". */
  picture: Phrases;
  outcomes: Record<Outcome, Phrases>;
  /** Nothing was said yet. */
  silence: Phrases;
  channels: Record<Channel, Phrases>;
  moments: Record<Moment, Phrases>;
  /** What else is told: whom it is about stands behind ("met Anna") or before it ("Anna getroffen"). */
  facts: Record<ToldKind, { behind: Phrases; before: Phrases }>;
  dates: {
    /** What the day to come back follows. */
    until: Phrases;
    /** May stand before a day and says nothing: "on". */
    on: Phrases;
    /** By how many days from today. */
    days: Readonly<Record<string, number>>;
    /** From Monday. */
    weekdays: readonly Phrases[];
    months: readonly Phrases[];
    units: Record<Unit, Phrases>;
    numbers: Readonly<Record<string, number>>;
    last: Phrases;
    next: Phrases;
    /** "3 days ago" */
    agoBehind: Phrases;
    /** "vor 3 Tagen" */
    agoBefore: Phrases;
    /** "in two weeks" */
    inTime: Phrases;
    beginning: Phrases;
    middle: Phrases;
    end: Phrases;
    /** Between the day and the month: "12 of May". */
    of: Phrases;
    /** Behind a day's number: "12th". */
    ordinals: Phrases;
  };
  /** Right before words of asking or telling they say that it was not so: "never asked". */
  denials: Phrases;
  /** Between two names. */
  and: Phrases;
  /** Words that say nothing by themselves. */
  fillers: Phrases;
  nicknames: Nicknames;
}

/** Of meetings the first four, of what is owed to a source the last, of touches the others. */
export const TOLD_KINDS = [
  "met",
  "to-meet",
  "not-there",
  "called-off",
  "call",
  "handwritten-note",
  "visit",
  "article",
  "message",
  "e-mail",
  "thanked",
] as const;
export type ToldKind = (typeof TOLD_KINDS)[number];

export type Unit = "day" | "week" | "month" | "year";
