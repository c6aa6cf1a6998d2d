import { fold } from "#lib/kernel/fold.ts";
import { bareName } from "#people/person-name.ts";
import type { Language } from "./languages/language.ts";

/** A word of a typed line, and where it stands in it. */
export interface Word {
  text: string;
  /** As phrases are compared: folded, "ae" for "ä" too. */
  plain: string;
  start: number;
  end: number;
  /** A comma or its like stands before it: no phrase and no name goes across. */
  broken: boolean;
}

/** A phrase of a language, taken apart, with what it means. */
export interface Phrase<V> {
  words: readonly string[];
  value: V;
}

/** How much of a line is read; what is behind it stays a note. */
export function readUpTo(line: string): number {
  if (line.length <= LONGEST_READ) return line.length;
  const blank = line.lastIndexOf(" ", LONGEST_READ);
  return blank > 0 ? blank : LONGEST_READ;
}

const LONGEST_READ = 500;

export function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const found of line.matchAll(WORD)) {
    const text = found[0];
    const before = line.slice(end, found.index);
    const last = words.at(-1)?.text ?? "";
    end = found.index + text.length;
    words.push({ text, plain: plain(text), start: found.index, end, broken: breaks(before, last, text) });
  }
  return words;
}

/** The longest of the phrases that stands at this word, none reaching across a break. */
export function phraseAt<V>(
  phrases: readonly Phrase<V>[],
  words: readonly Word[],
  at: number,
): Phrase<V> | null {
  let longest: Phrase<V> | null = null;
  for (const phrase of phrases) {
    if (phrase.words.length > (longest?.words.length ?? 0) && standsAt(phrase.words, words, at))
      longest = phrase;
  }
  return longest;
}

export function phrasesOf<V>(texts: readonly string[], value: V): Phrase<V>[] {
  return texts.map((text) => ({ words: wordsOf(text).map((word) => word.plain), value }));
}

/** One list of all phrases of a record, each with its key. */
export function phrasesBy<K extends string>(record: Readonly<Record<K, readonly string[]>>): Phrase<K>[] {
  return (Object.entries(record) as [K, readonly string[]][]).flatMap(([key, texts]) =>
    phrasesOf(texts, key),
  );
}

export function isFiller(language: Language, word: Word): boolean {
  let known = fillers.get(language);
  if (known === undefined) fillers.set(language, (known = new Set(language.fillers.map(plain))));
  return known.has(word.plain);
}

const fillers = new WeakMap<Language, Set<string>>();

const WORD =
  /\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})?(?![\p{L}\p{N}])|\d{1,2}\/\d{1,2}(?:\/(?:\d{4}|\d{2}))?(?![\p{L}\p{N}])|@|[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}'’]*[\p{L}\p{N}\p{M}])?/gu;

function plain(text: string): string {
  return text === "@" || /^\d/.test(text) ? text.toLowerCase() : fold(text).replace(/([aou])e(?=.)/g, "$1");
}

/** A full stop breaks too, but not behind "Dr", "J" and "12", and not in "Nov. 2026". */
function breaks(between: string, last: string, next: string): boolean {
  if (/[,;:!?()\n–—]|\s-\s/.test(between)) return true;
  if (!/\.\s/.test(between) || /^\d/.test(last) || /^\d/.test(next)) return false;
  return last.length > 1 && bareName([last, "x"]).length > 1;
}

function standsAt(phrase: readonly string[], words: readonly Word[], at: number): boolean {
  return phrase.every((text, more) => {
    const word = words[at + more];
    return word?.plain === text && (more === 0 || !word.broken);
  });
}
