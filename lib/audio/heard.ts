import type { Track } from "./ear.ts";
import { dbOf, FRAMES_A_SECOND, meanSquareOf } from "./loudness.ts";
import { speechIn, type Span } from "./speech.ts";
import { syllablesIn } from "./syllables.ts";

/** Seconds, all of it. */
export interface Pause {
  start: number;
  length: number;
}

/** What can be said of a talk by its sound alone. Facts, not a grade. */
export interface Heard {
  seconds: number;
  /** Pauses left out, and what lies before the first word and after the last. */
  spokenSeconds: number;
  /** Between stretches of speech, from LEAST_PAUSE_S on. */
  pauses: Pause[];
  /** The longest stretch without a break of BREAK_S. */
  longestSeconds: number;
  syllables: number;
  /** Syllables for each second of speech, pauses left out; null under ENOUGH_TO_PACE seconds of it. */
  pace: number | null;
  /** Mean loudness of the speech, dBFS; null without any. */
  loudness: number | null;
}

/** So long a silence lets somebody else begin: pauses within a turn are hardly ever longer (Heldner and Edlund, J. Phonetics 38 (2010) 555-568). */
export const BREAK_S = 1;
const ENOUGH_TO_PACE = 3;

export function heardIn(track: Track): Heard {
  const speech = speechIn(track.bands);
  const syllables = syllablesIn(track, speech).length;
  const spokenSeconds = inSeconds(speech.reduce((sum, { from, to }) => sum + to - from, 0));
  const pauses = speech.slice(1).map((span, index) => {
    const end = (speech[index] as Span).to;
    return { start: inSeconds(end), length: inSeconds(span.from - end) };
  });
  return {
    seconds: inSeconds(track.levels.length),
    spokenSeconds,
    pauses,
    longestSeconds: longestIn(speech),
    syllables,
    pace: spokenSeconds < ENOUGH_TO_PACE ? null : syllables / spokenSeconds,
    loudness: loudnessOf(track.levels, speech),
  };
}

function longestIn(speech: readonly Span[]): number {
  let longest = 0;
  let begun = 0;
  for (const [index, { from, to }] of speech.entries()) {
    const before = speech[index - 1];
    if (!before || from - before.to >= BREAK_S * FRAMES_A_SECOND) begun = from;
    longest = Math.max(longest, to - begun);
  }
  return inSeconds(longest);
}

function loudnessOf(levels: Float32Array, speech: readonly Span[]): number | null {
  let sum = 0;
  let frames = 0;
  for (const { from, to } of speech)
    for (let at = from; at < to; at++) {
      sum += meanSquareOf(levels[at] as number);
      frames += 1;
    }
  return frames === 0 ? null : dbOf(sum / frames);
}

function inSeconds(frames: number): number {
  return frames / FRAMES_A_SECOND;
}
