/** How much of the beta distribution lies below `x`: the regularised incomplete beta function, by its continued fraction (DLMF 8.17.22). */
export function betaBelow(x: number, a: number, b: number): number {
  checkShapes(a, b);
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - lnBeta(a, b));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** Below what the share `below` of the beta distribution lies; `below` from 0 to 1. Throws RangeError for anything else. */
export function betaQuantile(below: number, a: number, b: number): number {
  checkShapes(a, b);
  if (!(below >= 0 && below <= 1)) throw new RangeError(`not a share: ${below}`);
  let [low, high] = [0, 1];
  for (let step = 0; step < HALVINGS && high - low > PRECISION * high; step += 1) {
    const middle = (low + high) / 2;
    if (betaBelow(middle, a, b) < below) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The chance of a value above `x` under chi-square: the upper incomplete gamma function, by its series or fraction (DLMF 8.7.1, 8.9.2). */
export function chiSquareAbove(x: number, degrees: number): number {
  if (!(degrees > 0)) throw new RangeError(`not degrees of freedom: ${degrees}`);
  if (!(x > 0)) return 1;
  const [a, z] = [degrees / 2, x / 2];
  const front = Math.exp(a * Math.log(z) - z - lnGamma(a));
  if (z >= a + 1) return front * gammaFraction(z, a);
  let term = 1 / a;
  let sum = term;
  for (let k = 1; term > sum * PRECISION; k += 1) {
    term *= z / (a + k);
    sum += term;
  }
  return 1 - front * sum;
}

export function lnBeta(a: number, b: number): number {
  return lnGamma(a) + lnGamma(b) - lnGamma(a + b);
}

/** C. Lanczos, SIAM J. Numer. Anal. B 1 (1964) 86-96, with P. Godfrey's nine coefficients (2001) for g = 7; for `x` above 0. */
function lnGamma(x: number): number {
  // Below a half by reflection (DLMF 5.5.3).
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
  const z = x - 1;
  const t = z + 7.5;
  const sum = LANCZOS.reduce((total, coefficient, k) => total + coefficient / (z + k + 1), LANCZOS_0);
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

const LANCZOS_0 = 0.99999999999980993;
const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

function betaFraction(x: number, a: number, b: number): number {
  return fraction(1, (k) => {
    const m = Math.floor(k / 2);
    const over =
      k % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    return [over, 1];
  });
}

function gammaFraction(z: number, a: number): number {
  return fraction(z + 1 - a, (k) => [k * (a - k), z + 2 * k + 1 - a]);
}

/** 1 / (first + over₁ / (under₁ + over₂ / (under₂ + …))) by W. J. Lentz (1976) as I. J. Thompson and A. R. Barnett changed it (1986). */
function fraction(first: number, part: (k: number) => [over: number, under: number]): number {
  let c = Infinity;
  let d = 1 / awayFromNought(first);
  let value = d;
  for (let k = 1; k <= MOST_PARTS; k += 1) {
    const [over, under] = part(k);
    d = 1 / awayFromNought(under + over * d);
    c = awayFromNought(under + over / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < PRECISION) return value;
  }
  throw new RangeError("no value was reached");
}

function awayFromNought(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}

function checkShapes(a: number, b: number): void {
  if (!(a > 0 && b > 0 && a + b < Infinity)) throw new RangeError(`not shapes: ${a}, ${b}`);
}

const PRECISION = 1e-15;
const TINY = 1e-300;
const HALVINGS = 1100;
const MOST_PARTS = 100_000;
