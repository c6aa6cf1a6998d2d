import { dutyText } from "#loops/duty-words.ts";
import type { DutyKind } from "#loops/duty.ts";
import type { Counted, PromiseKind, PromiseState, WhyMissed } from "./promise.ts";
import type { WhyProposed } from "./week-plan.ts";

/** A promise as it is read, wherever. */
export interface Readable {
  kind: PromiseKind;
  personName: string | null;
  measure: Counted | null;
  count: number | null;
  words: string | null;
  duty: {
    kind: DutyKind;
    sourceName: string;
    contactName: string;
    closed: "won" | "lost" | null;
    metOn: string | null;
  } | null;
}

const COUNT_WORDS: Record<Counted, (count: number) => string> = {
  "people-asked": (count) => `Ask ${some(count, "person", "people")}`,
  "referrals-received": (count) => `Receive ${some(count, "introduction", "introductions")}`,
  "meetings-scheduled": (count) => `Schedule ${some(count, "meeting", "meetings")}`,
  "meetings-held": (count) => `Hold ${some(count, "meeting", "meetings")}`,
  "deals-closed": (count) => `Close ${some(count, "deal", "deals")}`,
  touches: (count) => `Let ${some(count, "person", "people")} hear from you`,
  "referrals-given": (count) => `Give ${some(count, "introduction", "introductions")}`,
};

/** For choosing one: "people asked". */
export const MEASURE_CHOICES: Record<Counted, string> = {
  "people-asked": "People asked",
  "referrals-received": "Introductions received",
  "meetings-scheduled": "Meetings scheduled",
  "meetings-held": "Meetings held",
  "deals-closed": "Deals closed",
  touches: "People who hear from you",
  "referrals-given": "Introductions given",
};

/** "Ask Jale Merz", "Hold 2 meetings", "Thank Anna Albers for Bo": what is before a name that can be a link, the name, what follows. */
export function promiseParts(line: Readable): { before: string; name: string | null; after: string } {
  const { kind, personName, measure, count, words, duty } = line;
  if (kind === "ask") return { before: "Ask ", name: personName ?? "somebody", after: "" };
  if (kind === "count" && measure !== null) return plain(COUNT_WORDS[measure](count ?? 1));
  if (kind === "practice") return plain(count === 1 ? "Practise once" : `Practise ${count} times`);
  if (kind === "own") return plain(words ?? "");
  if (duty === null) return plain("Words to a source, which are owed no longer");
  const { verb, rest } = dutyText([duty.kind], duty);
  return { before: `${verb} `, name: duty.sourceName, after: ` ${rest}` };
}

export function promiseText(line: Readable): string {
  const { before, name, after } = promiseParts(line);
  return `${before}${name ?? ""}${after}`;
}

export const STATE_WORDS: Record<PromiseState, string> = {
  kept: "kept",
  missed: "missed",
  away: "away",
  gone: "fell away",
  open: "open",
};

export const WHY_MISSED_WORDS: Record<WhyMissed, string> = {
  "no-time": "No time",
  "not-reached": "Not reached",
  "not-the-moment": "Not the moment",
  "lost-nerve": "Lost my nerve",
  "too-much": "Promised too much",
  "something-else": "Something else",
};

export const WHY_PROPOSED_WORDS: Record<WhyProposed, string> = {
  carried: "carried over",
  planned: "you planned it",
  moment: "their moment has come",
  owed: "owed by the end of the week",
  rhythm: "due to hear from you",
  goal: "your goal",
  required: "required each week",
};

/** "2 of 4 promises kept", "All 3 promises kept", without those that count as neither; null where nothing was promised. */
export function tallyText({
  kept,
  missed,
  open,
}: {
  kept: number;
  missed: number;
  open: number;
}): string | null {
  const of = kept + missed + open;
  if (of === 0) return null;
  if (kept === of) return of === 1 ? "One promise, kept" : `All ${of} promises kept`;
  return `${kept} of ${some(of, "promise", "promises")} kept`;
}

/** In per cent, of what could be kept; null where there was nothing. */
export function shareKept({
  kept,
  missed,
  open,
}: {
  kept: number;
  missed: number;
  open: number;
}): number | null {
  const of = kept + missed + open;
  return of === 0 ? null : Math.round((100 * kept) / of);
}

function plain(text: string) {
  return { before: text, name: null, after: "" };
}

function some(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
