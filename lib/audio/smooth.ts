import { dbOf, meanSquareOf } from "./loudness.ts";

/** The mean energy around each frame, `weights` long on either side of its middle, as dB. */
export function smoothed(levels: Float32Array, weights: readonly number[]): Float32Array {
  const half = (weights.length - 1) / 2;
  const energy = levels.map(meanSquareOf);
  return levels.map((_, at) => {
    let sum = 0;
    let weight = 0;
    for (let near = -half; near <= half; near++) {
      const found = energy[at + near];
      if (found === undefined) continue;
      sum += (weights[near + half] as number) * found;
      weight += weights[near + half] as number;
    }
    return dbOf(sum / weight);
  });
}

/** The least within `reach` frames on either side of each. */
export function leastAround(values: Float32Array, reach: number): Float32Array {
  const least = new Float32Array(values.length);
  // Places of ever greater values, the least first: each enters and leaves once.
  const waiting: number[] = [];
  let first = 0;
  for (let at = 0; at < values.length + reach; at++) {
    const value = values[at];
    if (value !== undefined) {
      while (waiting.length > first && (values[waiting.at(-1) as number] as number) >= value) waiting.pop();
      waiting.push(at);
    }
    const middle = at - reach;
    if (middle < 0) continue;
    while ((waiting[first] as number) < middle - reach) first += 1;
    least[middle] = values[waiting[first] as number] as number;
  }
  return least;
}
