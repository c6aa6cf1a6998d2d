import type { Moment } from "./ask.ts";
import { PARTS_AT, type Part } from "./talk-part.ts";
import { bareWords, fill, wholeSentence, type Fact } from "./wording.ts";

/** What is known for a talk; what is not is null. */
export interface TalkFacts {
  /** What they are called. */
  name: string;
  /** Where they work. */
  account: string | null;
  /** What our work did for them, in their own words: with these the right to ask was earned. */
  value: string | null;
  /** A person or a company in particular; it goes before the ideal client. */
  target: string | null;
  /** Whom to picture, as a part of a sentence: "heads of operations at family-owned carriers". */
  idealClient: string | null;
  /** One sentence: why they should take the meeting. */
  reason: string | null;
  /** "the people you meet at the harbour forum": what brings names to mind. */
  prompts: readonly string[];
  /** Who asks, and for which company. */
  rep: string;
  workspace: string;
}

/** A way to say a part, as far as the talk needs it. */
export interface Words {
  key: string;
  text: string;
}

export interface TalkInput {
  moment: Moment;
  /** Ways to say each part, the best first. */
  choices: Readonly<Partial<Record<Part, readonly Words[]>>>;
  facts: TalkFacts;
  /** Between the last two of several, "or". */
  or: string;
  /** Chosen by the rep instead of the first: the key of the words. */
  picked?: Readonly<Partial<Record<Part, string>>>;
  /** Written by the rep for this talk alone. */
  edits?: Readonly<Partial<Record<Part, string>>>;
}

export interface TalkPart {
  part: Part;
  /** What to say; null while a fact is missing, or there are no words. */
  text: string | null;
  /** What must be filled in before it can be said. */
  missing: Fact[];
  /** The words it was made with; null where the rep's own stand. */
  key: string | null;
  edited: boolean;
  /** The words that come when these are swapped; null: there are no others. */
  next: string | null;
  /** For beginning to write one's own: the words with their gaps as "…". */
  draft: string;
}

/**
 * What to say to this source at this moment, part by part. Of several ways the best that can be filled is taken; a part
 * none of whose words can be filled says what is missing.
 */
export function talkTrack({ moment, choices, facts, or, picked = {}, edits = {} }: TalkInput): TalkPart[] {
  const known = knownFrom(facts, or);
  return PARTS_AT[moment].map((part) => {
    const ways = (choices[part] ?? []).map((words) => ({ ...words, ...fill(words.text, known) }));
    const chosen =
      ways.find(({ key }) => key === picked[part]) ??
      ways.find(({ missing }) => missing.length === 0) ??
      ways[0];
    const own = edits[part]?.trim();
    const next = ways.some(({ missing }) => missing.length === 0) ? nextOf(ways, chosen?.key) : null;
    if (own) return { part, text: own, missing: [], key: null, edited: true, next, draft: own };
    if (!chosen) return { part, text: null, missing: [], key: null, edited: false, next: null, draft: "" };
    const { key, text, missing } = chosen;
    const draft = text.replaceAll(/\{\w+\}/g, "…");
    return { part, text: missing.length > 0 ? null : text, missing, key, edited: false, next, draft };
  });
}

/** The keys of the words a talk was held with: not those the rep wrote over, nor those that could not be said. */
export function wordsUsed(track: readonly TalkPart[]): string[] {
  return track.flatMap(({ key, text }) => (key !== null && text !== null ? [key] : []));
}

/** The whole of it, to keep with a plan. */
export function textOf(track: readonly TalkPart[]): string {
  return track.flatMap(({ text }) => (text === null ? [] : [text])).join("\n\n");
}

/** The client's words in what was typed: what stands in quotation marks, or else all of it; null while there are none. */
export function saidIn(typed: string): string | null {
  const quoted = [...typed.matchAll(/[“„"«](?<said>[^“”„"«»]+)[”“"»]/gu)].map(
    ({ groups }) => groups?.said ?? "",
  );
  const words = (quoted.toSorted((a, b) => b.length - a.length)[0] ?? typed).trim();
  return /\p{L}{2}/u.test(words) ? words : null;
}

function knownFrom(facts: TalkFacts, or: string): Record<Fact, string | null> {
  const { name, account, value, target, idealClient, reason, prompts, rep, workspace } = facts;
  return {
    name,
    account,
    value: value && bareWords(value),
    whom: target ?? (idealClient && bareWords(idealClient)),
    reason: reason && wholeSentence(reason),
    prompts: listed(prompts, or),
    rep,
    workspace,
  };
}

function listed(items: readonly string[], or: string): string | null {
  if (items.length < 2) return items[0] ?? null;
  const before = items.slice(0, -1).join(", ");
  // "die Leute, die Sie bei Telia treffen, oder ...": a comma inside closes before the last.
  const comma = items.slice(0, -1).some((each) => each.includes(",")) ? "," : "";
  return `${before}${comma} ${or} ${items.at(-1)}`;
}

function nextOf(ways: readonly { key: string }[], key: string | undefined): string | null {
  if (ways.length < 2) return null;
  const at = ways.findIndex((each) => each.key === key);
  return ways[(at + 1) % ways.length]?.key ?? null;
}
