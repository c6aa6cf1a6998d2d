import { inHtml } from "#lib/kernel/in-html.ts";
import { fullDay } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { actsOn, SECTIONS, type About, type DigestSection, type Shown } from "./digest-line.ts";
import { fitted, hasButtonsBelow, inOneRow, moreText } from "./digest-room.ts";
import { STYLE } from "./digest-style.ts";
import type { DigestKind } from "./digest.ts";

/** A line with what its links are made of. */
export interface LetterLine {
  id: string;
  about: About;
  shown: Shown;
  /** Whether something was done from it that can be undone. */
  undoable: boolean;
}

export interface LetterFacts {
  kind: DigestKind;
  /** How the member is greeted. */
  called: string;
  today: Day;
  lines: readonly LetterLine[];
  openUntil: Day;
  /** Whether an answer to it is read. */
  answered: boolean;
  /** Where the application is. */
  url: string;
  linkOf: (lineId: string, act: string) => string;
}

export interface WrittenDigest {
  subject: string;
  text: string;
  html: string;
}

const IN_ORDER = [
  "done",
  "open",
  "meet",
  "talk",
  "owed",
  "week",
  "partner",
  "hear",
] as const satisfies readonly DigestSection[];

/** On a phone the first is enough. */
const EXAMPLES = ["“asked Anna, will think”", "“met Bo today”", "“meeting with Bo on Thursday 10:00”"];

/** The mail as plain words and as HTML: no pictures, nothing that tells whether it was read. */
export function writeDigest(facts: LetterFacts): WrittenDigest {
  const labelsOf = (line: LetterLine) => linksOf(line, facts).map(({ label }) => label);
  const { lines, more } =
    facts.kind === "answer"
      ? { ...facts, more: 0 }
      : fitted(facts.lines, { answered: facts.answered, labelsOf });
  const here: Fitting = { ...facts, lines, more };
  // Plain words have room: what to say stands there whole.
  const whole = new Map(facts.lines.map(({ id, shown }) => [id, shown.say]));
  const inText = lines.map((line) =>
    line.shown.say === null
      ? line
      : { ...line, shown: { ...line.shown, say: whole.get(line.id) ?? line.shown.say } },
  );
  return { subject: subjectOf(facts), text: textOf({ ...here, lines: inText }), html: htmlOf(here) };
}

/** What found room in the mail, and how many more wait. */
type Fitting = LetterFacts & { more: number };

function subjectOf({ kind, today, lines }: LetterFacts): string {
  // With those that are only counted below.
  const many = (section: DigestSection) =>
    lines.reduce((sum, { about, shown }) => {
      if (about.kind === "elsewhere") return about.what === section ? sum + about.many : sum;
      return shown.section === section ? sum + 1 : sum;
    }, 0);
  if (kind === "answer") {
    if (many("open") === 0) return "Written down";
    return many("done") === 0 ? "One question first" : "Written down, and a question";
  }
  const parts = [
    counted(many("talk"), "conversation", "conversations"),
    counted(many("meet"), "meeting", "meetings"),
    counted(many("owed"), "thing owed", "things owed"),
    counted(many("week"), "week to tell of", "weeks to tell of"),
    counted(many("hear"), "to hear from you", "to hear from you"),
  ].flatMap((part) => part ?? []);
  const others = lines.filter(({ shown }) => shown.section === "else").map(({ shown }) => shown.heading);
  const said = parts.length === 0 ? others.slice(0, 2) : parts.slice(0, 3);
  return `${fullDay(today, today)}: ${said.length === 0 ? "done for today" : said.join(", ")}`;
}

function openingOf({ kind, called, lines }: LetterFacts): string {
  if (kind === "answer") return `${called}, this is what I made of your lines.`;
  if (lines.every(({ shown }) => shown.section === "foot"))
    return `Good morning ${called}. Nothing waits for you: done for today. Go and talk to somebody.`;
  return `Good morning ${called}.`;
}

function answeringOf({ kind, answered }: LetterFacts): string | null {
  if (!answered) return null;
  return kind === "answer"
    ? "Answer a question with its number, or write another line."
    : "Answer in plain words, and it is written down:";
}

/** On the day to tell of a week that comes first. */
function examplesFor(lines: readonly LetterLine[]): string[] {
  const tells = lines.some(({ about }) => about.kind === "week");
  return tells ? ["“my week: all kept”", ...EXAMPLES] : EXAMPLES;
}

function textOf(facts: Fitting): string {
  const { lines, linkOf, today, openUntil, kind, url, more } = facts;
  const parts: string[] = [openingOf(facts)];
  for (const section of IN_ORDER) {
    const here = lines.filter(({ shown }) => shown.section === section);
    if (here.length === 0) continue;
    parts.push(SECTIONS[section].toUpperCase());
    for (const line of here) {
      const { heading, below, why, say, phone, next } = line.shown;
      parts.push(
        [
          [heading, below].filter(Boolean).join(" · "),
          why,
          next && `${next.words}: ${url}${next.path}`,
          say,
          phone && `Call ${phone.replace("tel:", "")}`,
          ...buttonsOf(line, today).map(({ act, label }) => `${label}: ${linkOf(line.id, act)}`),
        ]
          .filter(Boolean)
          .join("\n  "),
      );
    }
  }
  const others = lines.flatMap(({ shown }) => (shown.section === "else" ? (shown.next ?? []) : []));
  if (others.length + more > 0)
    parts.push(
      [
        SECTIONS.else.toUpperCase(),
        ...others.map(({ words, path }) => `${words}: ${url}${path}`),
        ...(more > 0 ? [moreText(more)] : []),
      ].join("\n  "),
    );
  const answering = answeringOf(facts);
  if (answering !== null)
    parts.push(
      kind === "answer"
        ? answering
        : [answering, ...examplesFor(lines).map((each) => `  ${each}`)].join("\n"),
    );
  const foot = lines.filter(({ shown }) => shown.section === "foot");
  parts.push(
    [
      `Each link works until ${fullDay(openUntil, today)}, once, and opens nothing but its line.`,
      `Today: ${url}/`,
      ...foot.flatMap((line) =>
        buttonsOf(line, today).map(({ act, label }) => `${label}: ${linkOf(line.id, act)}`),
      ),
    ].join("\n"),
  );
  return `${parts.join("\n\n")}\n`;
}

function htmlOf(facts: Fitting): string {
  const { lines, today, openUntil, kind, url, linkOf } = facts;
  const sections = IN_ORDER.flatMap((section) => {
    const here = lines.filter(({ shown }) => shown.section === section);
    return here.length === 0
      ? []
      : [`<h2>${inHtml(SECTIONS[section])}</h2>`, ...here.map((line) => lineInHtml(line, facts))];
  });
  const answering = answeringOf(facts);
  const [example = "", ...examples] = kind === "answer" ? [] : examplesFor(lines).map(inHtml);
  const rest = examples.length === 0 ? "" : `<span class="rest"> · ${examples.join(" · ")}</span>`;
  const foot = lines
    .filter(({ shown }) => shown.section === "foot")
    .flatMap((line) =>
      buttonsOf(line, today).map(
        ({ act, label }) => `<a href="${inHtml(linkOf(line.id, act))}">${inHtml(label)}</a>`,
      ),
    );
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${inHtml(subjectOf(facts))}</title><style>${STYLE}</style></head><body><main>`,
    `<h1>${inHtml(openingOf(facts))}</h1>`,
    ...sections,
    elseInHtml(facts),
    answering === null ? "" : `<p class="soft answer">${inHtml(answering)} ${example}${rest}</p>`,
    `<p class="soft foot">Each link works until ${inHtml(fullDay(openUntil, today))}, once, for its line alone. `,
    `<a href="${inHtml(url)}/">Open Today</a>${foot.length === 0 ? "" : ` · ${foot.join(" · ")}`}</p>`,
    "</main></body></html>",
  ].join("");
}

function lineInHtml(line: LetterLine, facts: LetterFacts): string {
  const { section, heading, below, why, say, next } = line.shown;
  const isPlain = section === "done" || section === "meet";
  const links = linksOf(line, facts).map(
    (each, at) =>
      `<a class="${at === 0 && !isPlain ? "first" : "more"}" href="${inHtml(each.href)}" aria-label="${inHtml(each.name)}">${inHtml(each.label)}</a>`,
  );
  return [
    `<div class="line${hasButtonsBelow(line.shown) || section === "open" ? "" : " beside"}"><div class="words">`,
    `<h3>${inHtml(heading)}${below ? ` <span class="soft">${inHtml(below)}</span>` : ""}</h3>`,
    why === "" ? "" : `<p>${inHtml(why)}</p>`,
    next ? `<p><a href="${inHtml(facts.url + next.path)}">${inHtml(next.words)}</a></p>` : "",
    say ? `<p class="say">${inHtml(say)}</p>` : "",
    "</div>",
    links.length === 0 ? "" : `<div class="buttons">${links.join(" ")}</div>`,
    "</div>",
  ].join("");
}

/** "Also: 2 gifts to decide about · 3 more on Today", each where it is. */
function elseInHtml({ lines, more, url }: Fitting): string {
  const others = lines.filter(({ shown }) => shown.section === "else");
  if (others.length + more === 0) return "";
  const link = (path: string, words: string) => `<a href="${inHtml(url + path)}">${inHtml(words)}</a>`;
  const links = [
    ...others.map(({ shown }) => link(shown.next?.path ?? "/", shown.heading)),
    ...(more > 0 ? [link("/", moreText(more))] : []),
  ];
  return `<p class="else">Also: ${links.join(" · ")}</p>`;
}

/** What its buttons open: those that stand in one row, of a question all its answers. The page behind one offers the others. */
function linksOf(line: LetterLine, { today, linkOf }: LetterFacts) {
  const { section, phone, name } = line.shown;
  const call = hasButtonsBelow(line.shown) ? callText(name) : "Call";
  const links = [
    ...(phone === null ? [] : [{ label: call, href: phone, name: `Call ${name}` }]),
    ...buttonsOf(line, today).map(({ act, label }) => ({
      label,
      href: linkOf(line.id, act),
      name: `${label}: ${name}`,
    })),
  ];
  return section === "open" ? links : inOneRow(line.shown, links);
}

const LONGEST_CALLED = 12;

function callText(name: string): string {
  const [first = ""] = name.split(" ");
  return first.length > LONGEST_CALLED ? "Call" : `Call ${first}`;
}

interface Button {
  act: string;
  label: string;
}

function buttonsOf({ about, shown, undoable }: LetterLine, today: Day): Button[] {
  if (undoable) return [{ act: "undo", label: "Undo" }];
  if (about.kind === "question")
    return about.choices.map(({ number, label }) => ({
      act: `choose.${number}`,
      label: `${number}  ${label}`,
    }));
  return actsOn(about, shown.name, today).map(({ id, label }) => ({ act: id, label }));
}

function counted(count: number, one: string, many: string): string | null {
  return count === 0 ? null : `${count} ${count === 1 ? one : many}`;
}
