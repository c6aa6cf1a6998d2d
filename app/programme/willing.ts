import { alike, stemsOf, type Stems } from "#giving/stems.ts";
import { isId } from "#lib/kernel/ids.ts";
import { invalid, notFound } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import { NO_THEME, type WillingTheme } from "./willing-themes.ts";

/** Where words of a client's stand: in an answer of a report card, or in a note of an account review; `place` is the question, or the point. */
export interface SaidAt {
  kind: "card" | "review";
  recordId: string;
  place: string;
}

/** Who gives as much recommends us: what they write as the reason counts, too. */
export const PROMOTER = 9;
/** The question that asks for it; see app/reviews/languages. */
export const WILLING_QUESTION = "introduce";
/** The point of a review under which it is noted. */
export const WILLING_POINT = "referral";

const MOST_PROPOSED = 2;
const MOST_THEMES = 4;
const MOST_SIGNS = 40;
const LONGEST = { name: 60, sign: 40 } as const;
/** A word within a compound says less than the word itself, and alone too little. */
const LEAST = 0.6;

/** "card.ID.question" or "review.ID.point": how words are named in an address. Throws Problem not-found. */
export function saidAt(key: string): SaidAt {
  const [kind, recordId = "", ...rest] = key.split(".");
  const place = rest.join(".");
  if (!isId(recordId) || place === "" || (kind !== "card" && kind !== "review")) throw notFound("words");
  return { kind, recordId, place };
}

/** A theme with its signs as they are compared. */
export interface ReadyTheme {
  key: string;
  stems: readonly Stems[];
}

export function readyThemes(themes: readonly WillingTheme[]): ReadyTheme[] {
  return themes.map(({ key, signs }) => ({ key, stems: stemsOf(signs.join(" ")) }));
}

/** The themes that words speak of, the likeliest first, two at most: a proposal, until somebody says. */
export function proposeThemes(words: string, themes: readonly ReadyTheme[]): string[] {
  const said = stemsOf(words);
  const points = (stems: readonly Stems[]) =>
    said.reduce((sum, word) => sum + Math.max(0, ...stems.map((sign) => alike(word, sign))), 0);
  return themes
    .map(({ key, stems }) => ({ key, points: points(stems) }))
    .filter((each) => each.points >= LEAST)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, MOST_PROPOSED)
    .map(({ key }) => key);
}

/** What was changed since `before`, over what others changed in the meantime; whoever was last says whether it says nothing of it. */
export function joinThemes(
  before: readonly string[],
  wanted: readonly string[],
  now: readonly string[],
): string[] {
  const fresh = wanted.filter((key) => !before.includes(key));
  const kept = now.filter((key) => wanted.includes(key) || !before.includes(key));
  const joined = [...kept, ...fresh.filter((key) => !kept.includes(key))];
  if (fresh.includes(NO_THEME)) return [NO_THEME];
  return fresh.length > 0 ? joined.filter((key) => key !== NO_THEME) : joined;
}

/** Each once, in the order of the themes; "none" stands alone. Throws Problem invalid. */
export function cleanThemes(wanted: readonly string[], themes: readonly { key: string }[]): string[] {
  const known = [...new Set([...themes.map(({ key }) => key), NO_THEME])];
  if (wanted.some((key) => !known.includes(key))) throw invalid("there is no such theme", "themes");
  const clean = known.filter((key) => wanted.includes(key));
  if (clean.includes(NO_THEME) && clean.length > 1)
    throw invalid("it says something of it, or nothing", "themes");
  if (clean.length > MOST_THEMES) throw invalid(`at most ${MOST_THEMES} themes`, "themes");
  return clean;
}

/** A theme of a team's own. Throws Problem invalid naming the field. */
export function cleanTheme({ name, signs }: { name: string; signs: readonly string[] }): {
  name: string;
  signs: string[];
} {
  const clean = cleanText(name, LONGEST.name, "name");
  if (clean === null) throw invalid("name the theme", "name");
  if (signs.length > MOST_SIGNS) throw invalid(`at most ${MOST_SIGNS} words`, "signs");
  const words = signs.flatMap((sign, at) => cleanText(sign, LONGEST.sign, `signs.${at}`) ?? []);
  return { name: clean, signs: [...new Set(words)] };
}
