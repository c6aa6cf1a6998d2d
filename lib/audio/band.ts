import { RATE } from "./loudness.ts";

/** Takes one sample, gives one. Remembers what came before. */
export type Filter = (sample: number) => number;

/** Where the vowels of a voice are: hum and the rumble of a room lie below, hiss and most of "s" above. */
const LOW_HZ = 200;
const HIGH_HZ = 3_000;

export function speechBand(): Filter {
  const low = biquad("high-pass", LOW_HZ);
  const high = biquad("low-pass", HIGH_HZ);
  return (sample) => high(low(sample));
}

/** Second order, Butterworth: R. Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter coefficients". */
function biquad(kind: "high-pass" | "low-pass", hz: number): Filter {
  const angle = (2 * Math.PI * hz) / RATE;
  const cos = Math.cos(angle);
  const alpha = Math.sin(angle) / Math.SQRT2;
  const a0 = 1 + alpha;
  const side = (kind === "low-pass" ? 1 - cos : 1 + cos) / 2 / a0;
  const middle = (kind === "low-pass" ? 2 : -2) * side;
  const a1 = (-2 * cos) / a0;
  const a2 = (1 - alpha) / a0;
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return (x) => {
    const y = side * (x + x2) + middle * x1 - a1 * y1 - a2 * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    return y;
  };
}
