import type { ToldKind } from "#asks/languages/language.ts";
import type { TypedFact } from "#asks/typed-fact.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { MeetingOutcome } from "./meeting.ts";

const ENDS: Partial<Record<ToldKind, MeetingOutcome>> = {
  met: "held",
  "not-there": "no-show",
  "called-off": "cancelled",
};

type MeetingKind = "met" | "to-meet" | "not-there" | "called-off";

export function isMeetingKind(kind: ToldKind): kind is MeetingKind {
  return kind === "to-meet" || kind in ENDS;
}

/** How a meeting that a line tells of went; null for one that is still to take place. */
export function toldEnd(kind: ToldKind): MeetingOutcome | null {
  return ENDS[kind] ?? null;
}

/** On which day it was, or will be; null where the day that is said cannot be it. */
export function toldDay(
  { kind, past, ahead }: Pick<TypedFact, "kind" | "past" | "ahead">,
  today: Day,
): Day | null {
  const isSaid = past !== null || ahead !== null;
  if (kind === "to-meet") return ahead ?? (past === today ? today : null);
  if (kind === "called-off") return ahead ?? past ?? today;
  return isSaid ? past : today;
}

/** Why there is none. */
export function dayTrouble({ kind, past, ahead }: Pick<TypedFact, "kind" | "past" | "ahead">): string {
  if (kind !== "to-meet") return "That day is still to come. Write down what has happened.";
  if (past === null && ahead === null) return "Say on which day you meet.";
  return "That day is over. Write “met …” for a meeting that took place.";
}
