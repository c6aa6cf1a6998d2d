import { FRAMES_A_SECOND, SILENT_DB } from "./loudness.ts";
import { leastAround, smoothed } from "./smooth.ts";

/** From a frame up to one that it no longer holds. */
export interface Span {
  from: number;
  to: number;
}

/** What lies between two stretches of speech is a pause from here on: de Jong and Bosker, DiSS 2013, find 250 ms to part pauses from the stops within words best. */
export const LEAST_PAUSE_S = 0.25;

// A stop within a word ("apt") is no pause; a click is no word.
const HANGOVER = 0.15 * FRAMES_A_SECOND;
const LEAST_WORD = 0.08 * FRAMES_A_SECOND;
const LEAST_PAUSE = LEAST_PAUSE_S * FRAMES_A_SECOND;

/** Somebody who speaks breaks off, if only for a stop, within this time. */
const FLOOR_REACH = 2.5 * FRAMES_A_SECOND;
const LOUDEST_SHARE = 0.05;
const LOUDEST_MOST = 3 * FRAMES_A_SECOND;
/** Without such a difference between loud and quiet there is only a room. */
const LEAST_RANGE_DB = 6;
const QUIETEST_SPEECH_DB = -65;
/** Vowels at the end of a sentence lie this far below the loudest. */
const SPEECH_RANGE_DB = 32;

/**
 * Where somebody speaks. The threshold follows the room: the quietest moment of the five seconds around (minimum statistics,
 * R. Martin, IEEE Trans. Speech and Audio Processing 9 (2001) 504-512), and a third of the way from there to the loudest speech;
 * never so low that what is far below the speech counts. Short gaps are bridged (hangover), short sounds alone left out.
 */
export function speechIn(bands: Float32Array): Span[] {
  const level = smoothed(bands, [1, 1, 1]);
  const sorted = level.toSorted();
  const loudest = Math.min(LOUDEST_MOST, Math.ceil(LOUDEST_SHARE * sorted.length));
  const peak = sorted[sorted.length - loudest] ?? SILENT_DB;
  const quiet = sorted[Math.floor(0.05 * sorted.length)] ?? SILENT_DB;
  if (peak < QUIETEST_SPEECH_DB || peak - quiet < LEAST_RANGE_DB) return [];
  const floor = leastAround(smoothed(bands, [1, 1, 1, 1, 1, 1, 1]), FLOOR_REACH);
  const isLoud = level.map((each, at) => {
    const room = Math.min(floor[at] as number, peak - 8);
    return each > Math.max(room + Math.max(4, (peak - room) / 3), peak - SPEECH_RANGE_DB) ? 1 : 0;
  });
  const sounds = bridged(spansOf(isLoud), HANGOVER).filter(({ from, to }) => to - from >= LEAST_WORD);
  return bridged(sounds, LEAST_PAUSE);
}

function spansOf(isLoud: ArrayLike<number>): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < isLoud.length; at++) {
    if (!isLoud[at]) continue;
    const last = spans.at(-1);
    if (last?.to === at) last.to = at + 1;
    else spans.push({ from: at, to: at + 1 });
  }
  return spans;
}

/** Makes one of two that lie less than `gap` frames apart. */
function bridged(spans: readonly Span[], gap: number): Span[] {
  const joined: Span[] = [];
  for (const { from, to } of spans) {
    const last = joined.at(-1);
    if (last && from - last.to < gap) last.to = to;
    else joined.push({ from, to });
  }
  return joined;
}
