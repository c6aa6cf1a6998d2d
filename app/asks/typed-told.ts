import { fold } from "#lib/kernel/fold.ts";
import type { Channel } from "#people/channel.ts";
import type { Day } from "#lib/kernel/days.ts";
import { matchPeople, type KnownPerson, type Nicknames } from "#people/name-match.ts";
import type { Moment, Outcome } from "./ask.ts";
import type { Language } from "./languages/language.ts";
import type { Ground, Span } from "./typed-ask.ts";
import { runsWhere, textOf, type Line, type Run } from "./typed-line.ts";
import { piecesOf, type Piece } from "./typed-scan.ts";
import { colleagueIn, whomAsked, whomToMeet, type ToldMeeting, type ToldName } from "./typed-whom.ts";
import { isFiller, readUpTo, wordsOf } from "./typed-words.ts";

interface Said<V> {
  value: V;
  said: string;
}

export interface ToldDay {
  day: Day | null;
  said: string;
}

/** What a line says in one language, before it is asked whether it can be. */
export interface Told extends ToldMeeting {
  language: string;
  source: ToldName<KnownPerson> | null;
  company: string | null;
  /** Who stands beside them: "Pia and Vera". */
  another: string | null;
  colleague: ToldName<KnownPerson> | null;
  /** Each once. */
  outcomes: Said<Outcome | null>[];
  channels: Said<Channel>[];
  moments: Said<Moment>[];
  until: ToldDay | null;
  untils: ToldDay[];
  day: ToldDay | null;
  days: ToldDay[];
  note: string | null;
  spans: Span[];
  /** How many words it makes sense of. */
  understood: number;
}

/** What the line says in each language in which it tells of an ask. */
export function tellings(text: string, ground: Ground): Told[] {
  return ground.languages.flatMap((language) => {
    const line = lineIn(text, language, ground);
    const asking = line.pieces.find(({ role }) => role === "asking");
    return asking !== undefined && !isDenied(line, asking.from) ? [tell(line)] : [];
  });
}

/** "never asked", "noch nicht gefragt": the words before say that it was not. */
export function isDenied({ words, language }: Line, at: number): boolean {
  const before = words.slice(0, at).findLastIndex((word) => !isFiller(language, word));
  const joined = words.slice(before + 1, at + 1).every((word) => !word.broken);
  const word = words[before];
  if (word === undefined || !joined) return false;
  return language.denials.some((denial) => fold(denial) === fold(word.text));
}

/** A line as it is read in one language, of which nothing is made yet. `facts`: see piecesOf. */
export function lineIn(text: string, language: Language, ground: Ground, facts = false): Line {
  const words = wordsOf(text.slice(0, readUpTo(text)));
  const pieces = piecesOf(words, language, ground.today, {
    names: fullNames(ground.people),
    facts,
  });
  const nicknames = nicknamesOf(ground.languages);
  const spans: (Span & Run)[] = [];
  return {
    ...ground,
    line: text,
    words,
    pieces,
    language,
    nicknames,
    spans,
    meant: (typed) => matchPeople(typed, ground.people, nicknames),
    claim: (field, { from, to }) => {
      spans.push({ field, start: words[from]!.start, end: words[to - 1]!.end, from, to });
    },
    isFree: (at) => !spans.some(({ from, to }) => from <= at && at < to),
  };
}

/** How many of its words something was made of. */
export function understoodOf(line: Line): number {
  return line.words.filter((_, at) =>
    line.spans.some(({ field, from, to }) => field !== "note" && from <= at && at < to),
  ).length;
}

function tell(line: Line): Told {
  const { claim } = line;
  const asking = line.pieces.find(({ role }) => role === "asking")!;
  claim("asking", asking);
  const meeting = whomToMeet(line, asking);
  const outcomes = phrasesSaid(line, "outcome", (piece) => (piece.role === "outcome" ? piece.outcome : null));
  const sentOn = outcomes.some(({ value }) => value === "sent-to-colleague");
  const colleague = sentOn ? colleagueIn(line) : null;
  const asked = whomAsked(line, asking);
  const { days, untils } = daysSaid(
    line,
    outcomes.some(({ value }) => value === "not-now"),
  );
  const channels = phrasesSaid(line, "channel", (piece) =>
    piece.role === "channel" ? piece.channel : "call",
  );
  const moments = phrasesSaid(line, "moment", (piece) =>
    piece.role === "moment" ? piece.moment : "anytime",
  );
  for (const more of line.pieces.filter(isAskingMore)) if (line.isFree(more.from)) claim("asking", more);
  for (const { at } of outcomes) claim("outcome", at);
  for (const { at } of channels) claim("channel", at);
  for (const { at } of moments) claim("moment", at);
  for (const { at } of days) claim("day", at);
  for (const { at } of untils) claim("untilDay", at);
  const note = noteIn(line);
  return {
    language: line.language.code,
    ...asked,
    ...meeting,
    colleague,
    outcomes: once(outcomes),
    channels: once(channels),
    moments: once(moments),
    until: untils[0] ?? null,
    untils,
    day: days[0] ?? null,
    days,
    note,
    spans: line.spans
      .toSorted((one, other) => one.start - other.start)
      .map(({ field, start, end }) => ({ field, start, end })),
    understood: understoodOf(line),
  };
}

/** "for a referral": asks, and names nobody. */
function isAskingMore({ role, from, to }: Piece): boolean {
  return role === "introduction" && to > from + 1;
}

function phrasesSaid<V>(
  line: Line,
  role: Piece["role"],
  value: (piece: Piece) => V,
): (Said<V> & { at: Run })[] {
  return line.pieces
    .filter((piece) => piece.role === role)
    .map((piece) => ({ value: value(piece), said: textOf(line, piece), at: piece }));
}

function once<V>(said: readonly Said<V>[]): Said<V>[] {
  return said
    .filter(({ value }, at) => said.findIndex((other) => other.value === value) === at)
    .map(({ value, said }) => ({ value, said }));
}

/** Which days are of the ask and which of coming back. A day right behind "not now" is when to come back. */
function daysSaid(
  line: Line,
  notNow: boolean,
): { days: (ToldDay & { at: Run })[]; untils: (ToldDay & { at: Run })[] } {
  const days: (ToldDay & { at: Run })[] = [];
  const untils: (ToldDay & { at: Run })[] = [];
  const comingBack = line.pieces.some(({ role }) => role === "until");
  line.pieces.forEach((piece, index) => {
    if (piece.role !== "until" && piece.role !== "day") return;
    const said = textOf(line, piece);
    const { past, future } = piece.day;
    const before = line.pieces[index - 1];
    const behindNotNow =
      before?.role === "outcome" && before.outcome === "not-now" && !line.words[piece.from]!.broken;
    const onlyToCome = past === null && future !== null;
    const isUntil =
      piece.role === "until" ||
      (!comingBack &&
        (piece.day.comingBack || behindNotNow || (notNow && onlyToCome && untils.length === 0)));
    if (isUntil) untils.push({ day: future ?? past, said, at: piece });
    else days.push({ day: past ?? future, said, at: piece });
  });
  return { days, untils };
}

/** What is left, without words that say nothing. */
export function noteIn(line: Line): string | null {
  const loose = runsWhere(line, line.isFree).filter(({ from, to }) =>
    line.words.slice(from, to).some((word) => !isFiller(line.language, word)),
  );
  for (const run of loose) line.claim("note", run);
  const behind = line.line.slice(readUpTo(line.line)).trim();
  const parts = [...loose.map((run) => textOf(line, run)), ...(behind === "" ? [] : [behind])];
  return parts.length === 0 ? null : parts.join(", ");
}

const namesKnown = new WeakMap<readonly KnownPerson[], ReadonlySet<string>>();

/** Full names of two words and more, as phrases are compared. */
function fullNames(people: readonly KnownPerson[]): ReadonlySet<string> {
  const known = namesKnown.get(people);
  if (known !== undefined) return known;
  const names = people.map(({ fullName }) => wordsOf(fullName).map(({ plain }) => plain));
  const whole = new Set(names.filter(({ length }) => length > 1).map((name) => name.join(" ")));
  namesKnown.set(people, whole);
  return whole;
}

const nicknamesKnown = new WeakMap<readonly Language[], Nicknames>();

/** Of all languages together: a Sepp may be asked in English. */
function nicknamesOf(languages: readonly Language[]): Nicknames {
  const known = nicknamesKnown.get(languages) ?? languages.flatMap(({ nicknames }) => nicknames);
  nicknamesKnown.set(languages, known);
  return known;
}
