import { betaBelow, lnBeta } from "./distributions.ts";
import type { Uniform } from "./random.ts";
import type { Interval } from "./rates.ts";

/** So many successes of so many tries; neither need be whole, where a young try counts for a part. */
export interface Tried {
  came: number;
  tried: number;
}

/** A beta distribution: `a` successes and `b` failures seen beforehand. */
export interface Beta {
  a: number;
  b: number;
}

/** What is known of the rates of a team: priors, each as likely as another. */
export type TeamRates = readonly Beta[];

/**
 * How the rates of a team's members lie, from what each of them tried: the full Bayesian beta-binomial model of A. Gelman et al., Bayesian
 * Data Analysis, 3rd ed. 2013, section 5.3, with its prior (a + b)^(-5/2), on a grid that closes in on where the chance is. The doubt about
 * the team's rate stays in it, which a single best prior loses: a team of alike reps would else be known for sure. Holds for few members,
 * and for none, where all rates are about as likely. Throws RangeError for more successes than tries.
 */
export function teamRatesOf(team: readonly Tried[]): TeamRates {
  const known = team.filter(checked).filter(({ tried }) => tried > 0);
  const [came, tried] = [sumOf(known, "came"), sumOf(known, "tried")];
  // The joint share is in the middle of the grid and stays on it: beside it a coarse grid would take alike members for unlike.
  const middle = Math.log((came + 0.5) / (tried - came + 0.5));
  let box: Box = {
    fromShare: middle - FARTHEST,
    toShare: middle + FARTHEST,
    fromWeight: 0,
    toWeight: Math.log(MOST_WEIGHT),
  };
  let cells: Cell[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    cells = gridOf(box, known);
    box = around(cells, box);
  }
  return pickedEvenly(cells);
}

/** Somebody's own rate, drawn to the team's by as much as the team's members are alike, with its interval. */
export function shrunkRate(team: TeamRates, own: Tried, confidence = 0.9): Interval & { value: number } {
  const betas = team.filter((_, at) => at % 3 === 1).map((prior) => posterior(prior, own));
  const mean = betas.reduce((sum, { a, b }) => sum + a / (a + b), 0) / betas.length;
  const below = (x: number) => betas.reduce((sum, { a, b }) => sum + betaBelow(x, a, b), 0) / betas.length;
  const quantile = (share: number) => {
    let [low, high] = [0, 1];
    for (let step = 0; step < HALVINGS; step += 1) {
      const middle = (low + high) / 2;
      if (below(middle) < share) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return { value: mean, low: quantile((1 - confidence) / 2), high: quantile((1 + confidence) / 2) };
}

/** One of the priors that may hold: for one round of a simulation, and the same for all of the team in it. */
export function drawPrior(uniform: Uniform, team: TeamRates): Beta {
  return team[Math.floor(uniform() * team.length)]!;
}

/** What a prior becomes by what somebody tried. */
export function posterior({ a, b }: Beta, own: Tried): Beta {
  checked(own);
  return { a: a + own.came, b: b + own.tried - own.came };
}

/** In logits of the mean share a / (a + b), and in logarithms of the weight a + b. */
interface Box {
  fromShare: number;
  toShare: number;
  fromWeight: number;
  toWeight: number;
}

interface Cell extends Beta {
  logit: number;
  lnWeight: number;
  lnChance: number;
}

function gridOf({ fromShare, toShare, fromWeight, toWeight }: Box, known: readonly Tried[]): Cell[] {
  const cells: Cell[] = [];
  for (let row = 0; row < SIDE; row += 1) {
    const logit = fromShare + ((row + 0.5) / SIDE) * (toShare - fromShare);
    const share = 1 / (1 + Math.exp(-logit));
    for (let column = 0; column < SIDE; column += 1) {
      const lnWeight = fromWeight + ((column + 0.5) / SIDE) * (toWeight - fromWeight);
      const weight = Math.exp(lnWeight);
      const [a, b] = [share * weight, (1 - share) * weight];
      // (a + b)^(-5/2), times a · b for the change to these coordinates.
      let lnChance = Math.log(a) + Math.log(b) - 2.5 * lnWeight;
      const ln = lnBeta(a, b);
      for (const { came, tried } of known) lnChance += lnBeta(a + came, b + tried - came) - ln;
      cells.push({ logit, lnWeight, a, b, lnChance });
    }
  }
  return cells;
}

/** The part of the box that holds nearly all of the chance, with a cell's room around it. */
function around(cells: readonly Cell[], box: Box): Box {
  const most = Math.max(...cells.map(({ lnChance }) => lnChance));
  const likely = cells.filter(({ lnChance }) => lnChance > most - NEGLIGIBLE);
  const share = (box.toShare - box.fromShare) / SIDE;
  const weight = (box.toWeight - box.fromWeight) / SIDE;
  const logits = likely.map(({ logit }) => logit);
  const weights = likely.map(({ lnWeight }) => lnWeight);
  return {
    fromShare: Math.max(box.fromShare, Math.min(...logits) - share),
    toShare: Math.min(box.toShare, Math.max(...logits) + share),
    fromWeight: Math.max(box.fromWeight, Math.min(...weights) - weight),
    toWeight: Math.min(box.toWeight, Math.max(...weights) + weight),
  };
}

/** A few that stand for all: along the summed chance at even distances. */
function pickedEvenly(cells: readonly Cell[]): Beta[] {
  const most = Math.max(...cells.map(({ lnChance }) => lnChance));
  const chances = cells.map(({ lnChance }) => Math.exp(lnChance - most));
  const all = chances.reduce((sum, chance) => sum + chance, 0);
  const picked: Beta[] = [];
  let passed = 0;
  cells.forEach(({ a, b }, at) => {
    passed += chances[at]! / all;
    while (picked.length < PICKED && (picked.length + 0.5) / PICKED < passed) picked.push({ a, b });
  });
  return picked;
}

function sumOf(team: readonly Tried[], what: keyof Tried): number {
  return team.reduce((sum, each) => sum + each[what], 0);
}

function checked(each: Tried): boolean {
  const { came, tried } = each;
  if (!(came >= 0 && came <= tried && tried < Infinity))
    throw new RangeError(`not a share: ${came} of ${tried}`);
  return true;
}

const SIDE = 25;
const ROUNDS = 6;
const PICKED = 100;
/** e^-12 of the most likely. */
const NEGLIGIBLE = 12;
const FARTHEST = 11.5;
/** Members are at most as alike as this many tries can tell. */
const MOST_WEIGHT = 20_000;
const HALVINGS = 30;
