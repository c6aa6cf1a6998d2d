import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as german } from "@orama/stemmers/german";
import { fold } from "#lib/kernel/fold.ts";

/** A word of a line: what is left of it in either language. Two words are the same when they share one of the two. */
export type Stems = readonly string[];

const SHORTEST = 3;
/** A compound holds a word of at least so many letters: "Fotograf" in "Produktfotografie". */
const SHORTEST_INSIDE = 5;
/** How much less a compound says than the word itself. */
const INSIDE = 0.6;

/**
 * The words that say something, by their stems (Snowball's, in English and in German: a line does not say which it is). Case,
 * accents and words that any line has are gone.
 */
export function stemsOf(text: string): Stems[] {
  const words = fold(text)
    .split(" ")
    .filter((word) => word.length >= SHORTEST && !EMPTY.has(word) && !/^\d+$/.test(word));
  return [...new Set(words)].map((word) => [...new Set([english(word), german(word)])]);
}

/** 1 for the same word, less for a word within a compound, 0 for another. */
export function alike(one: Stems, other: Stems): number {
  let best = 0;
  for (const a of one)
    for (const b of other) {
      if (a === b) return 1;
      const [short, long] = a.length < b.length ? [a, b] : [b, a];
      if (short.length >= SHORTEST_INSIDE && long.includes(short)) best = INSIDE;
    }
  return best;
}

const EMPTY = new Set(
  (
    "the and for from with who what that this these those they them their our your his her its into onto over under near next " +
    "new more most some any all one two three few somebody someone anybody person people company companies firm firms business " +
    "good reliable experienced experience knows know looking look looks wants want needs need offers offer free has have had are " +
    "was were been being can could would may might will shall not but also about after before during between within without " +
    "der die das den dem des ein eine einen einem einer eines und oder fur mit ohne von vom zum zur bei aus nach uber unter auf " +
    "als auch wie wer was wir sie ihr ihre ihren unser unsere sich ist sind war wird werden hat haben kann konnen noch neu neue " +
    "neuen neuer neues mehr jemand jemanden firma firmen unternehmen betrieb betriebe gute guten guter sucht suchen suche " +
    "braucht bietet erfahrung"
  ).split(" "),
);
