import { english } from "./written-rules/en.ts";
import { german } from "./written-rules/de.ts";
import {
  ASK_POINTS,
  WEAKENINGS,
  type AskPoint,
  type Weakening,
  type WrittenLanguage,
  type WrittenRule,
} from "./written-rules/written-language.ts";

/** Words of the text, from one character to before another, and what they do. */
export interface Passage {
  from: number;
  to: number;
  kind: "earns" | "nearly" | "weakens";
  key: AskPoint | Weakening;
  because: string;
}

/** What a written ask holds. */
export interface Reading {
  language: "en" | "de";
  /** Every point of the rubric "ask", kept or not. */
  kept: Readonly<Record<AskPoint, boolean>>;
  /** In the order of the text. */
  passages: Passage[];
  /** What to write for each point that is not kept, in the order of a talk. */
  missing: { key: AskPoint; advice: string }[];
}

const MOST_WORDS_BETWEEN = 8;

/**
 * Reads an ask as it would be said, by the rules of its language: which points of the rubric "ask" its words earn, which come
 * close, and what weakens it. `listener`: what whoever is asked is called; naming them names nobody to meet. `otherwise`: the
 * language of words that do not tell theirs.
 */
export function readAsk(
  text: string,
  {
    listener = null,
    otherwise = "en",
  }: { listener?: string | null; otherwise?: WrittenLanguage["code"] } = {},
): Reading {
  const language = languageOf(text, otherwise);
  // As long as before, so that places stay.
  const plain = text.replaceAll("’", "'");
  const rules = compiled(language);
  const sentences = sentencesOf(plain, language);
  const listening = [...(listener ? [listener] : []), ...addressedIn(plain, language)];
  const passages = rules.flatMap((rule) =>
    sentences.flatMap(({ from, words }) => found(rule, words, from, language, listening)),
  );
  const kept = Object.fromEntries(
    ASK_POINTS.map((key) => [key, passages.some((each) => each.kind === "earns" && each.key === key)]),
  ) as Record<AskPoint, boolean>;
  return {
    language: language.code,
    kept,
    passages: passages
      // What earned a point needs no word on what came close to it.
      .filter(({ kind, key }) => kind !== "nearly" || !kept[key as AskPoint])
      .toSorted((one, other) => one.from - other.from || other.to - one.to),
    missing: ASK_POINTS.filter((key) => !kept[key]).map((key) => ({ key, advice: language.missing[key] })),
  };
}

/** The language whose common words the text has more of; where neither, the one that is handed in. */
export function languageOf(text: string, otherwise: WrittenLanguage["code"] = "en"): WrittenLanguage {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = ({ telling }: WrittenLanguage) => words.filter((word) => telling.includes(word)).length;
  const more = count(german) - count(english);
  if (more === 0) return otherwise === "de" ? german : english;
  return more > 0 ? german : english;
}

/** The first words of the text that each of these rules finds, by key; read as those of an ask are. */
export function wordsFound<K extends string>(
  text: string,
  rules: Readonly<Record<K, WrittenRule>>,
  { code, listener }: { code: WrittenLanguage["code"]; listener: string },
): ReadonlyMap<K, string> {
  const language = code === "de" ? german : english;
  const sentences = sentencesOf(text, language);
  const listening = [listener, ...addressedIn(text, language)];
  return new Map(
    (Object.keys(rules) as K[]).flatMap((key): [K, string][] => {
      const patterns = patternsOf(rules[key], language);
      for (const { words } of sentences) {
        const place = placeOf(patterns, words, language, listening);
        if (place) return [[key, place[0]]];
      }
      return [];
    }),
  );
}

interface Patterns {
  any: RegExp[];
  unless: RegExp[];
}

interface Compiled extends Pick<Passage, "kind" | "key" | "because">, Patterns {}

const ready = new Map<string, Compiled[]>();

function compiled(language: WrittenLanguage): Compiled[] {
  const known = ready.get(language.code);
  if (known) return known;
  const made = [
    ...ASK_POINTS.flatMap((key) => language.earns[key].map((rule) => compile("earns", key, rule, language))),
    ...ASK_POINTS.flatMap((key) =>
      (language.nearly[key] ?? []).map((rule) => compile("nearly", key, rule, language)),
    ),
    ...WEAKENINGS.flatMap((key) =>
      language.weakens[key].map((rule) => compile("weakens", key, rule, language)),
    ),
  ];
  ready.set(language.code, made);
  return made;
}

function compile(
  kind: Passage["kind"],
  key: AskPoint | Weakening,
  rule: WrittenRule,
  language: WrittenLanguage,
): Compiled {
  return { kind, key, because: rule.because, ...patternsOf(rule, language) };
}

const patterned = new WeakMap<WrittenRule, Patterns>();

function patternsOf(rule: WrittenRule, language: WrittenLanguage): Patterns {
  const known = patterned.get(rule);
  if (known) return known;
  const expression = (pattern: string) => new RegExp(sourceOf(pattern, language), "gu");
  const made = { any: rule.any.map(expression), unless: (rule.unless ?? []).map(expression) };
  patterned.set(rule, made);
  return made;
}

const PART_OF_NAME = String.raw`\p{Lu}[\p{L}'-]*`;
const LINKED = String.raw`\s+(?:(?:von|van|de|der|den|del|al|zu)\s+)?${PART_OF_NAME}`;
/** A name, and one of at least two words. */
const NAMES: Readonly<Record<string, string>> = {
  Name: `${PART_OF_NAME}(?:${LINKED}){0,3}`,
  Full: `${PART_OF_NAME}(?:${LINKED}){1,3}`,
};

/** A pattern with its words put in, blind to case but for names. */
function sourceOf(pattern: string, { words }: WrittenLanguage): string {
  let names = 0;
  const spelled = (source: string): string =>
    source
      .split(/((?<!\\p)\{[A-Za-z]+\})/)
      .map((part) => {
        const word = /^\{([A-Za-z]+)\}$/.exec(part)?.[1];
        if (word === undefined) return eitherCase(part);
        const name = NAMES[word];
        if (name) return `(?<name${names++}>${name})`;
        const stands = words[word];
        if (stands === undefined) throw new Error(`no words are kept as ${part}`);
        return `(?:${spelled(stands)})`;
      })
      .join("");
  const between = String.raw`[\s,;:]+(?:[^\s]+\s+){0,${MOST_WORDS_BETWEEN}}?`;
  const body = spelled(pattern.trimEnd())
    .replaceAll(/ ?\.\.\. ?/g, between)
    .replaceAll(" ", String.raw`\s+`);
  return String.raw`(?<![\p{L}\p{N}])(?:${body})(?![\p{L}\p{N}])`;
}

/** Letters as both their cases; classes like \p{L} as they are. */
function eitherCase(source: string): string {
  return source.replaceAll(/\\p\{\w+\}|\\.|\[[^\]]*\]|\p{Ll}/gu, (part) => {
    if (part.startsWith("\\")) return part;
    if (part.startsWith("[")) return part.replaceAll(/(?<!\\)\p{Ll}/gu, (one) => one + one.toUpperCase());
    return `[${part}${part.toUpperCase()}]`;
  });
}

function found(
  rule: Compiled,
  sentence: string,
  at: number,
  language: WrittenLanguage,
  listening: readonly string[],
): Passage[] {
  const { kind, key, because } = rule;
  const mayBeDenied = kind === "earns" && DENIABLE.has(key);
  const place = placeOf(rule, sentence, language, listening, (match) =>
    mayBeDenied ? isDenied(match, sentence, language) : false,
  );
  if (place === null) return [];
  const from = at + place.index;
  return [{ from, to: from + place[0].length, kind, key, because }];
}

function placeOf(
  { any, unless }: Patterns,
  sentence: string,
  language: WrittenLanguage,
  listening: readonly string[],
  isOff: (match: RegExpExecArray) => boolean = () => false,
): RegExpExecArray | null {
  if (unless.some((each) => sentence.search(each) >= 0)) return null;
  for (const each of any) {
    for (const match of sentence.matchAll(each)) {
      const names = Object.values(match.groups ?? {}).filter((name) => name !== undefined);
      if (names.every((name) => isName(name, language, listening)) && !isOff(match)) return match;
    }
  }
  return null;
}

/** What somebody can say that they do not want. */
const DENIABLE: ReadonlySet<string> = new Set<AskPoint>(["introduction", "whom"]);

/** "I don't want you to introduce me …": the words are there, and say the opposite. */
function isDenied(match: RegExpExecArray, sentence: string, language: WrittenLanguage): boolean {
  const { before, among } = denials(language);
  if (before.test(sentence.slice(0, match.index))) return true;
  return among !== null && !/\?["”“»’)]*\s*$/.test(sentence) && among.test(match[0]);
}

const denying = new Map<string, { before: RegExp; among: RegExp | null }>();

function denials(language: WrittenLanguage): { before: RegExp; among: RegExp | null } {
  const known = denying.get(language.code);
  if (known) return known;
  const { before, among } = language.denied;
  const made = {
    before: new RegExp(String.raw`${sourceOf(before, language)}[\s,]*$`, "u"),
    among: among === null ? null : new RegExp(sourceOf(among, language), "u"),
  };
  denying.set(language.code, made);
  return made;
}

/** Every word is one that a name may hold, and none is of whoever listens. */
function isName(name: string, { noName, greeting }: WrittenLanguage, listening: readonly string[]): boolean {
  const others = new Set(
    [...noName, ...greeting, ...listening].flatMap((words) => words.toLowerCase().split(/\s+/)),
  );
  return name
    .toLowerCase()
    .split(/\s+/)
    .every((word) => !others.has(word.replace(/'s$/, "")));
}

/** The names by which the text speaks to whoever listens: "Hi Anna,", "…, Frau Weber: …". */
function addressedIn(text: string, { greeting, words }: WrittenLanguage): string[] {
  const called = String.raw`(\p{Lu}[\p{L}'-]*(?:\s+\p{Lu}[\p{L}'-]*){0,2})`;
  const polite = eitherCase(words["lady"] ?? "");
  const greeted = `^\\s*(?:(?:${eitherCase(greeting.join("|"))})\\s+)?(?:(?:${polite})\\s+)*${called}\\s*[,!:–—-]`;
  const between = `(?:[,.!?:]\\s+|^\\s*|\\n)(?:${polite})\\s+(?:(?:${polite})\\s+)*${called}\\s*[,!:](?!\\s+(?:${eitherCase(words["related"] ?? "")})(?!\\p{L}))`;
  return [greeted, between].flatMap((pattern) =>
    [...text.matchAll(new RegExp(pattern, "gu"))].map((match) => match[1] ?? ""),
  );
}

/** The sentences with where each begins. A line break ends one; a full stop of what is written short does not. */
function sentencesOf(text: string, { short }: WrittenLanguage): { from: number; words: string }[] {
  const ends = /[.!?…]+["”“»’)]*(?=\s|$)|\n+/gu;
  const sentences: { from: number; words: string }[] = [];
  let from = 0;
  for (const end of text.matchAll(ends)) {
    const last = /[\p{L}.]+$/u.exec(text.slice(from, end.index))?.[0] ?? "";
    if (end[0] === "." && short.includes(last.toLowerCase())) continue;
    const to = end.index + end[0].length;
    sentences.push({ from, words: text.slice(from, to) });
    from = to;
  }
  sentences.push({ from, words: text.slice(from) });
  return sentences.filter(({ words }) => words.trim() !== "");
}
