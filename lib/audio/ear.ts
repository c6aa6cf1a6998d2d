import { speechBand } from "./band.ts";
import { dbOf, FRAME } from "./loudness.ts";
import { createVoicing, VOICING_LAG } from "./voicing.ts";

/** What is kept of a sound: three numbers for each hundredth of a second, and not the sound. Ten minutes are half a megabyte. */
export interface Track {
  /** Loudness of each frame, dBFS. */
  levels: Float32Array;
  /** The same of the band in which vowels are. */
  bands: Float32Array;
  /** How much it repeats itself as a voice does, 0 to 255. */
  voicing: Uint8Array;
}

export interface Ear {
  /** Samples as they come, as many as there are. */
  hear(samples: Float32Array): void;
  /** All that was heard so far. */
  track(): Track;
}

const FIRST_ROOM = 6_000;

export function createEar(): Ear {
  const frame = new Float32Array(FRAME);
  let filled = 0;
  let frames = 0;
  let levels = new Float32Array(FIRST_ROOM);
  let bands = new Float32Array(FIRST_ROOM);
  let voicing = new Uint8Array(FIRST_ROOM);
  const filter = speechBand();
  const voiceIn = createVoicing();

  function take(): void {
    if (frames === levels.length) {
      levels = grown(levels, new Float32Array(2 * frames));
      bands = grown(bands, new Float32Array(2 * frames));
      voicing = grown(voicing, new Uint8Array(2 * frames));
    }
    let all = 0;
    let inBand = 0;
    for (let at = 0; at < FRAME; at++) {
      const sample = frame[at] as number;
      all += sample * sample;
      inBand += filter(sample) ** 2;
    }
    levels[frames] = dbOf(all / FRAME);
    bands[frames] = dbOf(inBand / FRAME);
    if (frames >= VOICING_LAG) voicing[frames - VOICING_LAG] = Math.round(255 * voiceIn(frame));
    else voiceIn(frame);
    frames += 1;
  }

  return {
    hear(samples) {
      for (let at = 0; at < samples.length;) {
        const some = Math.min(FRAME - filled, samples.length - at);
        frame.set(samples.subarray(at, at + some), filled);
        filled += some;
        at += some;
        if (filled < FRAME) continue;
        take();
        filled = 0;
      }
    },
    track: () => ({
      levels: levels.subarray(0, frames),
      bands: bands.subarray(0, frames),
      voicing: voicing.subarray(0, frames),
    }),
  };
}

function grown<T extends Float32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
