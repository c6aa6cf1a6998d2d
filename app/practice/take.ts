import type { Heard } from "#lib/audio/heard.ts";

/** A take that nobody kept is thrown away after so long. */
export const LOOSE_HOURS = 24;
/** Who scores later than this scores another rehearsal. */
const OF_ONE_REHEARSAL_HOURS = 12;
/** So long after it was thrown away a take can be had back. */
export const BACK_SECONDS = 60;
/** Pauses shorter than this are not counted aloud. */
const TOLD_PAUSE_S = 0.5;

/** Whether a take is of what is scored now. Milliseconds of this device's clock. */
export function isOfThisRehearsal(startedAt: number, now: number): boolean {
  return now - startedAt < OF_ONE_REHEARSAL_HOURS * 3_600_000;
}

/** What the device heard, as facts: "You spoke 1:42 of 2:10; longest without a break 38 s; …". */
export function heardInWords(heard: Heard, who: "You" | "They" = "You"): string {
  if (heard.spokenSeconds === 0) return "The microphone heard nobody speak.";
  const pauses = heard.pauses.filter(({ length }) => length >= TOLD_PAUSE_S).length;
  const facts = [
    `${who} spoke ${clockOf(heard.spokenSeconds)} of ${clockOf(heard.seconds)}`,
    `longest without a break of a second ${durationOf(heard.longestSeconds)}`,
    pauses === 0
      ? "no pause over half a second"
      : `${pauses} ${pauses === 1 ? "pause" : "pauses"} over half a second`,
    ...(heard.pace === null ? [] : [`about ${heard.pace.toFixed(1)} syllables a second`]),
    ...(heard.loudness === null
      ? []
      : [`on average ${Math.round(-heard.loudness)} dB below the loudest that can be recorded`]),
  ];
  return `${facts.join("; ")}.`;
}

/** "1:42" */
export function clockOf(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** "12.4 MB" */
export function sizeOf(bytes: number): string {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function durationOf(seconds: number): string {
  return seconds < 60 ? `${Math.round(seconds)} s` : clockOf(seconds);
}

// Of a take that is shared.

/** How long others can see it unless something else is said, and at most. Days. */
export const SHARED_DAYS = { usual: 30, most: 90 };
export const MOST_VIEWERS = 5;
/** What one member has shared at a time. */
export const MOST_SHARED = 20;
/** A quarter of an hour and more of what the mirror records. */
export const MOST_TAKE_BYTES = 200_000_000;
/** It travels in pieces of so much; only the last may hold less. */
export const TAKE_PIECE_BYTES = 1_048_576;
/** A take whose pieces stopped coming is given up after so long. */
export const ARRIVES_WITHIN_HOURS = 48;

export const TAKE_TYPE = /^(video|audio)\/(webm|mp4)(;\s?codecs="?[\w., ]{1,60}"?)?$/;

export const TAKE_ENDS = ["withdrawn", "past-its-day", "never-arrived", "lost"] as const;
export type TakeEnd = (typeof TAKE_ENDS)[number];

/** The bytes that a player asks for, as from-to without to; null: all of them; "none": there are no such bytes. RFC 9110, 14.1.2. */
export function rangeOf(header: string | null, bytes: number): { from: number; to: number } | "none" | null {
  const [, first = "", last = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (first === "" && last === "") return null;
  const from = first === "" ? Math.max(0, bytes - Number(last)) : Number(first);
  const to = first === "" || last === "" ? bytes : Math.min(bytes, Number(last) + 1);
  if (first !== "" && last !== "" && Number(last) < from) return null;
  return from >= bytes || from >= to ? "none" : { from, to };
}
