import { inHtml } from "#lib/kernel/in-html.ts";
import { fullDay } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { actsOn, SECTIONS, type About, type DigestSection, type Shown } from "./digest-line.ts";
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

const IN_ORDER = ["done", "open", "meet", "talk", "owed", "hear"] as const satisfies readonly DigestSection[];

const EXAMPLES = ["“asked Anna, will think”", "“met Bo today”", "“meeting with Bo on Thursday 10:00”"];

/** The mail as plain words and as HTML: no pictures, nothing that tells whether it was read. */
export function writeDigest(facts: LetterFacts): WrittenDigest {
  return { subject: subjectOf(facts), text: textOf(facts), html: htmlOf(facts) };
}

function subjectOf({ kind, today, lines }: LetterFacts): string {
  const many = (section: DigestSection) => lines.filter(({ shown }) => shown.section === section).length;
  if (kind === "answer") {
    if (many("open") === 0) return "Written down";
    return many("done") === 0 ? "One question first" : "Written down, and a question";
  }
  const parts = [
    counted(many("talk"), "conversation", "conversations"),
    counted(many("meet"), "meeting", "meetings"),
    counted(many("owed"), "thing owed", "things owed"),
    counted(many("hear"), "to hear from you", "to hear from you"),
  ].flatMap((part) => part ?? []);
  return `${fullDay(today, today)}: ${parts.length === 0 ? "done for today" : parts.slice(0, 3).join(", ")}`;
}

function openingOf({ kind, called, lines }: LetterFacts): string {
  if (kind === "answer") return `${called}, this is what I made of your lines.`;
  if (lines.every(({ shown }) => shown.section === "foot"))
    return `Good morning ${called}. Nothing waits for you: done for today. Go and talk to somebody.`;
  return `Good morning ${called}.`;
}

function answeringOf({ kind, answered }: LetterFacts): string | null {
  if (!answered) return null;
  const how =
    kind === "answer"
      ? "Answer a question with its number, or write another line."
      : "Answer this mail in plain words, a line for each thing, and it is written down:";
  return how;
}

function textOf(facts: LetterFacts): string {
  const { lines, linkOf, today, openUntil, kind, url } = facts;
  const parts: string[] = [openingOf(facts)];
  for (const section of IN_ORDER) {
    const here = lines.filter(({ shown }) => shown.section === section);
    if (here.length === 0) continue;
    parts.push(SECTIONS[section].toUpperCase());
    for (const line of here) {
      const { heading, below, why, say, phone, next } = line.shown;
      parts.push(
        [
          [heading, below].filter(Boolean).join(", "),
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
  const answering = answeringOf(facts);
  if (answering !== null)
    parts.push(
      kind === "answer" ? answering : [answering, ...EXAMPLES.map((each) => `  ${each}`)].join("\n"),
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

function htmlOf(facts: LetterFacts): string {
  const { lines, linkOf, today, openUntil, kind, url } = facts;
  const button = (line: LetterLine, tone: "first" | "more", { act, label }: Button) =>
    `<a class="${tone}" href="${inHtml(linkOf(line.id, act))}" aria-label="${inHtml(`${label}: ${line.shown.name}`)}">${inHtml(label)}</a>`;
  const sections = IN_ORDER.flatMap((section) => {
    const here = lines.filter(({ shown }) => shown.section === section);
    if (here.length === 0) return [];
    const items = here.map((line) => {
      const { heading, below, why, say, phone, name, next } = line.shown;
      const call =
        phone === null
          ? []
          : [`<a class="first" href="${inHtml(phone)}">Call ${inHtml(name.split(" ")[0] ?? "")}</a>`];
      const quiet = phone !== null || section === "done" || section === "meet";
      const buttons = buttonsOf(line, today).map((each, at) =>
        button(line, quiet || at > 0 ? "more" : "first", each),
      );
      const where = below ? ` <span class="soft">${inHtml(below)}</span>` : "";
      return [
        `<div class="line"><div class="words"><h3>${inHtml(heading)}${where}</h3>`,
        why === "" ? "" : `<p>${inHtml(why)}</p>`,
        next ? `<p><a href="${inHtml(url + next.path)}">${inHtml(next.words)}</a></p>` : "",
        say ? `<p class="say">${inHtml(say)}</p>` : "",
        "</div>",
        call.length + buttons.length === 0
          ? ""
          : `<div class="buttons">${[...call, ...buttons].join(" ")}</div>`,
        "</div>",
      ].join("");
    });
    return [`<h2>${inHtml(SECTIONS[section])}</h2>`, ...items];
  });
  const answering = answeringOf(facts);
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
    answering === null
      ? ""
      : `<p class="soft answer">${inHtml([answering, ...(kind === "answer" ? [] : EXAMPLES)].join(" · ").replace(" · ", " "))}</p>`,
    `<p class="soft foot">Each link works until ${inHtml(fullDay(openUntil, today))}, once, and opens nothing but its line. `,
    `<a href="${inHtml(url)}/">Open Today</a>${foot.length === 0 ? "" : ` · ${foot.join(" · ")}`}</p>`,
    "</main></body></html>",
  ].join("");
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

// Colours of lib/web/look/palette.css, in figures: a mail has no custom properties to rely on.
const STYLE = `
:root{color-scheme:light dark}
body{margin:0;background:#faf8f4;color:#1f1d1a;font:16px/1.45 -apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif}
main{max-width:680px;margin:0 auto;padding:12px 16px}
h1{font-size:20px;line-height:1.3;margin:0}
h2{font-size:14px;margin:14px 0 2px;color:#5f5a53}
h3{font-size:16px;margin:0}
h3 .soft{font-weight:400}
p{margin:0}
.line{border-top:1px solid #e7e2d9;padding:6px 0}
.soft{color:#5f5a53;font-size:14px}
.say{font-style:italic}
.buttons a{display:inline-block;margin:4px 4px 2px 0;padding:10px 14px;border-radius:8px;font-weight:600;text-decoration:none;line-height:22px}
a{color:#1d6b54}
.buttons .first{background:#1d6b54;color:#ffffff;border:1px solid #1d6b54}
.buttons .more{background:#ffffff;color:#1f1d1a;border:1px solid #8c867c}
.answer{border-top:1px solid #e7e2d9;margin-top:12px;padding-top:8px}
.foot{margin-top:8px}
@media (min-width:600px){
.line{display:flex;gap:16px;align-items:center}
.words{flex:1}
.buttons{flex:0 1 auto;max-width:45%;text-align:right}
.buttons a{padding:6px 12px}
}
@media (prefers-color-scheme:dark){
body{background:#161513;color:#f2eee7}
h2,.soft{color:#a8a196}
.line,.answer{border-color:#35312b}
a{color:#6cc3a4}
.buttons .first{background:#6cc3a4;color:#161513;border-color:#6cc3a4}
.buttons .more{background:#201e1b;color:#f2eee7;border-color:#7b756b}
}`.replaceAll("\n", "");
