import { fold } from "#lib/kernel/fold.ts";

/** Industries written with commas, "Logistics, Food & drink", one by one; nothing: any. */
export function industriesIn(text: string | null): string[] {
  return (text ?? "")
    .split(/[,;\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

/** Whether a company's industry is among those that are meant; they are typed by hand: "Food" means "Food & drink" too. */
export function isOfIndustry(industry: string | null, meant: readonly string[]): boolean {
  const words = wordsOf(industry ?? "");
  if (words.length === 0) return false;
  return meant.some((each) => {
    const wanted = wordsOf(each);
    return wanted.length > 0 && (isWithin(wanted, words) || isWithin(words, wanted));
  });
}

/** Whether every word of the topic stands in the text: what a source has ruled out is not brought up in other words around it. */
export function speaksOf(text: string, topic: string): boolean {
  const wanted = wordsOf(topic);
  return wanted.length > 0 && isWithin(wanted, wordsOf(text));
}

/** Words of both texts that carry meaning, folded, in the order of the first. */
export function sharedWords(one: string, other: string): string[] {
  const there = new Set(wordsOf(other));
  return [...new Set(wordsOf(one))].filter(
    (word) => word.length > 3 && there.has(word) && !EMPTY_WORDS.has(word),
  );
}

/** An industry in the middle of a sentence: "logistics", "IT". */
export function inText(industry: string | null): string {
  const text = industry ?? "";
  return /^\p{Lu}{2}/u.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}

function isWithin(words: readonly string[], text: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(" ")
    .filter((word) => word !== "" && word !== "and" && word !== "und");
}

// Words that many sentences share without being about the same thing.
const EMPTY_WORDS = new Set(
  "about after again also been before chief company companies days director every from have head into lead manager more most much officer people person still team than that their them then there these they this those three until were what when where which while will with without work works year years your".split(
    " ",
  ),
);
