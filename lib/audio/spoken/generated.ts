import { RATE } from "../loudness.ts";

/** Stretches of a voice that was made up: each says so many syllables, `each` seconds long. */
export interface Stretch {
  /** Silence before it, seconds. */
  pause: number;
  syllables: number;
}

/** A hum at 120 Hz with its overtones, which swells once a syllable and sinks by 26 dB in between, in a room `roomDb` loud (dBFS). */
export function generatedTalk(
  stretches: readonly Stretch[],
  { each = 0.2, roomDb = -70, peak = 0.3, dice = middling } = {},
): Float32Array {
  const seconds = stretches.reduce((sum, { pause, syllables }) => sum + pause + syllables * each, 0);
  const samples = new Float32Array(Math.round(seconds * RATE));
  const room = 10 ** (roomDb / 20) * Math.sqrt(12);
  for (let at = 0; at < samples.length; at++) samples[at] = room * (dice() - 0.5);
  let start = 0;
  for (const { pause, syllables } of stretches) {
    start += pause;
    const first = Math.round(start * RATE);
    const length = Math.round(syllables * each * RATE);
    for (let at = 0; at < length; at++) {
      const swell = 0.05 + 0.95 * Math.sin((Math.PI * at) / (each * RATE)) ** 2;
      samples[first + at] = (samples[first + at] ?? 0) + peak * swell * hum((first + at) / RATE);
    }
    start += syllables * each;
  }
  return samples;
}

function hum(at: number): number {
  let sum = 0;
  for (let overtone = 1; overtone <= 10; overtone++)
    sum += Math.cos(2 * Math.PI * 120 * overtone * at + overtone * overtone) / overtone;
  return sum / 2;
}

function middling(): number {
  return 0.5;
}

/** Numbers from 0 to 1 that are the same each time. */
export function seededDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
