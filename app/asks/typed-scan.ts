import type { Channel } from "#people/channel.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Moment, Outcome } from "./ask.ts";
import type { Language, ToldKind } from "./languages/language.ts";
import { dayAt, dayWordsOf, type DayWords, type TypedDay } from "./typed-day.ts";
import { isFiller, phraseAt, phrasesBy, phrasesOf, type Phrase, type Word } from "./typed-words.ts";

/** What a phrase means, or that a word means nothing by itself: a name, or a note. */
type Meaning =
  | { role: "word"; name?: boolean }
  | { role: "introduction" | "at" }
  | { role: "asking"; source: "before" | "behind" }
  | { role: "fact"; kind: ToldKind; source: "before" | "behind" }
  | { role: "outcome"; outcome: Outcome | null }
  | { role: "channel"; channel: Channel }
  | { role: "moment"; moment: Moment }
  | { role: "until" | "day"; day: TypedDay };

/** Some words of the line, from one up to another, which is not of them. */
export type Piece = Meaning & { from: number; to: number };

/**
 * The line taken apart, every word in one piece. `names`: full names that stay whole, whatever their words mean else. `facts`: words
 * that tell of a meeting or a touch mean that, and not a channel.
 */
export function piecesOf(
  words: readonly Word[],
  language: Language,
  today: Day,
  { names, facts }: { names: ReadonlySet<string>; facts: boolean },
): Piece[] {
  const say = sayingsOf(language);
  const pieces: Piece[] = [];
  let at = 0;
  while (at < words.length) {
    const piece = nameAt(words, at, names) ?? pieceAt(words, at, say, { today, facts });
    if (piece.role === "word")
      for (let from = at; from < piece.to; from += 1) pieces.push({ ...piece, from, to: from + 1 });
    else pieces.push(piece);
    at = piece.to;
  }
  return withoutAsides(pieces, words, language);
}

/** Of the pieces between two breaks. */
export function segmentsOf(pieces: readonly Piece[], words: readonly Word[]): Piece[][] {
  const segments: Piece[][] = [];
  for (const piece of pieces) {
    if (segments.length === 0 || words[piece.from]?.broken === true) segments.push([]);
    segments.at(-1)?.push(piece);
  }
  return segments;
}

export function startsPicture(language: Language, words: readonly Word[], at: number): boolean {
  return phraseAt(sayingsOf(language).picture, words, at) !== null;
}

interface Sayings {
  meanings: Phrase<Meaning>[];
  facts: Phrase<Meaning>[];
  until: Phrase<null>[];
  picture: Phrase<null>[];
  days: DayWords;
}

const known = new WeakMap<Language, Sayings>();

function sayingsOf(language: Language): Sayings {
  const found = known.get(language);
  if (found !== undefined) return found;
  const sayings = {
    meanings: [
      ...meaning(phrasesBy(language.asking), (source) => ({ role: "asking", source })),
      ...meaning(phrasesBy(language.outcomes), (outcome) => ({ role: "outcome", outcome })),
      ...meaning(phrasesOf(language.silence, null), () => ({ role: "outcome", outcome: null })),
      ...meaning(phrasesBy(language.channels), (channel) => ({ role: "channel", channel })),
      ...meaning(phrasesBy(language.moments), (moment) => ({ role: "moment", moment })),
      ...meaning(phrasesOf(language.introduction, null), () => ({ role: "introduction" })),
      ...meaning(phrasesOf(language.at, null), () => ({ role: "at" })),
    ],
    facts: factsOf(language),
    until: phrasesOf(language.dates.until, null),
    picture: phrasesOf(language.picture, null),
    days: dayWordsOf(language),
  };
  known.set(language, sayings);
  return sayings;
}

function factsOf({ facts }: Language): Phrase<Meaning>[] {
  return (Object.entries(facts) as [ToldKind, Language["facts"][ToldKind]][]).flatMap(
    ([kind, { behind, before }]) => [
      ...phrasesOf<Meaning>(behind, { role: "fact", kind, source: "behind" }),
      ...phrasesOf<Meaning>(before, { role: "fact", kind, source: "before" }),
    ],
  );
}

function meaning<V>(phrases: Phrase<V>[], mean: (value: V) => Meaning): Phrase<Meaning>[] {
  return phrases.map(({ words, value }) => ({ words, value: mean(value) }));
}

const LONGEST_NAME = 5;

function nameAt(words: readonly Word[], at: number, names: ReadonlySet<string>): Piece | null {
  for (let count = LONGEST_NAME; count > 1; count -= 1) {
    const run = words.slice(at, at + count);
    if (run.length < count || run.slice(1).some((word) => word.broken)) continue;
    if (names.has(run.map((word) => word.plain).join(" ")))
      return { role: "word", name: true, from: at, to: at + count };
  }
  return null;
}

function pieceAt(
  words: readonly Word[],
  from: number,
  say: Sayings,
  { today, facts }: { today: Day; facts: boolean },
): Piece {
  const found: Piece[] = [];
  const fact = facts ? phraseAt(say.facts, words, from) : null;
  if (fact !== null) found.push({ ...fact.value, from, to: from + fact.words.length });
  const until = phraseAt(say.until, words, from);
  const comes = from + (until?.words.length ?? 0);
  const day = until && words[comes]?.broken === false ? dayAt(say.days, words, comes, today, true) : null;
  if (day !== null) found.push({ role: "until", day, from, to: comes + day.words });
  const phrase = phraseAt(say.meanings, words, from);
  if (phrase !== null) found.push({ ...phrase.value, from, to: from + phrase.words.length });
  const said = dayAt(say.days, words, from, today);
  if (said !== null) found.push({ role: "day", day: said, from, to: from + said.words });
  const longest = found.toSorted((one, other) => other.to - one.to)[0];
  return longest ?? { role: "word", from, to: from + 1 };
}

/** What makes a segment one that tells something. */
const WHOLE: ReadonlySet<Piece["role"]> = new Set(["asking", "introduction", "at", "fact"]);

/**
 * What is said by the way is a note: "she will call me", "no time before spring". Where words stand beside it that belong to nothing
 * else, a word alone says no channel, moment or weekday, and still less an answer.
 */
function withoutAsides(pieces: Piece[], words: readonly Word[], language: Language): Piece[] {
  return segmentsOf(pieces, words).flatMap((segment) => {
    if (segment.some(({ role }) => WHOLE.has(role))) return segment;
    const beside = segment.filter((piece) => piece.role === "word" && piece.name !== true);
    const telling = beside.filter(({ from }) => !isFiller(language, words[from]!)).length;
    const isAside = (piece: Piece) =>
      isWeak(piece) && (telling >= (piece.role === "outcome" ? 1 : 2) || beside.length >= 3);
    return segment.flatMap((piece) => (isAside(piece) ? wordsIn(piece) : [piece]));
  });
}

function wordsIn({ from, to }: Piece): Piece[] {
  return Array.from({ length: to - from }, (_, at) => ({ role: "word", from: from + at, to: from + at + 1 }));
}

function isWeak(piece: Piece): boolean {
  if (piece.role === "day") return piece.day.weak;
  if (piece.role === "outcome" && piece.outcome === "named-someone") return false;
  return (
    (piece.role === "channel" || piece.role === "moment" || piece.role === "outcome") &&
    piece.to === piece.from + 1
  );
}
