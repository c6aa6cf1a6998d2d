import { invalid } from "./problem.ts";

/** Text as it is kept: without blanks around it; null where nothing is left that is seen. Throws Problem invalid naming the field. */
export function cleanText(text: string | null | undefined, longest: number, field: string): string | null {
  const clean = text?.replaceAll("\0", "").trim() || null;
  if (clean !== null && UNSEEN.test(clean)) return null;
  if (clean !== null && clean.length > longest) throw invalid(`at most ${longest} characters`, field);
  return clean;
}

const UNSEEN = /^[\s\p{Cf}]*$/u;

/** What a room says, to stand by itself: with a capital letter and an end. */
export function asSentence(words: string): string {
  const text = `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
