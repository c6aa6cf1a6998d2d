import { mailAddress } from "#lib/kernel/mail-address.ts";
import { sentencesIn } from "./business-reason.ts";
import { bareWords, wholeSentence } from "./wording.ts";
import type { BlurbWords } from "./wordings/talk-language.ts";

/** What is known for lines that a source passes on. */
export interface BlurbFacts {
  /** Who reads it, as the source calls them; null while that is open. */
  to: string | null;
  /** The source's company, where we work for it. */
  account: string | null;
  /** What the source said our work did for them. */
  value: string | null;
  reason: string | null;
  idealClient: string | null;
  rep: string;
  workspace: string;
}

export interface Blurb {
  subject: string;
  /** A greeting, and 3 to 5 sentences in the source's voice. */
  text: string;
}

/** A source passes on what is read in half a minute. */
export const SENTENCES = { least: 3, most: 5 } as const;

/** Lines that the source can paste, change and send themselves: who, since when, why, and what comes next. */
export function blurbOf(facts: BlurbFacts, words: BlurbWords): Blurb {
  const { to, account, value, reason, idealClient, rep, workspace } = facts;
  const known: Record<string, string> = {
    to: to ?? "",
    account: account ?? "",
    value: bareWords(value ?? ""),
    reason: wholeSentence(reason ?? ""),
    whom: bareWords(idealClient ?? ""),
    rep,
    workspace,
  };
  const why = reason ? words.reason : idealClient ? words.picture : words.plain;
  const lines = [
    { line: words.who, spare: 0 },
    ...(account ? [{ line: words.client, spare: 1 }] : []),
    ...(value ? [{ line: words.value, spare: 2 }] : []),
    { line: why, spare: 0 },
    { line: words.next, spare: 0 },
  ].map(({ line, spare }) => ({ said: put(line, known), spare }));
  const fitting = [lines, lines.filter(({ spare }) => spare < 2), lines.filter(({ spare }) => spare === 0)]
    .map((kept) => kept.map(({ said }) => said).join(" "))
    .find((text, at) => at === 2 || sentencesIn(text) <= SENTENCES.most);
  const greeting = put(to ? words.greeting : words.greetingNobody, known);
  return { subject: put(words.subject, known), text: `${greeting}\n\n${fitting}` };
}

/** How many sentences it has besides a greeting and a name below. */
export function blurbLength(text: string): number {
  const lines = text.split(/\n+/).map((line) => line.trim());
  return sentencesIn(lines.filter((line) => /[.!?…]["“”’»)]*$/.test(line)).join(" "));
}

/** What would make it easier to pass on; null: it is right. */
export function blurbAdvice(text: string): string | null {
  const count = blurbLength(text);
  if (count < SENTENCES.least)
    return "Three to five sentences are passed on. This is too short to say who, why and what comes next.";
  if (count > SENTENCES.most) return `${count} sentences are too many to pass on. Keep three to five.`;
  return null;
}

/** The rep's letter to the source with these lines, for the rep's own mail program. */
export function letterTo(
  source: { name: string; email: string | null },
  blurb: Blurb,
  words: BlurbWords,
): string {
  const { subject, lines } = words.cover;
  const body = [
    ...lines.map((line) => put(line, { name: source.name })),
    "—",
    blurb.subject,
    blurb.text,
  ].join("\n\n");
  return mailAddress(source.email === null ? [] : [source.email], subject, body);
}

function put(line: string, known: Readonly<Record<string, string>>): string {
  return line.replaceAll(/\{(\w+)\}/g, (gap, name: string) => known[name] ?? gap);
}
