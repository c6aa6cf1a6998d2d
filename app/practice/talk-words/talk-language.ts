/** What whoever rehearses may do with words in a talk, beside what readAsk finds in an ask. */
export const TALK_ACTS = [
  "hears",
  "accepts",
  "pushes",
  "why",
  "rude",
  "later",
  "day",
  "ease",
  "care",
  "discretion",
  "yourWord",
  "gift",
  "gives",
  "keepsOpen",
  "owns",
  "gains",
  "trouble",
  "thanks",
  "agrees",
  "bye",
  "because",
  "vague",
] as const;
export type TalkAct = (typeof TALK_ACTS)[number];

/** The words of one language by which the acts are known. */
export interface TalkLanguage {
  /** Sources of regular expressions without regard to case; each stands between the ends of words. */
  words: Readonly<Record<TalkAct, readonly string[]>>;
  /** Begin a question also where its mark is missing. */
  asking: string;
  /** Too common to show that somebody's own words were said back. */
  common: readonly string[];
}
