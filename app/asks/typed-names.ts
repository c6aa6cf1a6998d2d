import type { KnownPerson, Match } from "#people/name-match.ts";
import { bareName, splitName } from "#people/person-name.ts";
import { textOf, type Line, type Run } from "./typed-line.ts";
import { isFiller, type Word } from "./typed-words.ts";

/** The words of a run that are a name, and whom it may mean. */
interface NameIn<T> extends Run {
  matches: readonly Match<T>[];
}

const LONGEST_NAME = 5;

/**
 * The name that a run of words begins with: as many of its words as somebody at hand can have, or else as many as are likely to be
 * a name.
 */
export function nameIn<T>(line: Line, run: Run, match: (typed: string) => Match<T>[]): NameIn<T> | null {
  const { words, language } = line;
  for (let from = run.from; from < run.to; from += 1) {
    for (let to = Math.min(run.to, from + LONGEST_NAME); to > from; to -= 1) {
      const last = words[to - 1]!;
      if (to > from + 1 && last.text.length < 3 && isFiller(language, last)) continue;
      const found = match(textOf(line, { from, to }));
      // "Jan Jansen" is not a Jan Peters; "Bo Brandt" may well stand before a capital.
      const goes = goesOn(line, { from, to: run.to }, to);
      const matches = goes ? found.filter(({ whole }) => whole) : found;
      if (matches.length > 0) return { from, to, matches };
    }
    if (!isFiller(language, words[from]!)) break;
  }
  return unknownIn(line, run);
}

/** Somebody at hand who is named anywhere in a run, without a slip. */
export function knownIn(line: Line, run: Run): NameIn<KnownPerson> | null {
  for (let count = Math.min(LONGEST_NAME, run.to - run.from); count > 0; count -= 1) {
    for (let from = run.from; from + count <= run.to; from += 1) {
      const name = { from, to: from + count };
      const found = line.meant(textOf(line, name));
      const matches = found.filter(({ how }) => how !== "typo" && how !== "initials");
      if (matches.length > 0) return { ...name, matches };
    }
  }
  return null;
}

function unknownIn<T>(line: Line, run: Run): NameIn<T> | null {
  const { words } = line;
  let from = run.from;
  while (from < run.to && saysNothing(line, words[from]!)) from += 1;
  if (from === run.to) return null;
  let to = from;
  const goes = () => isCapital(words[to]!) || goesOn(line, { from, to: run.to }, to);
  while (to < run.to && to - from < LONGEST_NAME && goes()) to += 1;
  if (to === from) to = run.to - from <= 3 ? run.to : from + 2;
  while (to > from + 1 && saysNothing(line, words[to - 1]!)) to -= 1;
  return { from, to, matches: [] };
}

function saysNothing({ language }: Line, word: Word): boolean {
  return isFiller(language, word) && (!isCapital(word) || bareName([word.text, "x"]).length === 1);
}

/** Whether what stands at this word is of the same name: "Jan | Jansen", "Ludwig | van Helden". */
function goesOn(line: Line, name: Run, at: number): boolean {
  const [first, next, last] = [line.words[name.from], line.words[at], line.words[at + 1]];
  if (at >= name.to || !first || !next || !isCapital(first)) return false;
  if (isCapital(next)) return true;
  if (at + 1 >= name.to || !last || !isCapital(last)) return false;
  const family = textOf(line, { from: at, to: at + 2 });
  return splitName(textOf(line, { from: name.from, to: at + 2 })).family === family;
}

function isCapital({ text }: Word): boolean {
  return /^\p{Lu}/u.test(text);
}
