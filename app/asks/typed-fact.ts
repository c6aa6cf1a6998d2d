import type { Day } from "#lib/kernel/days.ts";
import type { Channel } from "#people/channel.ts";
import type { KnownPerson } from "#people/name-match.ts";
import type { ToldKind } from "./languages/language.ts";
import { named, nameProblem, type Ground, type Named, type TypedProblem } from "./typed-ask.ts";
import type { Line, Run } from "./typed-line.ts";
import { isDenied, lineIn, noteIn, understoodOf } from "./typed-told.ts";
import { whomAsked } from "./typed-whom.ts";

/** Something a line tells that is no ask: a meeting, a call, a card. What the line does not say is null. */
export interface TypedFact {
  language: string;
  kind: ToldKind;
  who: Named<KnownPerson> | null;
  company: string | null;
  /** The day as something that has happened, and as something to come; one of them may be impossible. */
  past: Day | null;
  ahead: Day | null;
  /** "HH:MM" */
  time: string | null;
  /** The other day that may be meant: "next Tuesday", said on a Monday. */
  orAhead: Day | null;
  /** How they were thanked, as far as it is said. */
  how: Channel | null;
  /** Whether they named or introduced somebody too. */
  named: boolean;
  /** What was not understood. */
  note: string | null;
  /** Names of whom nobody is at hand; they may be somewhere else. */
  unknown: string[];
  problems: TypedProblem[];
}

/** What a line tells besides asks, in whichever language understands more of it; null for a line that tells of an ask, or of none of these. */
export function readFact(
  text: string,
  ground: Ground,
  kinds: readonly ToldKind[],
  corrected: { who?: KnownPerson } = {},
): TypedFact | null {
  const clock = timeIn(text);
  const lines = ground.languages.map((language) => lineIn(clock?.without ?? text, language, ground, true));
  if (lines.some(({ pieces }) => pieces.some(({ role }) => role === "asking"))) return null;
  const told = lines.flatMap((line) => {
    const said = longestIn(line);
    if (said === null || !kinds.includes(said.kind) || isDenied(line, said.from)) return [];
    const fact = factIn(line, said, clock?.time ?? null, corrected);
    return [{ fact, understood: understoodOf(line), said }];
  });
  const most = Math.max(...told.map(({ understood }) => understood));
  return told.find(({ understood }) => understood === most)?.fact ?? null;
}

function factIn(line: Line, said: Said, time: string | null, corrected: { who?: KnownPerson }): TypedFact {
  line.claim("asking", said);
  const how = said.kind === "thanked" ? channelIn(line) : null;
  const { source, company, another } = whomTold(line, said);
  const days = line.pieces.flatMap((piece) =>
    (piece.role === "day" || piece.role === "until") && line.isFree(piece.from) ? [piece] : [],
  );
  for (const piece of days) line.claim("day", piece);
  const who = named(source, corrected.who);
  const [first, ...more] = days;
  const problems: TypedProblem[] = [
    ...(who === null ? [{ field: "source", kind: "missing" } as const] : []),
    ...(who === null ? [] : nameProblem("source", who, source?.elsewhere ?? false)),
    ...(who === null || another === null
      ? []
      : [{ field: "source", kind: "two", names: [who.said, another] } as const]),
    ...hourProblem(line.line),
    ...(more.length === 0
      ? []
      : [{ field: "day", kind: "twice", names: days.map((run) => wordsAt(line, run)) } as const]),
    ...(first !== undefined && first.day.past === null && first.day.future === null
      ? [{ field: "day", kind: "impossible", said: wordsAt(line, first) } as const]
      : []),
  ];
  return {
    language: line.language.code,
    kind: said.kind,
    who,
    company,
    past: first?.day.past ?? null,
    ahead: first?.day.future ?? null,
    time,
    orAhead: first?.day.orFuture ?? null,
    how,
    named: line.pieces.some((piece) => piece.role === "outcome" && piece.outcome === "named-someone"),
    note: noteIn(line),
    unknown: who !== null && who.who === null && who.candidates.length === 0 ? [who.said] : [],
    problems,
  };
}

/** "bei Oskar bedankt": where nobody else is named, whoever seems to be a company is meant. */
function whomTold(line: Line, { from, to, source }: Said): ReturnType<typeof whomAsked> {
  const asking = { role: "asking", source, from, to } as const;
  const told = whomAsked(line, asking);
  if (told.source !== null) return told;
  const first = line.pieces.find(({ role }) => role === "at");
  return whomAsked({ ...line, pieces: line.pieces.filter((piece) => piece !== first) }, asking);
}

function channelIn(line: Line): Channel | null {
  const said = line.pieces.find((piece) => piece.role === "channel" && line.isFree(piece.from));
  if (said?.role !== "channel") return null;
  line.claim("channel", said);
  return said.channel;
}

interface Said extends Run {
  kind: ToldKind;
  source: "before" | "behind";
}

/** "25:00" is left in the line, as no hour. */
function hourProblem(line: string): TypedProblem[] {
  const found = /(?<![\d.:])\d{1,2}:\d{2}(?![\d:])/u.exec(line);
  return found === null ? [] : [{ field: "day", kind: "hour", said: found[0] }];
}

/** The longest words that tell something; of equals the first. */
function longestIn({ pieces }: Line): Said | null {
  const facts = pieces.flatMap((piece) => (piece.role === "fact" ? [piece] : []));
  return facts.toSorted((one, other) => other.to - other.from - (one.to - one.from))[0] ?? null;
}

function wordsAt(line: Line, { from, to }: Run): string {
  return line.line.slice(line.words[from]!.start, line.words[to - 1]!.end);
}

// "10:00", "at 10", "3 pm", "um 10 Uhr", "10.30 Uhr"; a bare number is none.
const CLOCKS =
  /(?<![\d.:])(?:(?<led>at|um|gegen)\s+)?(?<hour>[01]?\d|2[0-3])(?:(?<colon>:|\.)(?<minute>[0-5]\d))?\s*(?<half>[ap]\.?m\b\.?|uhr\b|h\b)?(?![\d.:/]*\d)/giu;

/** The time that a line says, and the line with blanks where it stood. */
function timeIn(text: string): { time: string; without: string } | null {
  for (const found of text.matchAll(CLOCKS)) {
    const { led, hour = "", colon, minute = "00", half = "" } = found.groups ?? {};
    const isTime = half !== "" || colon === ":" || (led !== undefined && colon === undefined);
    if (!isTime) continue;
    const afternoon = /^p/i.test(half) && Number(hour) < 12;
    const midnight = /^a/i.test(half) && Number(hour) === 12;
    const hours = Number(hour) + (afternoon ? 12 : 0) - (midnight ? 12 : 0);
    const time = `${String(hours).padStart(2, "0")}:${minute}`;
    const blank = " ".repeat(found[0].length);
    return { time, without: text.slice(0, found.index) + blank + text.slice(found.index + found[0].length) };
  }
  return null;
}
