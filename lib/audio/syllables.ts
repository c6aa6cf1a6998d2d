import type { Track } from "./ear.ts";
import { smoothed } from "./smooth.ts";
import type { Span } from "./speech.ts";

// The shape of the window that Praat uses for intensity, 64 ms in all.
const WINDOW = [0.1, 0.4, 0.8, 1, 0.8, 0.4, 0.1];
/** How far the sound must sink between two syllables. */
const DIP_DB = 2;
const BELOW_LOUDEST_DB = 25;
/** Praat's threshold for a voiced sound. */
const VOICED = 0.45 * 255;
/** A pitch that moves fast repeats itself badly in the middle of its vowel: frames to either side that may speak for it. */
const VOICED_NEAR = 4;

/**
 * The frames at which syllables are loudest: peaks of intensity with a dip on either side, voiced, not far below the loudest.
 * N. H. de Jong and T. Wempe, "Praat script to detect syllable nuclei and measure speech rate automatically", Behavior Research
 * Methods 41 (2009) 385-390; the threshold below the loudest is that of the script's later editions.
 */
export function syllablesIn({ bands, voicing }: Track, speech: readonly Span[]): number[] {
  const intensity = smoothed(bands, WINDOW);
  const sorted = intensity.toSorted();
  const least = (sorted[Math.floor(0.99 * sorted.length)] ?? 0) - BELOW_LOUDEST_DB;
  return speech
    .flatMap((span) => peaksIn(intensity, span))
    .filter((at) => (intensity[at] as number) >= least && isVoiced(voicing, at));
}

function isVoiced(voicing: Uint8Array, at: number): boolean {
  return voicing.subarray(Math.max(0, at - VOICED_NEAR), at + VOICED_NEAR + 1).some((each) => each >= VOICED);
}

function peaksIn(values: Float32Array, { from, to }: Span): number[] {
  const peaks: number[] = [];
  let highest = from;
  let lowest = from;
  let rising = true;
  for (let at = from; at < to; at++) {
    const value = values[at] as number;
    if (rising) {
      if (value > (values[highest] as number)) highest = at;
      if (value > (values[highest] as number) - DIP_DB) continue;
      peaks.push(highest);
      rising = false;
      lowest = at;
    } else {
      if (value < (values[lowest] as number)) lowest = at;
      if (value < (values[lowest] as number) + DIP_DB) continue;
      rising = true;
      highest = at;
    }
  }
  if (rising && from < to) peaks.push(highest);
  return peaks;
}
