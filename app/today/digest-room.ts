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
const BUTTON = { width: 132, height: 44, frame: 34 };
const NARROW = WIDE - BUTTON.width - 8;
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
  { why: 2, both: 3, beside: 1 },
] as const;
type Measure = (typeof MEASURES)[number];

/** In the order in which they keep their place. */
const KEPT = ["talk", "owed", "meet", "hear"] as const satisfies readonly DigestSection[];

interface Fitted<T> {
  lines: T[];
  /** How many more wait that found no room. */
  more: number;
}

/** What of a day's lines finds room on the screen, cut to it: whom to talk to first, then what is owed. */
export function fitted<T extends DigestLine>(
  all: readonly T[],
  { answered }: { answered: boolean },
): Fitted<T> {
  const kept = KEPT.flatMap((section) => all.filter(({ shown }) => shown.section === section));
  const foot = all.filter(({ shown }) => shown.section === "foot");
  const around = GREETING + FOOT + (answered ? ANSWERING : 0);
  const whole = SCREEN.height - around - (kept.length + foot.length === all.length ? 0 : ELSE_ROOM);
  const fits = MEASURES.find((each) => heightOf(kept, each) <= whole);
  const measure = fits ?? MEASURES[2];
  const room = fits ? whole : SCREEN.height - around - ELSE_ROOM;
  let many = kept.length;
  while (many > 0 && heightOf(kept.slice(0, many), measure) > room) many -= 1;
  const chosen = new Set(kept.slice(0, many));
  const lines = all
    .filter((line) => chosen.has(line))
    .map((line) => ({ ...line, shown: cutTo(line.shown, measure) }));
  const others = withDropped(
    all.filter(({ shown }) => shown.section === "else"),
    kept.slice(many),
  );
  let named = others.length;
  while (named > 0 && !fitsElse(others.slice(0, named), countOf(others.slice(named)))) named -= 1;
  return { lines: [...lines, ...others.slice(0, named), ...foot], more: countOf(others.slice(named)) };
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

/** How many buttons with these words on them stand side by side. */
export function buttonsInARow(labels: readonly string[]): number {
  let used = 0;
  const beyond = labels.findIndex((label) => {
    used += widthOf(label, { ...WORDS, bold: true }) + BUTTON.frame;
    return used > WIDE;
  });
  return beyond === -1 ? labels.length : beyond;
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

function heightOf(lines: readonly DigestLine[], measure: Measure): number {
  const sections = new Set(lines.map(({ shown }) => shown.section)).size;
  return lines.reduce((sum, { shown }) => sum + rowOf(cutTo(shown, measure)), sections * SECTION);
}

function rowOf(shown: Shown): number {
  const width = hasButtonsBelow(shown) ? WIDE : NARROW;
  const { heading, below, why, say } = shown;
  const words =
    linesIn([heading, below].filter(Boolean).join(" "), HEADING, width) * HEADING.leading +
    (linesIn(why, WORDS, width) + linesIn(say ?? "", WORDS, width)) * WORDS.leading;
  return FRAME + (hasButtonsBelow(shown) ? words + 4 + BUTTON.height : Math.max(words, BUTTON.height));
}

function cutTo(shown: Shown, measure: Measure): Shown {
  const isBelow = hasButtonsBelow(shown);
  const width = isBelow ? WIDE : NARROW;
  const heading = clipped(shown.heading, HEADING, width, isBelow ? 1 : 2);
  // Beside a button where they work has what room is left, and no line of its own.
  const head = isBelow ? 1 : linesIn(heading, HEADING, width);
  const both = clipped(`${heading} ${shown.below ?? ""}`.trim(), HEADING, width, head);
  const below = both.startsWith(`${heading} `) ? both.slice(heading.length + 1) : "";
  const why = clipped(shown.why, WORDS, width, isBelow ? measure.why : measure.beside);
  return {
    ...shown,
    heading,
    below: below === "" || below === "…" ? null : below,
    why,
    say:
      shown.say === null ? null : clipped(shown.say, WORDS, width, measure.both - linesIn(why, WORDS, width)),
  };
}
