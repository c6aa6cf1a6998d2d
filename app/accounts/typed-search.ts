import { fold, inAscii } from "#lib/kernel/fold.ts";

/** What somebody typed, made ready for find_people and find_accounts. */
export interface Typed {
  /** Folded, in the order typed: for the beginnings of names. */
  whole: string;
  /** In ASCII like the texts that are searched, each once, the longest first. */
  words: string[];
  /** Patterns of the first and the second word with two neighbouring letters changed over. */
  swapped: string[];
  swappedToo: string[];
}

const MOST_WORDS = 6;

/** Null when nothing is typed that could be searched for. */
export function typedSearch(text: string): Typed | null {
  const whole = fold(text.slice(0, 200));
  const words = [...new Set(inAscii(whole).split(" ").filter(Boolean))]
    .toSorted((one, other) => other.length - one.length)
    .slice(0, MOST_WORDS);
  if (words.length === 0) return null;
  return { whole, words, swapped: swaps(words[0] ?? ""), swappedToo: swaps(words[1] ?? "") };
}

function swaps(word: string): string[] {
  const letters = Array.from(word);
  const changed = letters
    .slice(1)
    .map((letter, before) =>
      [...letters.slice(0, before), letter, letters[before], ...letters.slice(before + 2)].join(""),
    );
  return [...new Set([word, ...changed])].map((each) => `% ${each}%`);
}

/** The first text that no longer begins with `beginning`, in the order of bytes: for a range of an index. */
export function endOfBeginning(beginning: string): string {
  return `${beginning}\u{10ffff}`;
}
