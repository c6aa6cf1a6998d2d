import { matchAccounts, type KnownAccount, type KnownPerson, type Match } from "#people/name-match.ts";
import { splitName } from "#people/person-name.ts";
import { freeRuns, ifFree, pieceFrom, runFrom, runUpTo, textOf, type Line, type Run } from "./typed-line.ts";
import { knownIn, nameIn } from "./typed-names.ts";
import { segmentsOf, startsPicture, type Piece } from "./typed-scan.ts";

/** A name of the line, and whom it may mean. */
export interface ToldName<T> {
  said: string;
  matches: readonly Match<T>[];
  /** Somebody of that name is at hand, and not at the company that was said. */
  elsewhere: boolean;
}

/** Whom to meet: a person at hand, or a picture in words, and perhaps a company. */
export interface ToldMeeting {
  target: ToldName<KnownPerson> | null;
  account: ToldName<KnownAccount> | null;
  forWhom: string | null;
}

/** What stands behind "intro to". */
export function whomToMeet(line: Line, asking: Piece): ToldMeeting {
  const none = { target: null, account: null, forWhom: null };
  const introduction = introductionIn(line, asking);
  if (introduction === null) return none;
  line.claim("asking", introduction);
  const atCompanyAlone = companyBehind(line, introduction.to, line.accounts);
  if (atCompanyAlone !== null) {
    line.claim("account", atCompanyAlone);
    return { ...none, account: toldName(atCompanyAlone) };
  }
  const run = runFrom(line, introduction.to);
  if (run === null) return none;
  const name = startsPicture(line.language, line.words, run.from) ? null : nameIn(line, run, line.meant);
  if (name === null) return pictureIn(line, run.from);
  const said = textOf(line, name);
  const company = companyBehind(line, name.to, accountsOf(line, name.matches));
  const matches = company === null ? name.matches : atCompany(name.matches, company.said);
  const target = { said, matches, elsewhere: false };
  const account = company && toldName(company);
  if (matches.length === 0) return { ...pictureOf(line, name, company), target, account };
  line.claim("target", name);
  if (company !== null) line.claim("account", company);
  return { target, account, forWhom: null };
}

/** Behind "asked", before "gefragt"; else wherever somebody at hand is named; else whoever stands on its other side. */
export function whomAsked(
  line: Line,
  asking: Piece,
): { source: ToldName<KnownPerson> | null; company: string | null; another: string | null } {
  const runs = freeRuns(line).filter((run) => !isOfCompany(line, run));
  const behind = runs.filter(({ from }) => from >= asking.to);
  const before = runs.filter(({ to }) => to <= asking.from).toReversed();
  const isBefore = asking.role === "asking" && asking.source === "before";
  const [first, second] = isBefore ? [before, behind] : [behind, before];
  const named = (run: Run | undefined) =>
    run && isNearTo(line, run, asking) ? nameIn(line, run, line.meant) : null;
  const known = () =>
    [...first, ...second].map((run) => knownIn(line, run)).find((each) => each !== null) ?? null;
  const name = named(first[0]) ?? known() ?? named(second[0]);
  if (name === null) return { source: null, company: null, another: null };
  const another = beside(line, name);
  const behindName = companyBehind(line, name.to, accountsOf(line, name.matches));
  const company = behindName !== null && line.isFree(behindName.from) ? behindName : null;
  const there = company === null ? name.matches : atCompany(name.matches, company.said);
  if (company !== null && there.length + company.matches.length === 0) {
    const whole = { from: name.from, to: company.to };
    if (isOneName(textOf(line, whole), textOf(line, company))) {
      line.claim("source", whole);
      return { source: { said: textOf(line, whole), matches: [], elsewhere: false }, company: null, another };
    }
  }
  line.claim("source", name);
  if (company !== null) line.claim("company", company);
  const elsewhere = there.length === 0 && name.matches.length > 0;
  return {
    source: { said: textOf(line, name), matches: elsewhere ? name.matches : there, elsewhere },
    company: company?.said ?? null,
    another,
  };
}

/** "Pia and Vera", "Pia & Vera", "Pia, Vera": a further name right behind one. */
function beside(line: Line, name: Run): string | null {
  const { words, language } = line;
  const next = words[name.to];
  if (next === undefined) return null;
  const between = line.line.slice(words[name.to - 1]!.end, next.start).trim();
  const isAnd = language.and.includes(next.plain) && !next.broken;
  const isJoined = between === "&" || between === "+" || between === "/";
  if (!isAnd && !isJoined && between !== ",") return null;
  const run = runFrom(line, isAnd ? name.to + 1 : name.to);
  if (run === null) return null;
  const known = knownIn(line, run);
  const isFirst = known?.from === run.from;
  if (between === ",") return isFirst && known.to === run.to ? textOf(line, known) : null;
  if (isFirst) return textOf(line, known);
  return /^\p{Lu}/u.test(words[run.from]!.text) ? textOf(line, { from: run.from, to: run.from + 1 }) : null;
}

/** Right behind "sent me to", or before "verwiesen"; behind a comma only what looks like a name. */
export function colleagueIn(line: Line): ToldName<KnownPerson> | null {
  const sent = line.pieces.find((piece) => piece.role === "outcome" && piece.outcome === "sent-to-colleague");
  if (!sent) return null;
  const behind = ifFree(runFrom(line, sent.to), line);
  const before = ifFree(runUpTo(line, sent.from), line);
  const isApart = behind !== null && line.words[behind.from]!.broken;
  const fits = (run: Run | null) => run && nameIn(line, run, line.meant);
  const apart = fits(behind);
  const found =
    (isApart ? null : apart) ??
    (line.words[sent.from]!.broken ? null : fits(before)) ??
    (apart !== null && looksLikeName(line, apart) ? apart : null);
  if (found === null) return null;
  line.claim("colleague", found);
  return { said: textOf(line, found), matches: found.matches, elsewhere: false };
}

/**
 * The words of asking for an introduction. One alone, "for", soon means something else: it must stand where it was asked, or at the
 * beginning of what follows.
 */
function introductionIn(line: Line, asking: Piece): Piece | null {
  const introductions = line.pieces.filter((piece) => {
    const next = pieceFrom(line, piece.to);
    const goesOn = next?.role === "word" || next?.role === "at";
    return piece.role === "introduction" && goesOn && !line.words[next.from]!.broken;
  });
  const long = introductions.find(({ from, to }) => to > from + 1);
  const here = segmentsOf(line.pieces, line.words).find((segment) => segment.includes(asking)) ?? [];
  const short = introductions.find((piece) => here.includes(piece) || line.words[piece.from]!.broken);
  return long ?? short ?? null;
}

/** A picture goes on as far as the words do, companies and all: "a head of logistics at a big port". */
function pictureIn(line: Line, from: number): ToldMeeting {
  let to = from;
  for (let piece = pieceFrom(line, to); piece; piece = pieceFrom(line, to)) {
    if (piece.role !== "word" && piece.role !== "at") break;
    if (to > from && line.words[piece.from]!.broken) break;
    if (piece.role === "at" && piece.from > from) {
      const company = companyBehind(line, piece.from, line.accounts);
      if (company?.matches.some(({ how }) => how !== "typo"))
        return pictureOf(line, { from, to: piece.from }, company);
    }
    to = piece.to;
  }
  return pictureOf(line, { from, to }, null);
}

function pictureOf(line: Line, picture: Run, company: Company | null): ToldMeeting {
  const known = company !== null && company.matches.length > 0;
  const run = company === null || known ? picture : { from: picture.from, to: company.to };
  line.claim("target", run);
  if (known) line.claim("account", company);
  return { target: null, account: known ? toldName(company) : null, forWhom: textOf(line, run) };
}

/** "… von Kessler": what stands behind a name and an "at". */
function isOfCompany(line: Line, run: Run): boolean {
  const at = line.pieces.find(({ to }) => to === run.from);
  const name = at && line.pieces.find(({ to }) => to === at.from);
  return at?.role === "at" && name?.role === "word" && !line.words[at.from]!.broken;
}

/** "Ludwig von Damme": where the "at" is a part of the family name. */
function isOneName(whole: string, behind: string): boolean {
  return splitName(whole).family === behind;
}

/** Nothing but days, channels and moments between the run and the word of asking, and no break; right behind it "asked: Anna". */
function isNearTo(line: Line, run: Run, asking: Piece): boolean {
  if (run.from === asking.to) return true;
  const [from, to] = run.from > asking.to ? [asking.to, run.from] : [run.to, asking.from];
  const between = line.pieces.filter((piece) => piece.from >= from && piece.to <= to);
  return (
    line.words.slice(from, to + 1).every((word) => !word.broken) &&
    between.every(({ role }) => role === "day" || role === "channel" || role === "moment" || role === "word")
  );
}

function looksLikeName(line: Line, name: Run & { matches: readonly unknown[] }): boolean {
  return name.matches.length > 0 || /^\p{Lu}/u.test(line.words[name.from]!.text);
}

/** A company with the "at" before it. */
interface Company extends Run {
  said: string;
  matches: readonly Match<KnownAccount>[];
}

/** The company behind an "at" that stands at this word. */
function companyBehind(line: Line, at: number, accounts: readonly KnownAccount[]): Company | null {
  const piece = pieceFrom(line, at);
  if (piece?.role !== "at" || line.words[at]!.broken) return null;
  const run = runFrom(line, piece.to);
  if (run === null || line.words[run.from]!.broken) return null;
  const name = nameIn(line, run, (typed) => matchAccounts(typed, accounts));
  return name && { from: at, to: name.to, said: textOf(line, name), matches: name.matches };
}

function toldName({ said, matches }: Company): ToldName<KnownAccount> {
  return { said, matches, elsewhere: false };
}

/** The accounts at hand, and those where these people work. */
function accountsOf(line: Line, matches: readonly Match<KnownPerson>[]): KnownAccount[] {
  const more = matches.flatMap(({ who }) =>
    who.accountId !== null && who.accountName !== null ? [{ id: who.accountId, name: who.accountName }] : [],
  );
  const known = new Map([...line.accounts, ...more].map((account) => [account.id, account]));
  return [...known.values()];
}

function atCompany(matches: readonly Match<KnownPerson>[], company: string): Match<KnownPerson>[] {
  return matches.filter(
    ({ who: { accountName } }) =>
      accountName !== null && matchAccounts(company, [{ id: "", name: accountName }]).length > 0,
  );
}
