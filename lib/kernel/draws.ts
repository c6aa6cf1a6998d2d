import type { Uniform } from "./random.ts";

/** How many of `n` tries succeed when each does with the chance `p`. `n`: whole, from 0 on. */
export function drawBinomial(uniform: Uniform, n: number, p: number): number {
  let [sure, tries, chance] = [0, n, p];
  // Where the middle one of that many uniform numbers falls settles half of them: J. H. Ahrens and U. Dieter, Computing 12 (1974) 223-246.
  while (tries > MOST_TRIED) {
    const middle = 1 + Math.floor(tries / 2);
    const at = drawBeta(uniform, middle, tries + 1 - middle);
    if (at <= chance) {
      sure += middle;
      tries -= middle;
      chance = (chance - at) / (1 - at);
    } else {
      tries = middle - 1;
      chance /= at;
    }
  }
  for (let each = 0; each < tries; each += 1) if (uniform() < chance) sure += 1;
  return sure;
}

const MOST_TRIED = 24;

/** From the beta distribution, as a share of two gammas: L. Devroye, Non-Uniform Random Variate Generation (1986) IX.4.1. `a`, `b` above 0. */
export function drawBeta(uniform: Uniform, a: number, b: number): number {
  const [x, y] = [drawGamma(uniform, a), drawGamma(uniform, b)];
  // Both are too small to be numbers only where nearly all lies at the ends.
  return x + y > 0 ? x / (x + y) : Number(uniform() < a / (a + b));
}

/** G. Marsaglia and W. W. Tsang, ACM Transactions on Mathematical Software 26 (2000) 363-372; scale 1. */
function drawGamma(uniform: Uniform, shape: number): number {
  if (!(shape > 0) || shape === Infinity) throw new RangeError(`not a shape: ${shape}`);
  if (shape < 1) return drawGamma(uniform, shape + 1) * (1 - uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(uniform);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - uniform()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** G. E. P. Box and M. E. Muller, Ann. Math. Statist. 29 (1958) 610-611. */
function drawNormal(uniform: Uniform): number {
  return Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}
