import type { Moment } from "../ask.ts";
import type { Part } from "../talk-part.ts";

/** Ways to say a part, each under a name that never changes: talks that used them are counted by it. */
export type Ways = Readonly<Record<string, string>>;

/** A language in which one asks: data alone, so that a further one is a further file. Gaps as in wording.ts. */
export interface TalkLanguage {
  code: string;
  /** In its own language. */
  name: string;
  /** Between the last two of several. */
  or: string;
  /** What every workspace begins with. */
  ways: Readonly<Record<Moment, Readonly<Partial<Record<Part, Ways>>>>>;
  prompts: PromptWords;
  blurb: BlurbWords;
}

/** Whom to let a source think of, said to them. */
export interface PromptWords {
  /** Where they work today. */
  met: string;
  /** "{years}" is one of the three below in brackets, with a blank before it, or nothing. */
  former: string;
  years: { fromTo: string; since: string; until: string };
  /** Of the first whose pattern their title fits: "{found}" is what the pattern holds, "{trade}" one of the two below. */
  like: readonly { title: RegExp; words: string }[];
  trade: string;
  anyTrade: string;
  successor: string;
  town: string;
  /** Whether a title or an industry begins small in the middle of a sentence. */
  small: boolean;
}

/** What a source passes on, in the source's voice; "{to}" is who reads it. */
export interface BlurbWords {
  subject: string;
  greeting: string;
  greetingNobody: string;
  who: string;
  /** Of a client's own company. */
  client: string;
  value: string;
  reason: string;
  /** Where there is no reason: whom we look for, or nothing more. */
  picture: string;
  plain: string;
  next: string;
  /** The letter in which the rep sends it to the source. */
  cover: { subject: string; lines: readonly string[] };
}
