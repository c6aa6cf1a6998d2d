import { invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Measure } from "#team/measure.ts";

/** A person who will be asked, a number, practice, something owed, or own words. */
export const PROMISE_KINDS = ["ask", "count", "practice", "duty", "own"] as const;
export type PromiseKind = (typeof PROMISE_KINDS)[number];

/** Numbers that somebody can promise, in the order in which one thinks of them. */
export const COUNTED = [
  "people-asked",
  "referrals-received",
  "meetings-scheduled",
  "meetings-held",
  "deals-closed",
  "touches",
  "referrals-given",
] as const satisfies readonly Measure[];
export type Counted = (typeof COUNTED)[number];

/** The measure that a promise to practise is read from. */
export const PRACTICE_MEASURE = "practice-sessions";

/** What is promised. */
export type Promised =
  | { kind: "ask"; personId: string }
  | { kind: "count"; measure: Counted; count: number }
  | { kind: "practice"; count: number }
  | { kind: "duty"; dutyId: string }
  | { kind: "own"; words: string };

export const WHY_MISSED = [
  "no-time",
  "not-reached",
  "not-the-moment",
  "lost-nerve",
  "too-much",
  "something-else",
] as const;
export type WhyMissed = (typeof WHY_MISSED)[number];

/** What becomes of a promise that was not kept. */
export const WHAT_NEXT = ["carried", "let-go"] as const;
export type WhatNext = (typeof WHAT_NEXT)[number];

/** What somebody said of a promise. */
export interface Told {
  how: "kept" | "missed";
  why: WhyMissed | null;
  next: WhatNext | null;
}

/** What is written down elsewhere of a member's week. */
export interface WeekFacts {
  /** Who was asked in it; a merged person by the id they are kept under. */
  asked: ReadonlySet<string>;
  /** Whoever is nobody to ask any more, as their data was erased or they were removed. */
  nobody: ReadonlySet<string>;
  counted: (measure: string) => number;
  /** gone: nothing is owed any more, as the introduction was taken back or the duty let go. */
  duty: (dutyId: string) => "done" | "owed" | "gone";
}

/** Where a week stands for a member: it has gone by; nothing is told of it any more; they were not there for most of it. */
export interface WeekStanding {
  ended: boolean;
  closed: boolean;
  away: boolean;
}

/** away and gone count as neither kept nor missed. */
export const PROMISE_STATES = ["kept", "missed", "away", "gone", "open"] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** The measure it is counted by; null where nothing is counted. */
export function measureOf(promised: Promised): Counted | typeof PRACTICE_MEASURE | null {
  if (promised.kind === "count") return promised.measure;
  return promised.kind === "practice" ? PRACTICE_MEASURE : null;
}

/** How many there are of what was promised, and how many it takes; null where nothing is counted. */
export function progressOf(promised: Promised, facts: WeekFacts): { done: number; of: number } | null {
  const measure = measureOf(promised);
  return measure === null || !("count" in promised)
    ? null
    : { done: facts.counted(measure), of: promised.count };
}

/**
 * The one rule of kept and missed. What is written down elsewhere decides, whatever was said; only own words are kept because
 * somebody says so.
 */
export function stateOf(
  promised: Promised,
  told: Pick<Told, "how"> | null,
  facts: WeekFacts,
  week: WeekStanding,
): PromiseState {
  const read = readFrom(promised, facts);
  if (read === "kept" || read === "gone") return read;
  if (promised.kind === "own" && told?.how === "kept") return "kept";
  if (week.away && (week.ended || told !== null)) return "away";
  if (told !== null) return "missed";
  const waits = promised.kind === "own" ? !week.closed : !week.ended;
  return waits ? "open" : "missed";
}

/** Whether it is read from what is written down elsewhere. */
export function isRead({ kind }: Pick<Promised, "kind">): boolean {
  return kind !== "own";
}

/** Throws Problem invalid where what is said cannot be said of it. */
export function checkTold(promised: Pick<Promised, "kind">, told: Told): void {
  if (told.how === "missed") return;
  if (isRead(promised))
    throw invalid("this counts as kept once it is written down: log what happened, and it is marked", "how");
  if (told.why !== null || told.next !== null) throw invalid("it was kept: nothing is left of it", "next");
}

export interface Tallied {
  kept: number;
  missed: number;
  /** Neither: away, or nothing was left to do. */
  neither: number;
  open: number;
}

/** How many of each; kept and missed together are what a share is made of. */
export function tallied(states: readonly PromiseState[]): Tallied {
  const tally = { kept: 0, missed: 0, neither: 0, open: 0 };
  for (const state of states) tally[TALLIED_AS[state]] += 1;
  return tally;
}

const TALLIED_AS: Readonly<Record<PromiseState, keyof Tallied>> = {
  kept: "kept",
  missed: "missed",
  away: "neither",
  gone: "neither",
  open: "open",
};

/** Two with the same key are one promise. */
export function keyOf(promised: Promised): string {
  if (promised.kind === "ask") return `ask ${promised.personId}`;
  if (promised.kind === "count") return `count ${promised.measure}`;
  if (promised.kind === "duty") return `duty ${promised.dutyId}`;
  return promised.kind === "own" ? `own ${promised.words.trim().toLowerCase()}` : "practice";
}

export const MOST_PROMISED = 99;
const LONGEST_WORDS = 300;

/** Trims. Throws Problem invalid naming the field. */
export function cleanPromise(promised: Promised): Promised {
  if (promised.kind === "own") {
    const words = cleanText(promised.words, LONGEST_WORDS, "words");
    if (words === null) throw invalid("say in a few words what you promise", "words");
    return { kind: "own", words };
  }
  if (promised.kind !== "count" && promised.kind !== "practice") return promised;
  const { count } = promised;
  if (!Number.isInteger(count) || count < 1 || count > MOST_PROMISED)
    throw invalid(`promise a whole number from 1 to ${MOST_PROMISED}`, "count");
  return promised;
}

function readFrom(promised: Promised, facts: WeekFacts): "kept" | "gone" | "not-yet" {
  if (promised.kind === "ask") {
    if (facts.asked.has(promised.personId)) return "kept";
    return facts.nobody.has(promised.personId) ? "gone" : "not-yet";
  }
  if (promised.kind === "own") return "not-yet";
  if (promised.kind === "duty") {
    const duty = facts.duty(promised.dutyId);
    return duty === "owed" ? "not-yet" : duty === "done" ? "kept" : "gone";
  }
  const { done, of } = progressOf(promised, facts) as { done: number; of: number };
  return done >= of ? "kept" : "not-yet";
}
