import { RATE } from "./loudness.ts";

/** Samples to either side that one is made from, counted at the lower rate. */
const HALF = 12;

/**
 * For a device that will not hear at 16 kHz: makes RATE of `rate` samples a second, piece by piece. Windowed sinc, a little below half
 * of RATE, so that nothing from above is folded into what is kept. J. O. Smith, "Digital Audio Resampling", CCRMA 2002.
 */
export function createResampler(rate: number): (samples: Float32Array) => Float32Array {
  if (rate === RATE) return (samples) => samples;
  const step = rate / RATE;
  const cut = 0.94 * Math.min(1, RATE / rate);
  const reach = Math.ceil(HALF / cut);
  let kept = new Float32Array(reach);
  // Where the next sample to make lies, counted from the first of `kept`.
  let at = reach;
  return (samples) => {
    const all = new Float32Array(kept.length + samples.length);
    all.set(kept);
    all.set(samples, kept.length);
    const made: number[] = [];
    for (; at + reach < all.length; at += step) made.push(valueAt(all, at, cut, reach));
    const done = Math.max(0, Math.floor(at) - reach);
    kept = all.slice(done);
    at -= done;
    return Float32Array.from(made);
  };
}

function valueAt(samples: Float32Array, at: number, cut: number, reach: number): number {
  let sum = 0;
  for (let near = Math.ceil(at - reach); near <= at + reach; near++) {
    const sample = samples[near];
    if (sample === undefined) continue;
    const x = (at - near) * cut;
    const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    sum += sample * cut * sinc * (0.5 + 0.5 * Math.cos((Math.PI * (at - near)) / reach));
  }
  return sum;
}
