import { invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";

/** Every way of having been in contact, the weightiest first: those written down here, and those that other rooms know of. */
export const CONTACT_KINDS = [
  "handwritten-note",
  "referral-given",
  "account-review",
  "visit",
  "meeting",
  "in-person",
  "gift",
  "event-invitation",
  "call",
  "video",
  "talk",
  "article",
  "message",
  "e-mail",
  "first-answer",
  "report-card",
  "newsletter",
] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** What has no other home and is written down here; a workspace adds its own. */
export const TOUCH_KINDS = [
  "call",
  "handwritten-note",
  "visit",
  "account-review",
  "event-invitation",
  "article",
  "message",
  "e-mail",
  "newsletter",
] as const;

/** What is told in its own place, and known from there: nothing is written down twice. */
export const TOLD_ELSEWHERE: Partial<Record<ContactKind, string>> = {
  gift: "a gift is noted among the gifts, within the cap; it counts as a touch from there",
  "referral-given": "an introduction that you make is noted under Giving; it counts as a touch from there",
  meeting: "a meeting is noted among the meetings; once it is held it counts as a touch",
  "report-card": "a report card counts as a touch once it was answered",
};

export const HEAVIEST = 5;

/** 0 moves no clock: what goes to everybody at once is no word to somebody. METHOD: a handwritten note outranks an e-mail. */
export const WEIGHTS: Record<ContactKind, number> = {
  "handwritten-note": 5,
  "referral-given": 5,
  "account-review": 5,
  visit: 5,
  meeting: 4,
  "in-person": 4,
  gift: 4,
  "event-invitation": 3,
  call: 3,
  video: 3,
  talk: 3,
  article: 2,
  message: 1,
  "e-mail": 1,
  "first-answer": 1,
  "report-card": 1,
  newsletter: 0,
};

export const KIND_WORDS: Record<ContactKind, string> = {
  "handwritten-note": "handwritten note",
  "referral-given": "introduction we made",
  "account-review": "account review",
  visit: "visit",
  meeting: "meeting",
  "in-person": "talk in person",
  gift: "gift",
  "event-invitation": "invitation to an event",
  call: "call",
  video: "video call",
  talk: "talk",
  article: "article shared",
  message: "message",
  "e-mail": "e-mail",
  "first-answer": "answer to an introduction",
  "report-card": "report card they answered",
  newsletter: "newsletter",
};

/** A kind of contact as this workspace weighs it; `id` is the trade's word, or the id of one of its own. */
export interface KindOfTouch {
  id: string;
  name: string;
  weight: number;
  /** Written down here by a tap; the others come from where they are told. */
  logged: boolean;
  own: boolean;
  /** One of its own that is no longer offered; what was written down with it stays. */
  ended: boolean;
}

/** What a workspace has said of a kind. */
export interface KindSaid {
  kind: string;
  name: string | null;
  weight: number;
  ended: boolean;
}

/** All kinds there are, the trade's first and the workspace's own after them. */
export function kindsOf(said: readonly KindSaid[]): KindOfTouch[] {
  const by = new Map(said.map((each) => [each.kind, each]));
  const trade = CONTACT_KINDS.map((id) => ({
    id,
    name: KIND_WORDS[id],
    weight: by.get(id)?.weight ?? WEIGHTS[id],
    logged: isTouchKind(id),
    own: false,
    ended: false,
  }));
  const own = said.flatMap(({ kind, name, weight, ended }) =>
    name === null ? [] : [{ id: kind, name, weight, logged: true, own: true, ended }],
  );
  return [...trade, ...own];
}

/** The kind under which something may be written down. Throws Problem invalid, saying where it belongs otherwise. */
export function kindToLog(id: string, kinds: readonly KindOfTouch[]): KindOfTouch {
  const elsewhere = TOLD_ELSEWHERE[id as ContactKind];
  if (elsewhere !== undefined) throw invalid(elsewhere, "kind");
  const kind = kinds.find((each) => each.id === id && each.logged);
  if (kind === undefined || kind.ended) {
    const known = kinds.filter(({ logged, ended }) => logged && !ended).map(({ name }) => name);
    throw invalid(`there is no such kind of touch; choose ${known.join(", ")}`, "kind");
  }
  return kind;
}

/** Whether a touch has a place of its own, where it is also taken back. A meeting that is a touch was seen in a calendar, and stands nowhere else. */
export function isToldElsewhere(kind: string): boolean {
  return kind !== "meeting" && kind in TOLD_ELSEWHERE;
}

/** Whether it moves the clock of "not longer than so many days without a word". */
export function isReal({ weight }: { weight: number }): boolean {
  return weight > 0;
}

export function checkWeight(weight: number): void {
  if (!Number.isInteger(weight) || weight < 0 || weight > HEAVIEST)
    throw invalid(`weigh it from 0, which moves no clock, to ${HEAVIEST}`, "weight");
}

/** A name of one's own kind. Throws Problem invalid when empty, too long, or taken. */
export function nameOfKind(name: string, kinds: readonly KindOfTouch[]): string {
  const clean = cleanText(name, 60, "name");
  if (clean === null) throw invalid("give it a name", "name");
  if (kinds.some((each) => !each.ended && each.name.toLowerCase() === clean.toLowerCase()))
    throw invalid(`“${clean}” is there already`, "name");
  return clean;
}

/** So far back it is looked for what somebody has not had for long. */
export const LOOK_BACK_DAYS = 183;
const OFFERED: readonly ContactKind[] = ["handwritten-note", "call"];

/**
 * What to do next: the weightiest of a note and a call that they have not had for half a year; a call where they had both.
 */
export function whatNext(contacts: readonly { kind: string; daysAgo: number }[]): ContactKind {
  const had = new Set(contacts.filter(({ daysAgo }) => daysAgo <= LOOK_BACK_DAYS).map(({ kind }) => kind));
  return OFFERED.find((kind) => !had.has(kind)) ?? "call";
}

function isTouchKind(kind: ContactKind): boolean {
  return (TOUCH_KINDS as readonly string[]).includes(kind);
}
