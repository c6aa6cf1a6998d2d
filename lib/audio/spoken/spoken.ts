import { readFileSync } from "node:fs";
import { RATE } from "../loudness.ts";
import { samplesIn } from "../wav.ts";

/** One sentence that a synthesiser spoke, and what is true of it. Seconds. */
export interface Clip {
  name: string;
  voice: string;
  language: string;
  text: string;
  syllables: number;
  words: { word: string; start: number; end: number }[];
  samples: Float32Array;
}

const here = new URL(".", import.meta.url);

/** The clips that make.py made, for tests and for measuring. */
export function spokenClips(): Clip[] {
  const clips: Omit<Clip, "samples">[] = JSON.parse(readFileSync(new URL("clips.json", here), "utf8"));
  return clips.map((clip) => ({
    ...clip,
    samples: samplesIn(readFileSync(new URL(`${clip.name}.wav`, here))),
  }));
}

/** A talk of these clips, one after the other, with these silences (seconds) before each and after the last, and where they are. */
export function talkOf(
  clips: readonly Clip[],
  silences: readonly number[],
): { samples: Float32Array; pauses: { start: number; length: number }[]; syllables: number } {
  const pauses: { start: number; length: number }[] = [];
  const parts: Float32Array[] = [];
  let at = 0;
  const add = (part: Float32Array) => {
    parts.push(part);
    at += part.length / RATE;
  };
  silences.forEach((seconds, index) => {
    add(new Float32Array(Math.round(seconds * RATE)));
    const clip = clips[index];
    if (!clip) return;
    const begun = at;
    add(clip.samples);
    const next = clips[index + 1];
    const ends = clip.words.slice(1).map((word, before) => [clip.words[before]!.end, word.start] as const);
    for (const [end, start] of ends)
      if (start > end) pauses.push({ start: begun + end, length: start - end });
    if (next) pauses.push({ start: at, length: silences[index + 1] as number });
  });
  const samples = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of parts) {
    samples.set(part, place);
    place += part.length;
  }
  return { samples, pauses, syllables: clips.reduce((sum, clip) => sum + clip.syllables, 0) };
}

/** The same with noise, so many dB below its speech (mean power of both where somebody speaks). `dice` gives numbers from 0 to 1. */
export function inNoise(
  samples: Float32Array,
  snrDb: number,
  dice: () => number,
  colour: "white" | "pink" = "white",
): Float32Array {
  const noise = colour === "white" ? samples.map(() => bell(dice)) : pink(samples.length, dice);
  const loud = samples.filter((sample) => Math.abs(sample) > 1e-4);
  const gain = Math.sqrt(power(loud) / power(noise) / 10 ** (snrDb / 10));
  return samples.map((sample, at) => sample + gain * (noise[at] as number));
}

function power(samples: Float32Array): number {
  return samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length);
}

function bell(dice: () => number): number {
  return dice() + dice() + dice() - 1.5;
}

/** P. Kellet's economy filter: 3 dB less with each octave. */
function pink(length: number, dice: () => number): Float32Array {
  let [b0, b1, b2] = [0, 0, 0];
  return new Float32Array(length).map(() => {
    const white = bell(dice);
    b0 = 0.997_65 * b0 + white * 0.099_046;
    b1 = 0.963 * b1 + white * 0.296_516_4;
    b2 = 0.57 * b2 + white * 1.052_691_3;
    return b0 + b1 + b2 + white * 0.1848;
  });
}
