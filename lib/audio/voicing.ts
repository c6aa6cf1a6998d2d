import { FRAME, RATE } from "./loudness.ts";

/** A voice hums below 400 Hz: a quarter of the samples is enough to find that. */
const THIN = 4;
const WINDOW = (0.04 * RATE) / THIN;
const SHORTEST = RATE / THIN / 400;
const LONGEST = Math.floor(RATE / THIN / 50);
const KEPT = WINDOW + LONGEST;
/** How many frames ago the middle of what is heard now lies. */
export const VOICING_LAG = Math.round((KEPT * THIN) / 2 / FRAME);

/**
 * How much the last 60 ms repeat themselves, from 0 to 1: the highest normalised correlation with themselves, a pitch period
 * (50 to 400 Hz) later. After P. Boersma, "Accurate short-term analysis of the fundamental frequency", IFA Proceedings 17 (1993).
 */
export function createVoicing(): (frame: Float32Array) => number {
  const kept = new Float32Array(KEPT);
  return (frame) => {
    kept.copyWithin(0, FRAME / THIN);
    for (let at = 0; at < FRAME / THIN; at++) {
      let sum = 0;
      for (let more = 0; more < THIN; more++) sum += frame[at * THIN + more] as number;
      kept[KEPT - FRAME / THIN + at] = sum / THIN;
    }
    return repetitionIn(kept);
  };
}

function repetitionIn(kept: Float32Array): number {
  const own = energyAt(kept, 0);
  if (own < 1e-9) return 0;
  let best = 0;
  let later = energyAt(kept, SHORTEST);
  for (let lag = SHORTEST; lag <= LONGEST; lag++) {
    let product = 0;
    for (let at = 0; at < WINDOW; at++) product += (kept[at] as number) * (kept[at + lag] as number);
    const found = product / Math.sqrt(own * later + 1e-18);
    if (found > best) best = found;
    later += (kept[lag + WINDOW] ?? 0) ** 2 - (kept[lag] as number) ** 2;
  }
  return Math.min(1, best);
}

function energyAt(kept: Float32Array, lag: number): number {
  let sum = 0;
  for (let at = lag; at < lag + WINDOW; at++) sum += (kept[at] as number) ** 2;
  return sum;
}
