import { clipped, linesIn, widthOf } from "#lib/kernel/text-room.ts";
import { inTurn } from "./below.ts";
import { elsewhere, type DigestLine } from "./digest-compose.ts";
import type { DigestSection, Shown } from "./digest-line.ts";

/** A mail of the day is at most one screen of a phone. In pixels, as its style has them (digest-style.ts); so are all figures here. */
const SCREEN = { width: 390, height: 844 } as const;

const HEADING = { size: 15, leading: 20, bold: true };
const WORDS = { size: 14, leading: 19 };
const ELSE = { size: 14, leading: 22, lines: 2 };
const WIDE = SCREEN.width - 2 * 16;
const SOFT = { size: 13 };
const BUTTON = { height: 44, frame: 30, gap: 8 };
const FRAME = 9;
const SECTION = 26;
const GREETING = 38;
const ANSWERING = 44;
const FOOT = 40;
const ELSE_ROOM = 8 + ELSE.lines * ELSE.leading;

/** How many lines of text somebody gets, from generous to what is needed: for why now, for that and what to say, and beside a button. */
const MEASURES = [
  { why: 4, both: 8, beside: 2 },
  { why: 2, both: 4, beside: 2 },
  { why: 2, both: 4, beside: 1 },
  { why: 2, both: 3, beside: 1 },
] as const;
type Measure = (typeof MEASURES)[number];

/** In the order in which they keep their place; a week stands there only on the day to tell of it. */
const KEPT = ["week", "talk", "owed", "meet", "partner", "hear"] as const satisfies readonly DigestSection[];

interface Fitted<T> {
  lines: T[];
  /** How many more wait that found no room. */
  more: number;
}

/** What of a day's lines finds room on the screen, cut to it: whom to talk to first, then what is owed. */
export function fitted<T extends DigestLine>(
  lines: readonly T[],
  { answered, labelsOf }: { answered: boolean; labelsOf: (line: T) => readonly string[] },
): Fitted<T> {
  const all = lines.map((line) => ({ ...line, width: widthBeside(line.shown, labelsOf(line)) }));
  const kept = KEPT.flatMap((section) => all.filter(({ shown }) => shown.section === section));
  const foot = all.filter(({ shown }) => shown.section === "foot");
  const around = GREETING + FOOT + (answered ? ANSWERING : 0);
  const whole = SCREEN.height - around - (kept.length + foot.length === all.length ? 0 : ELSE_ROOM);
  const fits = MEASURES.find((each) => heightOf(kept, each) <= whole);
  const room = SCREEN.height - around - ELSE_ROOM;
  // Words to whom one talks to say more than one more line does.
  const first = kept.filter(({ shown }) => ["week", "talk", "owed"].includes(shown.section));
  const [generous, ...less] = MEASURES;
  const week = first.filter(({ shown }) => shown.section === "week");
  const talk = first.filter(({ shown }) => shown.section === "talk");
  // And a whole sentence to say more than what is owed does.
  const saidWhole = MEASURES.filter((each) => talk.every((line) => cutTo(line, each).say === line.shown.say));
  const measure =
    fits === generous
      ? fits
      : (less.find((each) => saidWhole.includes(each) && heightOf(first, each) <= room) ??
        saidWhole.find((each) => heightOf([...week, ...talk], each) <= room) ??
        less.find((each) => heightOf(first, each) <= room) ??
        MEASURES[3]);
  let many = kept.length;
  const most = heightOf(kept, measure) <= whole ? whole : room;
  while (many > 0 && heightOf(kept.slice(0, many), measure) > most) many -= 1;
  const chosen = new Set(kept.slice(0, many));
  const cut = all
    .filter((line) => chosen.has(line))
    .map((line) => ({ ...line, shown: cutTo(line, measure) }));
  const others = withDropped(
    all.filter(({ shown }) => shown.section === "else"),
    kept.slice(many),
  );
  let named = others.length;
  while (named > 0 && !fitsElse(others.slice(0, named), countOf(others.slice(named)))) named -= 1;
  return { lines: [...cut, ...others.slice(0, named), ...foot], more: countOf(others.slice(named)) };
}

/** What found no room is counted with what waits elsewhere. */
function withDropped<T extends DigestLine>(others: readonly T[], dropped: readonly T[]): T[] {
  const [like] = [...others, ...dropped];
  if (like === undefined) return [];
  const counted = [
    ...others.flatMap(({ about }) => (about.kind === "elsewhere" ? [about] : [])),
    ...KEPT.map((what) => ({ what, many: dropped.filter(({ shown }) => shown.section === what).length })),
  ];
  return inTurn(counted).map((each) => ({ ...like, ...elsewhere(each) }));
}

/** What waits elsewhere, in one breath. */
function elseText(words: readonly string[], more: number): string {
  return `Also: ${[...words, ...(more > 0 ? [moreText(more)] : [])].join(" · ")}`;
}

export function moreText(more: number): string {
  return `${more} more on Today`;
}

/** Its buttons stand below its words; a single one beside them. */
export function hasButtonsBelow({ section }: Pick<Shown, "section">): boolean {
  return section === "talk";
}

/** Those of these words that stand in one row on buttons: below the words all that fit, beside them a call and one more. */
export function inOneRow<T extends { label: string }>(shown: Shown, buttons: readonly T[]): T[] {
  if (!hasButtonsBelow(shown)) return buttons.slice(0, shown.phone === null ? 1 : 2);
  return buttons.filter((_, at) => rowWidth(buttons.slice(0, at + 1).map(({ label }) => label)) <= WIDE);
}

function rowWidth(labels: readonly string[]): number {
  return labels.reduce((sum, label) => sum + widthOf(label, { ...WORDS, bold: true }) + BUTTON.frame, 0);
}

/** What the buttons beside it leave for words. */
function widthBeside(shown: Shown, labels: readonly string[]): number {
  if (hasButtonsBelow(shown) || labels.length === 0) return WIDE;
  return WIDE - BUTTON.gap - rowWidth(labels);
}

function fitsElse(named: readonly DigestLine[], more: number): boolean {
  const text = elseText(
    named.map(({ shown }) => shown.heading),
    more,
  );
  return linesIn(text, ELSE, WIDE) <= ELSE.lines;
}

function countOf(others: readonly DigestLine[]): number {
  return others.reduce((sum, { about }) => sum + (about.kind === "elsewhere" ? about.many : 0), 0);
}

type Placed = DigestLine & { width: number };

function heightOf(lines: readonly Placed[], measure: Measure): number {
  const sections = new Set(lines.map(({ shown }) => shown.section)).size;
  return lines.reduce((sum, line) => sum + rowOf(cutTo(line, measure), line.width), sections * SECTION);
}

function rowOf(shown: Shown, width: number): number {
  const { heading, why, say } = shown;
  const words =
    linesIn(heading, HEADING, width) * HEADING.leading +
    (linesIn(why, WORDS, width) + linesIn(say ?? "", WORDS, width)) * WORDS.leading;
  return FRAME + (hasButtonsBelow(shown) ? words + 4 + BUTTON.height : Math.max(words, BUTTON.height));
}

function cutTo({ shown, width }: Placed, measure: Measure): Shown {
  const isBelow = hasButtonsBelow(shown);
  const heading = clipped(shown.heading, HEADING, width, isBelow ? 1 : 2);
  // Where they work has what room the line of their name leaves.
  const left = linesIn(heading, HEADING, width) > 1 ? 0 : width - widthOf(`${heading} `, HEADING);
  const below = left < LEAST_BELOW ? "" : clipped(shown.below ?? "", SOFT, left, 1);
  const said = linesIn(shown.say ?? "", WORDS, width);
  const forWhy = Math.max(1, Math.min(measure.why, measure.both - said));
  const why = clipped(shown.why, WORDS, width, isBelow ? forWhy : measure.beside);
  const room = measure.both - linesIn(why, WORDS, width);
  return {
    ...shown,
    heading,
    below: below === "" ? null : below,
    why,
    say: shown.say === null ? null : inSentences(clipped(shown.say, WORDS, width, room)),
  };
}

/** Of words that had to be cut those that end a sentence, where there are any. */
function inSentences(words: string): string {
  if (!words.endsWith("…")) return words;
  return /^.*[.!?](?=\s)/su.exec(words)?.[0] ?? words;
}

const LEAST_BELOW = 48;
