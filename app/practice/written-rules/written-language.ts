/** What a written ask is read for: the points of the rubric "ask". */
export const ASK_POINTS = [
  "value",
  "gratitude",
  "introduction",
  "whom",
  "picture",
  "reason",
  "next",
  "freedom",
] as const;
export type AskPoint = (typeof ASK_POINTS)[number];

/** What takes strength from an ask; pointed out, never scored. */
export const WEAKENINGS = ["apology", "hedge", "anyone"] as const;
export type Weakening = (typeof WEAKENINGS)[number];

/** Ways to say one thing, and what is shown to whoever wrote it. */
export interface WrittenRule {
  /**
   * Patterns, as the source of a regular expression without regard to case. A blank is any white space; "..." is up to eight words
   * of the same sentence; {me} is one of the words of that name; {Name} is a proper name of somebody other than whoever listens.
   */
  any: readonly string[];
  /** Where one of these stands in the same sentence, the words mean something else. */
  unless?: readonly string[];
  /** Why these words earn it, only nearly earn it, or weaken; one sentence. */
  because: string;
}

export interface WrittenLanguage {
  code: "en" | "de";
  /** Words by which the language is known. */
  telling: readonly string[];
  /** What ends in a full stop and no sentence: "Dr". */
  short: readonly string[];
  /** {me} and its like: patterns without braces, or with those that stand before. */
  words: Readonly<Record<string, string>>;
  /** How somebody is addressed: what stands between it and the next comma is the listener's name. */
  greeting: readonly string[];
  /** Capitalised like a name, and none. */
  noName: readonly string[];
  earns: Readonly<Record<AskPoint, readonly WrittenRule[]>>;
  /**
   * How an introduction or a person is waved off: what stands right before the words that would earn it, or among them where the
   * sentence is no question.
   */
  denied: { before: string; among: string | null };
  /** Comes close to the point and does not earn it. */
  nearly: Readonly<Partial<Record<AskPoint, readonly WrittenRule[]>>>;
  weakens: Readonly<Record<Weakening, readonly WrittenRule[]>>;
  /** What to write, where a point is missing. */
  missing: Readonly<Record<AskPoint, string>>;
}
