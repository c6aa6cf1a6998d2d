import { accountKey } from "#accounts/account-key.ts";
import { fold, searchWords } from "#lib/kernel/fold.ts";
import { slipsBetween } from "#lib/kernel/slips.ts";
import { bareName } from "./person-name.ts";

export interface KnownPerson {
  id: string;
  fullName: string;
  accountId: string | null;
  accountName: string | null;
}

export interface KnownAccount {
  id: string;
  name: string;
}

/** How a name was recognised, the surest first. "part": the words are right, and there are more in the name. */
const LIKENESSES = ["exact", "folded", "part", "nickname", "initials", "typo"] as const;
export type Likeness = (typeof LIKENESSES)[number];

export interface Match<T> {
  who: T;
  how: Likeness;
  /** Nothing of the name is left over but initials. */
  whole: boolean;
  /** 0 is the same text; two of the same worth are equally likely. */
  worth: number;
}

/** Each line the names that one given name goes by, folded: ["robert", "bob", …]. */
export type Nicknames = readonly (readonly string[])[];

/** Whom these words may mean, the likeliest first; of equals in the order in which they came. */
export function matchPeople(
  typed: string,
  people: readonly KnownPerson[],
  nicknames: Nicknames = [],
): Match<KnownPerson>[] {
  const words = wordsIn(typed).map(spelledOut);
  if (words.length === 0) return [];
  const nick = nicknameIndex(nicknames);
  return ranked(people.map((who) => personMatch(words, who, nick)));
}

/** Which accounts these words may mean, the likeliest first. */
export function matchAccounts(typed: string, accounts: readonly KnownAccount[]): Match<KnownAccount>[] {
  if (fold(typed) === "") return [];
  const key = accountKey(typed);
  const words = key.split(" ").map(spelledOut);
  return ranked(
    accounts.map((who) => {
      const name = companyKey(who.name);
      if (name.key !== key) return wordMatch(who, words, name.words, NO_NICKNAMES);
      return { who, how: fold(who.name) === fold(typed) ? "exact" : "folded", whole: true, worth: 0 };
    }),
  );
}

/** Those that are as likely as the first: more than one is a question to be asked. */
export function likeliest<T>(matches: readonly Match<T>[]): Match<T>[] {
  return matches.filter(({ worth }) => worth === matches[0]?.worth);
}

/** A word, and how it may also be spelled. */
interface Spelled {
  word: string;
  also: readonly string[];
}

type NickIndex = ReadonlyMap<string, ReadonlySet<number>>;

const NO_NICKNAMES: NickIndex = new Map();

function personMatch(words: Spelled[], who: KnownPerson, nick: NickIndex): Match<KnownPerson> | null {
  const own = nameOf(who);
  if (words.length === own.length && words.every(({ word }, at) => word === own[at]?.word))
    return { who, how: "exact", whole: true, worth: 0 };
  const letters = own.map(({ word }) => word[0]).join("");
  if (words.length === 1 && own.length > 1 && words[0]?.word === letters)
    return { who, how: "initials", whole: true, worth: worthOf("initials", 0) };
  return wordMatch(who, words, own, nick) ?? withCompany(who, words, own, nick);
}

/** "Anna Hafen": the last words are of the company. */
function withCompany(
  who: KnownPerson,
  words: Spelled[],
  own: readonly Spelled[],
  nick: NickIndex,
): Match<KnownPerson> | null {
  if (who.accountName === null || words.length < 2) return null;
  const company = companyKey(who.accountName).words;
  let end = words.length;
  while (end > 1 && company.some(({ word }) => word === words[end - 1]?.word)) end -= 1;
  return end === words.length ? null : wordMatch(who, words.slice(0, end), own, nick);
}

/** Every typed word stands for another word of the name. */
function wordMatch<T>(
  who: T,
  words: readonly Spelled[],
  own: readonly Spelled[],
  nick: NickIndex,
): Match<T> | null {
  const free = [...own];
  let how: Likeness = "exact";
  let slips = 0;
  for (const word of words) {
    const found = bestWord(word, free, nick, words.length > 1);
    if (found === null) return null;
    free.splice(found.at, 1);
    slips += found.slips;
    if (LIKENESSES.indexOf(found.how) > LIKENESSES.indexOf(how)) how = found.how;
  }
  if (
    slips >
    mostSlips(
      words.reduce((sum, { word }) => sum + word.length, 0),
      true,
    )
  )
    return null;
  const whole = free.every(({ word }) => word.length === 1);
  if (words.every(({ word }) => word.length === 1)) return null;
  if (!whole && LIKENESSES.indexOf(how) < LIKENESSES.indexOf("part")) how = "part";
  return { who, how, whole, worth: worthOf(how, slips * 2 + (whole ? 0 : 1)) };
}

interface WordFound {
  at: number;
  how: Likeness;
  slips: number;
}

function bestWord(
  word: Spelled,
  own: readonly Spelled[],
  nick: NickIndex,
  oneOfMany: boolean,
): WordFound | null {
  const found = own
    .map((other, at) => oneWord(word, other, nick, oneOfMany, at))
    .filter((each) => each !== null);
  return (
    found.toSorted((one, other) => worthOf(one.how, one.slips) - worthOf(other.how, other.slips))[0] ?? null
  );
}

function oneWord(
  { word, also }: Spelled,
  other: Spelled,
  nick: NickIndex,
  oneOfMany: boolean,
  at: number,
): WordFound | null {
  if (word === other.word) return { at, how: "exact", slips: 0 };
  if (also.some((each) => other.also.includes(each))) return { at, how: "folded", slips: 0 };
  const [mine, theirs] = [nick.get(word), nick.get(other.word)];
  if (mine && theirs && [...mine].some((line) => theirs.has(line))) return { at, how: "nickname", slips: 0 };
  if (word.length === 1 && other.word.startsWith(word)) return { at, how: "initials", slips: 0 };
  // "Anna" is not a slip for Sanna.
  if (other.word.indexOf(word) > 0) return null;
  const most = mostSlips(Math.min(word.length, other.word.length), oneOfMany);
  const slips = most === 0 ? null : slipsBetween(word, other.word, most);
  return slips === null ? null : { at, how: "typo", slips };
}

/** A short word with another letter is another word, the more so when it stands alone. */
function mostSlips(letters: number, oneOfMany: boolean): number {
  return letters < (oneOfMany ? 3 : 4) ? 0 : letters < 8 ? 1 : 2;
}

function worthOf(how: Likeness, more: number): number {
  return LIKENESSES.indexOf(how) * 10 + more;
}

function ranked<T>(matches: (Match<T> | null)[]): Match<T>[] {
  return matches.filter((match) => match !== null).toSorted((one, other) => one.worth - other.worth);
}

function wordsIn(name: string): string[] {
  return bareName(fold(name.replaceAll(".", " ")).split(" ").filter(Boolean));
}

function spelledOut(word: string): Spelled {
  return { word, also: searchWords(word) };
}

const names = new WeakMap<KnownPerson, Spelled[]>();

/** Kept, since a line is read anew with every key that is pressed. */
function nameOf(who: KnownPerson): Spelled[] {
  const known = names.get(who) ?? wordsOfName(who.fullName);
  names.set(who, known);
  return known;
}

/** Spelled with its accents, "Müller" is mueller too. */
function wordsOfName(fullName: string): Spelled[] {
  const written = fullName.replaceAll(".", " ").split(/[^\p{L}\p{N}\p{M}'’]+/u);
  const spelled = new Map(written.map((word) => [fold(word), searchWords(word)]));
  return wordsIn(fullName).map((word) => ({ word, also: spelled.get(word) ?? searchWords(word) }));
}

const companies = new Map<string, { key: string; words: Spelled[] }>();
const MOST_COMPANIES = 2000;

function companyKey(name: string): { key: string; words: Spelled[] } {
  const known = companies.get(name);
  if (known !== undefined) return known;
  if (companies.size >= MOST_COMPANIES) companies.clear();
  const key = accountKey(name);
  const made = { key, words: key.split(" ").map(spelledOut) };
  companies.set(name, made);
  return made;
}

const indexed = new WeakMap<Nicknames, NickIndex>();

function nicknameIndex(nicknames: Nicknames): NickIndex {
  const known = indexed.get(nicknames);
  if (known !== undefined) return known;
  const index = new Map<string, Set<number>>();
  nicknames.forEach((line, at) => {
    for (const name of line.map(fold)) index.set(name, (index.get(name) ?? new Set()).add(at));
  });
  indexed.set(nicknames, index);
  return index;
}
