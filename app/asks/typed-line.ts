import type { KnownPerson, Match, Nicknames } from "#people/name-match.ts";
import type { Language } from "./languages/language.ts";
import type { Ground, Span, TypedField } from "./typed-ask.ts";
import type { Piece } from "./typed-scan.ts";
import type { Word } from "./typed-words.ts";

/** A line while it is read in one language. */
export interface Line extends Ground {
  line: string;
  words: Word[];
  pieces: Piece[];
  language: Language;
  nicknames: Nicknames;
  /** What was made of its words so far. */
  spans: (Span & Run)[];
  /** Whom these words may mean. */
  meant: (typed: string) => Match<KnownPerson>[];
  /** Says what these words are; nothing else may be made of them. */
  claim: (field: TypedField, run: Run) => void;
  isFree: (at: number) => boolean;
}

/** Words from one up to another, which is not of them. */
export interface Run {
  from: number;
  to: number;
}

/** The words as they stand in the line. */
export function textOf(line: Line, { from, to }: Run): string {
  return line.line.slice(line.words[from]!.start, line.words[to - 1]!.end);
}

export function pieceFrom(line: Line, at: number): Piece | undefined {
  return line.pieces.find(({ from }) => from === at);
}

/** The words that stand from here, up to the next phrase or break. */
export function runFrom(line: Line, from: number): Run | null {
  let to = from;
  while (pieceFrom(line, to)?.role === "word" && (to === from || !line.words[to]!.broken)) to += 1;
  return to > from ? { from, to } : null;
}

export function runUpTo(line: Line, to: number): Run | null {
  let from = to;
  while (from > 0 && pieceFrom(line, from - 1)?.role === "word") {
    from -= 1;
    if (line.words[from]!.broken) break;
  }
  return to > from ? { from, to } : null;
}

export function ifFree(run: Run | null, line: Line): Run | null {
  return run !== null && line.isFree(run.from) && line.isFree(run.to - 1) ? run : null;
}

/** The runs of which nothing is made yet. */
export function freeRuns(line: Line): Run[] {
  return runsWhere(line, (at) => line.isFree(at) && pieceFrom(line, at)?.role === "word");
}

/** Words one after another, none across a break. */
export function runsWhere(line: Line, holds: (at: number) => boolean): Run[] {
  const runs: Run[] = [];
  line.words.forEach((word, at) => {
    if (!holds(at)) return;
    const last = runs.at(-1);
    if (last?.to === at && !word.broken) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  });
  return runs;
}
